// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/dirtyrows.h"

#include "core/database.h"
#include "core/refusedrows.h"
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
{
    for (qsizetype i = 0; i < schema.tables.size(); ++i)
        m_readers.emplace_back(m_schema, i, m_ids);
}

QString DirtyRows::dirtyPart(const Table &table)
{
    return u" FROM %1 INDEXED BY %2 WHERE needs_sync = 1)"_s.arg(quoted(table.name), quoted(TrackingSql(table).indexName()));
}

Expected<bool> DirtyRows::any() const
{
    QStringList looks{u"EXISTS (SELECT 1 FROM lumasync_tombstones)"_s};
    for (const Table &table : m_schema.tables)
        looks.append(u"EXISTS (SELECT 1"_s + dirtyPart(table));
    const auto found = m_database.value(u"SELECT "_s + looks.join(u" OR "_s));
    return found ? Expected<bool>(found->toBool()) : found.error();
}

Expected<bool> DirtyRows::any(qsizetype table) const
{
    const auto found = m_database.value(u"SELECT EXISTS (SELECT 1"_s + dirtyPart(m_schema.tables[table]));
    return found ? Expected<bool>(found->toBool()) : found.error();
}

Expected<qint64> DirtyRows::count() const
{
    QStringList counts{u"(SELECT count(*) FROM lumasync_tombstones)"_s};
    for (const Table &table : m_schema.tables)
        counts.append(u"(SELECT count(*)"_s + dirtyPart(table));
    const auto found = m_database.value(u"SELECT "_s + counts.join(u" + "_s));
    return found ? Expected<qint64>(found->toLongLong()) : found.error();
}

Error DirtyRows::guarded(const std::function<Error()> &work) const
{
    return m_database.inTransaction([&]() -> Error {
        if (Error error = m_database.run(u"INSERT INTO lumasync_guard VALUES (1)"_s))
            return error;
        if (Error error = work())
            return error;
        return m_database.run(u"DELETE FROM lumasync_guard"_s);
    });
}

Expected<RowsRead> DirtyRows::read(qsizetype table, const QVariantList &cursor, bool lastPass, HeldRows &held, const BatchLimits &limits)
{
    RowsRead result;
    const Error error = guarded([&]() -> Error {
        if (Error collected = collect(table, cursor, lastPass, held, limits, result))
            return collected;
        return stamp(table, result);
    });
    if (error)
        return error;
    return result;
}

DirtyRows::Fate DirtyRows::fateOf(qsizetype table, const OutgoingRow &row, const QList<ParentState> &parents, bool lastPass,
                                  const HeldRows &held) const
{
    const Table &described = m_schema.tables[table];
    if (held.isParked(table) || m_refused.isWaiting(described.name, row.keyText, row.rev, QDateTime::currentDateTimeUtc()))
        return Fate::Wait;
    Fate fate = Fate::Send;
    for (qsizetype i = 0; i < parents.size(); ++i) {
        const ForeignKey &edge = described.foreignKeys[i];
        const ParentState &parent = parents[i];
        if (!parent.exists || !parent.dirty || (edge.parent == table && parent.key == row.keyText))
            continue;
        const bool parentWaits = held.isHeld(edge.parent, parent.key);
        if (edge.deferred && !lastPass && !(parentWaits && row.rev > 0))
            fate = Fate::Defer;
        else if (parentWaits || parent.rev == 0) // a parent never read for sending came after its table's turn
            return Fate::Wait;
    }
    return fate;
}

Error DirtyRows::collect(qsizetype table, const QVariantList &cursor, bool lastPass, HeldRows &held, const BatchLimits &limits,
                         RowsRead &result) const
{
    const RowReader &reader = m_readers[table];
    auto query = executed(m_database.connection(), reader.query().dirtyRows(!cursor.isEmpty()), cursor + QVariantList{limits.rows + 1});
    if (!query)
        return query.error();
    qsizetype bytes = 0;
    int seen = 0;
    while (query->next()) {
        if (++seen > limits.rows)
            return {}; // there is more behind
        OutgoingRow row = reader.row(*query);
        const QList<ParentState> parents = reader.parents(*query);
        const Fate fate = fateOf(table, row, parents, lastPass, held);
        row.deferred = fate == Fate::Defer;
        std::optional<ValueProblem> problem;
        if (fate != Fate::Wait)
            problem = reader.encode(row, *query, parents, m_uid);
        if (problem)
            result.misfits.append({row, {.kind = Error::Kind::Row, .code = problem->code, .message = problem->message}});
        if (fate == Fate::Wait || problem) {
            held.hold(table, row.keyText);
            ++result.held;
        } else {
            if (!result.rows.isEmpty() && bytes + row.json.size() > limits.bytes)
                return {}; // this row opens the next batch
            bytes += row.json.size();
            result.rows.append(row);
        }
        result.cursor = row.key;
    }
    if (query->lastError().isValid())
        return databaseError(query->lastError());
    result.atEnd = true;
    return {};
}

