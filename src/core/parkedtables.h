// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/cyclereport.h"

#include <QDeadlineTimer>

namespace LumaSync {

/// Tables that the cloud does not take (no such table or column, a policy that refuses): each is left alone for a
/// pause that grows with every refusal, while the other tables go on. Lives in the tabular worker's thread.
class ParkedTables
{
public:
    /// What a cycle parked; tables that it tried again and did not park are free.
    void note(const QList<ParkedTable> &parked, const QList<QString> &spared);
    /// Names of the tables whose pause is not over.
    [[nodiscard]] QList<QString> waiting() const;
    /// The reason of the first one; none where the cloud takes all tables.
    [[nodiscard]] Error reason() const;
    /// Time until the first pause is over; the longest of all times where nothing is parked.
    [[nodiscard]] std::chrono::milliseconds remaining() const;
    /// The person asks: all are tried again.
    void retryAll();
    void clear() { m_tables.clear(); }

private:
    struct Entry
    {
        ParkedTable table;
        int attempts = 0;
        QDeadlineTimer until;
    };
    QList<Entry> m_tables;
};

} // namespace LumaSync
