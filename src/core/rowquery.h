// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema.h"

namespace LumaSync {

/// The SELECT that reads dirty rows of one table, and where its result columns are. Pure.
///
/// Layout: key columns, then `sync_rev`, key text, `remote_id`, misfit flag, then four columns for each foreign key
/// (parent key text, parent `remote_id`, parent `sync_rev`, parent `needs_sync`), then the row's columns in the order
/// of Table::columns. Texts come as BLOBs, so that they stay the UTF-8 bytes that they are.
class RowQuery
{
public:
    explicit RowQuery(const Schema &schema, qsizetype table);

    /// Dirty rows behind a key, in key order. Bound values: the key to start behind (only when `withCursor`), then the
    /// limit.
    [[nodiscard]] QString dirtyRows(bool withCursor) const;
    /// Keys of all rows behind a key, in key order: key columns, key text, `remote_id`. Bound values as for
    /// dirtyRows().
    [[nodiscard]] QString allKeys(bool withCursor) const;
    /// All rows that `list` names, in the order of its column `id` from behind a bound id on, up to a bound limit.
    /// `list` has the columns `id` and `k0`, `k1`, ... for the key columns. The id comes as one more column,
    /// idColumn(), and `needs_sync` behind it.
    [[nodiscard]] QString listedRows(const QString &list) const;
    /// Key columns as `("a", "b")`, for row-value comparisons with keyMarks().
    [[nodiscard]] QString keyTuple(const QString &prefix = {}) const;
    [[nodiscard]] QString keyMarks() const;

    [[nodiscard]] int keyCount() const { return static_cast<int>(m_table.key.size()); }
    [[nodiscard]] int revColumn() const { return keyCount(); }
    [[nodiscard]] int keyTextColumn() const { return keyCount() + 1; }
    [[nodiscard]] int remoteIdColumn() const { return keyCount() + 2; }
    [[nodiscard]] int misfitColumn() const { return keyCount() + 3; }
    [[nodiscard]] int parentColumn(qsizetype foreignKey) const
    {
        return keyCount() + 4 + static_cast<int>(foreignKey) * 4;
    }
    [[nodiscard]] int valueColumn(qsizetype column) const
    {
        return parentColumn(m_table.foreignKeys.size()) + static_cast<int>(column);
    }
    [[nodiscard]] int idColumn() const { return valueColumn(m_table.columns.size()); }

private:
    struct Parts
    {
        QStringList columns;
        QString joins;
    };
    [[nodiscard]] QString keyOrder() const;
    [[nodiscard]] Parts parts() const;

    const Schema &m_schema;
    const Table &m_table;
};

} // namespace LumaSync
