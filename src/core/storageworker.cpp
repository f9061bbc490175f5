// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/storageworker.h"

#include "core/libraryowner.h"
#include "core/storagebench.h"
#include "core/timeleft.h"
#include "core/uploadtask.h"
#include "net/reachability.h"
#include "net/tussession.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

namespace {

constexpr auto progressInterval = 100ms;
constexpr auto longestSleep = 60s;      // clocks jump: never trust a long timer
constexpr auto longestProbePause = 60s; // until a network that came back is noticed

std::chrono::milliseconds untilThen(const QDateTime &then)
{
    return std::chrono::milliseconds(qMax<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(then)));
}

} // namespace

StorageWorker::StorageWorker(Options options)
    : m_options(std::move(options))
    , m_timer(this)
    , m_clocks(this)
    , m_progressGate(this)
    , m_sweep(this)
{
    m_timer.setSingleShot(true);
    m_progressGate.setSingleShot(true);
    m_progressGate.setInterval(progressInterval);
    connect(&m_progressGate, &QTimer::timeout, this, &StorageWorker::showProgress);
    connect(&m_clocks, &QTimer::timeout, this, &StorageWorker::lookAtClocks);
    connect(&m_timer, &QTimer::timeout, this, &StorageWorker::proceed);
    connect(&m_sweep, &LibrarySweep::queued, this, [this] {
        publishCounts();
        proceed();
    });
    connect(&m_sweep, &LibrarySweep::completed, this, &StorageWorker::proceed);
    connect(&m_sweep, &LibrarySweep::failed, this, [this](const Error &error) {
        isTrouble(error);
        proceed();
    });
}

StorageWorker::~StorageWorker()
{
    delete m_task.data(); // before what it works with
    delete m_probe.data();
}

void StorageWorker::start()
{
    if (std::exchange(m_started, true) || m_stopping)
        return;
    lookAtClocks();
    m_clocks.start(m_options.clockInterval);
    proceed();
}

StorageFacts StorageWorker::facts()
{
    StorageFacts facts;
    facts.isOpen = m_bench != nullptr;
    facts.isBusy = m_task || m_probe || m_stopping || !m_started;
    facts.isPaused = m_paused;
    facts.isOnline = m_online;
    facts.hasToken = !m_token.jwt.isEmpty();
    facts.isTokenValid = m_token.isValid();
    facts.mustWait = !m_notBefore.hasExpired();
    if (m_bench && !facts.isBusy) {
        if (facts.hasToken && !facts.isPaused) {
            m_claim = claimLibrary(m_bench->database, m_token.uid);
            facts.isOwner = !m_claim;
            if (m_claim.kind == Error::Kind::Database && isTrouble(m_claim))
                facts.mustWait = true;
        }
        if (!findDueJob(facts))
            facts.mustWait = true;
    }
    return facts;
}

bool StorageWorker::findDueJob(StorageFacts &facts)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    constexpr qint64 any = std::numeric_limits<qint64>::max();
    const bool isHeld = hold() != SyncStatus::Hold::None;
    const auto due = m_bench->queue.nextDue(now, isHeld ? HELD_UPLOAD_SIZE : any);
    m_dueJob = due ? *due : std::nullopt;
    facts.hasDueJob = m_dueJob.has_value();
    if (!due)
        return !isTrouble(due.error());
    if (facts.hasDueJob || !isHeld)
        return true;
    const auto held = m_bench->queue.nextDue(now, any);
    facts.hasHeldJob = held && held->has_value();
    return held || !isTrouble(held.error());
}

// One look at everything, one step. Whatever changes calls it again.
void StorageWorker::proceed()
{
    switch (nextStep(facts())) {
    case StorageStep::Nothing:
        return;
    case StorageStep::Open:
        return open();
    case StorageStep::RestPaused:
        return setState(State::Paused);
    case StorageStep::RestSignedOut:
        return setState(State::SignedOut);
    case StorageStep::RestOtherAccount:
        return setState(State::OtherAccount, m_claim);
    case StorageStep::RestHeld:
        return rest(State::Held);
    case StorageStep::RestIdle:
        return restIdle();
    case StorageStep::Wait:
        return m_timer.start(timeLeft(m_notBefore) + 1ms);
    case StorageStep::Probe:
        return probe();
    case StorageStep::AskToken:
        return askToken();
    case StorageStep::TakeJob:
        return takeJob();
    }
}

