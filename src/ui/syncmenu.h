// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "../core/syncstatus.h"

#include <LumaSync/ui/export.h>

#include <QMenu>

QT_FORWARD_DECLARE_CLASS(QActionGroup)

namespace LumaSync {

class SyncController;

/// The commands of the tray icon and of the status button. "Quit when everything is uploaded" quits the application. A
/// host may add its own. Thread: GUI.
class LUMASYNC_UI_EXPORT SyncMenu : public QMenu
{
    Q_OBJECT
public:
    /// `controller` outlives the menu.
    explicit SyncMenu(SyncController *controller, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person wants to see the status panel.
    void openRequested();
    /// The person wants to sign in.
    void signInRequested();
    /// The language changed, and with it the menu's words.
    void retranslated();

protected:
    /// Follows the language.
    void changeEvent(QEvent *event) override;

private:
    void setUpActions();
    void retranslate();
    void showStatus(const SyncStatus &status);
    void fillBandwidth();

    SyncController *m_controller;
    QAction *m_headline;
    QAction *m_open;
    QAction *m_signIn;
    QAction *m_syncNow;
    QAction *m_pause;
    QAction *m_retry;
    QMenu *m_bandwidth;
    QActionGroup *m_limits;
    QAction *m_quitWhenDone;
};

} // namespace LumaSync
