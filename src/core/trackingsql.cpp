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
        {needsSyncColumn, m_table.strict ? "INTEGER DEFAULT 1"_L1 : "BOOLEAN DEFAULT 1"_L1},
        {syncRevColumn, "INTEGER NOT NULL DEFAULT 0"_L1},
        {remoteIdColumn, "TEXT"_L1},
    };
    QStringList statements;
    for (const auto &[column, type] : wanted) {
        if (!existing.contains(column, Qt::CaseInsensitive))
            statements.append(u"ALTER TABLE "_s + quoted(m_table.name) + u" ADD COLUMN "_s + column + u' ' + type);
    }
    return statements;
}

QStringList TrackingSql::createIndexes() const
{
    QStringList key;
    for (const QString &column : m_table.key)
        key.append(quoted(column));
    const QString create = u"CREATE INDEX IF NOT EXISTS %1 ON %2 (%3) WHERE %4"_s;
    return {
        create.arg(quoted(indexName()), quoted(m_table.name), key.join(u", "_s), u"needs_sync = 1"_s),
        create.arg(quoted(name(u"remote"_s)), quoted(m_table.name), u"remote_id"_s, u"remote_id IS NOT NULL"_s),
    };
}

QString TrackingSql::keyExpression(const Table &table, const QString &alias)
{
    QStringList parts;
    for (const QString &column : table.key)
        parts.append(u"quote("_s + alias + u'.' + quoted(column) + u')');
    return parts.join(u" || ',' || "_s);
}

QStringList TrackingSql::triggerNames() const
{
    QStringList names;
    for (const QString &role :
         {u"deleted"_s, u"rekeyed"_s, u"replaced"_s, u"overwritten"_s, u"returned"_s, u"changed"_s, u"bookkeeping"_s})
        names.append(name(role));
    return names;
}

QStringList TrackingSql::watchingTriggers() const
{
    return {literal(name(u"deleted"_s)), literal(name(u"changed"_s))};
}

QString TrackingSql::sentUpToKey() const
{
    return u"sent_up_to/"_s + m_table.name;
}

// Whether the cloud may have the row.
QString TrackingSql::isKnown(const QString &alias) const
{
    const QString stamped = alias + u".sync_rev <> 0"_s;
    if (m_table.watched)
        return stamped;
    return u"(%1 OR %2.%3 <= (SELECT value FROM lumasync_meta WHERE key = %4))"_s.arg(
        stamped, alias, quoted(m_table.key[0]), literal(sentUpToKey()));
}

QString TrackingSql::isSameRow(const QString &alias) const
{
    if (!m_table.rowId.isEmpty())
        return m_table.rowId + u" = "_s + alias + u'.' + m_table.rowId;
    QStringList parts;
    for (const QString &column : m_table.key)
        parts.append(quoted(column) + u" IS "_s + alias + u'.' + quoted(column));
    return parts.join(u" AND "_s);
}

// The rows that an OR REPLACE of NEW would remove without firing a delete trigger (SQLite's default, recursive_triggers
// off).
QString TrackingSql::replacedRows(bool update) const
{
    QStringList clauses;
    const auto clause = [&](const QStringList &columns, const QStringList &collations) {
        QStringList parts;
        for (qsizetype i = 0; i < columns.size(); ++i)
            parts.append(u"t."_s + quoted(columns[i]) + u" = NEW."_s + quoted(columns[i]) +
                         (collations.isEmpty() ? QString() : u" COLLATE "_s + quoted(collations[i])));
        return u'(' + parts.join(u" AND "_s) + u')';
    };
    clauses.append(clause(m_table.key, {}));
    for (const UniqueKey &key : m_table.uniqueKeys)
        clauses.append(clause(key.columns, key.collations));
    QString where = u" FROM "_s + quoted(m_table.name) + u" AS t WHERE ("_s + clauses.join(u" OR "_s) + u") AND "_s +
                    isKnown(u"t"_s);
    if (update) {
        QStringList same;
        for (const QString &column : m_table.key)
            same.append(u"t."_s + quoted(column) + u" IS OLD."_s + quoted(column));
        where += u" AND NOT ("_s + same.join(u" AND "_s) + u')';
    }
    return where;
}

QString TrackingSql::uniqueColumns() const
{
    QStringList names;
    for (const QString &column : m_table.key)
        names.append(quoted(column));
    for (const UniqueKey &key : m_table.uniqueKeys) {
        for (const QString &column : key.columns) {
            if (!names.contains(quoted(column)))
                names.append(quoted(column));
        }
    }
    return names.join(u", "_s);
}

// The table has no unique index: the conflict policy of the host's statement would override that of this INSERT. A row
// that REPLACE may have removed is noted once, so that a host that upserts the same rows all day does not fill the
// table.
QString TrackingSql::insertTombstones(const QString &row, const QString &from) const
{
    const QString key = keyExpression(m_table, row);
    const QString remoteId = row + u".remote_id"_s;
    QString insert = u"INSERT INTO lumasync_tombstones (table_name, row_key, remote_id) SELECT "_s +
                     literal(m_table.name) + u", "_s + key + u", "_s + remoteId + from;
    if (!from.isEmpty()) {
        insert += u" AND NOT EXISTS (SELECT 1 FROM lumasync_tombstones AS d WHERE d.table_name = "_s +
                  literal(m_table.name) + u" AND d.row_key = "_s + key + u" AND d.remote_id IS "_s + remoteId + u')';
    }
    return insert + u';';
}

