// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "schemadescription.h"

#include <LumaSync/core/export.h>

namespace LumaSync {

/// Describes one file inside a package:
/// `MemberBuilder::file(u"logits.bin"_s).from(u"track_roots"_s, u"track_id"_s).path(u"logits_path"_s)`.
class LUMASYNC_CORE_EXPORT MemberBuilder
{
public:
    /// A file on disk; path() says where.
    [[nodiscard]] static MemberBuilder file(const QString &name);
    /// A JSON document: `{"format":1, ...fields}`.
    [[nodiscard]] static MemberBuilder json(const QString &name);

    /// The columns are those of `table`, whose `ownerColumn` refers to the owner's key. Not called: the owner's own.
    MemberBuilder &from(const QString &table, const QString &ownerColumn);
    /// Of several rows, the one where `column` holds `value`.
    MemberBuilder &where(const QString &column, const QString &value);
    /// The column with the path on this machine.
    MemberBuilder &path(const QString &column);
    /// A member of the JSON document.
    MemberBuilder &field(const QString &name, const QString &column);
    /// The package waits until this column is filled.
    MemberBuilder &requiredField(const QString &name, const QString &column);
    /// Columns that change whenever the document does.
    MemberBuilder &revision(const QStringList &columns);
    /// The column that gets the package's storage path.
    MemberBuilder &storedIn(const QString &column);
    /// The package goes without it where the path is empty.
    MemberBuilder &optional();

    /// What was built.
    operator PackageMember() const { return m_member; } // NOLINT: a builder is the value that it builds

private:
    PackageMember m_member;
};

/// Describes a file of each row:
/// `FileBuilder::asIs(u"attachment"_s).path(u"attachment_path"_s).to(u"attachments"_s, u"{id}.{ext}"_s)`.
class LUMASYNC_CORE_EXPORT FileBuilder
{
public:
    /// The file's bytes.
    [[nodiscard]] static FileBuilder asIs(const QString &kind);
    /// A JPEG of at most 512 px.
    [[nodiscard]] static FileBuilder thumbnail(const QString &kind);
    /// A .tar.zst of these members, in their order.
    [[nodiscard]] static FileBuilder package(const QString &kind, const QList<PackageMember> &members);

    /// The column with the path on this machine.
    FileBuilder &path(const QString &column);
    /// The bucket, and the name pattern below the user's folder, like "{id}.{ext}".
    FileBuilder &to(const QString &bucket, const QString &object);
    /// The column that gets "bucket/uid/name" after the upload.
    FileBuilder &storedIn(const QString &column);
    /// Lower goes first. Default: thumbnails 1, files 2, packages 3.
    FileBuilder &priority(int priority);

    /// What was built.
    operator FileDescription() const { return m_file; } // NOLINT

private:
    FileDescription m_file;
};

/// Describes a table: `TableBuilder(u"notes"_s).title(u"title"_s).timestamp(u"created_at"_s).localOnly(u"path"_s)`. May
/// begin with a description that exists, for instance one that introspect() gave.
class LUMASYNC_CORE_EXPORT TableBuilder
{
public:
    /// A table by its name in the database.
    explicit TableBuilder(const QString &name);
    /// Goes on from a description that exists.
    explicit TableBuilder(TableDescription table);

    /// Columns that never leave this machine.
    TableBuilder &localOnly(const QStringList &columns);
    /// A column that never leaves this machine.
    TableBuilder &localOnly(const QString &column);
    /// Columns of 0 and 1.
    TableBuilder &boolean(const QStringList &columns);
    /// Columns of times as text, UTC where they name no zone.
    TableBuilder &timestamp(const QStringList &columns);
    /// Columns of JSON text.
    TableBuilder &json(const QStringList &columns);
    /// Columns of BLOBs.
    TableBuilder &bytes(const QStringList &columns);
    /// How the values of a column travel.
    TableBuilder &kind(const QString &column, ColumnKind kind);
    /// The table's name in the cloud.
    TableBuilder &inCloudAs(const QString &name);
    /// A column's name in the cloud.
    TableBuilder &inCloudAs(const QString &column, const QString &name);
    /// The column that names a row for people.
    TableBuilder &title(const QString &column);
    /// A file that each row may have.
    TableBuilder &file(const FileDescription &file);

    /// What was built.
    operator TableDescription() const { return m_table; } // NOLINT

private:
    TableDescription m_table;
};

} // namespace LumaSync
