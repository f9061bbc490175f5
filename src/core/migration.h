// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema.h"

namespace LumaSync {

class Database;

/// Brings the module's columns, indexes, triggers and tables into the host's database. Idempotent: on an up-to-date
/// database it writes nothing. Where the host has changed its schema meanwhile, the rows whose changes may have been
/// missed are marked as waiting (see LibraryRepair): all of a table that lost what tracks it (SQLite drops triggers
/// with a table that is rebuilt), those that have something in a column that is new. The version is kept in
/// `lumasync_meta`, apart from the host's `user_version`, which is never touched. The work is one transaction: it
/// happens whole or not at all.
class Migration
{
public:
    static constexpr int version = 1;

    /// `extraStatements`: idempotent CREATE statements that belong to the module as well (the storage queue).
    Migration(const Database &database, const Schema &schema, QStringList extraStatements = {});

    /// Errors: Database; Configuration with the code "newer" where a newer module has been at work.
    [[nodiscard]] Error run();

private:
    [[nodiscard]] Expected<bool> isUpToDate() const;
    [[nodiscard]] Error apply() const;
    [[nodiscard]] Error applyTable(const Table &table, bool wasHere) const;
    [[nodiscard]] Error noteChanges(const Table &table, const QStringList &columns, bool wasHere) const;
    [[nodiscard]] Error forgetDropped() const;
    [[nodiscard]] Error applyTriggers(const Table &table) const;

    const Database &m_database;
    const Schema &m_schema;
    QStringList m_extraStatements;
};

} // namespace LumaSync
