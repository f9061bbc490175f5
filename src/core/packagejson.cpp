// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/packagejson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace LumaSync {

namespace {

QByteArray asJsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

// A document must be an array or an object to QJsonDocument; inside brackets any value is.
bool isJson(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + text + ']');
    return document.isArray() && document.array().size() == 1;
}

QByteArray member(const QVariant &value)
{
    if (value.isNull())
        return "null";
    const QByteArray text = value.typeId() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toUtf8();
    return isJson(text) ? text : asJsonString(QString::fromUtf8(text));
}

} // namespace

QByteArray packageJson(const QList<std::pair<QString, QVariant>> &values)
{
    QByteArray json = "{\"format\":1";
    for (const auto &[name, value] : values)
        json += ',' + asJsonString(name) + ':' + member(value);
    return json + "}\n";
}

} // namespace LumaSync
