// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schema.h"

#include <QJsonObject>

namespace LumaSync {

struct CloudColumn
{
    QString name;
    QString type; ///< PostgreSQL's: "text", "bigint", "uuid", ...
    bool notNull = false;
    QString defaultValue{}; ///< as SQL; empty: none

    bool operator==(const CloudColumn &) const = default;
};

/// A column that holds the `id` of a row of `parent`.
struct CloudReference
{
    QString column;
    QString parent;
    bool letsGo =
        false; ///< set null where the parent is deleted: it closes a circle, so no order of deletions would do

    bool operator==(const CloudReference &) const = default;
};

/// A table of the project. Besides its columns it has `id`, the row's cloud id and only key, and `uid`, its owner.
struct CloudTable
{
    QString name;
    QList<CloudColumn> columns;
    QList<CloudReference> references;

    [[nodiscard]] const CloudColumn *column(const QString &columnName) const;
    bool operator==(const CloudTable &) const = default;
};

/// What a project must have for a library: tables in dependency order, buckets by name. A plain value.
struct CloudSchema
{
    QList<CloudTable> tables;
    QList<BucketDescription> buckets;

    [[nodiscard]] static CloudSchema of(const Schema &schema, const SchemaDescription &description);
    [[nodiscard]] const CloudTable *table(const QString &name) const;
    bool operator==(const CloudSchema &) const = default;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static CloudSchema fromJson(const QJsonObject &object);
};

} // namespace LumaSync
