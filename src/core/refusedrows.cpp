// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/refusedrows.h"

#include "core/database.h"
#include "core/trackingsql.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

// A null string would be bound as NULL.
static QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

std::chrono::seconds RefusedRows::pauseAfter(int attempts)
{
    return std::min<std::chrono::seconds>(1min * (1 << std::clamp(attempts - 1, 0, 6)), 1h);
}

RefusedRows::RefusedRows(const Database &database)
    : m_database(database)
{
}

Error RefusedRows::load()
{
    m_rows.clear();
    auto query =
        executed(m_database.connection(),
                 u"SELECT table_name, row_key, sync_rev, attempts, next_attempt_at FROM lumasync_refused_rows"_s);
    if (!query)
        return query.error();
    while (query->next()) {
        m_rows.insert({query->value(0).toString(), query->value(1).toString().toUtf8()},
                      {query->value(2).toLongLong(), query->value(3).toInt(), query->value(4).toLongLong()});
    }
    if (Error error = readError(*query))
        return error;
    return {};
}

bool RefusedRows::isWaiting(const QString &table, const QByteArray &key, qint64 rev, const QDateTime &now) const
{
    if (m_rows.isEmpty())
        return false;
    const auto it = m_rows.constFind({table, key});
    if (it == m_rows.cend() || it->rev != rev)
        return false;
    const qint64 wait = it->nextAttempt - now.toSecsSinceEpoch();
    return wait > 0 && wait <= pauseAfter(it->attempts).count(); // a longer wait means that the clock was set back
}

Error RefusedRows::add(const QString &table, const QByteArray &key, qint64 rev, const Error &reason,
                       const QDateTime &now)
{
    Entry &entry = m_rows[{table, key}];
    entry.attempts = entry.attempts + 1;
    entry.rev = rev;
    entry.nextAttempt = now.toSecsSinceEpoch() + pauseAfter(entry.attempts).count();
    return m_database.run(
        u"INSERT INTO lumasync_refused_rows (table_name, row_key, sync_rev, code, message, attempts, next_attempt_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (table_name, row_key) DO UPDATE SET sync_rev = excluded.sync_rev,"
        " code = excluded.code, message = excluded.message, attempts = excluded.attempts,"
        " next_attempt_at = excluded.next_attempt_at"_s,
        {table, QString::fromUtf8(key), rev, notNull(reason.code), notNull(reason.message), entry.attempts,
         entry.nextAttempt});
}

Error RefusedRows::remove(const QString &table, const QByteArray &key)
{
    if (m_rows.remove({table, key}) == 0)
        return {};
    return m_database.run(u"DELETE FROM lumasync_refused_rows WHERE table_name = ? AND row_key = ?"_s,
                          {table, QString::fromUtf8(key)});
}

Error RefusedRows::sweep(const Schema &schema)
{
    QStringList names;
    for (const Table &table : schema.tables) {
        names.append(literal(table.name));
        if (!std::ranges::any_of(m_rows.keys(), [&](const auto &row) { return row.first == table.name; }))
            continue;
        const QString dirtyKeys = u"SELECT "_s + TrackingSql::keyExpression(table, u"t"_s) + u" FROM "_s +
                                  quoted(table.name) + u" AS t INDEXED BY "_s + quoted(TrackingSql(table).indexName()) +
                                  u" WHERE t.needs_sync = 1"_s;
        if (Error error = m_database.run(
                u"DELETE FROM lumasync_refused_rows WHERE table_name = ? AND row_key NOT IN ("_s + dirtyKeys +
                    u") AND NOT (sync_rev = ? AND CAST(row_key AS BLOB) IN (SELECT CAST(row_key AS BLOB) FROM "
                    u"lumasync_tombstones WHERE table_name = ?))"_s,
                {table.name, revOfDeletion, table.name}))
            return error;
    }
    if (m_rows.isEmpty())
        return {};
    if (Error error = m_database.run(u"DELETE FROM lumasync_refused_rows WHERE table_name NOT IN ("_s +
                                     names.join(u", "_s) + u')'))
        return error;
    return load();
}

Error RefusedRows::retryAll()
{
    if (Error error = m_database.run(u"UPDATE lumasync_refused_rows SET next_attempt_at = 0"_s))
        return error;
    return load();
}

QDateTime RefusedRows::nextAttempt() const
{
    const auto first = std::ranges::min_element(m_rows, {}, &Entry::nextAttempt);
    return first == m_rows.cend() ? QDateTime() : QDateTime::fromSecsSinceEpoch(first->nextAttempt, QTimeZone::UTC);
}

Expected<QList<RefusedRow>> RefusedRows::list(int limit) const
{
    auto query = executed(
        m_database.connection(),
        u"SELECT table_name, row_key, sync_rev, code, message, attempts, next_attempt_at FROM lumasync_refused_rows"
        " ORDER BY next_attempt_at LIMIT ?"_s,
        {limit});
    if (!query)
        return query.error();
    QList<RefusedRow> rows;
    while (query->next()) {
        rows.append({query->value(0).toString(), query->value(1).toString().toUtf8(), query->value(2).toLongLong(),
                     query->value(3).toString(), query->value(4).toString(), query->value(5).toInt(),
                     QDateTime::fromSecsSinceEpoch(query->value(6).toLongLong(), QTimeZone::UTC)});
    }
    if (Error error = readError(*query))
        return error;
    return rows;
}

} // namespace LumaSync
