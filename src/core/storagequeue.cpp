// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/storagequeue.h"

#include "core/database.h"
#include "core/schema.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int excludedRow = 1;
constexpr int excludedKind = 2;

// What a job loses when it starts over.
constexpr QLatin1StringView
    startOver("bytes_uploaded = 0, status = 'pending', attempts = 0, last_error = NULL, last_error_kind = NULL, "
              "last_error_code = NULL, source_sha256 = NULL, upload_url = NULL, upload_expires_at = NULL, "
              "upload_uid = NULL, next_attempt_at = 0, completed_at = NULL, created_at = CURRENT_TIMESTAMP, "
              "revision = revision + 1");

QVariant toMsecs(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

} // namespace

StorageQueue::StorageQueue(const Database *database, FileCatalog catalog)
    : m_database(database)
    , m_catalog(std::move(catalog))
{
}

bool StorageQueue::isCurrent(const std::optional<UploadJob> &known, const UploadRequest &request)
{
    if (!known)
        return false;
    // A file that is gone says nothing new: what was uploaded stays so, and a waiting job will tell when its
    // turn comes.
    if (request.source.size < 0)
        return true;
    return known->source == request.source && known->objectName == request.objectName &&
           (request.localPath.isEmpty() || known->localPath == request.localPath);
}

Expected<StorageQueue::Enqueued> StorageQueue::enqueue(const UploadRequest &request)
{
    const auto known = job(request.kind, request.trackId);
    if (!known)
        return known.error();
    if (isCurrent(*known, request))
        return Enqueued::Unchanged;
    if (!*known)
        return insert(request);
    const UploadJob &old = **known;
    const QVariant path = request.localPath.isEmpty() ? QVariant() : QVariant(request.localPath);
    // A library that moved: the same file in another place.
    const bool isSame = old.source == request.source && old.objectName == request.objectName;
    const Error error =
        isSame ? m_database->run(u"UPDATE storage_sync_queue SET local_path = ? WHERE id = ?"_s, {path, old.id})
               : m_database->run(u"UPDATE storage_sync_queue SET local_path = ?, file_size = ?, object_name = ?, "
                                 "source_size = ?, source_mtime = ?, "_s +
                                     startOver + u" WHERE id = ?"_s,
                                 {path, request.fileSize, request.objectName, request.source.size,
                                  request.source.modified, old.id});
    if (error)
        return error;
    return isSame ? Enqueued::Unchanged : Enqueued::Changed;
}

Expected<StorageQueue::Enqueued> StorageQueue::insert(const UploadRequest &request)
{
    const QVariant path = request.localPath.isEmpty() ? QVariant() : QVariant(request.localPath);
    const int excluded = m_excludedKinds.contains(request.kind) ? excludedKind : 0;
    const FileOwner *owner = m_catalog.ownerOf(request.kind);
    // Another connection may have been faster with the same: then there is one job, and nothing to do.
    const Error error = m_database->run(
        u"INSERT INTO storage_sync_queue (upload_type, track_id, local_path, file_size, priority, "
        u"object_name, "
        "source_size, source_mtime, excluded) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? | coalesce((SELECT "
        "max(excluded & 1) "
        "FROM storage_sync_queue WHERE track_id = ? AND upload_type IN (%1)), 0) WHERE true ON CONFLICT DO NOTHING"_s
            .arg(owner ? owner->kindList() : literal(request.kind.name())),
        {uploadType(request.kind), request.trackId, path, request.fileSize, request.priority, request.objectName,
         request.source.size, request.source.modified, excluded, request.trackId});
    if (error)
        return error;
    return Enqueued::Added;
}

Expected<int> StorageQueue::enqueueAll(const QList<UploadRequest> &requests)
{
    QList<UploadRequest> news;
    for (const UploadRequest &request : requests) {
        const auto known = job(request.kind, request.trackId);
        if (!known)
            return known.error();
        if (!isCurrent(*known, request))
            news.append(request);
    }
    if (news.isEmpty())
        return 0;
    int queued = 0;
    const Error error = m_database->inTransaction([&] {
        for (const UploadRequest &request : std::as_const(news)) {
            const auto result = enqueue(request);
            if (!result)
                return result.error();
            queued += *result == Enqueued::Unchanged ? 0 : 1;
        }
        return Error{};
    });
    if (error)
        return error;
    return queued;
}

Expected<bool> StorageQueue::update(const UploadJob &job, const QString &assignments, QVariantList values)
{
    values << job.id << job.revision;
    const auto query =
        executed(m_database->connection(),
                 u"UPDATE storage_sync_queue SET "_s + assignments + u" WHERE id = ? AND revision = ?"_s, values);
    if (!query)
        return query.error();
    return query->numRowsAffected() == 1;
}

Expected<bool> StorageQueue::markUploading(const UploadJob &job)
{
    return update(job, u"status = 'uploading'"_s, {});
}

Expected<bool> StorageQueue::saveFile(const UploadJob &job, const QString &path, qint64 size, const QByteArray &sha256)
{
    return update(job, u"local_path = ?, file_size = ?, source_sha256 = ?"_s,
                  {path, size, QString::fromLatin1(sha256)});
}

Expected<bool> StorageQueue::saveUploadUrl(const UploadJob &job, const QString &url, const QDateTime &expires,
                                           const QString &uid)
{
    if (url.isEmpty())
        return update(job, u"upload_url = NULL, upload_expires_at = NULL, upload_uid = NULL, bytes_uploaded = 0"_s, {});
    return update(job, u"upload_url = ?, upload_expires_at = ?, upload_uid = ?, bytes_uploaded = 0"_s,
                  {url, toMsecs(expires), uid});
}

