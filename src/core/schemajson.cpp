// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schemajson.h"

#include "core/schemafile.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int formatVersion = 1;
constexpr ColumnKind allKinds[] = {ColumnKind::Text,      ColumnKind::Integer, ColumnKind::Real, ColumnKind::Boolean,
                                   ColumnKind::Timestamp, ColumnKind::Json,    ColumnKind::Bytes};
constexpr std::pair<FileForm, QLatin1StringView> forms[] = {
    {FileForm::AsIs, "file"_L1}, {FileForm::Thumbnail, "thumbnail"_L1}, {FileForm::Package, "package"_L1}};

int defaultPriority(FileForm form)
{
    return form == FileForm::Thumbnail ? 1 : form == FileForm::Package ? 3 : 2;
}

void put(QJsonObject &object, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

QJsonObject memberToJson(const PackageMember &member)
{
    QJsonObject object{{u"name"_s, member.name}};
    put(object, u"table"_s, member.table);
    put(object, u"owner"_s, member.ownerColumn);
    if (!member.whereColumn.isEmpty())
        object.insert(u"where"_s, QJsonObject{{member.whereColumn, member.whereValue}});
    put(object, u"path"_s, member.pathColumn);
    QJsonArray fields;
    for (const PackageField &field : member.fields) {
        QJsonObject one{{u"name"_s, field.name}, {u"column"_s, field.column}};
        if (field.required)
            one.insert(u"required"_s, true);
        fields.append(one);
    }
    if (!fields.isEmpty())
        object.insert(u"fields"_s, fields);
    if (!member.revisionColumns.isEmpty())
        object.insert(u"revision"_s, QJsonArray::fromStringList(member.revisionColumns));
    put(object, u"storagePath"_s, member.storageColumn);
    if (member.optional)
        object.insert(u"optional"_s, true);
    return object;
}

QJsonObject fileToJson(const FileDescription &file)
{
    QJsonObject object{{u"bucket"_s, file.bucket}, {u"object"_s, file.object}};
    for (const auto &[form, name] : forms) {
        if (form == file.form && form != FileForm::AsIs)
            object.insert(u"form"_s, name);
    }
    put(object, u"path"_s, file.pathColumn);
    put(object, u"storagePath"_s, file.storageColumn);
    if (file.priority != defaultPriority(file.form))
        object.insert(u"priority"_s, file.priority);
    QJsonArray members;
    for (const PackageMember &member : file.members)
        members.append(memberToJson(member));
    if (!members.isEmpty())
        object.insert(u"members"_s, members);
    return object;
}

QJsonObject tableToJson(const TableDescription &table)
{
    QJsonObject columns;
    const auto set = [&](const QString &column, const QString &name, const QJsonValue &value) {
        QJsonObject object = columns.value(column).toObject();
        object.insert(name, value);
        columns.insert(column, object);
    };
    for (const QString &column : table.localOnly)
        set(column, u"local"_s, true);
    for (auto it = table.kinds.cbegin(); it != table.kinds.cend(); ++it)
        set(it.key(), u"kind"_s, QString(columnKindName(it.value())));
    for (auto it = table.cloudNames.cbegin(); it != table.cloudNames.cend(); ++it)
        set(it.key(), u"cloud"_s, it.value());
    QJsonObject files;
    for (const FileDescription &file : table.files)
        files.insert(file.kind, fileToJson(file));
    QJsonObject object;
    put(object, u"cloud"_s, table.cloudName);
    put(object, u"title"_s, table.titleColumn);
    if (!columns.isEmpty())
        object.insert(u"columns"_s, columns);
    if (!files.isEmpty())
        object.insert(u"files"_s, files);
    return object;
}

} // namespace

QJsonObject schemaToJson(const SchemaDescription &description)
{
    QJsonObject tables;
    for (const TableDescription &table : description.tables)
        tables.insert(table.name, tableToJson(table));
    QJsonObject buckets;
    for (const BucketDescription &bucket : description.allBuckets()) {
        if (bucket == BucketDescription{.name = bucket.name})
            continue;
        QJsonObject object{{u"sizeLimit"_s, bucket.sizeLimit}};
        if (!bucket.mimeTypes.isEmpty())
            object.insert(u"mimeTypes"_s, QJsonArray::fromStringList(bucket.mimeTypes));
        buckets.insert(bucket.name, object);
    }
    QJsonObject object{{u"version"_s, formatVersion}, {u"tables"_s, tables}};
    if (!buckets.isEmpty())
        object.insert(u"buckets"_s, buckets);
    return object;
}

