// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/cloudschema.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

QString typeOf(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Text:
        return u"text"_s;
    case ColumnKind::Integer:
        return u"bigint"_s;
    case ColumnKind::Real:
        return u"double precision"_s;
    case ColumnKind::Boolean:
        return u"boolean"_s;
    case ColumnKind::Timestamp:
        return u"timestamptz"_s;
    case ColumnKind::Json:
        return u"jsonb"_s;
    case ColumnKind::Bytes:
        return u"bytea"_s;
    }
    return {};
}

// Constants only: whatever else SQLite computes comes with the row.
QString defaultOf(const Column &column)
{
    static const QRegularExpression number(u"^[+-]?\\d+(\\.\\d+)?$"_s);
    static const QRegularExpression text(u"^'(?:[^']|'')*'$"_s);
    const QString &value = column.defaultValue;
    switch (column.kind) {
    case ColumnKind::Timestamp:
        return value.compare("CURRENT_TIMESTAMP"_L1, Qt::CaseInsensitive) == 0 ? u"now()"_s : QString();
    case ColumnKind::Boolean:
        if (value == "1"_L1 || value.compare("true"_L1, Qt::CaseInsensitive) == 0)
            return u"true"_s;
        return value == "0"_L1 || value.compare("false"_L1, Qt::CaseInsensitive) == 0 ? u"false"_s : QString();
    case ColumnKind::Integer:
    case ColumnKind::Real:
        return number.match(value).hasMatch() ? value : QString();
    case ColumnKind::Text:
        return text.match(value).hasMatch() && !value.contains(u'\\') ? value : QString();
    case ColumnKind::Json:
    case ColumnKind::Bytes:
        break;
    }
    return {};
}

} // namespace

const CloudColumn *CloudTable::column(const QString &columnName) const
{
    const auto found = std::ranges::find(columns, columnName, &CloudColumn::name);
    return found == columns.cend() ? nullptr : &*found;
}

const CloudTable *CloudSchema::table(const QString &name) const
{
    const auto found = std::ranges::find(tables, name, &CloudTable::name);
    return found == tables.cend() ? nullptr : &*found;
}

// A column that refers to a row may be empty in the cloud, unless it is part of the key: a parent that was lost there
// is sent again, and until then its children stay.
CloudSchema CloudSchema::of(const Schema &schema, const SchemaDescription &description)
{
    CloudSchema cloud;
    for (const Table &table : schema.tables) {
        CloudTable made{.name = table.cloud(), .columns = {}, .references = {}};
        for (const Column &column : table.columns) {
            const auto edge = std::ranges::find(table.foreignKeys, column.name, &ForeignKey::column);
            if (edge == table.foreignKeys.cend()) {
                made.columns.append({column.cloud(), typeOf(column.kind), !column.nullable, defaultOf(column)});
                continue;
            }
            made.columns.append({column.cloud(), u"uuid"_s, table.key.contains(column.name), {}});
            made.references.append({column.cloud(), schema.tables[edge->parent].cloud(), edge->deferred});
        }
        cloud.tables.append(made);
    }
    cloud.buckets = description.allBuckets();
    return cloud;
}

QJsonObject CloudSchema::toJson() const
{
    QJsonArray all;
    for (const CloudTable &table : tables) {
        QJsonArray columns;
        for (const CloudColumn &column : table.columns) {
            QJsonArray one{column.name, column.type, column.notNull};
            if (!column.defaultValue.isEmpty())
                one.append(column.defaultValue);
            columns.append(one);
        }
        QJsonArray references;
        for (const CloudReference &reference : table.references)
            references.append(QJsonArray{reference.column, reference.parent, reference.letsGo});
        all.append(QJsonObject{{u"name"_s, table.name}, {u"columns"_s, columns}, {u"references"_s, references}});
    }
    QJsonArray places;
    for (const BucketDescription &bucket : buckets)
        places.append(QJsonArray{bucket.name, bucket.sizeLimit, QJsonArray::fromStringList(bucket.mimeTypes)});
    return {{u"version"_s, 1}, {u"tables"_s, all}, {u"buckets"_s, places}};
}

CloudSchema CloudSchema::fromJson(const QJsonObject &object)
{
    CloudSchema cloud;
    for (const QJsonValue &value : object.value("tables"_L1).toArray()) {
        CloudTable table{.name = value["name"_L1].toString(), .columns = {}, .references = {}};
        for (const QJsonValue &column : value["columns"_L1].toArray())
            table.columns.append(
                {column[0].toString(), column[1].toString(), column[2].toBool(), column[3].toString()});
        for (const QJsonValue &reference : value["references"_L1].toArray())
            table.references.append({reference[0].toString(), reference[1].toString(), reference[2].toBool()});
        cloud.tables.append(table);
    }
    for (const QJsonValue &value : object.value("buckets"_L1).toArray()) {
        BucketDescription bucket{.name = value[0].toString(), .sizeLimit = value[1].toInteger()};
        for (const QJsonValue &type : value[2].toArray())
            bucket.mimeTypes.append(type.toString());
        cloud.buckets.append(bucket);
    }
    return cloud;
}

} // namespace LumaSync