void StorageWorker::open()
{
    auto bench = StorageBench::open(m_options.databasePath, m_options.schema, m_options.cacheFolder);
    if (!bench) {
        isTrouble(bench.error());
        return proceed();
    }
    if (m_options.excludedKinds) {
        if (const Error error = (*bench)->queue.setExcludedKinds(*m_options.excludedKinds)) {
            isTrouble(error);
            return proceed();
        }
    }
    m_bench = std::move(*bench);
    m_bench->limit.setRate(m_options.bandwidthLimit);
    publishCounts();
    m_sweep.start(m_bench.get(), m_options.watchInterval);
    proceed();
}

void StorageWorker::takeJob()
{
    publishCounts(); // before the state: whoever sees that work begins sees how much
    setState(State::Working);
    // At most one package lies around: an interrupted one can be built again, and its upload still goes on.
    if (m_dueJob->kind == UploadKind::AnalysisPackage)
        m_bench->packages.sweep({m_dueJob->localPath});
    PackageSettings package;
    package.folder = m_bench->packages.path();
    package.level = m_options.compressionLevel;
    const UploadContext context{
        .queue = &m_bench->queue,
        .reader = &m_bench->reader,
        .manager = &m_bench->manager,
        .pool = m_bench->pool.get(),
        .project = m_options.project,
        .package = package,
        .transfer = {.limit = &m_bench->limit, .stallLimit = m_options.stallLimit, .expectedRate = expectedRate()},
        .rate = &m_rate};
    m_task = new UploadTask(context, *m_dueJob, m_token, this);
    connect(m_task, &UploadTask::progressed, this, &StorageWorker::noteProgress);
    connect(m_task, &UploadTask::tokenNeeded, this, [this] { askToken(); });
    connect(m_task, &UploadTask::finished, this, &StorageWorker::taskFinished);
    m_task->start();
    Q_EMIT uploadStarted(m_task->progress());
}

void StorageWorker::taskFinished(const UploadOutcome &outcome)
{
    m_task = nullptr;
    m_countedJob = 0;
    m_hasProgress = false;
    m_link.add(outcome.bytesSent, outcome.sendTime);
    if (outcome.progressed)
        m_troubles = 0;
    switch (outcome.kind) {
    case UploadOutcome::Kind::Uploaded:
        m_uploaded = true;
        waitFor(m_options.retry.betweenUploads(m_troubles, m_options.pause));
        break;
    case UploadOutcome::Kind::Moot:
        waitFor(m_options.pause);
        break;
    case UploadOutcome::Kind::Failed:
        failed(outcome);
        break;
    }
    publishCounts();
    Q_EMIT uploadFinished(outcome.progress, outcome.error);
    if (m_stopping)
        return finishStopLater();
    proceed();
}

void StorageWorker::failed(const UploadOutcome &outcome)
{
    using Action = RetryPolicy::Action;
    const Error &error = outcome.error;
    const int attempts = outcome.progressed ? 0 : outcome.job.attempts;
    const RetryPolicy::Decision decision = m_options.retry.decide(error, attempts, m_troubles);
    switch (decision.action) {
    case Action::Leave:
        return;
    case Action::RetryJob:
    case Action::FailJob:
        if (error.kind != Error::Kind::File && error.kind != Error::Kind::Configuration && error.code != urlLife)
            ++m_troubles;
        record(outcome.job, error, decision);
        return waitFor(m_options.retry.betweenUploads(m_troubles, m_options.pause));
    case Action::WaitOnline:
        m_online = false;
        m_doubtedJob = outcome.job;
        m_doubtedJob->attempts = attempts;
        m_doubt = error;
        return;
    case Action::WaitToken:
        m_token.expiry = QDeadlineTimer(0);
        ++m_troubles; // fresh tokens that are refused, too
        return waitFor(m_options.retry.workerBackoff.delay(m_troubles));
    case Action::PauseAll:
        ++m_troubles;
        waitFor(decision.delay);
        return setState(error.kind == Error::Kind::Busy ? State::Waiting : State::Failed, error);
    }
}

