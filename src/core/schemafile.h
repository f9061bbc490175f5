// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "schemadescription.h"

#include <LumaSync/core/export.h>

namespace LumaSync {

/// A schema description as JSON, by docs/lumasync.schema.json. Pure but for load().
class LUMASYNC_CORE_EXPORT SchemaFile
{
public:
    /// The name that the command line looks for beside the database.
    static constexpr QLatin1StringView defaultName{"lumasync.json"};

    /// Errors: Configuration, with the line or the place inside the document ("tables.notes.files.attachment"), what is
    /// wrong there, and the remedy. SchemaDescription::check() is part of it.
    [[nodiscard]] static Expected<SchemaDescription> fromJson(const QByteArray &json);
    /// Reads a file. Errors: those of fromJson() with the file's name in front, File.
    [[nodiscard]] static Expected<SchemaDescription> load(const QString &path);
    /// Indented, with a final newline. fromJson() gives the same value again.
    [[nodiscard]] static QByteArray toJson(const SchemaDescription &description);
};

/// The kind's name in the file: "text", "integer", "real", "boolean", "timestamp", "json", "bytes".
[[nodiscard]] LUMASYNC_CORE_EXPORT QLatin1StringView columnKindName(ColumnKind kind);

} // namespace LumaSync
