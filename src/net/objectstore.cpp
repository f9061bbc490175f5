// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/objectstore.h"

#include "net/errormapping.h"
#include "net/filewindow.h"
#include "net/objectname.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace LumaSync {

ObjectJob::ObjectJob(QNetworkAccessManager *manager, Expected<HttpRequest> request, QObject *parent)
    : Job(parent)
    , m_manager(manager)
    , m_request(std::move(request))
{
}

void ObjectJob::run()
{
    if (!m_request) {
        m_result.error = m_request.error();
        return finish();
    }
    m_http = new HttpJob(m_manager, std::move(*m_request), this);
    connect(m_http, &HttpJob::uploadProgressed, this, &ObjectJob::uploadProgressed);
    connect(m_http, &HttpJob::finished, this, [this](const HttpResult &result) {
        m_result.error = storageError(result);
        m_result.status = result.status;
        if (result.isOk())
            m_result.info = ObjectStore::parseInfo(result.body);
        finish();
    });
    m_http->start();
}

void ObjectJob::stop()
{
    if (m_http)
        m_http->cancel();
}

void ObjectJob::report(bool canceled)
{
    if (canceled)
        m_result.error = canceledError();
    Q_EMIT finished(m_result);
}

ObjectStore::ObjectStore(QNetworkAccessManager *manager, Project project, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_project(std::move(project))
{
}

HttpRequest ObjectStore::request(const QByteArray &verb, const QString &encodedPath) const
{
    HttpRequest request;
    request.verb = verb;
    request.url = m_project.storage(encodedPath);
    request.stallLimit = m_stallLimit;
    request.headers.append("apikey", m_project.publishableKey);
    if (!m_token.jwt.isEmpty())
        request.headers.append(QHttpHeaders::WellKnownHeader::Authorization, "Bearer " + m_token.jwt);
    return request;
}

HttpRequest ObjectStore::putRequest(const QString &bucket, const QString &name, const ObjectAttributes &attributes,
                                    Existing existing) const
{
    HttpRequest put = request("POST", "object/"_L1 + encodedObjectPath(bucket, name));
    put.limit = m_limit;
    const QString type = attributes.contentType.isEmpty() ? u"application/octet-stream"_s : attributes.contentType;
    put.headers.append(QHttpHeaders::WellKnownHeader::ContentType, type.toLatin1());
    put.headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "max-age=" + attributes.cacheControl.toLatin1());
    put.headers.append("x-upsert", existing == Existing::Overwrite ? "true" : "false");
    if (!attributes.metadata.isEmpty())
        put.headers.append("x-metadata", QJsonDocument(attributes.metadata).toJson(QJsonDocument::Compact).toBase64());
    return put;
}

ObjectJob *ObjectStore::put(const QString &bucket, const QString &name, const QByteArray &bytes,
                            const ObjectAttributes &attributes)
{
    if (Error error = checkObjectName(bucket, name))
        return new ObjectJob(m_manager, error, this);
    HttpRequest put = putRequest(bucket, name, attributes);
    put.body = bytes;
    return new ObjectJob(m_manager, std::move(put), this);
}

ObjectJob *ObjectStore::create(const QString &bucket, const QString &name, const QByteArray &bytes,
                               const ObjectAttributes &attributes)
{
    if (Error error = checkObjectName(bucket, name))
        return new ObjectJob(m_manager, error, this);
    HttpRequest post = putRequest(bucket, name, attributes, Existing::Keep);
    post.body = bytes;
    post.repeatable = false; // the second one would meet the first
    return new ObjectJob(m_manager, std::move(post), this);
}

ObjectJob *ObjectStore::remove(const QString &bucket, const QString &name)
{
    if (Error error = checkObjectName(bucket, name))
        return new ObjectJob(m_manager, error, this);
    return new ObjectJob(m_manager, request("DELETE", "object/"_L1 + encodedObjectPath(bucket, name)), this);
}

ObjectJob *ObjectStore::putFile(const QString &bucket, const QString &name, const QString &filePath, qint64 size,
                                const ObjectAttributes &attributes)
{
    if (Error error = checkObjectName(bucket, name))
        return new ObjectJob(m_manager, error, this);
    HttpRequest put = putRequest(bucket, name, attributes);
    put.device = [filePath, size]() -> std::unique_ptr<QIODevice> {
        auto file = std::make_shared<QFile>(filePath);
        if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file->size() != size)
            return nullptr;
        return std::make_unique<FileWindow>(std::move(file), 0, size);
    };
    return new ObjectJob(m_manager, std::move(put), this);
}

ObjectJob *ObjectStore::info(const QString &bucket, const QString &name)
{
    if (Error error = checkObjectName(bucket, name))
        return new ObjectJob(m_manager, error, this);
    return new ObjectJob(m_manager, request("GET", "object/info/authenticated/"_L1 + encodedObjectPath(bucket, name)),
                         this);
}

ObjectJob *ObjectStore::download(const QString &bucket, const QString &name, HttpRequest::Sink sink)
{
    if (Error error = checkObjectName(bucket, name))
        return new ObjectJob(m_manager, error, this);
    HttpRequest get = request("GET", "object/authenticated/"_L1 + encodedObjectPath(bucket, name));
    get.sink = std::move(sink);
    get.repeatable = false; // the sink cannot take back what it was given
    return new ObjectJob(m_manager, std::move(get), this);
}

ObjectInfo ObjectStore::parseInfo(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ObjectInfo info;
    info.id = object["id"_L1].toString();
    info.version = object["version"_L1].toString();
    info.size = object["size"_L1].toInteger(-1);
    info.etag = object["etag"_L1].toString();
    info.contentType = object["content_type"_L1].toString();
    info.metadata = object["metadata"_L1].toObject();
    return info;
}

} // namespace LumaSync
