// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/SyncStatus>

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace LumaSync {
class SyncEngine;
}

namespace Luma {

/// "Saving the last 3 changes…": the last cycle of the backup while the app quits, with a way to leave at once. Thread:
/// GUI.
class FinishDialog : public QDialog
{
    Q_OBJECT
public:
    FinishDialog(LumaSync::SyncEngine *engine, QWidget *parent);

Q_SIGNALS:
    /// Everything is saved, or the time is over, or the person does not want to wait.
    void ended();

private:
    void showStatus(const LumaSync::SyncStatus &status);

    QLabel *m_headline;
    QLabel *m_icon;
};

} // namespace Luma
