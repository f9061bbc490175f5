// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/dirtyrows.h"

#include "core/database.h"
#include "core/refusedrows.h"
#include "core/tombstones.h"
#include "core/trackingsql.h"

#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

DirtyRows::DirtyRows(const Database &database, const Schema &schema, CloudIds ids, RefusedRows &refused)
    : m_database(database)
    , m_schema(schema)
    , m_ids(ids)
    , m_refused(refused)
    , m_bookkeeping(database, schema)
    , m_sentDeferred(schema.tables.size())
    , m_healed(schema.tables.size())
{
    for (qsizetype i = 0; i < schema.tables.size(); ++i)
        m_readers.emplace_back(m_schema, i, m_ids);
}

QString DirtyRows::dirtyPart(const Table &table)
{
    return u" FROM %1 INDEXED BY %2 WHERE needs_sync = 1)"_s.arg(quoted(table.name),
                                                                 quoted(TrackingSql(table).indexName()));
}

Expected<bool> DirtyRows::any() const
{
    QStringList looks;
    for (const Table &table : m_schema.tables)
        looks.append(u"EXISTS (SELECT 1"_s + dirtyPart(table));
    const auto found = m_database.value(u"SELECT "_s + looks.join(u" OR "_s));
    if (!found)
        return found.error();
    return found->toBool() ? Expected<bool>(true) : Tombstones(m_database, m_schema, m_ids, m_refused).any();
}

Expected<bool> DirtyRows::any(qsizetype table) const
{
    const auto found = m_database.value(u"SELECT EXISTS (SELECT 1"_s + dirtyPart(m_schema.tables[table]));
    return found ? Expected<bool>(found->toBool()) : found.error();
}

Expected<qint64> DirtyRows::count() const
{
    QStringList counts;
    QStringList names;
    for (const Table &table : m_schema.tables) {
        counts.append(u"(SELECT count(*)"_s + dirtyPart(table));
        names.append(literal(table.name));
    }
    counts.append(u"(SELECT count(*) FROM lumasync_tombstones WHERE table_name IN (%1))"_s.arg(names.join(u", "_s)));
    const auto found = m_database.value(u"SELECT "_s + counts.join(u" + "_s));
    return found ? Expected<qint64>(found->toLongLong()) : found.error();
}

Expected<RowsRead> DirtyRows::read(qsizetype table, const QVariantList &cursor, bool lastPass, HeldRows &held,
                                   const BatchLimits &limits)
{
    RowsRead result;
    const Error error = m_bookkeeping.run({table}, [&]() -> Error {
        result = {};
        if (Error collected = collect(table, cursor, lastPass, held, limits, result))
            return collected;
        return stamp(table, result);
    });
    if (error) {
        (void)m_refused.load(); // what was noted was rolled back
        return error;
    }
    return result;
}

DirtyRows::Fate DirtyRows::fateOf(qsizetype table, const OutgoingRow &row, const QList<ParentState> &parents,
                                  bool lastPass, const HeldRows &held, const QDateTime &now) const
{
    const Table &described = m_schema.tables[table];
    if (held.isParked(table) || m_refused.isWaiting(described.name, row.keyText, row.rev, now))
        return Fate::Wait;
    // The cloud has it already, but for the deferred foreign keys: rows that refer to it need not wait.
    const bool isKnown = row.rev > 0 && m_sentDeferred[table].value(row.keyText) == row.rev;
    Fate fate = Fate::Send;
    for (qsizetype i = 0; i < parents.size(); ++i) {
        const ForeignKey &edge = described.foreignKeys[i];
        const ParentState &parent = parents[i];
        if (!parent.exists || !parent.dirty || (edge.parent == table && parent.key == row.keyText))
            continue;
        const bool waits = held.isHeld(edge.parent, parent.key) ||
                           parent.rev == 0; // never read for sending: it came after its table's turn
        if (edge.deferred && (!lastPass || (waits && isKnown)))
            fate = isKnown ? Fate::Postpone : Fate::Defer;
        else if (waits)
            return Fate::Wait;
    }
    return fate;
}

