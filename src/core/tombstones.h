// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/bookkeeping.h"
#include "core/cloudid.h"

namespace LumaSync {

class Database;

/// Deletions of one table that the cloud does not know of yet.
struct PendingDeletes
{
    qint64 upTo = 0;      ///< tombstones with a larger id came later and are not part of this
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
    /// The cloud has deleted them all.
    [[nodiscard]] Error done(qsizetype table, qint64 upTo) const;

private:
    const Database &m_database;
    const Schema &m_schema;
    CloudIds m_ids;
    Bookkeeping m_bookkeeping;

    struct Dead
    {
        qint64 id;
        QByteArray key; ///< SQL literals
        QByteArray remoteId;
    };
    [[nodiscard]] Expected<QList<Dead>> page(const QString &table, qint64 behind, int limit) const;
    [[nodiscard]] Error sift(qsizetype table, const QList<Dead> &dead, PendingDeletes &pending, QSet<QString> &seen);
};

} // namespace LumaSync
