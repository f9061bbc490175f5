// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "../net/error.h"

#include <LumaSync/ui/export.h>

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)

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

    /// Shows one without blocking; it deletes itself.
    static void open(SyncController *controller, QWidget *parent = nullptr);
    /// Fills in the address; the password is asked for.
    void setEmail(const QString &email);

protected:
    /// Follows the language.
    void changeEvent(QEvent *event) override;

private:
    void setUpLayout();
    void submit();
    void finish(const Error &error);
    void setBusy(bool busy);
    void updateButton();
    void retranslate();

    SyncController *m_controller;
    Error m_error;
    bool m_isBusy = false;
    QLabel *m_intro;
    QLabel *m_emailLabel;
    QLineEdit *m_email;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QLabel *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_signIn;
    QPushButton *m_cancel;
};

} // namespace LumaSync