Error DirtyRows::collect(qsizetype table, const QVariantList &cursor, bool lastPass, HeldRows &held,
                         const BatchLimits &limits, RowsRead &result) const
{
    const RowReader &reader = m_readers[table];
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // No limit in SQL: rows are fetched one by one, and those with a bad key do not count, or a batch of them would be
    // the end.
    auto query =
        executed(m_database.connection(), reader.query().dirtyRows(!cursor.isEmpty()), cursor + QVariantList{-1});
    if (!query)
        return query.error();
    qsizetype bytes = 0;
    int seen = 0;
    while (query->next()) {
        OutgoingRow row = reader.row(*query);
        if (!row.badKey && ++seen > limits.rows)
            return {}; // there is more behind
        const QList<ParentState> parents = reader.parents(*query);
        const Fate fate = fateOf(table, row, parents, lastPass, held, now);
        row.deferred = fate == Fate::Defer;
        std::optional<ValueProblem> problem;
        if (fate == Fate::Send || fate == Fate::Defer)
            problem = reader.encode(row, *query, parents, m_uid);
        if (fate == Fate::Postpone) {
            ++result.postponed;
            result.held += lastPass;
        } else if (fate == Fate::Wait || problem) {
            if (problem)
                result.misfits.append(
                    {row, {.kind = Error::Kind::Row, .code = problem->code, .message = problem->message}});
            held.hold(table, row.keyText);
            ++result.held;
        } else {
            if (!result.rows.isEmpty() && bytes + row.json.size() > limits.bytes)
                return {}; // this row opens the next batch
            bytes += row.json.size();
            result.cursor = row.key;
            result.rows.append(std::move(row));
            continue;
        }
        if (!row.badKey)
            result.cursor = row.key;
    }
    if (Error error = readError(*query))
        return error;
    result.atEnd = true;
    return {};
}

QString DirtyRows::update(qsizetype table, const QString &set, const QString &where) const
{
    const Table &described = m_schema.tables[table];
    return u"UPDATE %1 INDEXED BY %2 SET %3 WHERE needs_sync = 1 AND %4"_s.arg(
        quoted(described.name), quoted(TrackingSql(described).indexName()), set, where);
}

Error DirtyRows::stamp(qsizetype table, RowsRead &read)
{
    if (read.rows.isEmpty() && read.misfits.isEmpty())
        return {};
    if (Error error = noteSentUpTo(table, read))
        return error;
    // Two stamps: one for rows that are complete in the cloud afterwards, one for rows that are not. clear() uses stamp
    // and key range.
    const auto next =
        m_database.value(u"UPDATE lumasync_meta SET value = value + 2 WHERE key = 'next_stamp' RETURNING value"_s);
    if (!next)
        return next.error();
    const qint64 stamp = next->toLongLong();
    for (OutgoingRow &row : read.rows)
        row.rev = row.deferred ? stamp - 1 : stamp;
    QList<OutgoingRow> rows = read.rows;
    for (auto &[row, reason] : read.misfits) {
        if (!row.badKey) {
            row.rev = stamp - 1; // an edit turns its sign, and the row is tried again
            rows.append(row);
        }
        if (Error error = refuse(table, row, reason))
            return error;
    }
    if (read.held > 0 || read.postponed > 0 || std::ranges::any_of(read.rows, &OutgoingRow::deferred))
        return stampEach(table, rows);
    const RowQuery &layout = m_readers[table].query();
    const auto stamped = m_bookkeeping.mark(
        table, update(table, u"sync_rev = ?"_s, u"%1 >= %2 AND %1 <= %2"_s.arg(layout.keyTuple(), layout.keyMarks())),
        QVariantList{stamp} + read.rows.first().key + read.rows.last().key);
    return stamped ? Error{} : stamped.error();
}

// Rows come in key order, so the last key is the largest.
Error DirtyRows::noteSentUpTo(qsizetype table, const RowsRead &read) const
{
    if (m_schema.tables[table].watched || read.rows.isEmpty())
        return {};
    return m_database.run(
        u"INSERT INTO lumasync_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        " WHERE excluded.value > value"_s,
        {TrackingSql(m_schema.tables[table]).sentUpToKey(), read.rows.last().key[0]});
}

