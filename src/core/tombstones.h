// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bookkeeping.h"
#include "core/cloudid.h"

namespace LumaSync {

class Database;

/// A row that is gone. The id alone does not tell it from others: SQLite gives it away again.
struct Tombstone
{
    qint64 id;
    QByteArray key; ///< SQL literals
    QByteArray remoteId;
};

/// Deletions of one table that the cloud does not know of yet.
struct PendingDeletes
{
    QList<Tombstone> tombstones;
    QStringList cloudIds; ///< rows to delete, without repetition
};

/// The table `lumasync_tombstones`. A tombstone whose row lives (again) under the same cloud id is dropped: that row is
/// dirty, or it was never gone. Lives in the tabular worker's thread.
class Tombstones
{
public:
    Tombstones(const Database &database, const Schema &schema, CloudIds ids);

    /// Whether there is anything to delete in the cloud. Drops what is obsolete.
    [[nodiscard]] Expected<bool> any();
    /// What to delete of one table, at most `limit` rows. Drops what is obsolete.
    [[nodiscard]] Expected<PendingDeletes> pending(qsizetype table, int limit = 5000);
    /// The cloud has deleted them all. What came since stays.
    [[nodiscard]] Error done(const PendingDeletes &pending) const;

private:
    const Database &m_database;
    const Schema &m_schema;
    CloudIds m_ids;
    Bookkeeping m_bookkeeping;

    [[nodiscard]] Expected<QList<Tombstone>> page(const QString &table, qint64 behind, int limit) const;
    [[nodiscard]] Error sift(qsizetype table, const QList<Tombstone> &dead, PendingDeletes &pending,
                             QSet<QString> &seen);
};

} // namespace LumaSync
