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
    [[nodiscard]] Expected<int> refresh(const UploadKind &kind, const QVariant &id);
    /// All files of this row. An unknown table is no error: it has no files.
    [[nodiscard]] Expected<int> refreshRow(const QString &table, const QVariant &id);

    /// Behind which row a sweep goes on; the default begins at the first.
    struct Place
    {
        qsizetype owner = 0;
        QVariant id{};
    };
    struct Sweep
    {
        Place last{}; ///< give it to the next call
        int queued = 0;
        bool done = false;
    };
    /// Looks at the next `limit` rows for anything that was missed or changed.
    [[nodiscard]] Expected<Sweep> sweep(const Place &after, int limit = 200);

private:
    [[nodiscard]] Expected<int> enqueue(const UploadKind &kind, const RowFiles &row);

    const MediaReader *m_reader;
    StorageQueue *m_queue;
};

} // namespace LumaSync
