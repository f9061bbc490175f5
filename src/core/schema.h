// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/filecatalog.h"
#include "core/schemadescription.h"
#include "net/error.h"

QT_FORWARD_DECLARE_CLASS(QSqlDatabase)

namespace LumaSync {

/// The module's own columns in every synced table.
inline constexpr QLatin1StringView needsSyncColumn{"needs_sync"};
inline constexpr QLatin1StringView syncRevColumn{"sync_rev"};
inline constexpr QLatin1StringView remoteIdColumn{"remote_id"};
/// The host's owner column; its cloud twin carries the session's user id.
inline constexpr QLatin1StringView uidColumn{"uid"};

/// A column whose values are sent.
struct Column
{
    QString name;
    ColumnKind kind = ColumnKind::Text;
    QString cloudName{};    ///< empty: the same
    bool nullable = true;   ///< NULL may stand in it here
    bool generated = false; ///< SQLite computes it; it cannot be written
    QString defaultValue{}; ///< as the table's SQL says it; empty: none

    [[nodiscard]] const QString &cloud() const { return cloudName.isEmpty() ? name : cloudName; }
};

/// A column that refers to another row; in the cloud it carries that row's cloud id.
struct ForeignKey
{
    QString column;
    qsizetype parent = -1; ///< index into Schema::tables
    QString parentColumn;
    bool deferred = false; ///< a nullable edge of a cycle, or a self-reference: may be sent in a second pass
};

/// A UNIQUE constraint or index beside the primary key.
struct UniqueKey
{
    QStringList columns;
    QStringList collations; ///< of each column in this index; may differ from the column's own
};

/// A synced table as it is in this database.
struct Table
{
    QString name;
    QStringList key; ///< primary key columns in key order
    QList<Column> columns;
    QList<ForeignKey> foreignKeys;
    QList<UniqueKey> uniqueKeys;
    QString cloudName{}; ///< empty: the same
    QString rowId;       ///< the name that reaches the rowid; empty in a WITHOUT ROWID table
    bool strict = false; ///< a STRICT table knows no BOOLEAN
    bool watched =
        true; ///< INSERT needs triggers, because REPLACE can do more than use a number again (see TrackingSql)

    [[nodiscard]] bool hasDeferred() const;
    [[nodiscard]] const QString &cloud() const { return cloudName.isEmpty() ? name : cloudName; }
};

/// The synced tables, parents before children, and the files that their rows have.
struct Schema
{
    QList<Table> tables;
    FileCatalog files{};

    [[nodiscard]] qsizetype indexOf(const QString &table) const;

    /// Reads the described tables from the database and puts them in dependency order (Kahn). A cycle is broken at
    /// nullable edges; where there is none, that is an error. Errors: those of SchemaDescription::check();
    /// Configuration (a table or column that does not exist, no primary key, a cycle without a nullable edge, two
    /// columns with one name in the cloud, files of a table with a composite key), Database.
    [[nodiscard]] static Expected<Schema> resolve(const SchemaDescription &description, const QSqlDatabase &database);
};

/// Puts tables into dependency order and marks the deferred edges. `nullable(table, column)` tells whether an edge may
/// be cut. Pure; exposed for its test.
[[nodiscard]] Expected<Schema> inDependencyOrder(QList<Table> tables, const QList<QStringList> &nullableColumns);

/// `name` as an SQL identifier, quotes doubled.
[[nodiscard]] QString quoted(const QString &name);
/// `text` as an SQL string literal, quotes doubled.
[[nodiscard]] QString literal(const QString &text);

} // namespace LumaSync
