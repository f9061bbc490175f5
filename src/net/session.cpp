// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/session.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

Session::Session(QNetworkAccessManager *manager, const Project &project, Options options, QObject *parent)
    : TokenProvider(parent)
    , m_client(manager, project)
    , m_options(std::move(options))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Session::startRefresh);
}

std::chrono::milliseconds Session::refreshDelay(std::chrono::seconds expiresIn, std::chrono::milliseconds margin)
{
    const std::chrono::milliseconds life = expiresIn;
    return std::max(life - margin, life / 2);
}

void Session::signIn(const QString &email, const QString &password)
{
    dropJob();
    setState(State::SigningIn);
    m_job = m_client.signIn(email, password);
    connect(m_job, &AuthJob::finished, this, [this](const AuthResult &result) {
        m_job = nullptr;
        if (!result.error)
            adopt(result.session);
        else if (!m_session.refreshToken.isEmpty())
            startRefresh(); // whoever was signed in before stays so
        else
            setState(State::SignedOut);
        Q_EMIT signInFinished(result.error);
        if (m_state == State::SignedOut && std::exchange(m_asked, false))
            Q_EMIT signedOut(result.error);
    });
    m_job->start();
}

void Session::restore(const QByteArray &refreshToken)
{
    dropJob();
    m_session = {};
    m_session.refreshToken = refreshToken;
    m_restoring = true;
    if (refreshToken.isEmpty()) {
        endSession({Error::Kind::SignedOut, 0, {}, u"Nobody is signed in."_s, {}});
        return;
    }
    startRefresh();
}

void Session::requestRefresh(const AccessToken &stale)
{
    if (m_state == State::Refreshing && m_job)
        return; // its outcome is the answer
    if (m_session.token.isValid() && !m_session.token.isSame(stale)) {
        QMetaObject::invokeMethod(this, [this] { Q_EMIT tokenChanged(m_session.token); }, Qt::QueuedConnection);
        return;
    }
    if (m_state == State::SigningIn) {
        m_asked = true; // the sign-in's outcome is the answer
        return;
    }
    if (m_session.refreshToken.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT signedOut({Error::Kind::SignedOut, 0, {}, u"Nobody is signed in."_s, {}}); },
            Qt::QueuedConnection);
        return;
    }
    startRefresh();
}

void Session::startRefresh()
{
    if (m_job || m_session.refreshToken.isEmpty())
        return;
    m_timer.stop();
    setState(State::Refreshing);
    m_job = m_client.refresh(m_session.refreshToken);
    connect(m_job, &AuthJob::finished, this, [this](const AuthResult &result) {
        m_job = nullptr;
        refreshed(result);
    });
    m_job->start();
}

void Session::refreshed(const AuthResult &result)
{
    m_asked = false;
    if (result.error.kind == Error::Kind::SignedOut)
        return endSession(result.error);
    if (result.error) {
        ++m_failures;
        m_timer.start(m_options.backoff.delay(m_failures, result.error.retryAfter));
        if (m_session.token.isValid())
            setState(State::SignedIn);
        if (std::exchange(m_restoring, false))
            Q_EMIT signInFinished(result.error);
        Q_EMIT refreshFailed(result.error);
        return;
    }
    adopt(result.session);
    if (std::exchange(m_restoring, false))
        Q_EMIT signInFinished({});
}

void Session::adopt(const AuthSession &session)
{
    Q_EMIT sessionRotated({session.token.uid, session.email, session.refreshToken});
    m_session = session;
    m_failures = 0;
    m_timer.start(refreshDelay(session.expiresIn, m_options.margin));
    m_asked = false;
    setState(State::SignedIn);
    Q_EMIT tokenChanged(m_session.token);
}

void Session::signOut()
{
    const AccessToken token = m_session.token;
    m_restoring = false;
    endSession({});
    if (token.isValid())
        m_client.signOut(token)->start(); // best effort; the token dies by itself
}

void Session::endSession(const Error &error)
{
    dropJob();
    m_timer.stop();
    m_session = {};
    m_failures = 0;
    const bool restoring = std::exchange(m_restoring, false);
    Q_EMIT sessionRotated({});
    setState(State::SignedOut);
    if (restoring)
        Q_EMIT signInFinished(error);
    Q_EMIT signedOut(error);
}

void Session::dropJob()
{
    if (AuthJob *job = std::exchange(m_job, nullptr)) {
        job->disconnect(this);
        job->cancel();
    }
}

void Session::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace LumaSync
