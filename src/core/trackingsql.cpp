// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/trackingsql.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

TrackingSql::TrackingSql(const Table &table)
    : m_table(table)
{
}

QString TrackingSql::name(const QString &role) const
{
    return u"lumasync_"_s + m_table.name + u'_' + role;
}

QString TrackingSql::indexName() const
{
    return name(u"dirty"_s);
}

QString TrackingSql::bookkeepingTriggerName() const
{
    return name(u"bookkeeping"_s);
}

QStringList TrackingSql::addColumns(const QStringList &existing) const
{
    const std::pair<QLatin1StringView, QLatin1StringView> wanted[] = {
        {needsSyncColumn, "BOOLEAN DEFAULT 1"_L1},
        {syncRevColumn, "INTEGER NOT NULL DEFAULT 0"_L1},
        {remoteIdColumn, "TEXT"_L1},
    };
    QStringList statements;
    for (const auto &[column, type] : wanted) {
        if (!existing.contains(column))
            statements.append(u"ALTER TABLE "_s + quoted(m_table.name) + u" ADD COLUMN "_s + column + u' ' + type);
    }
    return statements;
}

QString TrackingSql::createIndex() const
{
    QStringList key;
    for (const QString &column : m_table.key)
        key.append(quoted(column));
    return u"CREATE INDEX IF NOT EXISTS "_s + quoted(indexName()) + u" ON "_s + quoted(m_table.name) + u" ("_s + key.join(u", "_s)
        + u") WHERE needs_sync = 1"_s;
}

QString TrackingSql::keyExpression(const Table &table, const QString &alias)
{
    QStringList parts;
    for (const QString &column : table.key)
        parts.append(u"quote("_s + alias + u'.' + quoted(column) + u')');
    return parts.join(u" || ',' || "_s);
}

QString TrackingSql::isSameRow(const QString &alias) const
{
    if (!m_table.withoutRowId)
        return u"rowid = "_s + alias + u".rowid"_s;
    QStringList parts;
    for (const QString &column : m_table.key)
        parts.append(quoted(column) + u" = "_s + alias + u'.' + quoted(column));
    return parts.join(u" AND "_s);
}

// The rows that an OR REPLACE of NEW would remove without firing a delete trigger (SQLite's default, recursive_triggers off).
QString TrackingSql::replacedRows(bool update) const
{
    QStringList clauses;
    const auto clause = [&](const QStringList &columns) {
        QStringList parts;
        for (const QString &column : columns)
            parts.append(u"t."_s + quoted(column) + u" = NEW."_s + quoted(column));
        return u'(' + parts.join(u" AND "_s) + u')';
    };
    clauses.append(clause(m_table.key));
    for (const QStringList &columns : m_table.uniqueKeys)
        clauses.append(clause(columns));
    QString where = u" FROM "_s + quoted(m_table.name) + u" AS t WHERE ("_s + clauses.join(u" OR "_s) + u") AND t.sync_rev <> 0"_s;
    if (update) {
        QStringList same;
        for (const QString &column : m_table.key)
            same.append(u"t."_s + quoted(column) + u" IS OLD."_s + quoted(column));
        where += u" AND NOT ("_s + same.join(u" AND "_s) + u')';
    }
    return where;
}

// No uniqueness there: the conflict policy of the host's statement would override that of this INSERT.
QString TrackingSql::insertTombstones(const QString &from) const
{
    return u"INSERT INTO lumasync_tombstones (table_name, row_key, remote_id) SELECT "_s + literal(m_table.name) + u", "_s + from + u';';
}

QList<std::pair<QString, QString>> TrackingSql::triggers() const
{
    const QString table = quoted(m_table.name);
    const auto create = [&](const QString &role, const QString &event, const QString &when, const QString &body) {
        return std::pair(name(role), u"CREATE TRIGGER IF NOT EXISTS "_s + quoted(name(role)) + u' ' + event + u" ON "_s + table
                             + u" WHEN "_s + when + u" BEGIN "_s + body + u" END"_s);
    };
    const QString oldRow = keyExpression(m_table, u"OLD"_s) + u", OLD.remote_id"_s;
    const QString otherRow = keyExpression(m_table, u"t"_s) + u", t.remote_id"_s;
    QStringList keyColumns;
    QStringList keyChanged;
    for (const QString &column : m_table.key) {
        keyColumns.append(quoted(column));
        keyChanged.append(u"OLD.%1 IS NOT NEW.%1"_s.arg(quoted(column)));
    }
    QStringList uniqueColumns = keyColumns;
    for (const QStringList &columns : m_table.uniqueKeys) {
        for (const QString &column : columns) {
            if (!uniqueColumns.contains(quoted(column)))
                uniqueColumns.append(quoted(column));
        }
    }
    return {
        create(u"deleted"_s, u"AFTER DELETE"_s, u"OLD.sync_rev <> 0"_s, insertTombstones(oldRow)),
        create(u"rekeyed"_s, u"AFTER UPDATE OF "_s + keyColumns.join(u", "_s),
               u"OLD.sync_rev <> 0 AND ("_s + keyChanged.join(u" OR "_s) + u')', insertTombstones(oldRow)),
        create(u"replaced"_s, u"BEFORE INSERT"_s, u"EXISTS (SELECT 1"_s + replacedRows(false) + u')',
               insertTombstones(otherRow + replacedRows(false))),
        create(u"overwritten"_s, u"BEFORE UPDATE OF "_s + uniqueColumns.join(u", "_s),
               u"EXISTS (SELECT 1"_s + replacedRows(true) + u')', insertTombstones(otherRow + replacedRows(true))),
        create(u"changed"_s, u"AFTER UPDATE"_s, u"NEW.sync_rev > 0 OR NEW.needs_sync IS NOT 1"_s,
               u"UPDATE "_s + table + u" SET needs_sync = 1, sync_rev = -abs(NEW.sync_rev) WHERE "_s + isSameRow(u"NEW"_s) + u';'),
        create(u"bookkeeping"_s, u"AFTER UPDATE OF needs_sync, sync_rev, remote_id"_s,
               u"(NEW.sync_rev < 0 AND NEW.sync_rev = -OLD.sync_rev) OR EXISTS (SELECT 1 FROM lumasync_guard)"_s,
               u"SELECT RAISE(IGNORE);"_s),
    };
}

QStringList moduleTables()
{
    return {
        u"CREATE TABLE IF NOT EXISTS lumasync_meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS lumasync_guard (active INTEGER NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS lumasync_tombstones (id INTEGER PRIMARY KEY AUTOINCREMENT, table_name TEXT NOT NULL,"
        " row_key TEXT NOT NULL, remote_id TEXT)"_s,
        u"CREATE TABLE IF NOT EXISTS lumasync_refused_rows (table_name TEXT NOT NULL, row_key TEXT NOT NULL,"
        " sync_rev INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 1,"
        " next_attempt_at INTEGER NOT NULL, PRIMARY KEY (table_name, row_key)) WITHOUT ROWID"_s,
    };
}

} // namespace LumaSync
