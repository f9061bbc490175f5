// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/account.h"

#include <QNetworkAccessManager>

namespace LumaSync {

Account::Account(Project project, QString keychainService)
    : m_project(std::move(project))
    , m_keychainService(std::move(keychainService))
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
    m_store = std::make_unique<CredentialStore>(m_keychainService, m_project.url);
    connect(m_store.get(), &CredentialStore::loaded, this, &Account::takeUp);
    connect(m_store.get(), &CredentialStore::unavailable, this, &Account::sessionNotKept);
    // Emitted before the rotated token is used: the store begins to write first.
    connect(m_session.get(), &Session::sessionRotated, m_store.get(), &CredentialStore::save);
    m_store->load();
}

// A sign-in that the person began meanwhile goes first.
void Account::takeUp(const StoredSession &stored)
{
    if (stored.refreshToken.isEmpty() || m_session->state() != Session::State::SignedOut)
        return;
    m_session->restore(stored.refreshToken);
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
    m_store.reset();
    m_session.reset();
    m_manager.reset();
}

} // namespace LumaSync