void StorageWorker::record(const UploadJob &job, const Error &error, const RetryPolicy::Decision &decision)
{
    std::optional<QDateTime> again;
    if (decision.action != RetryPolicy::Action::FailJob)
        again = QDateTime::currentDateTimeUtc().addMSecs(decision.delay.count());
    const auto stored = m_bench->queue.fail(job, error, decision.attempts, again);
    if (!stored)
        isTrouble(stored.error());
}

void StorageWorker::probe()
{
    m_probe = new ReachabilityProbe(&m_bench->manager, m_options.project, this);
    connect(m_probe, &ReachabilityProbe::finished, this, &StorageWorker::probed);
    m_probe->start();
}

void StorageWorker::probed(const Error &error)
{
    m_probe = nullptr;
    if (m_stopping)
        return finishStopLater();
    if (error.kind == Error::Kind::Canceled)
        return proceed();
    if (error) {
        m_doubtedJob.reset(); // offline is not an attempt
        m_notBefore.setRemainingTime(
            std::min<std::chrono::milliseconds>(m_options.retry.workerBackoff.delay(++m_probes), longestProbePause));
        setState(error.kind == Error::Kind::Tls ? State::Failed : State::Offline, error);
        return proceed();
    }
    m_online = true;
    m_probes = 0;
    if (const auto job = std::exchange(m_doubtedJob, std::nullopt)) {
        record(*job, m_doubt, m_options.retry.afterProbe(m_doubt, job->attempts, m_troubles));
        ++m_troubles;
        waitFor(m_options.retry.betweenUploads(m_troubles, m_options.pause));
        publishCounts();
    }
    proceed();
}

void StorageWorker::askToken()
{
    if (std::exchange(m_askedToken, true))
        return;
    if (!m_task)
        setState(State::Waiting);
    Q_EMIT tokenRefreshRequested(m_token);
}

void StorageWorker::restIdle()
{
    if (m_sweep.isComplete()) // before that nobody knows what is missing
        rest(State::Idle);
}

void StorageWorker::rest(State state)
{
    setState(state);
    if (std::exchange(m_uploaded, false))
        Q_EMIT queueDrained();
    if (m_counts.waiting() == 0)
        return;
    const auto next = m_bench->queue.nextAttempt();
    if (next && next->isValid())
        m_timer.start(std::min<std::chrono::milliseconds>(untilThen(*next) + 1ms, longestSleep));
}

void StorageWorker::waitFor(std::chrono::milliseconds delay)
{
    if (delay > timeLeft(m_notBefore))
        m_notBefore.setRemainingTime(delay);
}

bool StorageWorker::isTrouble(const Error &error)
{
    if (!error)
        return false;
    ++m_troubles;
    waitFor(m_options.retry.workerBackoff.delay(m_troubles));
    setState(State::Failed, error);
    return true;
}

void StorageWorker::publishCounts()
{
    if (!m_bench)
        return;
    const auto counts = m_bench->queue.counts();
    m_countedBytes = m_task ? m_task->progress().acknowledged : 0;
    if (counts && std::exchange(m_counts, *counts) != *counts)
        Q_EMIT countsChanged(m_counts);
}

void StorageWorker::setState(State state, const Error &error)
{
    if (m_state == state && m_error.kind == error.kind && m_error.code == error.code)
        return;
    m_state = state;
    m_error = error;
    const SyncStatus::Hold held = state == State::Held ? hold() : SyncStatus::Hold::None;
    if (std::exchange(m_hold, held) != held)
        Q_EMIT holdChanged(held);
    Q_EMIT stateChanged(state, error);
}

// After the job that just reported its end is gone: it uses what is destroyed here.
void StorageWorker::finishStopLater()
{
    QMetaObject::invokeMethod(this, [this] { finishStop(); }, Qt::QueuedConnection);
}

void StorageWorker::finishStop()
{
    if (m_state == State::Stopped || m_task || m_probe)
        return;
    m_timer.stop();
    m_clocks.stop();
    m_progressGate.stop();
    m_sweep.stop();
    m_bench.reset();
    setState(State::Stopped);
    Q_EMIT stopped();
}

} // namespace LumaSync
