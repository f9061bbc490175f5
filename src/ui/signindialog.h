// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/ui/export.h>

#include <QDialog>

#include <memory>

namespace LumaSync {

class SyncController;
class SyncEngine;

/// Asks for e-mail address and password, and closes when the sign-in succeeded. Keeps neither. Thread: GUI.
class LUMASYNC_UI_EXPORT SignInDialog : public QDialog
{
    Q_OBJECT
public:
    /// Signs in with `engine`, which outlives the dialog.
    explicit SignInDialog(SyncEngine *engine, QWidget *parent = nullptr);
    /// Signs in with `controller`, which outlives the dialog.
    explicit SignInDialog(SyncController *controller, QWidget *parent = nullptr);
    ~SignInDialog() override;

    /// Shows one without blocking; it deletes itself.
    static void open(SyncController *controller, QWidget *parent = nullptr);
    /// Fills in the address; the password is asked for.
    void setEmail(const QString &email);

protected:
    /// Follows the language.
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace LumaSync
