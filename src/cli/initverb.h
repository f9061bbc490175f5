// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"

namespace LumaSync {
class Database;
}

namespace LumaSync::Cli {

/// Looks at a database and writes what a project needs for it: the schema description, which is for the person to
/// correct, and the Supabase migration. Overwrites nothing: where a description is there already, it is taken.
class InitVerb : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Error run();
    [[nodiscard]] Expected<SchemaDescription> describe(const QString &path);
};

/// `description` with a file for each "TABLE.COLUMN" or "TABLE.COLUMN=BUCKET": the column holds paths on this machine,
/// so it stays here. An object is named by the row's key. Errors: Configuration, Database.
[[nodiscard]] Expected<SchemaDescription> withFiles(SchemaDescription description, const QStringList &files,
                                                    const Database &database);

} // namespace LumaSync::Cli