Error DirtyRows::stamp(qsizetype table, RowsRead &read)
{
    if (read.rows.isEmpty() && read.misfits.isEmpty())
        return {};
    // Two stamps: one for rows that are complete in the cloud afterwards, one for rows that are not. clear() uses stamp and key range.
    const auto next = m_database.value(u"UPDATE lumasync_meta SET value = value + 2 WHERE key = 'next_stamp' RETURNING value"_s);
    if (!next)
        return next.error();
    const qint64 stamp = next->toLongLong();
    for (OutgoingRow &row : read.rows)
        row.rev = row.deferred ? stamp - 1 : stamp;
    QList<OutgoingRow> misfits;
    for (auto &[row, reason] : read.misfits) {
        row.rev = stamp - 1; // an edit turns its sign, and the row is tried again
        misfits.append(row);
        if (Error error = refuse(table, row, reason))
            return error;
    }
    if (read.held > 0 || std::ranges::any_of(read.rows, &OutgoingRow::deferred))
        return stampEach(table, read.rows + misfits);
    const RowQuery &layout = m_readers[table].query();
    return m_database.run(u"UPDATE %1 SET sync_rev = ? WHERE needs_sync = 1 AND %2 >= %3 AND %2 <= %3"_s
                              .arg(quoted(m_schema.tables[table].name), layout.keyTuple(), layout.keyMarks()),
                          QVariantList{stamp} + read.rows.first().key + read.rows.last().key);
}

Error DirtyRows::stampEach(qsizetype table, const QList<OutgoingRow> &rows) const
{
    const RowQuery &layout = m_readers[table].query();
    QSqlQuery query(m_database.connection());
    if (!query.prepare(u"UPDATE %1 SET sync_rev = ? WHERE %2 = %3"_s
                           .arg(quoted(m_schema.tables[table].name), layout.keyTuple(), layout.keyMarks())))
        return databaseError(query.lastError());
    for (const OutgoingRow &row : rows) {
        query.bindValue(0, row.rev);
        for (qsizetype i = 0; i < row.key.size(); ++i)
            query.bindValue(static_cast<int>(i) + 1, row.key[i]);
        if (!query.exec())
            return databaseError(query.lastError());
    }
    return {};
}

Error DirtyRows::clear(qsizetype table, const QList<OutgoingRow> &rows)
{
    if (rows.isEmpty())
        return {};
    const RowQuery &layout = m_readers[table].query();
    const QString name = m_schema.tables[table].name;
    return guarded([&]() -> Error {
        if (Error error = m_database.run(u"UPDATE %1 SET needs_sync = 0 WHERE needs_sync = 1 AND sync_rev = ? AND %2 >= %3 AND %2 <= %3"_s
                                             .arg(quoted(name), layout.keyTuple(), layout.keyMarks()),
                                         QVariantList{rows.first().rev} + rows.first().key + rows.last().key))
            return error;
        if (m_refused.count() == 0)
            return {};
        for (const OutgoingRow &row : rows) {
            if (Error error = m_refused.remove(name, row.keyText))
                return error;
        }
        return {};
    });
}

Error DirtyRows::refuse(qsizetype table, const OutgoingRow &row, const Error &reason)
{
    return m_refused.add(m_schema.tables[table].name, row.keyText, row.rev, reason, QDateTime::currentDateTimeUtc());
}

Expected<int> DirtyRows::healParents(qsizetype table, const OutgoingRow &row)
{
    const Table &child = m_schema.tables[table];
    const RowQuery &layout = m_readers[table].query();
    int healed = 0;
    const Error failure = guarded([&]() -> Error {
        for (const ForeignKey &edge : child.foreignKeys) {
            if (row.deferred && edge.deferred)
                continue;
            const QString parent = u" WHERE needs_sync = 0 AND %1 = (SELECT %2 FROM %3 WHERE %4 = %5)"_s
                                       .arg(quoted(edge.parentColumn), quoted(edge.column), quoted(child.name), layout.keyTuple(),
                                            layout.keyMarks());
            const QString name = quoted(m_schema.tables[edge.parent].name);
            const auto clean = m_database.value(u"SELECT count(*) FROM "_s + name + parent, row.key);
            if (!clean)
                return clean.error();
            if (clean->toInt() == 0)
                continue;
            if (Error error = m_database.run(u"UPDATE "_s + name + u" SET needs_sync = 1, sync_rev = -abs(sync_rev)"_s + parent, row.key))
                return error;
            healed += clean->toInt();
        }
        return {};
    });
    if (failure)
        return failure;
    return healed;
}

} // namespace LumaSync
