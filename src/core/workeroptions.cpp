// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/workeroptions.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

TabularWorker::Options tableOptions(const SyncOptions &options)
{
    TabularWorker::Options tables;
    tables.databasePath = options.databasePath;
    tables.project = options.project;
    tables.schema = options.schema;
    tables.interval = options.interval;
    return tables;
}

bool hasFiles(const SchemaDescription &schema)
{
    return std::ranges::any_of(schema.tables, [](const TableDescription &table) { return !table.files.isEmpty(); });
}

StorageWorker::Options fileOptions(const SyncOptions &options)
{
    StorageWorker::Options files;
    files.databasePath = options.databasePath;
    files.project = options.project;
    files.schema = options.schema;
    files.cacheFolder =
        options.cacheFolder.isEmpty()
            ? QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)).filePath(u"lumasync"_s)
            : options.cacheFolder;
    files.pause = options.uploadPause;
    files.compressionLevel = options.compressionLevel;
    files.stallLimit = options.stallLimit;
    files.bandwidthLimit = options.bandwidthLimit;
    files.onMetered = options.uploadsOnMetered;
    files.onPowerSaving = options.uploadsOnPowerSaving;
    return files;
}

} // namespace LumaSync
