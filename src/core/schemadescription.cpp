// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schemadescription.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

template <typename T, typename Member>
QList<T> sortedBy(QList<T> values, Member member)
{
    std::ranges::sort(values, {}, member);
    return values;
}

bool isSame(const TableDescription &a, const TableDescription &b)
{
    return a.name == b.name && sorted(a.localOnly) == sorted(b.localOnly) && a.kinds == b.kinds &&
           a.cloudName == b.cloudName && a.cloudNames == b.cloudNames && a.titleColumn == b.titleColumn &&
           sortedBy(a.files, &FileDescription::kind) == sortedBy(b.files, &FileDescription::kind);
}

} // namespace

SchemaDescription SchemaDescription::of(QList<TableDescription> tables, QList<BucketDescription> buckets)
{
    return {std::move(tables), std::move(buckets)};
}

const TableDescription *SchemaDescription::find(const QString &table) const
{
    const auto found = std::ranges::find_if(tables, [&](const TableDescription &candidate) {
        return candidate.name.compare(table, Qt::CaseInsensitive) == 0;
    });
    return found == tables.cend() ? nullptr : &*found;
}

SchemaDescription SchemaDescription::with(const TableDescription &table) const
{
    SchemaDescription result = *this;
    for (TableDescription &known : result.tables) {
        if (known.name.compare(table.name, Qt::CaseInsensitive) == 0) {
            known = table;
            return result;
        }
    }
    result.tables.append(table);
    return result;
}

SchemaDescription SchemaDescription::without(const QString &table) const
{
    SchemaDescription result = *this;
    result.tables.removeIf(
        [&](const TableDescription &candidate) { return candidate.name.compare(table, Qt::CaseInsensitive) == 0; });
    return result;
}

QList<BucketDescription> SchemaDescription::allBuckets() const
{
    std::map<QString, BucketDescription> all;
    for (const TableDescription &table : tables) {
        for (const FileDescription &file : table.files)
            all[file.bucket].name = file.bucket;
    }
    for (const BucketDescription &bucket : buckets)
        all[bucket.name] = bucket;
    QList<BucketDescription> result;
    for (const auto &[name, bucket] : all)
        result.append(bucket);
    return result;
}

bool SchemaDescription::operator==(const SchemaDescription &other) const
{
    const auto byName = [](const SchemaDescription &schema) {
        return sortedBy(schema.tables, &TableDescription::name);
    };
    return std::ranges::equal(byName(*this), byName(other), isSame) && allBuckets() == other.allBuckets();
}

ColumnKind kindOfDeclared(const QString &declaredType)
{
    const QString type = declaredType.toUpper();
    if (type.contains("BOOL"_L1))
        return ColumnKind::Boolean;
    if (type.contains("DATETIME"_L1) || type.contains("TIMESTAMP"_L1))
        return ColumnKind::Timestamp;
    if (type.contains("JSON"_L1))
        return ColumnKind::Json;
    if (type.contains("INT"_L1))
        return ColumnKind::Integer;
    if (type.contains("REAL"_L1) || type.contains("FLOA"_L1) || type.contains("DOUB"_L1) ||
        type.contains("NUMERIC"_L1) || type.contains("DECIMAL"_L1))
        return ColumnKind::Real;
    if (type.contains("BLOB"_L1))
        return ColumnKind::Bytes;
    return ColumnKind::Text;
}

} // namespace LumaSync
