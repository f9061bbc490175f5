// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
// The commands of SyncEngine: each is handed to the worker that it is for.
#include "core/syncengine_p.h"

namespace LumaSync {

void SyncEngine::signIn(const QString &email, const QString &password)
{
    Private::post(d->account, &Account::signIn, email, password);
}

void SyncEngine::signOut()
{
    Private::post(d->account, &Account::signOut);
}

void SyncEngine::adoptLibrary()
{
    Private::post(d->tables, &TabularWorker::adopt);
}

void SyncEngine::syncNow()
{
    Private::post(d->tables, &TabularWorker::syncNow);
    Private::post(d->files, &StorageWorker::wake);
}

void SyncEngine::setPaused(bool paused)
{
    d->facts.paused = paused;
    Private::post(d->tables, &TabularWorker::setPaused, paused);
    Private::post(d->files, &StorageWorker::setPaused, paused);
    refreshStatus();
}

void SyncEngine::retryNow()
{
    Private::post(d->tables, &TabularWorker::retryRefused);
    Private::post(d->files, &StorageWorker::retryAllFailed);
}

void SyncEngine::listItems()
{
    if (d->files)
        Private::post(d->files, &StorageWorker::listItems);
    else
        Private::post(d->tables, &TabularWorker::listRefused);
}

void SyncEngine::retryUpload(qint64 jobId)
{
    Private::post(d->files, &StorageWorker::retry, jobId);
}

void SyncEngine::removeUpload(qint64 jobId)
{
    Private::post(d->files, &StorageWorker::remove, jobId);
}

void SyncEngine::setUploadExcluded(qint64 jobId, bool excluded)
{
    Private::post(d->files, &StorageWorker::setExcluded, jobId, excluded);
}

void SyncEngine::setExcludedKinds(const QSet<UploadKind> &kinds)
{
    m_options.excludedKinds = kinds;
    Private::post(d->files, &StorageWorker::setExcludedKinds, kinds);
}

void SyncEngine::setTrackExcluded(qint64 trackId, bool excluded)
{
    Private::post(d->files, &StorageWorker::setTrackExcluded, QVariant(trackId), excluded);
}

void SyncEngine::setBandwidthLimit(qint64 bytesPerSecond)
{
    m_options.bandwidthLimit = bytesPerSecond;
    Private::post(d->files, &StorageWorker::setBandwidthLimit, bytesPerSecond);
}

void SyncEngine::setUploadsOnMetered(bool allowed)
{
    m_options.uploadsOnMetered = allowed;
    Private::post(d->files, &StorageWorker::setOnMetered, allowed);
}

void SyncEngine::setUploadsOnPowerSaving(bool allowed)
{
    m_options.uploadsOnPowerSaving = allowed;
    Private::post(d->files, &StorageWorker::setOnPowerSaving, allowed);
}

void SyncEngine::setPowerSaving(bool saving)
{
    d->system.setPowerSaving(saving);
}

void SyncEngine::setCompressionLevel(int level)
{
    m_options.compressionLevel = level;
    Private::post(d->files, &StorageWorker::setCompressionLevel, level);
}

void SyncEngine::trackImported(qint64 trackId)
{
    Private::post(d->files, &StorageWorker::trackImported, QVariant(trackId));
}

void SyncEngine::artworkExtracted(qint64 trackId)
{
    Private::post(d->files, &StorageWorker::artworkExtracted, QVariant(trackId));
}

void SyncEngine::analysisFinished(qint64 trackId)
{
    Private::post(d->files, &StorageWorker::analysisFinished, QVariant(trackId));
}

void SyncEngine::rowChanged(const QString &table, const QVariant &key)
{
    Private::post(d->files, &StorageWorker::rowChanged, table, key);
}

} // namespace LumaSync
