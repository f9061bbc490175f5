// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/clioptions.h"
#include "net/session.h"

#include <QNetworkAccessManager>

namespace LumaSync::Cli {

/// Signs in with e-mail and password, after making the account where that is wanted, and keeps the session fresh.
/// Thread: main. Owner: a verb.
class SignIn : public QObject
{
    Q_OBJECT
public:
    explicit SignIn(const Options &options);

    /// Asks for the password where it is not known. Ends with finished(). May be called again after a failure.
    void start();
    /// Gives tokens once finished() came without an error.
    [[nodiscard]] Session &session() { return m_session; }

Q_SIGNALS:
    /// Errors: Credentials ("no-password" where there is none), those of the sign-in and of the network.
    void finished(const LumaSync::Error &error);

private:
    void signUp();

    Options m_options;
    QString m_password;
    QNetworkAccessManager m_manager;
    AuthClient m_client;
    Session m_session;
};

} // namespace LumaSync::Cli
