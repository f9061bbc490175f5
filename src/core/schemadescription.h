// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "../net/error.h"
#include "uploadkind.h"

#include <LumaSync/core/export.h>

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QSqlDatabase)

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

/// How a file is made from what the row names.
enum class FileForm {
    AsIs,      ///< the file's bytes
    Thumbnail, ///< a JPEG of at most 512 px, made when its turn has come
    Package,   ///< a .tar.zst of several files and JSON documents, built when its turn has come
};

/// One value of a JSON document inside a package.
struct PackageField
{
    QString name;          ///< of the member
    QString column;        ///< whose value it is
    bool required = false; ///< the package waits until the column is filled

    /// Memberwise.
    bool operator==(const PackageField &) const = default;
};

/// One file inside a package: from a path, or a JSON document of columns.
struct PackageMember
{
    QString name;                  ///< in the archive, ASCII; "{ext}" stands for the suffix of the path
    QString table{};               ///< whose columns; empty: the owner's own
    QString ownerColumn{};         ///< of `table`: refers to the owner's key
    QString whereColumn{};         ///< of `table`, where it has several rows for one owner
    QString whereValue{};          ///< what `whereColumn` holds in the row that is meant
    QString pathColumn{};          ///< where the file is; empty for a JSON document
    QList<PackageField> fields{};  ///< of a JSON document
    QStringList revisionColumns{}; ///< columns that change whenever the document does
    QString storageColumn{};       ///< gets the package's storage path after the upload
    bool optional = false;         ///< the package goes without it where the path is empty

    /// Memberwise.
    bool operator==(const PackageMember &) const = default;
};

/// A file attached to each row of a table.
struct FileDescription
{
    QString kind;                   ///< its name, unique in the description, [a-z0-9_]; the queue's `upload_type`
    FileForm form = FileForm::AsIs; ///< what is made of it
    QString pathColumn{};           ///< holds the path on this machine; empty for a package
    QString storageColumn{};        ///< gets "bucket/uid/name" after the upload; may be empty
    QString bucket{};               ///< where it goes; private, a folder for each user
    /// The object's name below the user's own folder: "{column}" stands for the row's value, "{ext}" for the path's
    /// suffix. Must tell rows apart, for instance "{id}.{ext}".
    QString object{};
    int priority = 2;               ///< lower goes first
    QList<PackageMember> members{}; ///< of a package, in the order of the archive

    /// Memberwise.
    bool operator==(const FileDescription &) const = default;
};

/// What the host says about one table. Everything else (keys, foreign keys, types) is read from the database itself.
struct TableDescription
{
    QString name;                         ///< as it is in the database
    QStringList localOnly{};              ///< columns that never leave this machine
    QHash<QString, ColumnKind> kinds{};   ///< where the declared type does not say it, for instance JSON kept in TEXT
    QString cloudName{};                  ///< its name in the cloud; empty: the same
    QHash<QString, QString> cloudNames{}; ///< columns that have another name in the cloud
    QString titleColumn{};                ///< names a row for people, where its files are listed; may be empty
    QList<FileDescription> files{};       ///< that each row may have
};

/// A bucket's own limits. Buckets that are not listed have the limits of this value's defaults.
struct BucketDescription
{
    /// 10 GiB.
    static constexpr qint64 defaultSizeLimit = Q_INT64_C(10737418240);

    QString name;                        ///< ASCII letters, digits, '-' and '_'
    qint64 sizeLimit = defaultSizeLimit; ///< bytes of one object; the project's own limit counts as well
    QStringList mimeTypes{};             ///< allowed ones, like "image/*"; empty: all

    /// Memberwise.
    bool operator==(const BucketDescription &) const = default;
};

/// Which tables and files are backed up, and what they are called in the cloud. A plain value from any of three
/// sources that give the same: a database (introspect()), a file (SchemaFile), C++ (TableBuilder and of()); see luma()
/// for the shipped preset. The order of tables, columns, files and buckets has no meaning.
struct LUMASYNC_CORE_EXPORT SchemaDescription
{
    QList<TableDescription> tables;     ///< in any order: the order of sending follows from the foreign keys
    QList<BucketDescription> buckets{}; ///< those that have limits of their own

    /// The reference application's thirteen tables and their three files.
    [[nodiscard]] static SchemaDescription luma();
    /// These tables, and these limits of buckets.
    [[nodiscard]] static SchemaDescription of(QList<TableDescription> tables, QList<BucketDescription> buckets = {});

    /// Nothing where there is no such table. Names are compared as SQLite does, without case.
    [[nodiscard]] const TableDescription *find(const QString &table) const;
    /// This description with `table` added, or in the place of the one of its name.
    [[nodiscard]] SchemaDescription with(const TableDescription &table) const;
    /// This description without the table of that name.
    [[nodiscard]] SchemaDescription without(const QString &table) const;
    /// Every bucket that a file names or that is listed, with its limits, by name.
    [[nodiscard]] QList<BucketDescription> allBuckets() const;

    /// What is wrong with it whatever the database: Configuration, one sentence with the place and the remedy. The rest
    /// is found by Schema::resolve(), which calls this first.
    [[nodiscard]] Error check() const;

    /// Order does not matter, nor do limits that are the default.
    bool operator==(const SchemaDescription &other) const;
};

/// What a database says about itself.
struct Introspection
{
    SchemaDescription description; ///< of every table that can be backed up
    QStringList remarks;           ///< what was left out or renamed and why, a sentence each
};

/// Describes all tables of a database that can be backed up. Kinds come from the declared types, from names and
/// defaults
/// (`*_json`, times with a default of CURRENT_TIMESTAMP) and from what the columns hold: a column that holds something
/// that its declared type does not promise gets a kind that it fits. Names that PostgreSQL would want in quotes get a
/// plain name in the cloud. Views, virtual tables, tables without a primary key and the module's own are left out.
/// What no database says (local-only columns, files) is for the host to add. Reads all rows. Errors: Database.
[[nodiscard]] LUMASYNC_CORE_EXPORT Expected<Introspection> introspect(const QSqlDatabase &database);

/// The kind that a declared type stands for (sqlite.org/datatype3.html, 3.1, and the type names that say more).
[[nodiscard]] LUMASYNC_CORE_EXPORT ColumnKind kindOfDeclared(const QString &declaredType);

} // namespace LumaSync
