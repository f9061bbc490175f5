// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schema.h"
#include "core/storagequeue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

// The seed's columns first, in its order (auto-sync-architecture, "Storage Queue"), then what resuming needs.
// Times of the seed's columns are UTC text as CURRENT_TIMESTAMP writes it; ours are milliseconds since the
// epoch.
//
// `track_id` is the key of the row that has the file. No foreign key on it: the jobs must go with a deleted row also
// where foreign keys are off, and stay when the host rebuilds its table or replaces a row.
QStringList StorageQueue::createStatements(const FileCatalog &catalog)
{
    if (catalog.owners.isEmpty())
        return {};
    // An integer column would make a number of a text key that looks like one.
    const bool integers = std::ranges::all_of(catalog.owners, &FileOwner::hasIntegerKey);
    const QString table = u"CREATE TABLE IF NOT EXISTS storage_sync_queue ("
                          "id INTEGER PRIMARY KEY AUTOINCREMENT, "
                          "upload_type TEXT NOT NULL, "
                          "track_id %1 NOT NULL, "
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
                          "UNIQUE (track_id, upload_type))"_s.arg(integers ? u"INTEGER"_s : u"BLOB"_s);
    QStringList statements{
        table,
        // The next job, in order, without a sort.
        u"CREATE INDEX IF NOT EXISTS storage_sync_queue_next "
        "ON storage_sync_queue (priority, created_at, id, next_attempt_at, file_size) "
        "WHERE status IN ('pending', 'uploading') AND excluded = 0"_s,
        // The counts, without touching the table.
        u"CREATE INDEX IF NOT EXISTS storage_sync_queue_counts "
        "ON storage_sync_queue (status, excluded, file_size, bytes_uploaded) WHERE status <> 'completed'"_s,
    };
    for (const FileOwner &owner : catalog.owners) {
        // The first keeps the plain name; the names of the others say the table.
        const QString name = statements.size() == 3 ? u"storage_sync_queue_owner_deleted"_s
                                                    : u"storage_sync_queue_owner_deleted_"_s + owner.table;
        statements.append(u"DROP TRIGGER IF EXISTS "_s + quoted(name));
        statements.append(u"CREATE TRIGGER IF NOT EXISTS %1 AFTER DELETE ON %2 BEGIN "
                          "DELETE FROM storage_sync_queue WHERE track_id = OLD.%3 AND upload_type IN (%4); END"_s.arg(
                              quoted(name), quoted(owner.table), quoted(owner.key), owner.kindList()));
    }
    return statements;
}

} // namespace LumaSync