Expected<bool> StorageQueue::saveProgress(const UploadJob &job, qint64 bytesUploaded)
{
    return update(job, u"attempts = CASE WHEN ? > bytes_uploaded THEN 0 ELSE attempts END, bytes_uploaded = ?"_s,
                  {bytesUploaded, bytesUploaded});
}

Expected<bool> StorageQueue::complete(const UploadJob &job, const QString &storagePath, const QDateTime &now)
{
    bool current = false;
    const Error error = m_database->inTransaction([&] {
        const auto done = update(job,
                                 u"status = 'completed', storage_path = ?, completed_at = ?, bytes_uploaded "
                                 u"= file_size, attempts = 0, "
                                 "last_error = NULL, last_error_kind = NULL, last_error_code = NULL, "
                                 "upload_url = NULL, upload_expires_at = NULL, "
                                 "upload_uid = NULL, next_attempt_at = 0"_s,
                                 {storagePath, now.toUTC().toString(u"yyyy-MM-dd HH:mm:ss")});
        if (!done)
            return done.error();
        current = *done;
        return current ? setOwnerPath(job, storagePath) : Error{};
    });
    if (error)
        return error;
    return current;
}

Error StorageQueue::setOwnerPath(const UploadJob &job, const QString &storagePath)
{
    const FileOwner *owner = m_catalog.ownerOf(job.kind);
    const FileDescription *file = m_catalog.file(job.kind);
    if (!file)
        return {};
    const auto set = [&](const QString &table, const QString &key, const QString &column, const QString &where) {
        if (column.isEmpty())
            return Error{};
        const QString name = quoted(column);
        return m_database->run(
            u"UPDATE %1 SET %2 = ? WHERE %3 = ? AND %2 IS NOT ?%4"_s.arg(quoted(table), name, quoted(key), where),
            {storagePath, job.trackId, storagePath});
    };
    if (Error error = set(owner->table, owner->key, file->storageColumn, {}))
        return error;
    for (const PackageMember &member : file->members) {
        const QString where = member.whereColumn.isEmpty()
                                  ? QString()
                                  : u" AND "_s + quoted(member.whereColumn) + u" = "_s + literal(member.whereValue);
        if (Error error = set(member.table.isEmpty() ? owner->table : member.table,
                              member.table.isEmpty() ? owner->key : member.ownerColumn, member.storageColumn, where))
            return error;
    }
    return {};
}

Expected<bool> StorageQueue::fail(const UploadJob &job, const Error &error, int attempts,
                                  const std::optional<QDateTime> &nextAttempt)
{
    return update(
        job,
        u"status = ?, attempts = ?, last_error = ?, last_error_kind = ?, last_error_code = ?, next_attempt_at = ?"_s,
        {statusText(nextAttempt ? UploadStatus::Pending : UploadStatus::Failed), attempts, error.message,
         QString(kindName(error.kind)), error.code, nextAttempt ? toMsecs(*nextAttempt) : QVariant(0)});
}

Error StorageQueue::retry(qint64 id)
{
    return m_database->run(u"UPDATE storage_sync_queue SET status = 'pending', attempts = 0, next_attempt_at = 0 "
                           "WHERE id = ? AND status IN ('pending', 'failed')"_s,
                           {id});
}

Error StorageQueue::retryAllFailed()
{
    return m_database->run(u"UPDATE storage_sync_queue SET status = 'pending', attempts = 0, next_attempt_at = 0 "
                           "WHERE status = 'failed'"_s);
}

Error StorageQueue::endWaits(const QString &errorCode)
{
    return m_database->run(u"UPDATE storage_sync_queue SET next_attempt_at = 0 "
                           "WHERE status = 'pending' AND last_error_code = ? AND next_attempt_at > 0"_s,
                           {errorCode});
}

Error StorageQueue::endWaits()
{
    return m_database->run(u"UPDATE storage_sync_queue SET next_attempt_at = 0 "
                           "WHERE status IN ('pending', 'uploading') AND next_attempt_at > 0"_s);
}

Error StorageQueue::remove(qint64 id)
{
    return m_database->run(u"DELETE FROM storage_sync_queue WHERE id = ?"_s, {id});
}

Error StorageQueue::requeueAll()
{
    return m_database->run(u"UPDATE storage_sync_queue SET storage_path = NULL, "_s + startOver);
}

Error StorageQueue::setRowExcluded(const UploadJob &job, bool excluded)
{
    const FileOwner *owner = m_catalog.ownerOf(job.kind);
    return m_database->run(
        u"UPDATE storage_sync_queue SET excluded = (excluded & ?) | ? WHERE track_id = ? AND upload_type IN (%1)"_s.arg(
            owner ? owner->kindList() : literal(job.kind.name())),
        {excludedKind, excluded ? excludedRow : 0, job.trackId});
}

Error StorageQueue::setExcludedKinds(const QSet<UploadKind> &kinds)
{
    m_excludedKinds = kinds;
    return m_database->inTransaction([&] {
        for (const UploadKind &kind : m_catalog.kinds()) {
            const int flag = kinds.contains(kind) ? excludedKind : 0;
            if (Error error = m_database->run(u"UPDATE storage_sync_queue SET excluded = (excluded & ?) | ? "
                                              "WHERE upload_type = ? AND (excluded & ?) <> ?"_s,
                                              {excludedRow, flag, uploadType(kind), excludedKind, flag}))
                return error;
        }
        return Error{};
    });
}

} // namespace LumaSync
