// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/initverb.h"

#include "cli/migrationfolder.h"
#include "cli/schemachoice.h"
#include "core/cloudmigration.h"
#include "core/database.h"
#include "core/schemabuilder.h"
#include "core/schemafile.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

Error usage(const QString &sentence)
{
    return {.kind = Error::Kind::Configuration, .code = u"file"_s, .message = sentence};
}

// "attachment_path" is the path of an "attachment". No two files have the same name, whatever the letters.
QString fileKindName(const SchemaDescription &description, const QString &table, QString column)
{
    for (const QLatin1StringView ending : {"_path"_L1, "_file"_L1, "Path"_L1, "File"_L1}) {
        if (column.endsWith(ending) && column.size() > ending.size())
            column.chop(ending.size());
    }
    QString name = (table + u'_' + column).toLower();
    for (QChar &c : name) {
        if (!((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')))
            c = u'_';
    }
    const auto isTaken = [&](const QString &kind) {
        return std::ranges::any_of(description.tables, [&](const TableDescription &other) {
            return std::ranges::find(other.files, kind, &FileDescription::kind) != other.files.cend();
        });
    };
    QString unused = name;
    for (int i = 2; isTaken(unused); ++i)
        unused = name + u'_' + QString::number(i);
    return unused;
}

} // namespace

Expected<SchemaDescription> withFiles(SchemaDescription description, const QStringList &files, const Database &database)
{
    for (const QString &text : files) {
        const QString place = text.section(u'=', 0, 0);
        const QString table = place.section(u'.', 0, 0);
        const QString column = place.section(u'.', 1);
        const TableDescription *known = description.find(table);
        if (!known || column.isEmpty())
            return usage(u"--file wants TABLE.COLUMN, like notes.attachment_path: '"_s + text +
                         u"' names no table that is backed up."_s);
        const auto key = database.value(u"SELECT name FROM pragma_table_xinfo(?) WHERE pk = 1"_s, {table});
        if (!key)
            return key.error();
        const QString kind = fileKindName(description, table, column);
        const QString bucket = text.contains(u'=') ? text.section(u'=', 1) : QString(kind).replace(u'_', u'-');
        TableBuilder changed(*known);
        changed.localOnly(column).file(
            FileBuilder::asIs(kind).path(column).to(bucket, u'{' + key->toString() + u"}.{ext}"_s));
        description = description.with(changed);
    }
    if (Error error = description.check())
        return error;
    return description;
}

void InitVerb::start()
{
    const Error error = run();
    Q_EMIT finished(error ? outcomeFor(error) : Outcome{});
}

void InitVerb::interrupt()
{
    // it has ended before anybody could ask
}

Expected<SchemaDescription> InitVerb::describe(const QString &path)
{
    if (QFileInfo::exists(path)) {
        console().say(u"keeping "_s + path, u"description"_s, {{u"path"_s, path}, {u"written"_s, false}});
        return SchemaFile::load(path);
    }
    const auto database = Database::open(options().database);
    if (!database)
        return database.error();
    const auto seen = introspect(database->connection());
    if (!seen)
        return seen.error();
    for (const QString &remark : seen->remarks)
        console().say(remark, u"remark"_s, {{u"message"_s, remark}});
    if (seen->description.tables.isEmpty())
        return Error{.kind = Error::Kind::Configuration,
                     .code = u"empty"_s,
                     .message = u"The library has no table that can be backed up: each needs a primary key."_s};
    const auto description = withFiles(seen->description, options().attachments, *database);
    if (!description)
        return description.error();
    const auto schema = Schema::resolve(*description, database->connection());
    if (!schema)
        return schema.error();
    if (Error error = writeFile(path, SchemaFile::toJson(*description)))
        return error;
    console().say(u"wrote "_s + path + u": which tables, columns and files are backed up; look it over"_s,
                  u"description"_s,
                  {{u"path"_s, path}, {u"written"_s, true}, {u"tables"_s, description->tables.size()}});
    return description;
}

Error InitVerb::run()
{
    const QString path = options().schemaFile.isEmpty() ? schemaFileBeside(options().database) : options().schemaFile;
    const MigrationFolder folder(options().migrations);
    const auto state = folder.state();
    if (!state)
        return state.error();
    if (*state)
        return {.kind = Error::Kind::Configuration,
                .code = u"again"_s,
                .message = u"'"_s + folder.path() +
                           u"' holds a migration of LumaSync already: 'lumasync diff' writes the next one."_s};
    const auto description = describe(path);
    if (!description)
        return description.error();
    const auto database = Database::open(options().database);
    if (!database)
        return database.error();
    const auto schema = Schema::resolve(*description, database->connection());
    if (!schema)
        return schema.error();
    const CloudMigration migration({}, CloudSchema::of(*schema, *description));
    const auto written = folder.add(u"lumasync_init"_s, migration.sql(), QDateTime::currentDateTimeUtc());
    if (!written)
        return written.error();
    console().say(u"wrote "_s + *written + u": the cloud side"_s, u"migration"_s, {{u"path"_s, *written}});
    for (const QString &line :
         {u"next:"_s, u"  supabase db push   or paste the SQL into the dashboard's editor"_s,
          u"  lumasync doctor    to see whether the project is ready"_s, u"  lumasync sync      to back up"_s})
        console().say(line);
    return {};
}

} // namespace LumaSync::Cli
