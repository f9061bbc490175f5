// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/tombstones.h"

#include "core/database.h"
#include "core/refusedrows.h"
#include "core/rowquery.h"
#include "core/trackingsql.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype keysPerLook = 200;

} // namespace

PendingDeletes PendingDeletes::of(const QStringList &ids) const
{
    const QSet<QString> wanted(ids.cbegin(), ids.cend());
    PendingDeletes part{.tombstones = {}, .cloudIds = ids};
    for (const Tombstone &one : tombstones) {
        if (wanted.contains(one.cloudId))
            part.tombstones.append(one);
    }
    return part;
}

Tombstones::Tombstones(const Database &database, const Schema &schema, CloudIds ids, RefusedRows &refused)
    : m_database(database)
    , m_schema(schema)
    , m_ids(ids)
    , m_refused(refused)
    , m_bookkeeping(database, schema)
{
}

Expected<bool> Tombstones::any()
{
    const auto none = m_database.value(u"SELECT NOT EXISTS (SELECT 1 FROM lumasync_tombstones)"_s);
    if (!none)
        return none.error();
    for (qsizetype i = 0; i < m_schema.tables.size() && !none->toBool(); ++i) {
        const auto found = pending(i, Which::All, keysPerLook);
        if (!found)
            return found.error();
        if (!found->cloudIds.isEmpty())
            return true;
    }
    return false;
}

// Ordered by id without the index on table names: that one would have to be sorted for each page.
Expected<QList<Tombstone>> Tombstones::page(const QString &table, qint64 behind, int limit) const
{
    auto query = executed(m_database.connection(),
                          u"SELECT id, CAST(row_key AS BLOB), CAST(remote_id AS BLOB) FROM lumasync_tombstones WHERE "
                          u"id > ? AND +table_name = ?"
                          " ORDER BY id LIMIT ?"_s,
                          {behind, table, limit});
    if (!query)
        return query.error();
    QList<Tombstone> dead;
    while (query->next())
        dead.append({query->value(0).toLongLong(), query->value(1).toByteArray(), query->value(2).toByteArray()});
    if (Error error = readError(*query))
        return error;
    return dead;
}

Expected<PendingDeletes> Tombstones::pending(qsizetype table, Which which, int limit)
{
    const QString &name = m_schema.tables[table].name;
    PendingDeletes pending;
    const auto some =
        m_database.value(u"SELECT EXISTS (SELECT 1 FROM lumasync_tombstones WHERE table_name = ?)"_s, {name});
    if (!some)
        return some.error();
    if (!some->toBool())
        return pending;
    const Error error = m_bookkeeping.run({table}, [&]() -> Error {
        pending = {};
        QSet<QString> seen;
        qint64 behind = 0;
        while (pending.cloudIds.isEmpty()) { // a page may hold nothing but rows that live
            const auto dead = page(name, behind, limit);
            if (!dead)
                return dead.error();
            for (qsizetype i = 0; i < dead->size(); i += keysPerLook) {
                if (Error failed =
                        sift(table, dead->sliced(i, std::min(keysPerLook, dead->size() - i)), which, pending, seen))
                    return failed;
            }
            if (dead->size() < limit)
                return {};
            behind = dead->last().id;
        }
        return {};
    });
    if (error)
        return error;
    return pending;
}

// Tells the rows that are gone from those that live. A tombstone of a living row is dropped, and where the row was not
// read for sending since, it is marked as one that the cloud knows, so that its deletion leaves a tombstone again.
Error Tombstones::sift(qsizetype table, const QList<Tombstone> &dead, Which which, PendingDeletes &pending,
                       QSet<QString> &seen)
{
    const Table &described = m_schema.tables[table];
    const QString keyTuple = RowQuery(m_schema, table).keyTuple();
    // The keys are made of SQL literals by SQLite's own quote(), so they stand in a statement as they are.
    QStringList keys;
    for (const Tombstone &one : dead)
        keys.append(u'(' + QString::fromUtf8(one.key) + u')');
    const QString living = u" WHERE "_s + keyTuple + u" IN (VALUES "_s + keys.join(u", "_s) + u')';
    auto query = executed(m_database.connection(), u"SELECT CAST("_s + TrackingSql::keyExpression(described, u"t"_s) +
                                                       u" AS BLOB), t.remote_id FROM "_s + quoted(described.name) +
                                                       u" AS t"_s + living);
    if (!query)
        return query.error();
    QHash<QByteArray, QByteArray> livingIds; // cloud id by key
    while (query->next()) {
        const QByteArray key = query->value(0).toByteArray();
        livingIds.insert(key, m_ids.id(described.name, key, query->value(1).toByteArray()));
    }
    if (Error error = readError(*query))
        return error;
    query->finish();
    QStringList obsolete;
    for (const Tombstone &one : dead) {
        const QByteArray id = m_ids.id(described.name, one.key, one.remoteId);
        if (livingIds.value(one.key) == id) {
            obsolete.append(QString::number(one.id));
            continue;
        }
        if (which == Which::Due && isWaiting(table, one))
            continue;
        const QString text = QString::fromLatin1(id);
        pending.tombstones.append({one.id, one.key, one.remoteId, text});
        if (!seen.contains(text)) {
            seen.insert(text);
            pending.cloudIds.append(text);
        }
    }
    if (obsolete.isEmpty())
        return {};
    if (auto marked = m_bookkeeping.mark(
            table, u"UPDATE "_s + quoted(described.name) + u" SET sync_rev = -1"_s + living + u" AND sync_rev = 0"_s,
            {});
        !marked)
        return marked.error();
    return m_database.run(u"DELETE FROM lumasync_tombstones WHERE id IN ("_s + obsolete.join(u", "_s) + u')');
}

Error Tombstones::done(const PendingDeletes &pending) const
{
    return m_database.inTransaction([&]() -> Error {
        const QList<Tombstone> &all = pending.tombstones;
        for (qsizetype i = 0; i < all.size(); i += keysPerLook) {
            QStringList ids; // so that they are found by it
            QStringList same;
            for (const Tombstone &one : all.sliced(i, std::min(keysPerLook, all.size() - i))) {
                ids.append(QString::number(one.id));
                same.append(u"(%1, x'%2', x'%3')"_s.arg(ids.last(), QString::fromLatin1(one.key.toHex()),
                                                        QString::fromLatin1(one.remoteId.toHex())));
            }
            if (Error error =
                    m_database.run(u"DELETE FROM lumasync_tombstones WHERE id IN (%1) AND (id, CAST(row_key AS BLOB),"
                                   " coalesce(CAST(remote_id AS BLOB), x'')) IN (VALUES %2)"_s.arg(ids.join(u", "_s),
                                                                                                   same.join(u", "_s))))
                return error;
        }
        return {};
    });
}

bool Tombstones::isWaiting(qsizetype table, const Tombstone &tombstone) const
{
    return m_refused.isWaiting(m_schema.tables[table].name, tombstone.key, RefusedRows::revOfDeletion,
                               QDateTime::currentDateTimeUtc());
}

Error Tombstones::refuse(qsizetype table, const Tombstone &tombstone, const Error &reason)
{
    Error told = reason;
    told.message = u"It is deleted here, but the cloud keeps it: "_s + reason.message;
    return m_refused.add(m_schema.tables[table].name, tombstone.key, RefusedRows::revOfDeletion, told,
                         QDateTime::currentDateTimeUtc());
}

} // namespace LumaSync
