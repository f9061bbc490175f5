// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/cloudid.h"
#include "core/schema.h"

namespace LumaSync {

class Database;

/// Deletions of one table that the cloud does not know of yet.
struct PendingDeletes
{
    qint64 upTo = 0;      ///< tombstones with a larger id came later and are not part of this
    QStringList cloudIds; ///< rows to delete, without repetition
};

/// The table `lumasync_tombstones`. A tombstone whose key lives again under the same cloud id is dropped: the row itself is dirty
/// and goes up as the new row. Lives in the tabular worker's thread.
class Tombstones
{
public:
    Tombstones(const Database &database, const Schema &schema, CloudIds ids);

    /// What to delete of one table, at most about `limit` rows. Drops what is obsolete.
    [[nodiscard]] Expected<PendingDeletes> pending(qsizetype table, int limit = 5000) const;
    /// The cloud has deleted them all.
    [[nodiscard]] Error done(qsizetype table, qint64 upTo) const;

private:
    const Database &m_database;
    const Schema &m_schema;
    CloudIds m_ids;
};

} // namespace LumaSync
