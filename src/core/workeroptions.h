// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/storageworker.h"
#include "core/syncengine.h"
#include "core/tabularworker.h"

namespace LumaSync {

// What a host says, as each of the two workers wants it. Pure.

[[nodiscard]] TabularWorker::Options tableOptions(const SyncOptions &options);
[[nodiscard]] StorageWorker::Options fileOptions(const SyncOptions &options);
/// Whether any row has files.
[[nodiscard]] bool hasFiles(const SchemaDescription &schema);

} // namespace LumaSync
