// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema.h"

namespace LumaSync {

/// The SQL that tracks changes of one table. Pure text; Migration runs it.
///
/// How a row's state reads:
/// - `needs_sync = 1`: the row waits to be sent. New rows get it by the column's default, so that an INSERT fires
/// nothing.
/// - `sync_rev = 0`: never read for sending. `> 0`: the stamp under which it was last read for sending. `< 0`: changed
/// since, or
///   new under a key that the cloud knows.
///
/// The worker stamps what it reads, sends it, and clears `needs_sync` only where the stamp still stands. A user's
/// change turns the stamp's sign, so a row edited while in flight stays dirty, and further edits of a dirty row cost
/// nothing. A stamp is used once: after REPLACE a row's `sync_rev` is 0 again, which no stamp equals.
///
/// REPLACE fires no delete trigger by SQLite's defaults, so BEFORE triggers leave a tombstone of what it may remove.
/// They cannot tell it from INSERT OR IGNORE and ON CONFLICT DO UPDATE, so such a tombstone may name a row that lives
/// on; Tombstones drops it. Not seen: a row that REPLACE removes for a unique index on an expression.
///
/// A trigger on INSERT costs the host as much as the INSERT itself. Most tables do without (Table::watched is false):
/// where the rowid is the key and nothing else is unique, REPLACE only uses a number again, which is the same row in
/// the cloud. That it may be known there although its `sync_rev` is 0 again shows in the number: it is not above the
/// largest one that was ever read for sending.
class TrackingSql
{
public:
    explicit TrackingSql(const Table &table);

    /// ALTER TABLE statements for the given module columns that are missing.
    [[nodiscard]] QStringList addColumns(const QStringList &existing) const;
    /// The partial index on dirty rows, and one on rows with a cloud id of their own.
    [[nodiscard]] QStringList createIndexes() const;
    /// Name and CREATE statement of each trigger. The last one must be the table's youngest AFTER UPDATE trigger:
    /// SQLite runs the youngest first, and this one keeps the host's triggers from seeing the module's bookkeeping.
    [[nodiscard]] QList<std::pair<QString, QString>> triggers() const;
    [[nodiscard]] QString indexName() const;
    [[nodiscard]] QString bookkeepingTriggerName() const;

    /// Names, as literals, of the triggers without which a change of a row goes unseen.
    [[nodiscard]] QStringList watchingTriggers() const;
    /// Names of all triggers that the table may have from the module.
    [[nodiscard]] QStringList triggerNames() const;
    /// `lumasync_meta` key of the largest key that was read for sending; only in tables that are not watched.
    [[nodiscard]] QString sentUpToKey() const;

    /// Key columns as one text, each as an SQL literal: `quote("a") || ',' || quote("b")`.
    [[nodiscard]] static QString keyExpression(const Table &table, const QString &alias);

private:
    QString name(const QString &role) const;
    QString isSameRow(const QString &alias) const;
    QString isKnown(const QString &alias) const;
    QString replacedRows(bool update) const;
    QString insertTombstones(const QString &row, const QString &from = {}) const;
    QString uniqueColumns() const;
    QString returnedRow(const QString &key) const;

    const Table &m_table;
};

/// `lumasync_meta` keys, followed by the table's name, of what was sent of it (sentSignature()). A table that has one
/// and is not there any more was dropped by the host.
inline constexpr QLatin1StringView trackedKey{"tracked/"};

/// Tables of the module itself, without the storage queue: `lumasync_meta`, `lumasync_guard`, `lumasync_tombstones`,
/// `lumasync_refused_rows`.
[[nodiscard]] QStringList moduleTables();

} // namespace LumaSync