void SchemaJsonReader::fail(const QString &sentence)
{
    if (m_error)
        return;
    const QString place = m_place.isEmpty() ? u"The document"_s : u"At "_s + m_place.join(u'.');
    m_error = {.kind = Error::Kind::Configuration, .code = u"schemafile"_s, .message = place + u": "_s + sentence};
}

void SchemaJsonReader::at(const QString &place, const std::function<void()> &work)
{
    m_place.append(place);
    work();
    m_place.removeLast();
}

void SchemaJsonReader::members(const QJsonValue &value, const QStringList &known, const Members &each)
{
    if (!value.isObject())
        return fail(u"an object in braces is wanted here."_s);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = it.key();
        if (!known.isEmpty() && !known.contains(name))
            return fail(u"there is no '"_s + name + u"' here. Known are: "_s + known.join(u", "_s) + u'.');
        at(name, [&] { each(name, it.value()); });
    }
}

QString SchemaJsonReader::text(const QJsonValue &value)
{
    if (!value.isString() || value.toString().isEmpty())
        fail(u"a text is wanted here, like \"name\"."_s);
    return value.toString();
}

QStringList SchemaJsonReader::texts(const QJsonValue &value)
{
    QStringList result;
    if (!value.isArray())
        fail(u"a list of texts is wanted here, like [\"a\", \"b\"]."_s);
    for (const QJsonValue &one : value.toArray())
        result.append(text(one));
    return result;
}

bool SchemaJsonReader::flag(const QJsonValue &value)
{
    if (!value.isBool())
        fail(u"true or false is wanted here."_s);
    return value.toBool();
}

qint64 SchemaJsonReader::number(const QJsonValue &value)
{
    if (!value.isDouble() || value.toInteger(-1) < 0)
        fail(u"a whole number from 0 on is wanted here."_s);
    return value.toInteger();
}

SchemaDescription SchemaJsonReader::read(const QJsonDocument &document)
{
    SchemaDescription description;
    const QJsonObject object = document.object();
    if (!document.isObject() || !object.contains("tables"_L1))
        fail(u"an object with the member \"tables\" is wanted."_s);
    if (object.value("version"_L1).toInt() > formatVersion)
        fail(u"it was written for a newer version of LumaSync. Update this program."_s);
    members(object, {u"$schema"_s, u"version"_s, u"tables"_s, u"buckets"_s},
            [&](const QString &name, const QJsonValue &value) {
                if (name == "tables"_L1)
                    members(value, {}, [&](const QString &table, const QJsonValue &content) {
                        description.tables.append(this->table(table, content));
                    });
                else if (name == "buckets"_L1)
                    members(value, {}, [&](const QString &bucket, const QJsonValue &content) {
                        description.buckets.append(this->bucket(bucket, content));
                    });
                else if (name == "version"_L1)
                    number(value);
            });
    return description;
}

TableDescription SchemaJsonReader::table(const QString &name, const QJsonValue &value)
{
    TableDescription table{.name = name};
    members(
        value, {u"cloud"_s, u"title"_s, u"columns"_s, u"files"_s}, [&](const QString &what, const QJsonValue &content) {
            if (what == "cloud"_L1)
                table.cloudName = text(content);
            else if (what == "title"_L1)
                table.titleColumn = text(content);
            else if (what == "columns"_L1)
                members(content, {},
                        [&](const QString &columnName, const QJsonValue &about) { column(table, columnName, about); });
            else
                members(content, {},
                        [&](const QString &kind, const QJsonValue &about) { table.files.append(file(kind, about)); });
        });
    return table;
}

