// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/migration.h"

#include "core/database.h"
#include "core/libraryrepair.h"
#include "core/trackingsql.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

// What the up-to-date check compares: every statement that the migration would run.
QString fingerprint(const Schema &schema, const QStringList &extraStatements)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QString &text) { hash.addData(QByteArray(text.toUtf8() + '\n')); };
    for (const QString &statement : moduleTables() + extraStatements)
        add(statement);
    for (const Table &table : schema.tables) {
        const TrackingSql sql(table);
        add(sentSignature(schema, table));
        for (const QString &statement : sql.createIndexes())
            add(statement);
        for (const auto &[name, statement] : sql.triggers())
            add(statement);
    }
    return QString::fromLatin1(hash.result().toHex());
}

// Names, as literals, of what "CREATE ... IF NOT EXISTS name" statements make.
QStringList createdObjects(const QStringList &statements)
{
    static const QRegularExpression pattern(u"IF NOT EXISTS (?:\"((?:[^\"]|\"\")+)\"|(\\w+))"_s);
    QStringList names;
    for (const QString &statement : statements) {
        if (const auto match = pattern.match(statement); match.hasMatch())
            names.append(literal(match.captured(1).replace("\"\""_L1, "\""_L1) + match.captured(2)));
    }
    names.removeDuplicates();
    return names;
}

// Columns of the table. The module's own are checked on the way: a host may have had columns of these names before.
Expected<QStringList> columnNames(const QSqlDatabase &connection, const QString &table)
{
    auto query = executed(connection, u"SELECT name, dflt_value FROM pragma_table_xinfo(?)"_s, {table});
    if (!query)
        return query.error();
    QStringList names;
    while (query->next()) {
        const QString name = query->value(0).toString().toLower();
        const QString initial = query->value(1).toString().toUpper();
        names.append(name);
        if ((name == needsSyncColumn && initial != "1"_L1 && initial != "TRUE"_L1) ||
            (name == syncRevColumn && initial != "0"_L1))
            return Error{
                .kind = Error::Kind::Configuration,
                .code = u"column"_s,
                .message =
                    u"The column '"_s + name + u"' of the table '"_s + table +
                    u"' has another default than the module gives it, so new rows would be missed. Rename that column."_s};
    }
    if (Error error = readError(*query))
        return error;
    return names;
}

} // namespace

Migration::Migration(const Database &database, const Schema &schema, QStringList extraStatements)
    : m_database(database)
    , m_schema(schema)
    , m_extraStatements(std::move(extraStatements))
{
}

Error Migration::run()
{
    const auto upToDate = isUpToDate();
    if (!upToDate)
        return upToDate.error();
    if (!*upToDate) {
        if (Error error = m_database.inTransaction([this] { return apply(); }))
            return error;
    }
    return LibraryRepair(m_database, m_schema).run();
}

Expected<bool> Migration::isUpToDate() const
{
    const auto hasMeta = m_database.value(u"SELECT 1 FROM sqlite_master WHERE name = 'lumasync_meta'"_s);
    if (!hasMeta)
        return hasMeta.error();
    if (!hasMeta->isValid())
        return false;
    const auto found = m_database.value(u"SELECT value FROM lumasync_meta WHERE key = 'schema_version'"_s);
    if (!found)
        return found.error();
    if (found->toInt() > version)
        return Error{.kind = Error::Kind::Configuration,
                     .code = u"newer"_s,
                     .message = u"A newer version of LumaSync has used this library. Update this program."_s};
    const auto known = m_database.value(u"SELECT value FROM lumasync_meta WHERE key = 'fingerprint'"_s);
    if (!known)
        return known.error();
    if (found->toInt() != version || known->toString() != fingerprint(m_schema, m_extraStatements))
        return false;
    const QStringList objects = createdObjects(moduleTables() + m_extraStatements);
    const auto present =
        m_database.value(u"SELECT count(*) FROM sqlite_master WHERE name IN ("_s + objects.join(u", "_s) + u')');
    if (!present)
        return present.error();
    if (present->toLongLong() != objects.size())
        return false;
    for (const Table &table : m_schema.tables) {
        const TrackingSql sql(table);
        QStringList names{literal(sql.indexName())};
        for (const auto &[name, statement] : sql.triggers())
            names.append(literal(name));
        // All of ours are there, and no trigger of the host is younger than the one that must run first.
        const auto intact = m_database.value(
            u"SELECT (SELECT count(*) FROM sqlite_master WHERE name IN (%1)) = %2 AND NOT EXISTS (SELECT 1 FROM "
            u"sqlite_master"
            " WHERE type = 'trigger' AND tbl_name = %3 COLLATE NOCASE AND rowid > (SELECT rowid FROM sqlite_master WHERE name = %4))"_s
                .arg(names.join(u", "_s), QString::number(names.size()), literal(table.name),
                     literal(sql.bookkeepingTriggerName())));
        if (!intact)
            return intact.error();
        if (!intact->toBool())
            return false;
    }
    return true;
}

