// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/diffverb.h"

#include "cli/migrationfolder.h"
#include "core/cloudmigration.h"
#include "core/database.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

// What somebody who added a table or a column may be waiting for.
void sayNewTables(Console &console, const QSqlDatabase &database, const SchemaDescription &description)
{
    const auto seen = introspect(database);
    if (!seen)
        return;
    for (const TableDescription &table : seen->description.tables) {
        if (!description.find(table.name))
            console.say(u"'"_s + table.name + u"' is not in the description, so it is not backed up"_s, u"remark"_s,
                        {{u"table"_s, table.name}});
    }
}

} // namespace

void DiffVerb::start()
{
    const Error error = run();
    Q_EMIT finished(error ? outcomeFor(error) : Outcome{});
}

void DiffVerb::interrupt()
{
    // it has ended before anybody could ask
}

Error DiffVerb::run()
{
    const MigrationFolder folder(options().migrations);
    const auto before = folder.state();
    if (!before)
        return before.error();
    if (!*before)
        return {.kind = Error::Kind::Configuration,
                .code = u"noinit"_s,
                .message = u"'"_s + folder.path() +
                           u"' holds no migration of LumaSync: run 'lumasync init' first, or name the folder with "
                           u"--migrations."_s};
    const SchemaDescription &description = options().description;
    const auto database = Database::open(options().database);
    if (!database)
        return database.error();
    const auto schema = Schema::resolve(description, database->connection());
    if (!schema)
        return schema.error();
    sayNewTables(console(), database->connection(), description);
    const CloudMigration migration(**before, CloudSchema::of(*schema, description));
    if (migration.isEmpty()) {
        console().say(u"nothing to do: the migrations say what the library needs"_s, u"migration"_s,
                      {{u"path"_s, QJsonValue()}});
        return {};
    }
    const auto written = folder.add(u"lumasync_change"_s, migration.sql(), QDateTime::currentDateTimeUtc());
    if (!written)
        return written.error();
    for (const QString &remark : migration.remarks())
        console().say(u"for you to decide: "_s + remark, u"remark"_s, {{u"message"_s, remark}});
    console().say(u"wrote "_s + *written, u"migration"_s, {{u"path"_s, *written}});
    return {};
}

} // namespace LumaSync::Cli
