// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
// What can be wrong with a description whatever the database.
#include "core/filecatalog.h"
#include "net/objectname.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype longestCloudName = 63; // bytes of an identifier, PostgreSQL's NAMEDATALEN - 1
constexpr QLatin1StringView tarSuffix(".tar.zst");

Error mistake(const QString &code, const QString &place, const QString &sentence)
{
    return {.kind = Error::Kind::Configuration, .code = code, .message = place + u": "_s + sentence};
}

QString inTable(const TableDescription &table)
{
    return u"Table '"_s + table.name + u'\'';
}

QString cloudName(const TableDescription &table)
{
    return table.cloudName.isEmpty() ? table.name : table.cloudName;
}

Error checkCloudName(const QString &place, const QString &name)
{
    if (name.isEmpty())
        return mistake(u"cloudname"_s, place, u"an empty name in the cloud. Give one, or leave it out for the same."_s);
    if (name.contains(QChar(0)) || name.toUtf8().size() > longestCloudName)
        return mistake(u"cloudname"_s, place,
                       u"the name '"_s + name +
                           u"' is too long for PostgreSQL (63 bytes). Give a shorter one for the "
                           u"cloud."_s);
    return {};
}

Error checkMember(const QString &place, const PackageMember &member)
{
    const QString here = place + u", member '"_s + member.name + u'\'';
    const auto columns = patternColumns(member.name);
    if (!isValidObjectName(filledPattern(member.name, {}, {})) || !columns || !columns->isEmpty())
        return mistake(u"member"_s, here,
                       u"the name must be plain ASCII, like 'stems/bass.wav'; only {ext} may stand in braces."_s);
    if (member.pathColumn.isEmpty() == member.fields.isEmpty())
        return mistake(u"member"_s, here, u"it needs either a path column or the fields of a JSON document."_s);
    if (member.table.isEmpty() != member.ownerColumn.isEmpty())
        return mistake(u"member"_s, here,
                       u"a table and the column that refers to the owner belong together. Give both or none."_s);
    if (!member.whereColumn.isEmpty() && member.table.isEmpty())
        return mistake(u"member"_s, here, u"'where' chooses among rows of another table. Name that table."_s);
    return {};
}

Error checkPattern(const QString &place, const FileDescription &file)
{
    const auto columns = patternColumns(file.object);
    const QString pattern = u"the object name '"_s + file.object + u"' "_s;
    if (!columns)
        return mistake(u"pattern"_s, place, pattern + u"has braces that do not match. Write it like '{id}.{ext}'."_s);
    if (columns->isEmpty())
        return mistake(u"pattern"_s, place,
                       pattern + u"is the same for every row, so that each would overwrite the last one. Put a column "
                                 u"in it that tells rows apart, like '{id}.{ext}'."_s);
    if (!isValidObjectName(filledPattern(file.object, QStringList(columns->size(), u"x"_s), {})))
        return mistake(u"pattern"_s, place,
                       pattern + u"cannot name an object: ASCII letters, digits and a few signs only, no empty, '.' or "
                                 u"'..' part."_s);
    if (file.form == FileForm::Package && !file.object.endsWith(tarSuffix))
        return mistake(u"pattern"_s, place, pattern + u"names a package. End it with '.tar.zst'."_s);
    return {};
}