Error Migration::apply() const
{
    for (const QString &statement : moduleTables() + m_extraStatements) {
        if (Error error = m_database.run(statement))
            return error;
    }
    const auto wasHere = m_database.value(u"SELECT 1 FROM lumasync_meta WHERE key = 'schema_version'"_s);
    if (!wasHere)
        return wasHere.error();
    for (const Table &table : m_schema.tables) {
        if (Error error = applyTable(table, wasHere->isValid()))
            return error;
    }
    if (Error error = forgetDropped())
        return error;
    const QString setMeta =
        u"INSERT INTO lumasync_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s;
    const QString addMeta = u"INSERT INTO lumasync_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING"_s;
    if (Error error = m_database.run(addMeta, {u"library_id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}))
        return error;
    if (Error error = m_database.run(addMeta, {u"next_stamp"_s, 1}))
        return error;
    if (Error error = m_database.run(setMeta, {u"fingerprint"_s, fingerprint(m_schema, m_extraStatements)}))
        return error;
    return m_database.run(setMeta, {u"schema_version"_s, version});
}

// Before anything is put back: what is missing tells what happened.
Error Migration::noteChanges(const Table &table, const QStringList &columns, bool wasHere) const
{
    const QString key = trackedKey + table.name;
    const QString now = sentSignature(m_schema, table);
    const auto before = m_database.value(u"SELECT value FROM lumasync_meta WHERE key = ?"_s, {key});
    if (!before)
        return before.error();
    if (wasHere && (before->isValid() || columns.contains(syncRevColumn))) {
        const TrackingSql sql(table);
        const auto watching = m_database.value(
            u"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE AND name IN (%1)"_s
                .arg(sql.watchingTriggers().join(u", "_s)),
            {table.name});
        if (!watching)
            return watching.error();
        const bool isIntact = watching->toLongLong() == sql.watchingTriggers().size() &&
                              columns.contains(needsSyncColumn) && columns.contains(syncRevColumn);
        const RepairNeed need = isIntact ? needAfterChange(before->toString(), now) : RepairNeed{.allRows = true};
        if (Error error = LibraryRepair(m_database, m_schema).note(table, need))
            return error;
    }
    return m_database.run(
        u"INSERT INTO lumasync_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = "
        u"excluded.value"_s,
        {key, now});
}

// Deletions of a table that is gone can never be told from the rest; nothing of it is sent any more.
Error Migration::forgetDropped() const
{
    const QString gone = u" NOT IN (SELECT name FROM sqlite_master WHERE type = 'table')"_s;
    for (const QString &statement : QStringList{u"DELETE FROM lumasync_tombstones WHERE table_name"_s + gone,
                                                u"DELETE FROM lumasync_refused_rows WHERE table_name"_s + gone}) {
        if (Error error = m_database.run(statement))
            return error;
    }
    return {};
}

Error Migration::applyTable(const Table &table, bool wasHere) const
{
    const auto existing = columnNames(m_database.connection(), table.name);
    if (!existing)
        return existing.error();
    if (Error error = noteChanges(table, *existing, wasHere))
        return error;
    const TrackingSql sql(table);
    for (const QString &statement : sql.addColumns(*existing)) {
        if (Error error = m_database.run(statement))
            return error;
    }
    for (const QString &statement : sql.createIndexes()) {
        if (Error error = m_database.run(statement))
            return error;
    }
    return applyTriggers(table);
}

Error Migration::applyTriggers(const Table &table) const
{
    const TrackingSql sql(table);
    for (const QString &name : sql.triggerNames()) {
        if (Error error = m_database.run(u"DROP TRIGGER IF EXISTS "_s + quoted(name)))
            return error;
    }
    for (const auto &[name, statement] : sql.triggers()) {
        if (Error error = m_database.run(statement))
            return error;
    }
    return {};
}

} // namespace LumaSync
