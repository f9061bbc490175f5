// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema.h"
#include "core/syncitems.h"

#include <QDateTime>
#include <QHash>

#include <limits>

namespace LumaSync {

class Database;

/// The table `lumasync_refused_rows`: why a row, or its deletion, waits and when it is tried again. A row that changes
/// is tried again at once.
class RefusedRows
{
public:
    /// The pause after the given number of refusals: 1 min, doubled up to 1 h.
    [[nodiscard]] static std::chrono::seconds pauseAfter(int attempts);

    /// What stands in place of a row's `sync_rev` where its deletion was refused: no row ever has it.
    static constexpr qint64 revOfDeletion = std::numeric_limits<qint64>::min();

    explicit RefusedRows(const Database &database);

    /// Reads the table into memory. To be called at the start of a cycle.
    [[nodiscard]] Error load();
    /// Whether the row, unchanged since it was refused, is not due yet.
    [[nodiscard]] bool isWaiting(const QString &table, const QByteArray &key, qint64 rev, const QDateTime &now) const;
    [[nodiscard]] Error add(const QString &table, const QByteArray &key, qint64 rev, const Error &reason,
                            const QDateTime &now);
    /// The row was sent: forget it.
    [[nodiscard]] Error remove(const QString &table, const QByteArray &key);
    /// Rows that are gone from their tables or clean are forgotten, and deletions that were carried out.
    [[nodiscard]] Error sweep(const Schema &schema);
    /// The person asks: all are due now.
    [[nodiscard]] Error retryAll();
    [[nodiscard]] Expected<QList<RefusedRow>> list(int limit = 1000) const;
    /// When the first one is due (UTC); invalid where nothing was refused.
    [[nodiscard]] QDateTime nextAttempt() const;
    [[nodiscard]] qsizetype count() const { return m_rows.size(); }

private:
    struct Entry
    {
        qint64 rev;
        int attempts;
        qint64 nextAttempt; // seconds since 1970
    };
    const Database &m_database;
    QHash<std::pair<QString, QByteArray>, Entry> m_rows;
};

} // namespace LumaSync
