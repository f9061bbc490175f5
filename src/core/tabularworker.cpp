// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/tabularworker.h"

#include "core/library.h"
#include "core/libraryowner.h"
#include "core/librarypause.h"
#include "core/tabularcycle.h"
#include "core/timeleft.h"
#include "net/reachability.h"

#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

namespace {

constexpr auto backoffCap = 15min;
constexpr auto watchInterval = 1s;
constexpr auto longestRest = 1h;
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
    connect(&m_watch, &QTimer::timeout, this, &TabularWorker::watch);
    connect(&m_deadline, &QTimer::timeout, this, &TabularWorker::end);
}

TabularWorker::~TabularWorker()
{
    delete m_probe.data(); // before what they work with
    delete m_cycle.data();
}

void TabularWorker::start()
{
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_rest = std::make_unique<RestClient>(m_manager.get(), m_options.project);
    m_monotonic.start();
    m_watch.start(watchInterval);
    tick();
}

Error TabularWorker::open()
{
    if (m_library)
        return {};
    m_fileIdentity = fileIdentity(m_options.databasePath);
    m_dataVersion = -1;
    m_restUntil = {};
    auto library = Library::open(m_options.databasePath, m_options.schema, m_options.busyTimeout);
    if (!library)
        return library.error();
    if (Error error = (*library)->refused().sweep((*library)->schema()))
        return error;
    const auto when = (*library)->meta(u"last_sync"_s);
    if (!when)
        return when.error();
    m_library = std::move(*library);
    if (!when->isEmpty())
        Q_EMIT synced(QDateTime::fromString(*when, Qt::ISODate));
    exchangePause();
    if (!std::exchange(m_migrated, true))
        Q_EMIT migrated();
    return {};
}

// The host put another file in its place (a restored backup): what we hold open is a file that nobody sees any more.
void TabularWorker::closeReplaced()
{
    if (m_library && fileIdentity(m_options.databasePath) != m_fileIdentity)
        m_library.reset();
}

Error TabularWorker::noteSync()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (Error error = m_library->setMeta(u"last_sync"_s, now.toString(Qt::ISODate)))
        return error;
    Q_EMIT synced(now);
    return {};
}

// Busy or full, the connection is sound. Else it is opened anew at the next beat, which goes on where the cause is
// gone.
void TabularWorker::databaseTrouble(const Error &error)
{
    if (error.code != "busy"_L1 && error.code != "full"_L1 && !m_cycle)
        m_library.reset();
    setState(State::Failed, error);
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
    if (m_ending == Ending::No && !m_paused)
        m_timer.start(delay);
}

std::chrono::milliseconds TabularWorker::soon() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_options.interval * 0.1 * m_options.jitter());
}

std::chrono::milliseconds TabularWorker::timeToWait() const
{
    return std::max(timeLeft(m_backoff), timeLeft(m_retryAfter));
}

// All that waits was refused, or waits for what was: no look at it helps before a pause is over or somebody writes.
void TabularWorker::rest(const CycleReport &report)
{
    m_restUntil = {};
    if (report.error || report.requests > 0 || report.moreToDo || report.refused > 0 || m_again)
        return;
    m_restFrom = QDateTime::currentDateTimeUtc();
    m_restVersion = dataVersion();
    const auto pause = std::min<std::chrono::milliseconds>(m_parked.remaining(), longestRest);
    m_restUntil = m_restFrom.addMSecs(pause.count());
    if (const QDateTime due = m_library->refused().nextAttempt(); due.isValid())
        m_restUntil = std::min(m_restUntil, due);
}

bool TabularWorker::isResting() const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return m_restUntil.isValid() && now >= m_restFrom && now < m_restUntil && dataVersion() == m_restVersion;
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

// Changes when another connection has written (sqlite.org/pragma.html#pragma_data_version); reads no table.
qint64 TabularWorker::dataVersion() const
{
    const auto version = m_library->database().value(u"PRAGMA data_version"_s);
    return version ? version->toLongLong() : -1;
}

// Every second: what tells that the world has changed and costs next to nothing.
void TabularWorker::watch()
{
    const auto wall =
        m_options.wallClock ? m_options.wallClock() : std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch());
    if (m_clock.note(std::chrono::milliseconds(m_monotonic.elapsed()), wall)) { // woken up: once, however late it is
        m_backoff = QDeadlineTimer(0);
        if (!m_cycle && !m_probe)
            schedule(soon());
    }
    if (!m_library || m_cycle)
        return;
    closeReplaced();
    if (!m_library)
        return schedule(0ms);
    if (m_pauseIsNew)
        exchangePause();
    const qint64 version = dataVersion();
    if (std::exchange(m_dataVersion, version) == version)
        return;
    publishCounts();
    exchangePause();
}

