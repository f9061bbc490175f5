// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bookkeeping.h"
#include "core/cloudid.h"

namespace LumaSync {

class Database;
class RefusedRows;

/// A row that is gone. The id alone does not tell it from others: SQLite gives it away again.
struct Tombstone
{
    qint64 id;
    QByteArray key; ///< SQL literals
    QByteArray remoteId;
    QString cloudId{}; ///< where pending() gave it
};

/// Deletions of one table that the cloud does not know of yet.
struct PendingDeletes
{
    QList<Tombstone> tombstones;
    QStringList cloudIds; ///< rows to delete, without repetition

    /// The part of it that concerns these rows.
    [[nodiscard]] PendingDeletes of(const QStringList &ids) const;
};

/// The table `lumasync_tombstones`. A tombstone whose row lives (again) under the same cloud id is dropped: that row is
/// dirty, or it was never gone. Lives in the tabular worker's thread.
class Tombstones
{
public:
    Tombstones(const Database &database, const Schema &schema, CloudIds ids, RefusedRows &refused);

    /// Whether there is anything to delete in the cloud. Drops what is obsolete.
    [[nodiscard]] Expected<bool> any();
    /// Which deletions pending() gives.
    enum class Which {
        Due, ///< those that the cloud has refused only where their pause is over
        All,
    };
    /// What to delete of one table, at most `limit` rows. Drops what is obsolete.
    [[nodiscard]] Expected<PendingDeletes> pending(qsizetype table, Which which = Which::All, int limit = 5000);
    /// The cloud has deleted them all. What came since stays.
    [[nodiscard]] Error done(const PendingDeletes &pending) const;
    /// The cloud does not delete this row: it waits as a refused one.
    [[nodiscard]] Error refuse(qsizetype table, const Tombstone &tombstone, const Error &reason);

private:
    const Database &m_database;
    const Schema &m_schema;
    CloudIds m_ids;
    RefusedRows &m_refused;
    Bookkeeping m_bookkeeping;

    [[nodiscard]] bool isWaiting(qsizetype table, const Tombstone &tombstone) const;
    [[nodiscard]] Expected<QList<Tombstone>> page(const QString &table, qint64 behind, int limit) const;
    [[nodiscard]] Error sift(qsizetype table, const QList<Tombstone> &dead, Which which, PendingDeletes &pending,
                             QSet<QString> &seen);
};

} // namespace LumaSync
