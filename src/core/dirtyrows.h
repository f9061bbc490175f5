// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bookkeeping.h"
#include "core/heldrows.h"
#include "core/rowreader.h"

#include <vector>

namespace LumaSync {

class Database;
class RefusedRows;

/// What one read gave. The rows stand in key order.
struct RowsRead
{
    QList<OutgoingRow> rows;
    QVariantList cursor; ///< key of the last row looked at
    bool atEnd = false;  ///< no dirty row behind the cursor
    int held = 0;        ///< rows that wait
    int postponed =
        0; ///< rows of which only the deferred foreign keys are missing in the cloud: a matter of the last pass
    QList<std::pair<OutgoingRow, Error>> misfits; ///< rows with a value that cannot travel; held back already
};

/// Limits of one request.
struct BatchLimits
{
    int rows = 500;
    qsizetype bytes = 1024 * 1024; ///< of JSON; a larger row goes alone
};

/// Dirty rows of the library: read and stamped, and cleared by their stamp. Every call is one short transaction; none
/// is open while a request is on its way. Lives in the tabular worker's thread.
class DirtyRows
{
public:
    DirtyRows(const Database &database, const Schema &schema, CloudIds ids, RefusedRows &refused);
    Q_DISABLE_COPY_MOVE(DirtyRows)

    /// The user id that every row carries in the cloud.
    void setOwner(const QString &uid) { m_uid = uid.toUtf8(); }
    [[nodiscard]] QByteArray owner() const { return m_uid; }

    /// Is there anything to send or delete? One indexed look per table; deletions that turn out obsolete are dropped on
    /// the way.
    [[nodiscard]] Expected<bool> any() const;
    [[nodiscard]] Expected<bool> any(qsizetype table) const;
    /// Rows and deletions that wait; reads the partial indexes only.
    [[nodiscard]] Expected<qint64> count() const;

    /// Reads the next dirty rows behind `cursor` (empty: from the start), stamps those that are to be sent, and adds to
    /// `held` those that must wait. `lastPass`: deferred foreign keys are sent now; rows whose target is still missing
    /// wait.
    [[nodiscard]] Expected<RowsRead> read(qsizetype table, const QVariantList &cursor, bool lastPass, HeldRows &held,
                                          const BatchLimits &limits);
    /// Columns of the JSON objects that read() makes, in order; for `columns=`.
    [[nodiscard]] QStringList sentColumns(qsizetype table, bool deferred) const
    {
        return m_readers[table].sentColumns(deferred);
    }

    /// Marks rows as clean where their stamp still stands. A row edited since stays dirty, and so does one that was
    /// sent without its deferred foreign keys. Precondition: the rows are a run of one read, all deferred or none.
    [[nodiscard]] Error clear(qsizetype table, const QList<OutgoingRow> &rows);
    /// Holds one row back with the reason.
    [[nodiscard]] Error refuse(qsizetype table, const OutgoingRow &row, const Error &reason);
    /// The cloud does not have a parent of this row. Parents that are clean here are marked dirty, so that they are
    /// sent again; once, for if that does not help, the parent is none that we know. Gives whether the row is to wait
    /// for parents that go first; false: nothing here can help it.
    [[nodiscard]] Expected<bool> healParents(qsizetype table, const OutgoingRow &row);

private:
    enum class Fate {
        Send,     ///< whole
        Defer,    ///< without its deferred foreign keys
        Postpone, ///< not now, but all except its deferred foreign keys is in the cloud already
        Wait,
    };
    [[nodiscard]] static QString dirtyPart(const Table &table);
    [[nodiscard]] Fate fateOf(qsizetype table, const OutgoingRow &row, const QList<ParentState> &parents, bool lastPass,
                              const HeldRows &held, const QDateTime &now) const;
    [[nodiscard]] Error collect(qsizetype table, const QVariantList &cursor, bool lastPass, HeldRows &held,
                                const BatchLimits &limits, RowsRead &result) const;
    [[nodiscard]] Error stamp(qsizetype table, RowsRead &read);
    [[nodiscard]] Error noteSentUpTo(qsizetype table, const RowsRead &read) const;
    [[nodiscard]] Error stampEach(qsizetype table, const QList<OutgoingRow> &rows);
    /// UPDATE of the dirty rows of a table, found by the partial index.
    [[nodiscard]] QString update(qsizetype table, const QString &set, const QString &where) const;

    const Database &m_database;
    const Schema &m_schema;
    CloudIds m_ids;
    RefusedRows &m_refused;
    Bookkeeping m_bookkeeping;
    QByteArray m_uid;
    std::vector<RowReader> m_readers; // one for each table
    QList<QHash<QByteArray, qint64>>
        m_sentDeferred;               // by table: stamps under which rows went without their deferred foreign keys
    QList<QSet<QByteArray>> m_healed; // by table: rows whose parents were sent again for their sake
};

} // namespace LumaSync
