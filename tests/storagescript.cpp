// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "storagescript.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

const QByteArray uploads = "/storage/v1/upload/resumable";
const QByteArray infos = "/storage/v1/object/info/authenticated/";
const QByteArray plain = "/storage/v1/object/";

} // namespace

StorageScript::StorageScript()
{
    m_http.setHeaderHandler([this](const HttpScript::Seen &seen) -> std::optional<HttpScript::Step> {
        log << nameOf(seen);
        if (auto step = fault ? fault(seen) : std::nullopt)
            return step;
        const bool needsToken = !seen.target.startsWith("/auth/");
        if (needsToken && seen.headers.value("authorization") != token)
            return seen.verb == "HEAD" ? HttpScript::answer(400) : expiredToken();
        return std::nullopt;
    });
    m_http.setHandler([this](const HttpScript::Seen &seen) { return answer(seen); });
}

HttpScript::Step StorageScript::expiredToken()
{
    return HttpScript::answer(
        400,
        R"({"statusCode":"403","code":"AccessDenied","error":"Unauthorized","message":"\"exp\" claim timestamp check failed"})",
        {"Content-Type: application/json"});
}

int StorageScript::count(const QByteArray &prefix) const
{
    return int(
        std::count_if(log.begin(), log.end(), [&](const QByteArray &entry) { return entry.startsWith(prefix); }));
}

QByteArray StorageScript::nameOf(const HttpScript::Seen &seen) const
{
    if (seen.target.startsWith("/auth/v1/health"))
        return "HEALTH";
    if (seen.target.startsWith(infos))
        return "INFO";
    if (seen.target.startsWith(plain))
        return "PUT " + seen.target.mid(plain.size());
    if (seen.verb == "PATCH")
        return "PATCH " + seen.headers.value("upload-offset");
    return seen.verb;
}

HttpScript::Step StorageScript::answer(const HttpScript::Seen &seen)
{
    if (seen.target.startsWith("/auth/v1/health"))
        return HttpScript::answer(200);
    if (seen.target.startsWith(infos)) {
        const QString name = QString::fromUtf8(seen.target.mid(infos.size()));
        if (!objects.contains(name))
            return HttpScript::answer(
                400, R"({"statusCode":"404","error":"not_found","message":"Object not found","code":"NoSuchKey"})");
        QJsonObject info{{u"size"_s, objects.value(name).size()}, {u"id"_s, u"i"_s}, {u"version"_s, u"v"_s}};
        info.insert(u"metadata"_s, QJsonDocument::fromJson(metadata.value(name)).object());
        return HttpScript::answer(200, QJsonDocument(info).toJson(), {"Content-Type: application/json"});
    }
    if (seen.target.startsWith(plain)) {
        const QString name = QString::fromUtf8(seen.target.mid(plain.size()));
        objects.insert(name, seen.body);
        metadata.insert(name, QByteArray::fromBase64(seen.headers.value("x-metadata")));
        return HttpScript::answer(200, "{\"Id\":\"i\",\"Key\":\"k\"}", {"Content-Type: application/json"});
    }
    if (seen.target == uploads && seen.verb == "POST")
        return create(seen);
    if (seen.target.startsWith(QByteArray(uploads + '/')))
        return resume(seen, seen.target.mid(uploads.size() + 1));
    return HttpScript::answer(404);
}

HttpScript::Step StorageScript::create(const HttpScript::Seen &seen)
{
    QMap<QByteArray, QByteArray> pairs;
    for (const QByteArray &pair : seen.headers.value("upload-metadata").split(','))
        pairs.insert(pair.split(' ').value(0), QByteArray::fromBase64(pair.split(' ').value(1)));
    const QByteArray id = "u" + QByteArray::number(m_nextId++);
    m_uploads.insert(id, {.object = QString::fromUtf8(pairs.value("bucketName") + '/' + pairs.value("objectName")),
                          .metadata = pairs.value("metadata"),
                          .bytes = {},
                          .length = seen.headers.value("upload-length").toLongLong()});
    return HttpScript::answer(
        201, {}, createHeaders + QList<QByteArray>{"Location: " + m_http.url().toEncoded() + uploads + '/' + id});
}

HttpScript::Step StorageScript::resume(const HttpScript::Seen &seen, const QByteArray &id)
{
    if (!m_uploads.contains(id))
        return HttpScript::answer(404, "The file for this url was not found\n", {"Content-Type: text/plain"});
    Upload &upload = m_uploads[id];
    if (seen.verb == "PATCH") {
        if (seen.headers.value("upload-offset").toLongLong() != upload.bytes.size())
            return HttpScript::answer(409, "Upload-Offset conflict\n", {"Content-Type: text/plain"});
        upload.bytes += seen.body;
        m_patched += seen.body.size();
        if (upload.bytes.size() == upload.length) {
            objects.insert(upload.object, upload.bytes);
            metadata.insert(upload.object, upload.metadata);
        }
        return HttpScript::answer(204, {}, {"Upload-Offset: " + QByteArray::number(upload.bytes.size())});
    }
    return HttpScript::answer(200, {},
                              {"Upload-Offset: " + QByteArray::number(upload.bytes.size()),
                               "Upload-Length: " + QByteArray::number(upload.length)});
}

void StorageScript::keepPart(const HttpScript::Seen &seen, const QByteArray &part)
{
    m_uploads[seen.target.mid(uploads.size() + 1)].bytes += part;
}
