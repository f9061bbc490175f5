// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
// What StorageQueue reads; storagequeue.cpp writes.
#include "core/storagequeue.h"

#include "core/database.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr QLatin1StringView jobColumns("id, revision, upload_type, track_id, local_path, object_name, "
                                       "storage_path, file_size, bytes_uploaded, status, "
                                       "attempts, last_error_kind, last_error_code, last_error, source_size, "
                                       "source_mtime, source_sha256, upload_url, "
                                       "upload_expires_at, upload_uid, next_attempt_at, excluded");

// The words of the partial index, so that SQLite takes it.
constexpr QLatin1StringView isWaiting("status IN ('pending', 'uploading') AND excluded = 0");

QDateTime fromMsecs(const QVariant &value)
{
    return value.toLongLong() > 0 ? QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC) : QDateTime();
}

UploadJob jobFrom(const QSqlQuery &query)
{
    UploadJob job;
    int i = 0;
    const auto next = [&] { return query.value(i++); };
    job.id = next().toLongLong();
    job.revision = next().toLongLong();
    job.kind = UploadKind(next().toString());
    job.trackId = next();
    job.localPath = next().toString();
    job.objectName = next().toString();
    job.storagePath = next().toString();
    job.fileSize = next().toLongLong();
    job.bytesUploaded = next().toLongLong();
    job.status = uploadStatusFrom(next().toString()).value_or(UploadStatus::Pending);
    job.attempts = next().toInt();
    job.lastErrorKind = next().toString();
    job.lastErrorCode = next().toString();
    job.lastError = next().toString();
    job.source.size = next().toLongLong();
    job.source.modified = next().toLongLong();
    job.sha256 = next().toString().toLatin1();
    job.uploadUrl = next().toString();
    job.uploadExpires = fromMsecs(next());
    job.uploadUid = next().toString();
    job.nextAttempt = fromMsecs(next());
    job.excluded = next().toInt() != 0;
    return job;
}

} // namespace

Expected<std::optional<UploadJob>> StorageQueue::first(const QString &where, const QVariantList &values) const
{
    auto query = executed(m_database->connection(),
                          u"SELECT "_s + jobColumns + u" FROM storage_sync_queue WHERE "_s + where, values);
    if (!query)
        return query.error();
    if (!query->next())
        return std::optional<UploadJob>();
    return std::optional(jobFrom(*query));
}

// A wait that lies further ahead than any we hand out comes from a clock that was set back: it counts as
// over.
Expected<std::optional<UploadJob>> StorageQueue::nextDue(const QDateTime &now, qint64 largest) const
{
    constexpr qint64 longestWait = 48 * 3600 * 1000;
    const qint64 msecs = now.toMSecsSinceEpoch();
    return first(isWaiting + u" AND (next_attempt_at <= ? OR next_attempt_at > ?) AND file_size <= ? "
                             "ORDER BY priority, created_at, id LIMIT 1"_s,
                 {msecs, msecs + longestWait, largest});
}

Expected<QDateTime> StorageQueue::nextAttempt() const
{
    const auto value = m_database->value(u"SELECT min(next_attempt_at) FROM storage_sync_queue WHERE "_s + isWaiting);
    if (!value)
        return value.error();
    return fromMsecs(*value);
}

Expected<std::optional<UploadJob>> StorageQueue::job(qint64 id) const
{
    return first(u"id = ?"_s, {id});
}

Expected<std::optional<UploadJob>> StorageQueue::job(const UploadKind &kind, const QVariant &trackId) const
{
    return first(u"track_id = ? AND upload_type = ?"_s, {trackId, uploadType(kind)});
}

Expected<QList<UploadJob>> StorageQueue::jobs(int offset, int limit) const
{
    auto query = executed(
        m_database->connection(),
        u"SELECT "_s + jobColumns +
            u" FROM storage_sync_queue ORDER BY status = 'completed', priority, created_at, id LIMIT ? OFFSET ?"_s,
        {limit, offset});
    if (!query)
        return query.error();
    QList<UploadJob> result;
    while (query->next())
        result.append(jobFrom(*query));
    if (Error error = readError(*query))
        return error;
    return result;
}

Expected<QueueCounts> StorageQueue::counts() const
{
    auto query = executed(m_database->connection(), u"SELECT status, excluded <> 0, count(*), sum(file_size), "
                                                    u"sum(bytes_uploaded) FROM storage_sync_queue "
                                                    "WHERE status <> 'completed' GROUP BY status, excluded"_s);
    if (!query)
        return query.error();
    QueueCounts counts;
    while (query->next()) {
        const UploadStatus status = uploadStatusFrom(query->value(0).toString()).value_or(UploadStatus::Pending);
        QueueCounts::Group &group = query->value(1).toBool()            ? counts.excluded
                                    : status == UploadStatus::Failed    ? counts.failed
                                    : status == UploadStatus::Uploading ? counts.uploading
                                                                        : counts.pending;
        group.jobs += query->value(2).toLongLong();
        group.bytes += query->value(3).toLongLong();
        group.uploaded += query->value(4).toLongLong();
    }
    if (Error error = readError(*query))
        return error;
    return counts;
}

Expected<QSet<QString>> StorageQueue::packagePaths() const
{
    QSet<QString> paths;
    if (m_catalog.owners.isEmpty())
        return paths;
    auto query = executed(m_database->connection(), u"SELECT local_path, upload_type FROM storage_sync_queue WHERE "
                                                    "status <> 'completed' AND local_path IS NOT NULL"_s);
    if (!query)
        return query.error();
    while (query->next()) {
        const FileDescription *file = m_catalog.file(UploadKind(query->value(1).toString()));
        if (file && file->form == FileForm::Package)
            paths.insert(query->value(0).toString());
    }
    if (Error error = readError(*query))
        return error;
    return paths;
}

} // namespace LumaSync
