// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemadescription.h"

namespace LumaSync {

/// A table whose rows have files, as it is in this database.
struct FileOwner
{
    QString table;
    QString key; ///< its one key column
    QString titleColumn{};
    bool hasIntegerKey = true;
    QList<FileDescription> files;

    /// The kinds as SQL literals, joined by commas.
    [[nodiscard]] QString kindList() const;
};

/// All files that rows have. A plain value; Schema::resolve() makes it.
struct FileCatalog
{
    QList<FileOwner> owners;

    struct Place
    {
        qsizetype owner = -1;
        qsizetype file = -1;
    };
    /// Where the file of this kind is described; invalid indexes where it is not (any more).
    [[nodiscard]] Place find(const UploadKind &kind) const;
    [[nodiscard]] const FileOwner *ownerOf(const UploadKind &kind) const;
    /// Null where the description does not know the kind (any more).
    [[nodiscard]] const FileDescription *file(const UploadKind &kind) const;
    [[nodiscard]] QList<UploadKind> kinds() const;
    [[nodiscard]] QString bucket(const UploadKind &kind) const;

    /// The reference application's, without looking at a database.
    [[nodiscard]] static FileCatalog luma();
};

/// The columns that an object name pattern names: "{track_hash}.{ext}" gives "track_hash". Nothing where the braces do
/// not match.
[[nodiscard]] std::optional<QStringList> patternColumns(const QString &pattern);
/// `values` are those of patternColumns(), in their order, and stand as objectNamePart() makes them; `path` gives the
/// extension.
[[nodiscard]] QString filledPattern(const QString &pattern, const QStringList &values, const QString &path);
/// The suffix of `path` in lower case where it is 1 to 8 ASCII letters or digits, else "bin".
[[nodiscard]] QString plainSuffix(const QString &path);

} // namespace LumaSync
