// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/parkedtables.h"

#include "core/refusedrows.h"
#include "core/timeleft.h"

#include <algorithm>

namespace LumaSync {

void ParkedTables::note(const QList<ParkedTable> &parked, const QList<QString> &spared)
{
    QList<Entry> entries;
    for (const Entry &entry : std::as_const(m_tables)) {
        if (spared.contains(entry.table.table))
            entries.append(entry);
    }
    for (const ParkedTable &table : parked) {
        const auto before =
            std::ranges::find(m_tables, table.table, [](const Entry &entry) { return entry.table.table; });
        const int attempts = before == m_tables.cend() ? 1 : before->attempts + 1;
        entries.append({table, attempts, QDeadlineTimer(RefusedRows::pauseAfter(attempts))});
    }
    m_tables = entries;
}

QList<QString> ParkedTables::waiting() const
{
    QList<QString> names;
    for (const Entry &entry : m_tables) {
        if (!entry.until.hasExpired())
            names.append(entry.table.table);
    }
    return names;
}

Error ParkedTables::reason() const
{
    return m_tables.isEmpty() ? Error{} : m_tables.first().table.reason;
}

std::chrono::milliseconds ParkedTables::remaining() const
{
    auto shortest = std::chrono::milliseconds::max();
    for (const Entry &entry : m_tables)
        shortest = std::min(shortest, timeLeft(entry.until));
    return shortest;
}

void ParkedTables::retryAll()
{
    for (Entry &entry : m_tables)
        entry.until = QDeadlineTimer(0);
}

} // namespace LumaSync