void SchemaJsonReader::column(TableDescription &table, const QString &name, const QJsonValue &value)
{
    members(value, {u"local"_s, u"kind"_s, u"cloud"_s}, [&](const QString &what, const QJsonValue &content) {
        if (what == "local"_L1) {
            if (flag(content))
                table.localOnly.append(name);
        } else if (what == "cloud"_L1) {
            table.cloudNames.insert(name, text(content));
        } else {
            const QString wanted = text(content);
            for (const ColumnKind kind : allKinds) {
                if (columnKindName(kind) == wanted)
                    table.kinds.insert(name, kind);
            }
            if (!table.kinds.contains(name))
                fail(u"'"_s + wanted +
                     u"' is no kind of column. Known are: text, integer, real, boolean, timestamp, json, bytes."_s);
        }
    });
}

FileDescription SchemaJsonReader::file(const QString &kind, const QJsonValue &value)
{
    FileDescription file{.kind = kind};
    int priority = -1;
    members(value, {u"form"_s, u"path"_s, u"bucket"_s, u"object"_s, u"storagePath"_s, u"priority"_s, u"members"_s},
            [&](const QString &what, const QJsonValue &content) {
                if (what == "form"_L1) {
                    const auto *const known =
                        std::ranges::find(forms, text(content), [](const auto &form) { return QString(form.second); });
                    if (known == std::end(forms))
                        return fail(u"'"_s + content.toString() +
                                    u"' is no form of a file. Known are: file, thumbnail, package."_s);
                    file.form = known->first;
                } else if (what == "path"_L1) {
                    file.pathColumn = text(content);
                } else if (what == "bucket"_L1) {
                    file.bucket = text(content);
                } else if (what == "object"_L1) {
                    file.object = text(content);
                } else if (what == "storagePath"_L1) {
                    file.storageColumn = text(content);
                } else if (what == "priority"_L1) {
                    priority = static_cast<int>(number(content));
                } else if (!content.isArray()) {
                    fail(u"a list in brackets is wanted here."_s);
                } else {
                    for (const QJsonValue &one : content.toArray())
                        at(QString::number(file.members.size()), [&] { file.members.append(member(one)); });
                }
            });
    file.priority = priority >= 0 ? priority : defaultPriority(file.form);
    return file;
}

PackageMember SchemaJsonReader::member(const QJsonValue &value)
{
    PackageMember member;
    members(value,
            {u"name"_s, u"table"_s, u"owner"_s, u"where"_s, u"path"_s, u"fields"_s, u"revision"_s, u"storagePath"_s,
             u"optional"_s},
            [&](const QString &what, const QJsonValue &content) {
                if (what == "name"_L1) {
                    member.name = text(content);
                } else if (what == "table"_L1) {
                    member.table = text(content);
                } else if (what == "owner"_L1) {
                    member.ownerColumn = text(content);
                } else if (what == "where"_L1) {
                    if (content.toObject().size() != 1)
                        return fail(u"one column and the text that it holds are wanted, like {\"name\": \"bass\"}."_s);
                    members(content, {}, [&](const QString &column, const QJsonValue &held) {
                        member.whereColumn = column;
                        member.whereValue = text(held);
                    });
                } else if (what == "path"_L1) {
                    member.pathColumn = text(content);
                } else if (what == "revision"_L1) {
                    member.revisionColumns = texts(content);
                } else if (what == "storagePath"_L1) {
                    member.storageColumn = text(content);
                } else if (what == "optional"_L1) {
                    member.optional = flag(content);
                } else if (!content.isArray()) {
                    fail(u"a list in brackets is wanted here."_s);
                } else {
                    for (const QJsonValue &one : content.toArray()) {
                        PackageField field;
                        members(one, {u"name"_s, u"column"_s, u"required"_s},
                                [&](const QString &part, const QJsonValue &held) {
                                    if (part == "required"_L1)
                                        field.required = flag(held);
                                    else
                                        (part == "name"_L1 ? field.name : field.column) = text(held);
                                });
                        member.fields.append(field);
                    }
                }
            });
    return member;
}

BucketDescription SchemaJsonReader::bucket(const QString &name, const QJsonValue &value)
{
    BucketDescription bucket{.name = name};
    members(value, {u"sizeLimit"_s, u"mimeTypes"_s}, [&](const QString &what, const QJsonValue &content) {
        if (what == "sizeLimit"_L1)
            bucket.sizeLimit = number(content);
        else
            bucket.mimeTypes = texts(content);
    });
    return bucket;
}

} // namespace LumaSync
