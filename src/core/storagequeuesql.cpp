// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schema.h"
#include "core/storagequeue.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

// The seed's columns first, in its order (auto-sync-architecture, "Storage Queue"), then what resuming needs.
// Times of the seed's columns are UTC text as CURRENT_TIMESTAMP writes it; ours are milliseconds since the
// epoch.
//
// No foreign key on the track: the jobs must go with a deleted track also where foreign keys are off, and
// stay when the host rebuilds its table or replaces a row.
QStringList StorageQueue::createStatements(const MediaDescription &media)
{
    const QString table = u"CREATE TABLE IF NOT EXISTS storage_sync_queue ("
                          "id INTEGER PRIMARY KEY AUTOINCREMENT, "
                          "upload_type TEXT NOT NULL, "
                          "track_id INTEGER NOT NULL, "
                          "local_path TEXT, "
                          "storage_path TEXT, "
                          "file_size INTEGER NOT NULL DEFAULT 0, "
                          "bytes_uploaded INTEGER NOT NULL DEFAULT 0, "
                          "status TEXT NOT NULL DEFAULT 'pending' "
                          "CHECK (status IN ('pending', 'uploading', 'completed', 'failed')), "
                          "attempts INTEGER NOT NULL DEFAULT 0, "
                          "last_error TEXT, "
                          "priority INTEGER NOT NULL, "
                          "created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, "
                          "completed_at DATETIME, "
                          "object_name TEXT NOT NULL, "
                          "last_error_kind TEXT, "
                          "last_error_code TEXT, "
                          "source_size INTEGER NOT NULL DEFAULT -1, "
                          "source_mtime INTEGER NOT NULL DEFAULT -1, "
                          "source_sha256 TEXT, "
                          "upload_url TEXT, "
                          "upload_expires_at INTEGER, "
                          "upload_uid TEXT, "
                          "next_attempt_at INTEGER NOT NULL DEFAULT 0, "
                          "excluded INTEGER NOT NULL DEFAULT 0, " // 1: the track, 2: the kind, 3: both
                          "revision INTEGER NOT NULL DEFAULT 0, "
                          "UNIQUE (track_id, upload_type))"_s;
    return {
        table,
        // The next job, in order, without a sort.
        u"CREATE INDEX IF NOT EXISTS storage_sync_queue_next "
        "ON storage_sync_queue (priority, created_at, id, next_attempt_at, file_size) "
        "WHERE status IN ('pending', 'uploading') AND excluded = 0"_s,
        // The counts, without touching the table.
        u"CREATE INDEX IF NOT EXISTS storage_sync_queue_counts "
        "ON storage_sync_queue (status, excluded, file_size, bytes_uploaded) WHERE status <> 'completed'"_s,
        u"CREATE TRIGGER IF NOT EXISTS storage_sync_queue_owner_deleted AFTER DELETE ON %1 BEGIN "
        "DELETE FROM storage_sync_queue WHERE track_id = OLD.%2; END"_s.arg(quoted(media.table), quoted(media.key)),
    };
}

} // namespace LumaSync
