// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "medialibrary.h"
#include "runningworker.h"
#include "storagescript.h"

#include <optional>

namespace LumaSync {

/// A library, a cloud that does as it is told, and what the storage worker's tests ask of both.
class StorageFixture
{
protected:
    using Running = RunningWorker;
    static constexpr qint64 chunk = UPLOAD_CHUNK_SIZE;

    void renew();
    StorageWorker::Options options();
    UploadJob job(UploadKind kind, qint64 track);
    /// Adds a track whose audio needs `chunks` chunks and a little more.
    qint64 addLargeTrack(const QString &hash, int chunks = 3);
    QByteArray audioOf(const QString &hash);
    /// What lies in the folders for packages.
    QStringList leftovers();
    /// A fault for the first `times` requests whose name begins with `prefix`.
    void failRequests(const QByteArray &prefix, int times, const HttpScript::Step &step);

    std::optional<MediaLibrary> m_library;
    std::optional<StorageScript> m_cloud;
    std::optional<StorageQueue> m_queue;
};

} // namespace LumaSync
