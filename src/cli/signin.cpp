// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/signin.h"

#include "cli/console.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

SignIn::SignIn(const Options &options)
    : m_options(options)
    , m_client(&m_manager, options.project)
    , m_session(&m_manager, options.project, Session::Options{})
{
    connect(&m_session, &Session::signInFinished, this, &SignIn::finished);
}

void SignIn::start()
{
    if (m_password.isEmpty())
        m_password = askPassword(m_options.email);
    if (m_password.isEmpty()) {
        Q_EMIT finished(
            {.kind = Error::Kind::Credentials, .code = u"no-password"_s, .message = u"There is no password."_s});
        return;
    }
    if (m_options.signUp)
        signUp();
    else
        m_session.signIn(m_options.email, m_password);
}

void SignIn::signUp()
{
    AuthJob *job = m_client.signUp(m_options.email, m_password);
    connect(job, &AuthJob::finished, this, [this](const AuthResult &result) {
        if (result.error) {
            Q_EMIT finished(result.error);
            return;
        }
        m_options.signUp = false; // it is there now
        m_session.signIn(m_options.email, m_password);
    });
    job->start();
}

} // namespace LumaSync::Cli
