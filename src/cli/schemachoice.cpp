// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/schemachoice.h"

#include "core/database.h"
#include "core/schemafile.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

// Most of the tables: one that is missing is said by name later.
bool isLuma(const Database &database)
{
    qsizetype found = 0;
    const SchemaDescription luma = SchemaDescription::luma();
    for (const TableDescription &table : luma.tables) {
        const auto there = database.value(
            u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ? COLLATE NOCASE"_s, {table.name});
        found += there && there->isValid();
    }
    return found * 2 > luma.tables.size();
}

} // namespace

QString schemaFileBeside(const QString &database)
{
    return QFileInfo(QFileInfo(database).absolutePath(), QString(SchemaFile::defaultName)).filePath();
}

Expected<SchemaDescription> chooseSchema(const QString &schemaFile, const QString &database)
{
    if (!schemaFile.isEmpty())
        return SchemaFile::load(schemaFile);
    if (const QString beside = schemaFileBeside(database); QFileInfo(beside).isFile())
        return SchemaFile::load(beside);
    const auto opened = Database::open(database);
    if (!opened || isLuma(*opened))
        return SchemaDescription::luma();
    const auto any = opened->value(u"SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1"_s);
    if (any && !any->isValid())
        return Error{.kind = Error::Kind::Configuration,
                     .code = u"notable"_s,
                     .message = u"There is no table in '"_s + QFileInfo(database).fileName() +
                                u"', so there is nothing to back up: check the path of the library."_s};
    return Error{.kind = Error::Kind::Configuration,
                 .code = u"noschema"_s,
                 .message = u"Nothing says how '"_s + QFileInfo(database).fileName() +
                            u"' is backed up: run 'lumasync init' once, or name its description with --schema."_s};
}

} // namespace LumaSync::Cli
