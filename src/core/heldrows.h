// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>

namespace LumaSync {

/// The rows that wait in this cycle, by table: refused ones, their descendants, and whole tables that the cloud does
/// not take. A descendant of a held row waits without a request. Lives for one cycle.
class HeldRows
{
public:
    explicit HeldRows(qsizetype tableCount = 0)
        : m_keys(tableCount)
        , m_parked(tableCount, false)
    {
    }

    void hold(qsizetype table, const QByteArray &key) { m_keys[table].insert(key); }
    void park(qsizetype table) { m_parked[table] = true; }
    [[nodiscard]] bool isParked(qsizetype table) const { return m_parked[table]; }
    [[nodiscard]] bool isHeld(qsizetype table, const QByteArray &key) const
    {
        return m_parked[table] || m_keys[table].contains(key);
    }

private:
    QList<QSet<QByteArray>> m_keys;
    QList<bool> m_parked;
};

} // namespace LumaSync
