// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/account.h"

#include <QNetworkAccessManager>

namespace LumaSync {

Account::Account(Project project)
    : m_project(std::move(project))
{
}

Account::~Account() = default;

void Account::start()
{
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_session = std::make_unique<Session>(m_manager.get(), m_project, Session::Options{});
    connect(m_session.get(), &Session::signInFinished, this, &Account::signInFinished);
    connect(m_session.get(), &Session::tokenChanged, this, &Account::tokenChanged);
    connect(m_session.get(), &Session::refreshFailed, this, &Account::refreshFailed);
    connect(m_session.get(), &Session::signedOut, this, &Account::signedOut);
}

void Account::signIn(const QString &email, const QString &password)
{
    if (m_session)
        m_session->signIn(email, password);
}

void Account::signOut()
{
    if (m_session)
        m_session->signOut();
}

void Account::requestRefresh(const AccessToken &stale)
{
    if (m_session)
        m_session->requestRefresh(stale);
}

void Account::stop()
{
    m_session.reset();
    m_manager.reset();
}

} // namespace LumaSync
