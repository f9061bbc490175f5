// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/statusfacts.h"

#include <cmath>

namespace LumaSync {

namespace {

using State = SyncStatus::State;
using Tables = TabularWorker::State;
using Files = StorageWorker::State;

State stateOf(const StatusFacts &facts, const SyncStatus &status)
{
    if (facts.tables == Tables::Stopped)
        return State::Stopped;
    if (facts.stopping)
        return State::Stopping;
    if (facts.tables == Tables::Failed || facts.tables == Tables::OtherAccount || facts.files == Files::Failed ||
        facts.files == Files::OtherAccount)
        return State::NeedsAttention;
    if (facts.tables == Tables::Starting || facts.files == Files::Starting)
        return State::Starting;
    if (facts.tables == Tables::SignedOut || facts.files == Files::SignedOut)
        return State::SignedOut;
    if (facts.paused)
        return State::Paused;
    if (facts.tables == Tables::Offline || facts.files == Files::Offline)
        return State::Offline;
    if (facts.isUploading ||
        (facts.files == Files::Working && status.uploadsWaiting > 0)) // the pause after a file, too
        return State::Uploading;
    if (facts.tables == Tables::Syncing || facts.uncounted > 0)
        return State::Syncing;
    if (status.rowsRefused > 0 || status.uploadsFailed > 0)
        return State::NeedsAttention;
    if (status.rowsWaiting > 0 || status.uploadsWaiting > 0)
        return State::Waiting;
    return State::UpToDate;
}

} // namespace

// What lies between the last byte acknowledged and the last one sent is under way: the server says so a chunk later.
qint64 SyncStatus::secondsLeft() const
{
    if (!isUploading || upload.bytesPerSecond < 1)
        return -1;
    const qint64 underWay = qMax<qint64>(0, upload.sent - upload.acknowledged);
    return qint64(std::ceil(double(qMax<qint64>(0, bytesWaiting - underWay)) / upload.bytesPerSecond));
}

SyncStatus StatusFacts::status() const
{
    SyncStatus status;
    status.rowsWaiting = rows.waiting;
    status.rowsRefused = rows.refused;
    status.uploadsWaiting = queue.waiting();
    status.uploadsFailed = queue.failed.jobs;
    status.uploadsExcluded = queue.excluded.jobs;
    status.bytesWaiting = queue.bytesLeft();
    status.isUploading = isUploading;
    status.upload = upload;
    if (files == Files::Held)
        status.hold = hold;
    status.lastSync = lastSync;
    status.sessionNote = sessionNote;
    status.problem = tablesError ? tablesError : filesError;
    status.state = stateOf(*this, status);
    return status;
}

} // namespace LumaSync
