// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
// How StorageWorker behaves towards the person, the network and the machine: limits, holds, progress, clocks.
#include "core/storagebench.h"
#include "core/storageworker.h"
#include "core/uploadtask.h"
#include "net/tussession.h"

namespace LumaSync {

void StorageWorker::setBandwidthLimit(qint64 bytesPerSecond)
{
    m_options.bandwidthLimit = bytesPerSecond;
    if (!m_bench)
        return;
    m_bench->limit.setRate(bytesPerSecond);
    isTrouble(m_bench->queue.endWaits(urlLife)); // it may be fast enough now
    proceed();
}

// What the link can do, and what it may do.
double StorageWorker::expectedRate() const
{
    const double link = m_link.best();
    const auto limit = double(m_options.bandwidthLimit);
    return link > 0 && limit > 0 ? std::min(link, limit) : std::max(link, limit);
}

void StorageWorker::setConditions(const SystemConditions &conditions)
{
    m_conditions = conditions;
    applyHold();
}

void StorageWorker::setOnMetered(bool allowed)
{
    m_options.onMetered = allowed;
    applyHold();
}

void StorageWorker::setOnPowerSaving(bool allowed)
{
    m_options.onPowerSaving = allowed;
    applyHold();
}

SyncStatus::Hold StorageWorker::hold() const
{
    return holdFor(m_conditions, m_options.onMetered, m_options.onPowerSaving);
}

void StorageWorker::applyHold()
{
    const bool isLarge = m_task && m_task->progress().size > HELD_UPLOAD_SIZE;
    if (isLarge && hold() != SyncStatus::Hold::None)
        interrupt();
    if (m_state == State::Held && hold() != m_hold)
        setState(State::Working); // so that the new reason is told
    proceed();
}

void StorageWorker::networkChanged()
{
    m_link = {};
    interrupt();
    if (m_bench)
        isTrouble(m_bench->queue.endWaits(urlLife));
    m_notBefore = QDeadlineTimer(0);
    m_probes = 0;
    proceed();
}

void StorageWorker::lookAtClocks()
{
    using namespace std::chrono;
    const auto steady = duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
    if (!m_clockJump.note(steady, milliseconds(m_options.wallClock().toMSecsSinceEpoch())))
        return;
    interrupt(); // a connection that slept is dead more often than not, and nothing would say so for a minute
    wake();
}

void StorageWorker::noteProgress(const UploadProgress &progress)
{
    m_progress = progress;
    m_hasProgress = true;
    if (!m_progressGate.isActive())
        showProgress();
}

void StorageWorker::showProgress()
{
    if (!std::exchange(m_hasProgress, false))
        return;
    m_progressGate.start();
    if (!m_progress.isPreparing && std::exchange(m_countedJob, m_progress.jobId) != m_progress.jobId)
        publishCounts();
    if (const qint64 more = m_progress.acknowledged - m_countedBytes; more != 0 && m_countedJob == m_progress.jobId) {
        m_countedBytes += more; // what a look at the queue would say
        m_counts.uploading.uploaded += more;
        Q_EMIT countsChanged(m_counts);
    }
    Q_EMIT progressed(m_progress);
}

} // namespace LumaSync
