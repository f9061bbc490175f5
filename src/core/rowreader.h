// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/cloudid.h"
#include "core/rowencoder.h"
#include "core/rowquery.h"

#include <QSqlQuery>
#include <QVariantList>

namespace LumaSync {

/// A row on its way to the cloud.
struct OutgoingRow
{
    QVariantList key;      ///< key values, for comparisons in SQL
    QByteArray keyText;    ///< key as SQL literals
    QByteArray json;       ///< the row as one JSON object
    qint64 rev = 0;        ///< its sync_rev; the stamp once it is stamped
    bool deferred = false; ///< goes without its deferred foreign keys for now, and stays dirty
    bool badKey = false;   ///< NULL, invalid UTF-8 or U+0000 in the key: it cannot be found again by it
};

/// The row that a foreign key refers to, as far as sending needs it.
struct ParentState
{
    QByteArray key;
    QByteArray remoteId;
    qint64 rev = 0;
    bool exists = false;
    bool dirty = false;
};

/// Turns the result of RowQuery into rows to send, for one table. No SQL of its own.
class RowReader
{
public:
    /// `schema` and `ids` outlive the reader.
    RowReader(const Schema &schema, qsizetype table, const CloudIds &ids);

    [[nodiscard]] const RowQuery &query() const { return m_query; }
    /// Key, key text and revision of the current row.
    [[nodiscard]] OutgoingRow row(const QSqlQuery &result) const;
    /// One for each foreign key.
    [[nodiscard]] QList<ParentState> parents(const QSqlQuery &result) const;
    /// Fills `row.json`: `{"id":..., "uid":..., column...}` with every column of sentColumns().
    [[nodiscard]] std::optional<ValueProblem> encode(OutgoingRow &row, const QSqlQuery &result,
                                                     const QList<ParentState> &parents, const QByteArray &uid) const;
    /// The members of the JSON objects, in order; for `columns=`.
    [[nodiscard]] QStringList sentColumns(bool deferred) const;

private:
    struct Member
    {
        QByteArray label;          // ,"name":
        qsizetype foreignKey = -1; // the one that stands behind the column
        bool deferred = false;
    };

    const Schema &m_schema;
    const Table &m_table;
    const CloudIds &m_ids;
    RowQuery m_query;
    QList<Member> m_members; // parallel to Table::columns
};

} // namespace LumaSync
