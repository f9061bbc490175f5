// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/filecatalog.h"
#include "core/packagebuilder.h"
#include "core/uploadjob.h"
#include "net/error.h"

#include <optional>

namespace LumaSync {

class Database;

/// The files of one row as the library names them.
struct RowFiles
{
    /// One member of a package.
    struct Part
    {
        QString path{};
        bool isFilled = false; ///< the path, or every required column
        QString revision{};    ///< of a JSON document
    };
    /// Parallel to FileOwner::files.
    struct File
    {
        QString path{};
        QString objectName{}; ///< below the user's folder
        QList<Part> parts{};  ///< parallel to FileDescription::members
    };

    qsizetype owner = -1; ///< index into FileCatalog::owners
    QVariant id{};
    QString title{};
    QList<File> files{};
};

/// Reads what the library says about files. It looks at the database only; see uploadRequest() for the files
/// themselves. Thread: the connection's. Owner: the caller, who keeps `database` alive.
class MediaReader
{
public:
    MediaReader(const Database *database, FileCatalog catalog);

    [[nodiscard]] Expected<std::optional<RowFiles>> row(qsizetype owner, const QVariant &id) const;
    /// The row that has the file of this kind; nothing where the description does not know the kind.
    [[nodiscard]] Expected<std::optional<RowFiles>> row(const UploadKind &kind, const QVariant &id) const;
    /// In the order of their keys; an invalid `after` begins at the first.
    [[nodiscard]] Expected<QList<RowFiles>> rows(qsizetype owner, const QVariant &after, int limit) const;
    /// What the package of this kind is built from, its JSON documents included.
    [[nodiscard]] Expected<PackageSource> packageSource(const UploadKind &kind, const RowFiles &row) const;
    [[nodiscard]] const FileCatalog &catalog() const { return m_catalog; }

private:
    [[nodiscard]] Expected<QList<RowFiles>> read(qsizetype owner, const QString &where,
                                                 const QVariantList &values) const;
    [[nodiscard]] Expected<QByteArray> document(const FileOwner &owner, const PackageMember &member,
                                                const QVariant &id) const;

    const Database *m_database;
    FileCatalog m_catalog;
    QStringList m_selections; ///< of each owner
};

/// Size and modification time of a file, or "there is none".
[[nodiscard]] SourceState fileState(const QString &path);
/// What should be in the cloud for this row and kind, with the present state of its files; nothing where the row has no
/// such file (yet).
[[nodiscard]] std::optional<UploadRequest> uploadRequest(const UploadKind &kind, const RowFiles &row,
                                                         const FileCatalog &catalog);

} // namespace LumaSync