Error checkFile(const TableDescription &table, const FileDescription &file)
{
    const QString place = inTable(table) + u", file '"_s + file.kind + u'\'';
    const bool plain = std::ranges::all_of(
        file.kind, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_'; });
    if (file.kind.isEmpty() || !plain)
        return mistake(u"kind"_s, place, u"its name must consist of a-z, 0-9 and '_', like 'attachment'."_s);
    if (!isValidBucketName(file.bucket))
        return mistake(u"bucket"_s, place,
                       u"'"_s + file.bucket +
                           u"' cannot be the name of a bucket. Take ASCII letters, digits, '-' and "
                           u"'_', like 'attachments'."_s);
    if (Error error = checkPattern(place, file))
        return error;
    if (file.form == FileForm::Package) {
        if (file.members.isEmpty())
            return mistake(u"members"_s, place, u"a package without members. Say what it holds."_s);
        if (!file.pathColumn.isEmpty())
            return mistake(u"path"_s, place, u"a package has no path column of its own; its members have."_s);
    } else if (file.pathColumn.isEmpty()) {
        return mistake(u"path"_s, place, u"which column holds the file's path on this machine is missing."_s);
    } else if (!file.members.isEmpty()) {
        return mistake(u"members"_s, place, u"only a package has members."_s);
    }
    if (!file.storageColumn.isEmpty() && file.storageColumn.compare(file.pathColumn, Qt::CaseInsensitive) == 0)
        return mistake(u"storagepath"_s, place,
                       u"the storage path would overwrite the file's path. Give it a column of its own, or leave it "
                       u"out."_s);
    QSet<QString> names;
    for (const PackageMember &member : file.members) {
        if (Error error = checkMember(place, member))
            return error;
        if (names.contains(member.name))
            return mistake(u"member"_s, place, u"two members are named '"_s + member.name + u"'. Rename one."_s);
        names.insert(member.name);
    }
    return {};
}

Error checkTable(const TableDescription &table)
{
    if (table.name.isEmpty())
        return mistake(u"notable"_s, u"A table"_s, u"it has no name."_s);
    if (Error error = checkCloudName(inTable(table), cloudName(table)))
        return error;
    for (auto it = table.cloudNames.cbegin(); it != table.cloudNames.cend(); ++it) {
        const QString place = inTable(table) + u", column '"_s + it.key() + u'\'';
        if (Error error = checkCloudName(place, it.value()))
            return error;
        if (it.value() == "id"_L1 || it.value() == "uid"_L1)
            return mistake(u"cloudname"_s, place,
                           u"'"_s + it.value() + u"' is the module's own column in the cloud. Choose another name."_s);
        if (table.localOnly.contains(it.key(), Qt::CaseInsensitive))
            return mistake(u"localonly"_s, place,
                           u"it stays on this machine and has a name in the cloud. Take away one of both."_s);
    }
    for (const FileDescription &file : table.files) {
        if (Error error = checkFile(table, file))
            return error;
    }
    return {};
}

} // namespace

Error SchemaDescription::check() const
{
    if (tables.isEmpty())
        return mistake(u"empty"_s, u"The schema description"_s,
                       u"it names no table, so nothing would be backed up. Name at least one."_s);
    QHash<QString, QString> names; // in the cloud
    QHash<QString, QString> kinds; // of files
    QSet<QString> seen;
    for (const TableDescription &table : tables) {
        if (Error error = checkTable(table))
            return error;
        if (seen.contains(table.name.toLower()))
            return mistake(u"twice"_s, inTable(table), u"it is described twice. Take one away."_s);
        seen.insert(table.name.toLower());
        const QString cloud = cloudName(table);
        if (names.contains(cloud))
            return mistake(u"cloudname"_s, inTable(table),
                           u"it has the name '"_s + cloud + u"' in the cloud, as has '"_s + names.value(cloud) +
                               u"'. Give one of them another name there."_s);
        names.insert(cloud, table.name);
        for (const FileDescription &file : table.files) {
            if (kinds.contains(file.kind))
                return mistake(u"kind"_s, inTable(table),
                               u"a file named '"_s + file.kind + u"' is described already, in '"_s +
                                   kinds.value(file.kind) + u"'. Names of files are unique; rename one."_s);
            kinds.insert(file.kind, table.name);
        }
    }
    for (const BucketDescription &bucket : buckets) {
        const QString place = u"Bucket '"_s + bucket.name + u'\'';
        if (!isValidBucketName(bucket.name))
            return mistake(u"bucket"_s, place,
                           u"that cannot be the name of a bucket. Take ASCII letters, digits, '-' "
                           u"and '_'."_s);
        if (bucket.sizeLimit <= 0)
            return mistake(u"bucket"_s, place, u"its size limit must be above 0 bytes."_s);
    }
    return {};
}

} // namespace LumaSync
