// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
// The commands of StorageWorker: what the host and the person say.
#include "core/storagebench.h"
#include "core/storageworker.h"
#include "core/uploadtask.h"
#include "net/reachability.h"

namespace LumaSync {

namespace {

constexpr int listLimit = 5000;

UploadItem itemFrom(const UploadJob &job, const QString &title)
{
    return {.id = job.id,
            .kind = uploadType(job.kind),
            .trackId = job.trackId.toString(),
            .title = title,
            .localPath = job.localPath,
            .size = job.fileSize,
            .acknowledged = job.bytesUploaded,
            .status = statusText(job.status),
            .attempts = job.attempts,
            .lastError = job.lastError,
            .lastErrorKind = job.lastErrorKind,
            .nextAttempt = job.nextAttempt,
            .excluded = job.excluded};
}

} // namespace

void StorageWorker::setToken(const AccessToken &token)
{
    const bool isAnother = !m_token.uid.isEmpty() && token.uid != m_token.uid;
    m_token = token;
    m_askedToken = false;
    if (isAnother)
        interrupt();
    else if (m_task)
        m_task->setToken(token);
    proceed();
}

void StorageWorker::refreshFailed(const Error &error)
{
    if (!std::exchange(m_askedToken, false))
        return;
    interrupt();
    ++m_troubles;
    waitFor(m_options.retry.workerBackoff.delay(m_troubles, error.retryAfter));
    setState(error.kind == Error::Kind::Offline ? State::Offline : State::Waiting, error);
    proceed();
}

void StorageWorker::signedOut()
{
    m_token = {};
    m_askedToken = false;
    interrupt();
    proceed();
}

void StorageWorker::setOnline(bool online)
{
    if (std::exchange(m_online, online) == online && online)
        return;
    if (online) {
        m_notBefore = QDeadlineTimer(0);
        m_probes = 0;
    } else {
        interrupt();
    }
    proceed();
}

void StorageWorker::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        interrupt();
    proceed();
}

void StorageWorker::setCompressionLevel(int level)
{
    m_options.compressionLevel = qBound(1, level, 22);
}

void StorageWorker::interrupt()
{
    if (m_task)
        m_task->cancel();
}

void StorageWorker::wake()
{
    m_notBefore = QDeadlineTimer(0);
    m_troubles = 0;
    m_probes = 0;
    m_sweep.request();
    proceed();
}

// Before the library is open there is nothing to do: the first sweep looks at everything.
void StorageWorker::trackImported(const QVariant &trackId)
{
    if (m_bench && !m_stopping)
        hinted(m_bench->populator.trackImported(trackId));
}

void StorageWorker::artworkExtracted(const QVariant &trackId)
{
    if (m_bench && !m_stopping)
        hinted(m_bench->populator.artworkExtracted(trackId));
}

void StorageWorker::analysisFinished(const QVariant &trackId)
{
    if (m_bench && !m_stopping)
        hinted(m_bench->populator.analysisFinished(trackId));
}

void StorageWorker::rowChanged(const QString &table, const QVariant &key)
{
    if (m_bench && !m_stopping)
        hinted(m_bench->populator.refreshRow(table, key));
}

void StorageWorker::hinted(const Expected<int> &queued)
{
    if (!queued) // busy, most likely
        return m_sweep.request(std::chrono::seconds(1));
    publishCounts();
    proceed();
}

void StorageWorker::retryAllFailed()
{
    if (m_bench && !isTrouble(m_bench->queue.retryAllFailed()))
        wake();
    publishCounts();
}

void StorageWorker::retry(qint64 jobId)
{
    if (m_bench && !isTrouble(m_bench->queue.retry(jobId)))
        wake();
    publishCounts();
}

void StorageWorker::remove(qint64 jobId)
{
    if (m_task && m_task->progress().jobId == jobId)
        interrupt();
    if (m_bench)
        isTrouble(m_bench->queue.remove(jobId));
    publishCounts();
    proceed();
}

void StorageWorker::setExcluded(qint64 jobId, bool excluded)
{
    if (!m_bench)
        return;
    const auto job = m_bench->queue.job(jobId);
    if (!job || !*job)
        return;
    excludeRow(**job, excluded);
}

void StorageWorker::setTrackExcluded(const QVariant &trackId, bool excluded)
{
    if (!m_bench)
        return;
    // One job is enough to remember it by: those to come look at their track's others.
    const auto known = m_bench->populator.refresh(UploadKind::TrackAudio, trackId);
    if (!known)
        isTrouble(known.error());
    UploadJob audio;
    audio.kind = UploadKind::TrackAudio;
    audio.trackId = trackId;
    excludeRow(audio, excluded);
}

void StorageWorker::excludeRow(const UploadJob &job, bool excluded)
{
    if (isTrouble(m_bench->queue.setRowExcluded(job, excluded)))
        return;
    if (excluded && m_task && m_task->progress().trackId == job.trackId.toString())
        interrupt();
    publishCounts();
    proceed();
}

void StorageWorker::setExcludedKinds(const QSet<UploadKind> &kinds)
{
    m_options.excludedKinds = kinds;
    if (!m_bench || isTrouble(m_bench->queue.setExcludedKinds(kinds)))
        return;
    if (m_task) {
        const auto kind = uploadKindFrom(m_task->progress().kind);
        if (kind && kinds.contains(*kind))
            interrupt();
    }
    publishCounts();
    proceed();
}

void StorageWorker::listItems()
{
    QList<UploadItem> items;
    if (m_bench) {
        if (const auto jobs = m_bench->queue.jobs(0, listLimit)) {
            for (const UploadJob &job : *jobs)
                items.append(itemFrom(job, m_bench->title(job)));
        }
    }
    Q_EMIT itemsListed(items);
}

void StorageWorker::stop()
{
    if (std::exchange(m_stopping, true))
        return;
    interrupt();
    if (m_probe)
        m_probe->cancel();
    if (!m_task && !m_probe) // never from inside the call
        finishStopLater();
}

} // namespace LumaSync
