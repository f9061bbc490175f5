// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/filecatalog.h"
#include "core/uploadjob.h"
#include "net/error.h"

#include <QDateTime>
#include <QSet>

#include <limits>
#include <optional>

namespace LumaSync {

class Database;

/// The persistent upload queue `storage_sync_queue`: at most one row for each kind of upload and row of the library.
/// Every change that belongs to a job names the revision that was read: a job whose media changed meanwhile is left
/// alone, and the call says so with `false`. Thread: the connection's. Owner: the caller, who keeps
/// `database` alive.
class StorageQueue
{
public:
    explicit StorageQueue(const Database *database, FileCatalog catalog = FileCatalog::luma());

    /// Table, indexes and the triggers that remove the jobs of a deleted row; each can be repeated. None where no row
    /// has files.
    [[nodiscard]] static QStringList createStatements(const FileCatalog &catalog = FileCatalog::luma());

    enum class Enqueued { Added, Changed, Unchanged };
    /// Idempotent. Changed: the media or the object's name differ from what the queue knows, so the job
    /// starts over.
    [[nodiscard]] Expected<Enqueued> enqueue(const UploadRequest &request);
    /// Many at once, in one transaction; none at all where nothing is new. Returns how many were added or
    /// changed.
    [[nodiscard]] Expected<int> enqueueAll(const QList<UploadRequest> &requests);

    /// The next job of at most `largest` bytes that may run: by priority, then first in, first out.
    [[nodiscard]] Expected<std::optional<UploadJob>> nextDue(const QDateTime &now,
                                                             qint64 largest = std::numeric_limits<qint64>::max()) const;
    /// When a waiting job may run again; invalid where none waits for a time.
    [[nodiscard]] Expected<QDateTime> nextAttempt() const;
    [[nodiscard]] Expected<std::optional<UploadJob>> job(qint64 id) const;
    [[nodiscard]] Expected<std::optional<UploadJob>> job(const UploadKind &kind, const QVariant &trackId) const;
    /// Finished ones last; for lists that people look at.
    [[nodiscard]] Expected<QList<UploadJob>> jobs(int offset, int limit) const;

    [[nodiscard]] Expected<bool> markUploading(const UploadJob &job);
    /// The file that will be sent, once it is known: the package or the thumbnail is made.
    [[nodiscard]] Expected<bool> saveFile(const UploadJob &job, const QString &path, qint64 size,
                                          const QByteArray &sha256);
    /// An empty URL forgets the upload and its progress.
    [[nodiscard]] Expected<bool> saveUploadUrl(const UploadJob &job, const QString &url, const QDateTime &expires,
                                               const QString &uid);
    /// Progress resets the retry budget.
    [[nodiscard]] Expected<bool> saveProgress(const UploadJob &job, qint64 bytesUploaded);
    /// Done: records the storage path here and in the owner's column, in one transaction. The latter is a
    /// user's change.
    [[nodiscard]] Expected<bool> complete(const UploadJob &job, const QString &storagePath, const QDateTime &now);
    /// A counted failure: failed for good, or waiting until `nextAttempt`.
    [[nodiscard]] Expected<bool> fail(const UploadJob &job, const Error &error, int attempts,
                                      const std::optional<QDateTime> &nextAttempt);

    /// By the person: waiting again at once with a fresh budget, what was sent is kept.
    [[nodiscard]] Error retry(qint64 id);
    [[nodiscard]] Error retryAllFailed();
    /// What waits after an error of this code waits no longer; nothing else changes.
    [[nodiscard]] Error endWaits(const QString &errorCode);
    /// Waiting jobs whose next try lies in the future are due at once; their budget stays.
    [[nodiscard]] Error endWaits();
    [[nodiscard]] Error remove(qint64 id);
    /// Everything goes up again, for another account or a cloud that forgot.
    [[nodiscard]] Error requeueAll();

    /// All files of the job's row. An excluded job waits; it is not lost. Both kinds of exclusion are kept apart.
    [[nodiscard]] Error setRowExcluded(const UploadJob &job, bool excluded);
    [[nodiscard]] Error setExcludedKinds(const QSet<UploadKind> &kinds);

    /// One query, answered from an index alone.
    [[nodiscard]] Expected<QueueCounts> counts() const;
    /// The packages that jobs still need, for PackageFolder::sweep().
    [[nodiscard]] Expected<QSet<QString>> packagePaths() const;

private:
    [[nodiscard]] static bool isCurrent(const std::optional<UploadJob> &known, const UploadRequest &request);
    [[nodiscard]] Expected<Enqueued> insert(const UploadRequest &request);
    [[nodiscard]] Expected<bool> update(const UploadJob &job, const QString &assignments, QVariantList values);
    [[nodiscard]] Expected<std::optional<UploadJob>> first(const QString &where, const QVariantList &values) const;
    [[nodiscard]] Error setOwnerPath(const UploadJob &job, const QString &storagePath);

    const Database *m_database;
    FileCatalog m_catalog;
    QSet<UploadKind> m_excludedKinds;
};

} // namespace LumaSync
