// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/cloudschema.h"

#include <QDateTime>

#include <optional>

namespace LumaSync::Cli {

/// The folder of a Supabase project's migrations, `supabase/migrations`: files named "<timestamp>_<name>.sql", in the
/// order of their names.
class MigrationFolder
{
public:
    explicit MigrationFolder(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// The state that the newest of our migrations leaves; nothing where there is none. Errors: File.
    [[nodiscard]] Expected<std::optional<CloudSchema>> state() const;
    /// Writes a migration that comes after all others, and makes the folder where it is missing. Returns its path.
    /// Errors: File.
    [[nodiscard]] Expected<QString> add(const QString &name, const QString &sql, const QDateTime &now) const;

private:
    [[nodiscard]] QStringList names() const;

    QString m_path;
};

/// Writes a whole file or nothing. Errors: File.
[[nodiscard]] Error writeFile(const QString &path, const QByteArray &content);

} // namespace LumaSync::Cli
