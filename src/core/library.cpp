// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/library.h"

#include "core/migration.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

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
    , m_tombstones(m_database, m_schema, m_ids)
{
}

Expected<std::unique_ptr<Library>> Library::open(const QString &path, const SchemaDescription &description,
                                                 const QStringList &moduleStatements, std::chrono::milliseconds busyTimeout)
{
    auto database = Database::open(path, busyTimeout);
    if (!database)
        return database.error();
    auto schema = Schema::resolve(description, database->connection());
    if (!schema)
        return schema.error();
    if (Error error = Migration(*database, *schema, moduleStatements).run())
        return error;
    const auto libraryId = metaValue(*database, u"library_id"_s);
    if (!libraryId)
        return libraryId.error();
    std::unique_ptr<Library> library(new Library(std::move(*database), std::move(*schema), CloudIds(QUuid(*libraryId))));
    if (Error error = library->m_refused.load())
        return error;
    return library;
}

Expected<QString> Library::meta(const QString &key) const
{
    return metaValue(m_database, key);
}

Error Library::setMeta(const QString &key, const QString &value) const
{
    return m_database.run(u"INSERT INTO lumasync_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                          {key, value});
}

} // namespace LumaSync
