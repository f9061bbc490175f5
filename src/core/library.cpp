// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/library.h"

#include "core/libraryrepair.h"
#include "core/librarywitness.h"
#include "core/migration.h"
#include "core/storagequeue.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

// Set once a library was adopted: a key that is a UUID belongs to the former account's row in the cloud and cannot be
// used again.
const QString newIdentitiesKey = u"new_identities"_s;

Expected<QString> metaValue(const Database &database, const QString &key)
{
    const auto value = database.value(u"SELECT value FROM lumasync_meta WHERE key = ?"_s, {key});
    return value ? Expected<QString>(value->toString()) : value.error();
}

} // namespace

Library::Library(Database database, Schema schema, CloudIds ids)
    : m_database(std::move(database))
    , m_schema(std::move(schema))
    , m_ids(ids)
    , m_refused(m_database)
    , m_rows(m_database, m_schema, m_ids, m_refused)
    , m_tombstones(m_database, m_schema, m_ids, m_refused)
{
}

Expected<std::unique_ptr<Library>> Library::open(const QString &path, const SchemaDescription &description,
                                                 std::chrono::milliseconds busyTimeout)
{
    auto database = Database::open(path, busyTimeout);
    if (!database)
        return database.error();
    auto schema = Schema::resolve(description, database->connection());
    if (!schema)
        return schema.error();
    if (Error error = Migration(*database, *schema, StorageQueue::createStatements(schema->files)).run())
        return error;
    if (Error error = repairOlderCopy(*database, *schema, path))
        return error;
    const auto libraryId = metaValue(*database, u"library_id"_s);
    if (!libraryId)
        return libraryId.error();
    const auto version = database->value(u"PRAGMA schema_version"_s);
    if (!version)
        return version.error();
    const auto newIdentities = metaValue(*database, newIdentitiesKey);
    if (!newIdentities)
        return newIdentities.error();
    const CloudIds ids(QUuid(*libraryId), newIdentities->isEmpty());
    std::unique_ptr<Library> library(new Library(std::move(*database), std::move(*schema), ids));
    library->m_path = path;
    library->m_schemaVersion = version->toLongLong();
    if (Error error = library->m_refused.load())
        return error;
    return library;
}

// What was sent since the copy was made is later than it; the local library is the truth all the same.
Error Library::repairOlderCopy(const Database &database, const Schema &schema, const QString &path)
{
    const auto memory = LibraryWitness(path).read();
    if (!memory)
        return {};
    const auto libraryId = metaValue(database, u"library_id"_s);
    const auto stamp = metaValue(database, u"next_stamp"_s);
    if (!libraryId || !stamp)
        return libraryId ? stamp.error() : libraryId.error();
    if (*libraryId != memory->libraryId || stamp->toLongLong() >= memory->stamp)
        return {};
    const LibraryRepair repair(database, schema);
    if (Error error = repair.noteOlderCopy(memory->stamp))
        return error;
    return repair.run();
}

bool Library::isOutdated() const
{
    const auto version = m_database.value(u"PRAGMA schema_version"_s);
    return version && version->toLongLong() != m_schemaVersion;
}

void Library::remember() const
{
    const auto libraryId = meta(u"library_id"_s);
    const auto stamp = meta(u"next_stamp"_s);
    if (libraryId && stamp)
        LibraryWitness(m_path).write({*libraryId, stamp->toLongLong()});
}

Error Library::adopt(const QString &uid)
{
    Bookkeeping bookkeeping(m_database, m_schema);
    QList<qsizetype> tables(m_schema.tables.size());
    std::iota(tables.begin(), tables.end(), 0);
    return bookkeeping.run(tables, [&]() -> Error {
        if (Error error = adoptRows(bookkeeping))
            return error;
        for (const auto &[key, value] : {std::pair(u"library_id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)),
                                         std::pair(newIdentitiesKey, u"1"_s), std::pair(u"uid"_s, uid)}) {
            if (Error error = setMeta(key, value))
                return error;
        }
        return m_schema.files.owners.isEmpty() ? Error{} : StorageQueue(&m_database).requeueAll();
    });
}

Error Library::adoptRows(Bookkeeping &bookkeeping)
{
    for (const QString &statement :
         QStringList{u"DELETE FROM lumasync_tombstones"_s, u"DELETE FROM lumasync_refused_rows"_s}) {
        if (Error error = m_database.run(statement))
            return error;
    }
    for (qsizetype i = 0; i < m_schema.tables.size(); ++i) {
        const auto marked = bookkeeping.mark(i,
                                             u"UPDATE "_s + quoted(m_schema.tables[i].name) +
                                                 u" SET needs_sync = 1, sync_rev = 0, remote_id = NULL"_s,
                                             {});
        if (!marked)
            return marked.error();
    }
    return {};
}

Expected<QString> Library::meta(const QString &key) const
{
    return metaValue(m_database, key);
}

Error Library::setMeta(const QString &key, const QString &value) const
{
    return m_database.run(
        u"INSERT INTO lumasync_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
        {key, value});
}

} // namespace LumaSync
