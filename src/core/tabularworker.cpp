// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/tabularworker.h"

#include "core/library.h"
#include "core/tabularcycle.h"
#include "net/reachability.h"

#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

namespace {

constexpr auto backoffCap = 15min;
constexpr auto watchInterval = 1s;
constexpr int repeatLimit = 10;

bool isNetworkTrouble(Error::Kind kind)
{
    return kind == Error::Kind::Offline || kind == Error::Kind::Timeout;
}

} // namespace

TabularWorker::TabularWorker(Options options)
    : m_options(std::move(options))
    , m_timer(this)
    , m_deadline(this)
    , m_watch(this)
{
    m_timer.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TabularWorker::tick);
    connect(&m_watch, &QTimer::timeout, this, &TabularWorker::lookForWrites);
    connect(&m_deadline, &QTimer::timeout, this, &TabularWorker::stop);
}

TabularWorker::~TabularWorker() = default;

void TabularWorker::start()
{
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_rest = std::make_unique<RestClient>(m_manager.get(), m_options.project);
    m_watch.start(watchInterval);
    tick();
}

Error TabularWorker::open()
{
    auto library = Library::open(m_options.databasePath, m_options.schema, m_options.busyTimeout);
    if (!library)
        return library.error();
    m_library = std::move(*library);
    if (Error error = m_library->refused().sweep(m_library->schema()))
        return error;
    if (const auto when = m_library->meta(u"last_sync"_s); when && !when->isEmpty())
        Q_EMIT synced(QDateTime::fromString(*when, Qt::ISODate));
    if (!std::exchange(m_migrated, true))
        Q_EMIT migrated();
    return {};
}

void TabularWorker::noteSync()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (Error error = m_library->setMeta(u"last_sync"_s, now.toString(Qt::ISODate)))
        return setState(State::Failed, error);
    Q_EMIT synced(now);
}

void TabularWorker::setState(State state, const Error &error)
{
    if (m_state == state && m_error.kind == error.kind && m_error.code == error.code)
        return;
    m_state = state;
    m_error = error;
    Q_EMIT stateChanged(state, error);
}

void TabularWorker::schedule(std::chrono::milliseconds delay)
{
    if (!m_finishing && !m_paused)
        m_timer.start(delay);
}

void TabularWorker::publishCounts()
{
    if (!m_library)
        return;
    (void)m_library->rows().any(); // drops deletions that turn out obsolete, so that they are not counted
    const auto waiting = m_library->rows().count();
    if (!waiting)
        return;
    const RowCounts counts{*waiting, m_library->refused().count()};
    if (std::exchange(m_counts, counts) != counts)
        Q_EMIT countsChanged(counts);
}

// `PRAGMA data_version` changes when another connection has written (sqlite.org/pragma.html#pragma_data_version); it
// reads no table.
void TabularWorker::lookForWrites()
{
    if (!m_library || m_cycle)
        return;
    const auto version = m_library->database().value(u"PRAGMA data_version"_s);
    if (version && std::exchange(m_dataVersion, version->toLongLong()) != version->toLongLong())
        publishCounts();
}

// One beat: is there anything to do, and may it be done now? Each early return leaves the next beat scheduled.
void TabularWorker::tick()
{
    if (m_cycle || m_probe || m_state == State::Stopped)
        return;
    // A tenth more or less, so that a fleet that was started together drifts apart.
    const auto interval =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_options.interval * (0.9 + 0.2 * m_options.jitter()));
    schedule(interval);
    if (m_library && m_library->isOutdated()) // the host has changed its schema: tracking may be lost
        m_library.reset();
    if (!m_library) {
        if (Error error = open()) {
            m_library.reset();
            return setState(State::Failed, error);
        }
    }
    publishCounts();
    const auto any = m_library->rows().any();
    if (!any) {
        m_library.reset(); // opened anew, and repaired, at the next beat
        return setState(State::Failed, any.error());
    }
    if (m_token.jwt.isEmpty())
        return setState(State::SignedOut);
    if (Error error = checkOwner())
        return setState(error.kind == Error::Kind::Forbidden ? State::OtherAccount : State::Failed, error);
    if (!*any) {
        if (m_state != State::Offline) // being reachable again is seen by the next request, not assumed
            setState(State::Idle);
        return;
    }
    if (!m_token.isValid()) // a large body with an expired token would come back as a reset connection
        return Q_EMIT tokenRefreshRequested(m_token);
    probe();
}

Error TabularWorker::checkOwner()
{
    const auto owner = m_library->meta(u"uid"_s);
    if (!owner)
        return owner.error();
    if (*owner == m_token.uid)
        return {};
    if (!owner->isEmpty())
        return {
            .kind = Error::Kind::Forbidden,
            .code = u"other-account"_s,
            .message =
                u"This library is backed up to another account. Sign in with that account; nothing is sent until then."_s};
    return m_library->setMeta(u"uid"_s, m_token.uid);
}