// What the person said here goes first; a library that is busy is asked again at the next look.
void TabularWorker::exchangePause()
{
    if (m_pauseIsNew) {
        m_pauseIsNew = bool(setLibraryPaused(m_library->database(), m_paused));
        return;
    }
    const auto paused = isLibraryPaused(m_library->database());
    if (!paused || *paused == m_paused)
        return;
    applyPause(*paused);
    Q_EMIT pauseChanged(*paused);
}

// One beat: is there anything to do, and may it be done now? Each early return leaves the next beat scheduled.
void TabularWorker::tick()
{
    if (m_state == State::Stopped)
        return;
    // A tenth more or less, so that a fleet that was started together drifts apart.
    const auto interval =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_options.interval * (0.9 + 0.2 * m_options.jitter()));
    schedule(interval);
    if (m_cycle || m_probe) // longer than an interval: the beat goes on all the same
        return;
    closeReplaced();
    if (m_library && m_library->isOutdated()) // the host has changed its schema: tracking may be lost
        m_library.reset();
    if (Error error = open())
        return setState(State::Failed, error);
    publishCounts();
    if (m_paused)
        return setState(m_token.jwt.isEmpty() ? State::SignedOut : State::Idle);
    const auto any = m_library->rows().any();
    if (!any) // opened anew, and repaired, at the next beat
        return databaseTrouble(any.error());
    if (m_token.jwt.isEmpty())
        return setState(State::SignedOut);
    if (Error error = claimLibrary(m_library->database(), m_token.uid))
        return error.kind == Error::Kind::Forbidden ? setState(State::OtherAccount, error) : databaseTrouble(error);
    if (!*any) {
        m_parked.clear();
        if (m_state != State::Offline) // being reachable again is seen by the next request, not assumed
            setState(State::Idle);
        return;
    }
    if (const auto wait = timeToWait(); wait > 0ms)
        return schedule(std::min<std::chrono::milliseconds>(wait, interval));
    if (!m_token.isValid()) // a large body with an expired token would come back as a reset connection
        return Q_EMIT tokenRefreshRequested(m_token);
    if (isResting())
        return setState(m_parked.reason() ? State::Failed : State::Idle, m_parked.reason());
    probe();
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
        if (m_ending != Ending::No)
            end();
    });
    probe->start();
}

// Whose library it is is asked again here: somebody else may have signed in since the last look.
void TabularWorker::runCycle()
{
    if (const Error error = claimLibrary(m_library->database(), m_token.uid)) {
        if (error.kind == Error::Kind::Forbidden)
            setState(State::OtherAccount, error);
        else
            databaseTrouble(error);
        return m_ending != Ending::No ? end() : void();
    }
    setState(State::Syncing);
    m_again = false;
    m_lastCycle = m_ending != Ending::No;
    m_waitingAtStart = m_counts.waiting;
    m_rest->setToken(m_token);
    m_library->rows().setOwner(m_token.uid);
    m_spared = m_parked.waiting();
    QList<qsizetype> parked;
    for (const QString &table : std::as_const(m_spared))
        parked.append(m_library->schema().indexOf(table));
    m_cycle = new TabularCycle(
        {m_library->schema(), m_library->rows(), m_library->tombstones(), *m_rest, m_options.limits, parked}, this);
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
    m_parked.note(report.parked, m_spared);
    rest(report);
    Q_EMIT cycleFinished(report);
    Error error = report.error;
    if (!error)
        error = noteSync();
    if (error) {
        cycleFailed(error);
    } else {
        m_failures = 0;
        if (report.rowsSent + report.rowsDeleted > 0)
            m_library->remember();
        setState(m_parked.reason() ? State::Failed : State::Idle, m_parked.reason());
    }
    if (m_ending != Ending::No) // what was edited behind the running cycle's back still has the rest of the time
        return m_lastCycle || error || !somethingDirty() ? end() : runCycle();
    const bool another = !error && (m_again || report.moreToDo);
    m_repeats = another ? m_repeats + 1 : 0;
    if (another && m_repeats <= repeatLimit)
        schedule(0ms);
}

void TabularWorker::cycleFailed(const Error &error)
{
    if (error.kind == Error::Kind::Canceled) { // paused, signed out, or another account: the next beat says which
        if (m_paused)
            setState(State::Idle);
        return schedule(0ms);
    }
    if (error.kind == Error::Kind::Database)
        return databaseTrouble(error);
    ++m_failures;
    m_backoff.setRemainingTime(
        std::max(m_options.interval, Backoff{m_options.interval / 2, backoffCap, m_options.jitter}.delay(m_failures)));
    m_retryAfter.setRemainingTime(error.retryAfter);
    schedule(timeToWait());
    if (error.kind == Error::Kind::SignedOut)
        setState(State::SignedOut, error);
    else
        setState(isNetworkTrouble(error.kind) ? State::Offline : State::Failed, error);
}

} // namespace LumaSync
