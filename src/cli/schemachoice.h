// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemadescription.h"

namespace LumaSync::Cli {

/// The description that belongs to a library: the file that was named, else `lumasync.json` beside the database, else
/// Luma's where the database has its tables. Errors: those of SchemaFile::load(); Configuration, code "noschema", where
/// there is none of these. A database that cannot be opened is no matter of this: Luma's is returned, and whoever opens
/// it next says what is wrong.
[[nodiscard]] Expected<SchemaDescription> chooseSchema(const QString &schemaFile, const QString &database);

/// `lumasync.json` in the database's folder.
[[nodiscard]] QString schemaFileBeside(const QString &database);

} // namespace LumaSync::Cli