Error DirtyRows::stampEach(qsizetype table, const QList<OutgoingRow> &rows)
{
    const RowQuery &layout = m_readers[table].query();
    const QString sql = update(table, u"sync_rev = ?"_s, layout.keyTuple() + u" = "_s + layout.keyMarks());
    for (const OutgoingRow &row : rows) {
        if (const auto stamped = m_bookkeeping.mark(table, sql, QVariantList{row.rev} + row.key); !stamped)
            return stamped.error();
    }
    return {};
}

Error DirtyRows::clear(qsizetype table, const QList<OutgoingRow> &rows)
{
    if (rows.isEmpty())
        return {};
    QHash<QByteArray, qint64> &sentDeferred = m_sentDeferred[table];
    if (rows.first().deferred) {
        for (const OutgoingRow &row : rows)
            sentDeferred.insert(row.keyText, row.rev);
        return {};
    }
    const RowQuery &layout = m_readers[table].query();
    const Error error = m_bookkeeping.run({table}, [&]() -> Error {
        const auto cleared = m_bookkeeping.mark(
            table,
            update(table, u"needs_sync = 0"_s,
                   u"sync_rev = ? AND %1 >= %2 AND %1 <= %2"_s.arg(layout.keyTuple(), layout.keyMarks())),
            QVariantList{rows.first().rev} + rows.first().key + rows.last().key);
        if (!cleared)
            return cleared.error();
        for (qsizetype i = 0; i < rows.size() && m_refused.count() > 0; ++i) {
            if (Error failed = m_refused.remove(m_schema.tables[table].name, rows[i].keyText))
                return failed;
        }
        return {};
    });
    if (error) {
        (void)m_refused.load(); // what was forgotten was rolled back
        return error;
    }
    for (qsizetype i = 0; i < rows.size() && !(sentDeferred.isEmpty() && m_healed[table].isEmpty()); ++i) {
        sentDeferred.remove(rows[i].keyText);
        m_healed[table].remove(rows[i].keyText);
    }
    return {};
}

Error DirtyRows::refuse(qsizetype table, const OutgoingRow &row, const Error &reason)
{
    return m_refused.add(m_schema.tables[table].name, row.keyText, row.rev, reason, QDateTime::currentDateTimeUtc());
}

Expected<bool> DirtyRows::healParents(qsizetype table, const OutgoingRow &row)
{
    const Table &child = m_schema.tables[table];
    const RowQuery &layout = m_readers[table].query();
    QSet<QByteArray> &healed = m_healed[table];
    const bool isSecondTime = healed.remove(row.keyText);
    int waiting = 0;
    int marked = 0;
    QList<qsizetype> parents;
    for (const ForeignKey &edge : child.foreignKeys)
        parents.append(edge.parent);
    const Error failure = m_bookkeeping.run(parents, [&]() -> Error {
        waiting = marked = 0;
        for (const ForeignKey &edge : child.foreignKeys) {
            if (row.deferred && edge.deferred)
                continue;
            const QString name = quoted(m_schema.tables[edge.parent].name);
            const QString isParent = u"%1 = (SELECT %2 FROM %3 WHERE %4 = %5)"_s.arg(
                quoted(edge.parentColumn), quoted(edge.column), quoted(child.name), layout.keyTuple(),
                layout.keyMarks());
            const QString itself =
                edge.parent == table ? u" AND %1 <> %2"_s.arg(layout.keyTuple(), layout.keyMarks()) : QString();
            const auto dirty = m_database.value(u"SELECT count(*) FROM "_s + name + u" WHERE needs_sync = 1 AND "_s +
                                                    isParent + itself,
                                                itself.isEmpty() ? row.key : row.key + row.key);
            if (!dirty)
                return dirty.error();
            waiting += dirty->toInt();
            if (isSecondTime)
                continue;
            const auto clean = m_bookkeeping.mark(
                edge.parent,
                u"UPDATE "_s + name + u" SET needs_sync = 1, sync_rev = -abs(sync_rev) WHERE needs_sync = 0 AND "_s +
                    isParent,
                row.key);
            if (!clean)
                return clean.error();
            marked += *clean;
        }
        return {};
    });
    if (failure)
        return failure;
    if (marked > 0)
        healed.insert(row.keyText);
    return waiting + marked > 0;
}

} // namespace LumaSync
