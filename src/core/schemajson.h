// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemadescription.h"

#include <QJsonObject>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QJsonDocument)

namespace LumaSync {

/// Reads a parsed schema description and remembers the first thing that is wrong, with its place. Pure.
class SchemaJsonReader
{
public:
    [[nodiscard]] SchemaDescription read(const QJsonDocument &document);
    [[nodiscard]] const Error &error() const { return m_error; }

private:
    using Members = std::function<void(const QString &name, const QJsonValue &value)>;

    void fail(const QString &sentence);
    void at(const QString &place, const std::function<void()> &work);
    /// Calls `each` for every member; one that is not in `known` is an error. `known` empty: any.
    void members(const QJsonValue &value, const QStringList &known, const Members &each);
    QString text(const QJsonValue &value);
    QStringList texts(const QJsonValue &value);
    bool flag(const QJsonValue &value);
    qint64 number(const QJsonValue &value);
    TableDescription table(const QString &name, const QJsonValue &value);
    void column(TableDescription &table, const QString &name, const QJsonValue &value);
    FileDescription file(const QString &kind, const QJsonValue &value);
    PackageMember member(const QJsonValue &value);
    BucketDescription bucket(const QString &name, const QJsonValue &value);

    QStringList m_place;
    Error m_error;
};

[[nodiscard]] QJsonObject schemaToJson(const SchemaDescription &description);

} // namespace LumaSync