void TabularWorker::probe()
{
    auto *probe = new ReachabilityProbe(m_manager.get(), m_options.project, this, CONNECTIVITY_TIMEOUT);
    m_probe = probe;
    connect(probe, &ReachabilityProbe::finished, this, [this](const Error &error) {
        m_probe = nullptr;
        if (m_state == State::Stopped)
            return;
        if (!error)
            return runCycle();
        setState(isNetworkTrouble(error.kind) ? State::Offline : State::Failed, error);
        if (m_finishing)
            stop();
    });
    probe->start();
}

void TabularWorker::runCycle()
{
    setState(State::Syncing);
    m_again = false;
    m_lastCycle = m_finishing;
    m_waitingAtStart = m_counts.waiting;
    m_rest->setToken(m_token);
    m_library->rows().setOwner(m_token.uid);
    m_cycle = new TabularCycle(
        {m_library->schema(), m_library->rows(), m_library->tombstones(), *m_rest, m_options.limits}, this);
    connect(m_cycle, &TabularCycle::finished, this, &TabularWorker::cycleEnded);
    connect(m_cycle, &TabularCycle::tokenNeeded, this, &TabularWorker::tokenRefreshRequested);
    connect(m_cycle, &TabularCycle::progressed, this, [this](qint64 sent, qint64 deleted) {
        m_counts.waiting = std::max<qint64>(0, m_waitingAtStart - sent - deleted);
        Q_EMIT countsChanged(m_counts);
    });
    m_cycle->start();
}

void TabularWorker::cycleEnded(const CycleReport &report)
{
    m_cycle->deleteLater();
    m_cycle = nullptr;
    (void)m_library->refused().sweep(
        m_library->schema()); // refused rows that the host has deleted since; trouble shows at the next beat
    publishCounts();
    Q_EMIT cycleFinished(report);
    switch (report.error.kind) {
    case Error::Kind::None:
        m_failures = 0;
        if (report.rowsSent + report.rowsDeleted > 0)
            m_library->remember();
        noteSync();
        setState(report.parked.isEmpty() ? State::Idle : State::Failed,
                 report.parked.isEmpty() ? Error{} : report.parked.first().reason);
        break;
    case Error::Kind::Canceled:
        setState(State::Idle);
        break;
    case Error::Kind::SignedOut:
        setState(State::SignedOut, report.error);
        break;
    default:
        ++m_failures;
        setState(isNetworkTrouble(report.error.kind) ? State::Offline : State::Failed, report.error);
        schedule(std::max(m_options.interval, Backoff{m_options.interval / 2, backoffCap, m_options.jitter}.delay(
                                                  m_failures, report.error.retryAfter)));
    }
    if (m_finishing) // what was edited behind the running cycle's back still has the rest of the time
        return m_lastCycle || report.error || !somethingDirty() ? stop() : runCycle();
    const bool another = !report.error && (m_again || report.moreToDo);
    m_repeats = another ? m_repeats + 1 : 0;
    if (another && m_repeats <= repeatLimit)
        schedule(0ms);
}

void TabularWorker::setToken(const AccessToken &token)
{
    m_token = token;
    if (m_cycle)
        m_cycle->setToken(token);
    else if (!m_finishing && m_manager)
        schedule(0ms);
}

void TabularWorker::refreshFailed(const Error &)
{
    if (m_cycle)
        m_cycle->setToken({});
}

void TabularWorker::signedOut()
{
    m_token = {};
    if (m_cycle)
        m_cycle->cancel();
    setState(State::SignedOut);
}

void TabularWorker::syncNow()
{
    m_again = true;
    if (!m_cycle)
        schedule(0ms);
}

void TabularWorker::setPaused(bool paused)
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
        return setState(State::Failed, error);
    syncNow();
}

void TabularWorker::adopt()
{
    if (m_state != State::OtherAccount || !m_library || m_cycle)
        return;
    if (Error error = m_library->adopt(m_token.uid))
        return setState(State::Failed, error);
    m_library.reset(); // opened again with its new identity
    schedule(0ms);
}

void TabularWorker::listRefused()
{
    QList<RefusedRow> rows;
    if (m_library) {
        const auto listed = m_library->refused().list();
        if (!listed)
            return setState(State::Failed, listed.error());
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
    if (std::exchange(m_finishing, true))
        return;
    m_timer.stop();
    const bool hopeless =
        m_paused || m_state == State::Offline || m_state == State::OtherAccount || m_token.jwt.isEmpty();
    if (!m_cycle && (hopeless || !somethingDirty()))
        return stop();
    m_deadline.start(limit);
    if (!m_cycle && !m_probe)
        probe();
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
