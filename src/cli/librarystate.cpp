// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/librarystate.h"

#include "cli/console.h"
#include "core/database.h"
#include "core/librarypause.h"
#include "core/trackingsql.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

Expected<bool> hasTable(const Database &database, const QString &name)
{
    const auto found = database.value(u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"_s, {name});
    return found ? Expected<bool>(found->isValid()) : found.error();
}

Error countAllRows(const Database &database, const Schema &schema, qint64 &count)
{
    for (const Table &table : schema.tables) {
        const auto rows = database.value(u"SELECT count(*) FROM "_s + quoted(table.name));
        if (!rows)
            return rows.error();
        count += rows->toLongLong();
    }
    return {};
}

// A table that the host has made or rebuilt since the last sync is not tracked yet: all of it waits.
Expected<qint64> countWaiting(const Database &database, const Schema &schema)
{
    qint64 waiting = 0;
    for (const Table &table : schema.tables) {
        const auto tracked = database.value(u"SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?"_s,
                                            {TrackingSql(table).indexName()});
        if (!tracked)
            return tracked.error();
        const auto rows = database.value(u"SELECT count(*) FROM "_s + quoted(table.name) +
                                         (tracked->isValid() ? u" WHERE needs_sync = 1"_s : QString()));
        const auto deleted =
            database.value(u"SELECT count(*) FROM lumasync_tombstones WHERE table_name = ?"_s, {table.name});
        if (!rows || !deleted)
            return rows ? deleted.error() : rows.error();
        waiting += rows->toLongLong() + deleted->toLongLong();
    }
    return waiting;
}

Error readRows(const Database &database, const Schema &schema, LibraryState &state)
{
    RefusedRows refused(database);
    if (Error error = refused.load())
        return error;
    const auto paused = isLibraryPaused(database);
    if (!paused)
        return paused.error();
    state.isPaused = *paused;
    const auto waiting = countWaiting(database, schema);
    if (!waiting)
        return waiting.error();
    auto list = refused.list(LibraryState::shownItems);
    if (!list)
        return list.error();
    state.rowsWaiting = *waiting;
    state.rowsRefused = refused.count();
    state.refused = std::move(*list);
    return {};
}

Error readUploads(const Database &database, LibraryState &state)
{
    const auto exists = hasTable(database, u"storage_sync_queue"_s);
    if (!exists || !*exists)
        return exists ? Error{} : exists.error();
    const StorageQueue queue(&database);
    const auto counts = queue.counts();
    if (!counts)
        return counts.error();
    state.uploads = *counts;
    auto ids = executed(database.connection(),
                        u"SELECT id FROM storage_sync_queue WHERE status = 'failed' ORDER BY id LIMIT ?"_s,
                        {LibraryState::shownItems});
    if (!ids)
        return ids.error();
    while (ids->next()) {
        const auto job = queue.job(ids->value(0).toLongLong());
        if (!job)
            return job.error();
        if (*job)
            state.failed.append(**job);
    }
    return readError(*ids);
}

} // namespace

Expected<LibraryState> LibraryState::read(const QString &databasePath, const SchemaDescription &description)
{
    const auto database = Database::open(databasePath);
    if (!database)
        return database.error();
    const auto schema = Schema::resolve(description, database->connection());
    if (!schema)
        return schema.error();
    LibraryState state;
    const auto prepared = hasTable(*database, u"lumasync_meta"_s);
    if (!prepared)
        return prepared.error();
    state.isPrepared = *prepared;
    Error error =
        state.isPrepared ? readRows(*database, *schema, state) : countAllRows(*database, *schema, state.rowsWaiting);
    if (!error)
        error = readUploads(*database, state);
    return error ? Expected<LibraryState>(error) : state;
}

Expected<Database> openPrepared(const QString &databasePath)
{
    auto database = Database::open(databasePath);
    if (!database)
        return database.error();
    for (const QString &table : {u"lumasync_meta"_s, u"storage_sync_queue"_s}) {
        const auto exists = hasTable(*database, table);
        if (!exists)
            return exists.error();
        if (!*exists)
            return Error{.kind = Error::Kind::Configuration, .code = u"unsynced"_s, .message = {}};
    }
    return database;
}

Error endWaits(const QString &databasePath)
{
    const auto database = openPrepared(databasePath);
    if (!database)
        return database.error().code == "unsynced"_L1 ? Error{} : database.error();
    if (Error error = StorageQueue(&*database).endWaits())
        return error;
    return RefusedRows(*database).retryAll();
}

QJsonObject LibraryState::counts() const
{
    return {{u"prepared"_s, isPrepared},
            {u"paused"_s, isPaused},
            {u"rowsWaiting"_s, rowsWaiting},
            {u"rowsRefused"_s, rowsRefused},
            {u"uploadsWaiting"_s, uploads.waiting()},
            {u"bytesWaiting"_s, uploads.bytesLeft()},
            {u"uploadsFailed"_s, uploads.failed.jobs},
            {u"uploadsExcluded"_s, uploads.excluded.jobs}};
}

void LibraryState::sayItems(Console &console) const
{
    for (const RefusedRow &row : refused) {
        const QString key = QString::fromUtf8(row.key);
        console.say(u"refused: %1 %2: %3"_s.arg(row.table, key, row.message), u"refused"_s,
                    {{u"table"_s, row.table},
                     {u"key"_s, key},
                     {u"code"_s, row.code},
                     {u"message"_s, row.message},
                     {u"attempts"_s, row.attempts},
                     {u"nextAttempt"_s, row.nextAttempt.toString(Qt::ISODate)}});
    }
    for (const UploadJob &job : failed) {
        const QString kind = uploadType(job.kind);
        console.say(u"failed: %1 of track %2: %3"_s.arg(kind, job.trackId.toString(), job.lastError), u"failed"_s,
                    {{u"kind"_s, kind},
                     {u"trackId"_s, job.trackId.toString()},
                     {u"object"_s, job.objectName},
                     {u"code"_s, job.lastErrorCode},
                     {u"message"_s, job.lastError},
                     {u"attempts"_s, job.attempts}});
    }
}

} // namespace LumaSync::Cli
