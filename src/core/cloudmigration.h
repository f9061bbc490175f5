// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/cloudschema.h"

#include <optional>

namespace LumaSync {

/// The SQL that brings a Supabase project from one state to the next, for `supabase db push`, psql or the dashboard's
/// editor. Pure.
///
/// Tables with `id` and `uid`, foreign keys, indexes, row-level security (`uid = auth.uid()`), explicit grants, private
/// buckets and their policies. Statements only add, or loosen; what would lose data, or wants a decision, is written as
/// a comment with a remark. All of it can be run again. The last line is a comment that holds the new state: stateIn()
/// reads it, so that the next migration can be told from the files alone.
class CloudMigration
{
public:
    /// From an empty value: everything.
    CloudMigration(CloudSchema from, CloudSchema to);

    /// Whether there is nothing to do.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString sql() const;
    /// What the person has to decide, a sentence each; the same words stand in the SQL.
    [[nodiscard]] QStringList remarks() const { return m_remarks; }

    /// The state that a migration leaves, nothing where the text has none.
    [[nodiscard]] static std::optional<CloudSchema> stateIn(const QString &sql);

private:
    void addTable(const CloudTable &table);
    void changeTable(const CloudTable &before, CloudTable &after);
    void changeColumn(const QString &table, const CloudColumn &before, CloudColumn &after);
    void dropReference(const QString &table, const QString &column);
    void addReference(const QString &table, const CloudReference &reference);
    void secure(const QString &table);
    void addBucket(const BucketDescription &bucket);
    void leave(const QString &remark, const QString &statement);

    CloudSchema m_from;
    CloudSchema m_to;
    QStringList m_statements;
    QStringList m_constraints; ///< after all tables exist
    QStringList m_remarks;
};

/// An identifier as PostgreSQL reads it: in quotes where it has to be.
[[nodiscard]] QString cloudIdentifier(const QString &name);

} // namespace LumaSync
