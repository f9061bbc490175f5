// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/accesstoken.h"
#include "net/httpjob.h"
#include "net/project.h"

#include <LumaSync/net/export.h>

#include <QJsonObject>
#include <QPointer>

namespace LumaSync {

/// What Storage says about an object (`/object/info`).
struct ObjectInfo
{
    QString id;
    QString version;
    qint64 size = -1;
    QString etag; ///< not an MD5 for multipart uploads
    QString contentType;
    QJsonObject metadata; ///< the user's own, as given at the upload
};

struct ObjectResult
{
    Error error; ///< mapped by storageError(); a missing object is Gone
    int status = 0;
    ObjectInfo info; ///< of info() only
};

/// Bytes and words that go with an upload.
struct ObjectAttributes
{
    QString contentType;
    QString cacheControl = QStringLiteral("3600"); ///< seconds
    QJsonObject metadata; ///< kept as the object's user metadata; put the SHA-256 here as "sha256"
};

/// One request to the object API. See Job for the contract.
class LUMASYNC_NET_EXPORT ObjectJob : public Job
{
    Q_OBJECT
public:
    ObjectJob(QNetworkAccessManager *manager, Expected<HttpRequest> request, QObject *parent);

Q_SIGNALS:
    void uploadProgressed(qint64 sent);
    void finished(const LumaSync::ObjectResult &result);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    QNetworkAccessManager *m_manager;
    Expected<HttpRequest> m_request;
    QPointer<HttpJob> m_http;
    ObjectResult m_result;
};

/// Whole objects in one request: for files of at most 6 MiB and empty ones; larger files go by TusUpload.
/// A bad name or file ends the job with Configuration or File before anything is sent. Thread: the manager's.
/// Owner: a worker.
class LUMASYNC_NET_EXPORT ObjectStore : public QObject
{
    Q_OBJECT
public:
    ObjectStore(QNetworkAccessManager *manager, Project project, QObject *parent = nullptr);

    void setToken(const AccessToken &token) { m_token = token; }
    /// Under which put() and putFile() send.
    void setBandwidthLimit(BandwidthLimit *limit) { m_limit = limit; }
    /// No byte moved for this long ends a request. Default: that of HttpRequest.
    void setStallLimit(std::chrono::milliseconds limit) { m_stallLimit = limit; }

    /// POST with `x-upsert: true`: creates or overwrites.
    ObjectJob *put(const QString &bucket, const QString &name, const QByteArray &bytes,
                   const ObjectAttributes &attributes);
    /// The same from a file, read through a FileWindow. `size` is what the file must still have, else File.
    ObjectJob *putFile(const QString &bucket, const QString &name, const QString &filePath, qint64 size,
                       const ObjectAttributes &attributes);
    /// Creates and never overwrites: Conflict where there is such an object.
    ObjectJob *create(const QString &bucket, const QString &name, const QByteArray &bytes,
                      const ObjectAttributes &attributes);
    /// Gone where there is none, or a policy hides it.
    ObjectJob *remove(const QString &bucket, const QString &name);
    ObjectJob *info(const QString &bucket, const QString &name);
    /// Streams the object into `sink`, at most about 1 MiB at a time; false from it ends the job with File.
    ObjectJob *download(const QString &bucket, const QString &name, HttpRequest::Sink sink);

    [[nodiscard]] static ObjectInfo parseInfo(const QByteArray &json);

private:
    [[nodiscard]] HttpRequest request(const QByteArray &verb, const QString &encodedPath) const;
    enum class Existing { Keep, Overwrite };
    [[nodiscard]] HttpRequest putRequest(const QString &bucket, const QString &name, const ObjectAttributes &attributes,
                                         Existing existing = Existing::Overwrite) const;

    QNetworkAccessManager *m_manager;
    Project m_project;
    AccessToken m_token;
    QPointer<BandwidthLimit> m_limit;
    std::chrono::milliseconds m_stallLimit = HttpRequest().stallLimit;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::ObjectResult)
