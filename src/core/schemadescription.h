// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/core/export.h>

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace LumaSync {

/// How a column's values travel. Source: PostgreSQL's input functions as PostgREST feeds them (json_to_recordset).
enum class ColumnKind {
    Text,      ///< valid UTF-8 without U+0000
    Integer,   ///< 64-bit signed, sent as a bare number, never through a double
    Real,      ///< finite double
    Boolean,   ///< 0 and 1 (or NULL)
    Timestamp, ///< UTC text "YYYY-MM-DD HH:MM:SS[.fff]" or ISO 8601 with a zone
    Json,      ///< JSON text, embedded as JSON
    Bytes,     ///< BLOB, sent as "\x" and hexadecimal digits (bytea)
};

/// What the host says about one table. Everything else (keys, foreign keys, types) is read from the database itself.
struct TableDescription
{
    QString name;                       ///< as it is in the database
    QStringList localOnly;              ///< columns that never leave this machine
    QHash<QString, ColumnKind> kinds{}; ///< where the declared type does not say it, for instance JSON kept in TEXT
};

/// Which tables are backed up. A plain value that the host builds once; see luma() for the shipped preset.
struct LUMASYNC_CORE_EXPORT SchemaDescription
{
    QList<TableDescription> tables; ///< in any order: the order of sending follows from the foreign keys

    /// The reference application's thirteen tables.
    [[nodiscard]] static SchemaDescription luma();
};

} // namespace LumaSync
