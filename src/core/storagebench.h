// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/database.h"
#include "core/mediareader.h"
#include "core/packagefolder.h"
#include "core/queuepopulator.h"
#include "core/storagequeue.h"
#include "net/bandwidthlimit.h"

#include <QNetworkAccessManager>
#include <QThreadPool>

#include <memory>

namespace LumaSync {

/// The storage worker's tools, made together once the library can be opened. Lives in the thread that opened
/// it.
class StorageBench
{
    struct EndPool
    {
        void operator()(QThreadPool *pool) const;
    };

public:
    /// Opens the library and prepares the folder for packages: swept but for what the queue still needs.
    [[nodiscard]] static Expected<std::unique_ptr<StorageBench>>
    open(const QString &databasePath, const SchemaDescription &schema, const QString &cacheFolder);

    /// A number that changes when another connection has written.
    [[nodiscard]] qint64 dataVersion() const;
    [[nodiscard]] QString title(const UploadJob &job) const;

    Database database;
    StorageQueue queue;
    MediaReader reader;
    QueuePopulator populator;
    PackageFolder packages;
    QNetworkAccessManager manager;
    BandwidthLimit limit;
    std::unique_ptr<QThreadPool, EndPool> pool; ///< one helper at a time; its end is not waited for

    StorageBench(Database opened, const FileCatalog &catalog, const QString &packageFolder);
};

} // namespace LumaSync
