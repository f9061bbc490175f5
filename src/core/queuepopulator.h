// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/mediareader.h"
#include "core/storagequeue.h"

namespace LumaSync {

/// Puts into the queue what should be in the cloud. Every question is a query over the library and a look at
/// the files, never a counter in memory, so each call can be repeated, come late or be missed. Thread: the
/// connection's. Owner: the caller, who keeps `reader` and `queue` alive.
class QueuePopulator
{
public:
    QueuePopulator(const MediaReader *reader, StorageQueue *queue);

    /// Each returns how many jobs were added or began anew. An unknown id is no error: the track is gone
    /// again.
    [[nodiscard]] Expected<int> trackImported(const QVariant &id);
    [[nodiscard]] Expected<int> artworkExtracted(const QVariant &id);
    [[nodiscard]] Expected<int> analysisFinished(const QVariant &id);
    [[nodiscard]] Expected<int> refresh(UploadKind kind, const QVariant &id);

    struct Sweep
    {
        QVariant last{}; ///< give it to the next call
        int queued = 0;
        bool done = false;
    };
    /// Looks at the next `limit` tracks for anything that was missed or changed. Begin with an invalid
    /// `after`.
    [[nodiscard]] Expected<Sweep> sweep(const QVariant &after, int limit = 200);

private:
    [[nodiscard]] Expected<int> enqueue(UploadKind kind, const TrackMedia &track);

    const MediaReader *m_reader;
    StorageQueue *m_queue;
};

} // namespace LumaSync