// A key that is used again is the same row in the cloud: it takes over the cloud id, so that rows which refer to it
// need not be sent again, and from now on its deletion leaves a tombstone (no stamp is ever 1, so -1 reads as "changed
// since").
QString TrackingSql::returnedRow(const QString &key) const
{
    const QString tombstones =
        u"lumasync_tombstones WHERE table_name = %1 AND row_key = %2"_s.arg(literal(m_table.name), key);
    const QString same = isSameRow(u"NEW"_s);
    return u"UPDATE %1 SET sync_rev = -1, remote_id = coalesce(remote_id, (SELECT remote_id FROM %2 ORDER BY remote_id "
           u"IS NULL, id DESC LIMIT 1))"
           " WHERE %3; DELETE FROM %2 AND remote_id IS (SELECT remote_id FROM %1 WHERE %3);"_s.arg(quoted(m_table.name),
                                                                                                   tombstones, same);
}

QList<std::pair<QString, QString>> TrackingSql::triggers() const
{
    const QString table = quoted(m_table.name);
    const auto create = [&](const QString &role, const QString &event, const QString &when, const QString &body) {
        return std::pair(name(role), u"CREATE TRIGGER IF NOT EXISTS "_s + quoted(name(role)) + u' ' + event +
                                         u" ON "_s + table + u" WHEN "_s + when + u" BEGIN "_s + body + u" END"_s);
    };
    const QString newKey = keyExpression(m_table, u"NEW"_s);
    QStringList keyColumns;
    QStringList keyChanged;
    for (const QString &column : m_table.key) {
        keyColumns.append(quoted(column));
        keyChanged.append(u"OLD.%1 IS NOT NEW.%1 COLLATE BINARY"_s.arg(quoted(column)));
    }
    const QString known = isKnown(u"OLD"_s);
    QList<std::pair<QString, QString>> list{
        create(u"deleted"_s, u"AFTER DELETE"_s, known, insertTombstones(u"OLD"_s)),
        // A row that has its own cloud id keeps it under a new key.
        create(u"rekeyed"_s, u"AFTER UPDATE OF "_s + keyColumns.join(u", "_s),
               known + u" AND (NEW.remote_id IS NULL OR NEW.remote_id IS NOT OLD.remote_id) AND ("_s +
                   keyChanged.join(u" OR "_s) + u')',
               insertTombstones(u"OLD"_s)),
        create(u"overwritten"_s, u"BEFORE UPDATE OF "_s + uniqueColumns(),
               u"EXISTS (SELECT 1"_s + replacedRows(true) + u')', insertTombstones(u"t"_s, replacedRows(true))),
    };
    if (m_table.watched) {
        list.append(create(u"replaced"_s, u"BEFORE INSERT"_s, u"EXISTS (SELECT 1"_s + replacedRows(false) + u')',
                           insertTombstones(u"t"_s, replacedRows(false))));
        list.append(create(u"returned"_s, u"AFTER INSERT"_s,
                           u"EXISTS (SELECT 1 FROM lumasync_tombstones WHERE table_name = %1 AND row_key = %2)"_s.arg(
                               literal(m_table.name), newKey),
                           returnedRow(newKey)));
    }
    // A trigger of the host that ran first may have done it already: a second time would fire the host's triggers for
    // nothing.
    list.append(create(u"changed"_s, u"AFTER UPDATE"_s, u"NEW.sync_rev > 0 OR NEW.needs_sync IS NOT 1"_s,
                       u"UPDATE "_s + table + u" SET needs_sync = 1, sync_rev = -abs(NEW.sync_rev) WHERE "_s +
                           isSameRow(u"NEW"_s) + u" AND (sync_rev > 0 OR needs_sync IS NOT 1);"_s));
    list.append(create(
        u"bookkeeping"_s, u"AFTER UPDATE OF needs_sync, sync_rev, remote_id"_s,
        u"(NEW.sync_rev < 0 AND (NEW.sync_rev = -OLD.sync_rev OR OLD.sync_rev = 0)) OR EXISTS (SELECT 1 FROM lumasync_guard)"_s,
        u"SELECT RAISE(IGNORE);"_s));
    return list;
}

QStringList moduleTables()
{
    return {
        u"CREATE TABLE IF NOT EXISTS lumasync_meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS lumasync_guard (active INTEGER NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS lumasync_tombstones (id INTEGER PRIMARY KEY, table_name TEXT NOT NULL,"
        " row_key TEXT NOT NULL, remote_id TEXT)"_s,
        u"CREATE INDEX IF NOT EXISTS lumasync_tombstones_by_key ON lumasync_tombstones (table_name, row_key)"_s,
        u"CREATE TABLE IF NOT EXISTS lumasync_refused_rows (table_name TEXT NOT NULL, row_key TEXT NOT NULL,"
        " sync_rev INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 1,"
        " next_attempt_at INTEGER NOT NULL, PRIMARY KEY (table_name, row_key)) WITHOUT ROWID"_s,
    };
}

} // namespace LumaSync
