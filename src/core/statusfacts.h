// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/storageworker.h"
#include "core/syncstatus.h"
#include "core/tabularworker.h"

namespace LumaSync {

/// What the two workers last said about themselves. The one place from which SyncStatus is derived.
struct StatusFacts
{
    TabularWorker::State tables = TabularWorker::State::Starting;
    Error tablesError;
    StorageWorker::State files = StorageWorker::State::Starting;
    Error filesError;
    RowCounts rows;
    int uncounted = 0; ///< uploads that ended lately: `rows` may lack what they wrote into the library
    QueueCounts queue;
    bool isUploading = false;
    UploadProgress upload;
    SyncStatus::Hold hold = SyncStatus::Hold::None;
    QDateTime lastSync;
    Error sessionNote;
    bool paused = false;
    bool stopping = false;

    /// Pure.
    [[nodiscard]] SyncStatus status() const;
};

} // namespace LumaSync
