// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
// The commands of TabularWorker: what the host, the session and the person say.
#include "core/library.h"
#include "core/tabularcycle.h"
#include "core/tabularworker.h"

#include <QNetworkAccessManager>

using namespace std::chrono_literals;

namespace LumaSync {

void TabularWorker::setToken(const AccessToken &token)
{
    const bool isFirst = m_token.jwt.isEmpty();
    const bool isAnother = !m_token.uid.isEmpty() && token.uid != m_token.uid;
    if (!m_cycle && !token.isSame(m_token))
        m_backoff = QDeadlineTimer(0);
    m_token = token;
    if (m_cycle && isAnother)
        m_cycle->cancel(); // what it has read is the former account's
    else if (m_cycle)
        m_cycle->setToken(token);
    else if (m_manager) // a fleet that was started together does not begin together
        schedule(isFirst && !m_again ? soon() : 0ms);
}

void TabularWorker::refreshFailed(const Error &error)
{
    if (m_cycle)
        return m_cycle->refreshFailed(error);
    if (m_token.jwt.isEmpty() || m_token.isValid() || m_state == State::Stopped)
        return;
    const bool isNetwork = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout;
    setState(isNetwork ? State::Offline : State::Failed, error);
}

void TabularWorker::signedOut()
{
    m_token = {};
    if (m_cycle)
        m_cycle->cancel();
    if (m_state != State::Stopped)
        setState(State::SignedOut);
}

void TabularWorker::syncNow()
{
    m_again = true;
    m_backoff = QDeadlineTimer(0);
    m_parked.retryAll();
    m_restUntil = {};
    look();
}

void TabularWorker::look()
{
    m_again = true;
    if (!m_cycle)
        schedule(0ms);
}

void TabularWorker::count()
{
    if (!m_cycle)
        publishCounts();
    Q_EMIT counted();
}

void TabularWorker::setPaused(bool paused)
{
    m_pauseIsNew = true;
    applyPause(paused);
    if (m_library)
        exchangePause();
}

void TabularWorker::applyPause(bool paused)
{
    m_paused = paused;
    if (paused) {
        m_timer.stop();
        if (m_cycle)
            m_cycle->cancel();
    } else {
        schedule(0ms);
    }
}

void TabularWorker::retryRefused()
{
    if (!m_library)
        return;
    if (Error error = m_library->refused().retryAll())
        return databaseTrouble(error);
    syncNow();
}

void TabularWorker::adopt()
{
    if (m_state != State::OtherAccount || !m_library || m_cycle)
        return;
    if (Error error = m_library->adopt(m_token.uid))
        return databaseTrouble(error);
    m_library.reset(); // opened again with its new identity
    Q_EMIT adopted();
    schedule(0ms);
}

void TabularWorker::listRefused()
{
    QList<RefusedRow> rows;
    if (m_library) {
        const auto listed = m_library->refused().list();
        if (!listed)
            return databaseTrouble(listed.error());
        rows = *listed;
    }
    Q_EMIT refusedListed(rows);
}

bool TabularWorker::somethingDirty() const
{
    if (!m_library)
        return false;
    const auto any = m_library->rows().any();
    return any && *any;
}

void TabularWorker::finish(std::chrono::milliseconds limit)
{
    endWith(Ending::Stop, limit);
}

void TabularWorker::flush(std::chrono::milliseconds limit)
{
    if (m_ending == Ending::No)
        endWith(Ending::Flush, limit);
}

void TabularWorker::endWith(Ending ending, std::chrono::milliseconds limit)
{
    if (m_ending == Ending::Stop || m_state == State::Stopped)
        return;
    m_ending = ending;
    m_timer.stop();
    const bool isHopeless = m_paused || m_state == State::Offline || m_state == State::OtherAccount ||
                            m_token.jwt.isEmpty() || !m_retryAfter.hasExpired();
    if (!m_cycle && (isHopeless || !somethingDirty()))
        return end();
    m_deadline.start(limit);
    if (!m_cycle && !m_probe)
        probe();
}

// The last cycle is through, or its time is up.
void TabularWorker::end()
{
    m_deadline.stop();
    if (m_ending != Ending::Flush)
        return stop();
    m_ending = Ending::No;
    schedule(m_options.interval);
    Q_EMIT flushed();
}

void TabularWorker::stop()
{
    if (m_state == State::Stopped)
        return;
    m_timer.stop();
    m_watch.stop();
    m_deadline.stop();
    delete m_probe;
    delete m_cycle;
    publishCounts();
    // This may be called from inside an answer: what that came through ends when it has returned.
    for (QObject *object : std::initializer_list<QObject *>{m_rest.release(), m_manager.release()}) {
        if (object)
            object->deleteLater();
    }
    m_library.reset();
    setState(State::Stopped, m_error);
    Q_EMIT stopped();
}

} // namespace LumaSync
