// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/schemafile.h"

#include "core/schemajson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace LumaSync {

Expected<SchemaDescription> SchemaFile::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{.kind = Error::Kind::Configuration,
                     .code = u"json"_s,
                     .message = u"Line %1: this is not JSON (%2). Correct it there."_s
                                    .arg(json.first(qMin<qsizetype>(problem.offset, json.size())).count('\n') + 1)
                                    .arg(problem.errorString())};
    SchemaJsonReader reader;
    SchemaDescription description = reader.read(document);
    if (reader.error())
        return reader.error();
    if (Error error = description.check())
        return error;
    return description;
}

Expected<SchemaDescription> SchemaFile::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = Error::Kind::File,
                     .code = file.exists() ? u"unreadable"_s : u"missing"_s,
                     .message =
                         u"The schema description '"_s + path + u"' cannot be read: "_s + file.errorString() + u'.'};
    auto description = fromJson(file.readAll());
    if (description)
        return description;
    Error error = description.error();
    error.message.prepend(path + u": "_s);
    return error;
}

QByteArray SchemaFile::toJson(const SchemaDescription &description)
{
    return QJsonDocument(schemaToJson(description)).toJson(QJsonDocument::Indented);
}

QLatin1StringView columnKindName(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Text:
        return "text"_L1;
    case ColumnKind::Integer:
        return "integer"_L1;
    case ColumnKind::Real:
        return "real"_L1;
    case ColumnKind::Boolean:
        return "boolean"_L1;
    case ColumnKind::Timestamp:
        return "timestamp"_L1;
    case ColumnKind::Json:
        return "json"_L1;
    case ColumnKind::Bytes:
        return "bytes"_L1;
    }
    return {};
}

} // namespace LumaSync
