// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema.h"

#include <optional>

namespace LumaSync {

class Database;

/// What of a table has to be sent again, because changes of it may not have been seen.
struct RepairNeed
{
    bool allRows = false;
    QStringList columns{}; ///< rows in which one of these is filled

    [[nodiscard]] bool isEmpty() const { return !allRows && columns.isEmpty(); }
};

/// What the module sent of a table, as text to be compared with later: its columns, their kinds, names and parents.
[[nodiscard]] QString sentSignature(const Schema &schema, const Table &table);
/// What a change of the signature asks for: a column that is new, or travels in another way, is sent where it is
/// filled; a table of another name in the cloud is sent whole. Pure.
[[nodiscard]] RepairNeed needAfterChange(const QString &before, const QString &now);

/// Marks rows as waiting whose state cannot be trusted any more. What is needed is noted in `lumasync_meta` in the
/// transaction that finds it, and done in one of its own, so that a crash between the two loses nothing. Thread: the
/// connection's. Owner: the caller, who keeps both alive.
class LibraryRepair
{
public:
    LibraryRepair(const Database &database, const Schema &schema);

    [[nodiscard]] Error note(const Table &table, const RepairNeed &need) const;
    /// Everything may differ from what the cloud has, up to this stamp: an older copy of the library.
    [[nodiscard]] Error noteOlderCopy(qint64 stamp) const;
    /// Does what was noted, now or by an earlier run. Reads only where there is nothing.
    [[nodiscard]] Error run() const;

private:
    [[nodiscard]] Error mark(qsizetype table, const QString &need) const;

    const Database &m_database;
    const Schema &m_schema;
};

} // namespace LumaSync
