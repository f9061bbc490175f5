// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/tusupload.h"

#include "net/filewindow.h"
#include "net/objectname.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr std::chrono::milliseconds progressInterval(100);

Error fileError(const QString &sentence)
{
    return {Error::Kind::File, 0, {}, sentence, {}};
}

} // namespace

TusUpload::TusUpload(QNetworkAccessManager *manager, Project project, TusRequest request, AccessToken token,
                     TusSession::Options options, QObject *parent)
    : Job(parent)
    , m_manager(manager)
    , m_project(project)
    , m_token(std::move(token))
    , m_session(project, std::move(request), std::move(options))
    , m_store(manager, std::move(project))
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        m_session.waited();
        proceed();
    });
}

TusUpload::~TusUpload() = default;

void TusUpload::run()
{
    const TusRequest &request = m_session.request();
    if (const Error error = checkObjectName(request.bucket, request.objectName))
        m_session.fail(error);
    else if (const Error unreadable = checkFile())
        m_session.fail(unreadable);
    proceed();
}

void TusUpload::proceed()
{
    using A = TusSession::Action::Kind;
    const TusSession::Action action = m_session.next();
    switch (action.kind) {
    case A::Create:
        return create();
    case A::StoreUrl:
        Q_EMIT urlCreated(m_session.url(), m_session.expires());
        return;
    case A::ForgetUrl:
        m_session.urlForgotten();
        proceedLater();
        Q_EMIT urlForgotten();
        return;
    case A::Head:
        return launch(request("HEAD", m_session.url()), 0);
    case A::Patch:
        return patch(action.offset, action.length);
    case A::CheckInfo:
        return checkInfo();
    case A::Wait:
        return m_wait.start(action.delay);
    case A::NeedToken:
        Q_EMIT tokenNeeded(m_token);
        return;
    case A::Done:
    case A::Fail:
        return finish();
    }
}

void TusUpload::proceedLater()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isRunning())
                proceed();
        },
        Qt::QueuedConnection);
}

HttpRequest TusUpload::request(const QByteArray &verb, const QUrl &url) const
{
    HttpRequest request;
    request.verb = verb;
    request.url = url;
    request.stallLimit = m_stallLimit;
    request.answerLimit = m_stallLimit;
    request.headers.append("apikey", m_project.publishableKey);
    request.headers.append(QHttpHeaders::WellKnownHeader::Authorization, "Bearer " + m_token.jwt);
    request.headers.append("Tus-Resumable", "1.0.0");
    request.headers.append("x-upsert", "true");
    return request;
}

void TusUpload::create()
{
    HttpRequest create = request("POST", m_project.tusEndpoint());
    create.headers.append("Upload-Length", QByteArray::number(m_session.request().size));
    create.headers.append("Upload-Metadata", TusSession::uploadMetadata(m_session.request()));
    launch(std::move(create), 0);
}

void TusUpload::patch(qint64 offset, qint64 length)
{
    if (const Error error = checkFile()) {
        m_session.fail(error);
        return proceedLater();
    }
    HttpRequest patch = request("PATCH", m_session.url());
    patch.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/offset+octet-stream");
    patch.headers.append("Upload-Offset", QByteArray::number(offset));
    patch.limit = m_limit;
    patch.repeatable = false; // after any uncertainty the offset is asked for first
    if (offset + length == m_session.request().size)
        patch.answerLimit = std::max(m_stallLimit, m_lastAnswerLimit);
    patch.device = [file = m_file, offset, length]() -> std::unique_ptr<QIODevice> {
        return std::make_unique<FileWindow>(file, offset, length);
    };
    launch(std::move(patch), offset);
}

void TusUpload::launch(HttpRequest request, qint64 base)
{
    auto *job = new HttpJob(m_manager, std::move(request), this);
    m_job = job;
    connect(job, &HttpJob::uploadProgressed, this, [this, base](qint64 sent) {
        if (m_sinceProgress.isValid() && m_sinceProgress.durationElapsed() < progressInterval)
            return;
        m_sinceProgress.start();
        Q_EMIT progressed(m_session.acknowledged(), base + sent, m_session.request().size);
    });
    connect(job, &HttpJob::finished, this, [this](const HttpResult &result) {
        const qint64 before = m_session.acknowledged();
        m_session.feed(result);
        // A body that ends too early looks like a broken connection: look at the file itself.
        if (const Error error = result.error ? checkFile() : Error())
            m_session.fail(error);
        proceedLater();
        if (m_session.acknowledged() != before)
            Q_EMIT progressed(m_session.acknowledged(), m_session.acknowledged(), m_session.request().size);
    });
    job->start();
}

void TusUpload::checkInfo()
{
    m_store.setToken(m_token);
    ObjectJob *job = m_store.info(m_session.request().bucket, m_session.request().objectName);
    m_job = job;
    connect(job, &ObjectJob::finished, this, [this](const ObjectResult &result) {
        m_session.feedInfo(result);
        proceedLater();
    });
    job->start();
}

Error TusUpload::checkFile()
{
    const TusRequest &request = m_session.request();
    const QFileInfo info(request.filePath);
    if (!info.isFile())
        return fileError(u"The file %1 is gone."_s.arg(request.filePath));
    if (info.size() != request.size || (request.modified.isValid() && info.lastModified() != request.modified))
        return fileError(u"The file %1 changed while it was uploaded."_s.arg(request.filePath));
    if (m_file)
        return {};
    auto file = std::make_shared<QFile>(request.filePath);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(u"The file %1 cannot be read: %2"_s.arg(request.filePath, file->errorString()));
    m_file = std::move(file);
    return {};
}

void TusUpload::confirmUrl()
{
    if (m_session.next().kind != TusSession::Action::Kind::StoreUrl)
        return;
    m_session.urlStored();
    proceedLater();
}

void TusUpload::setToken(const AccessToken &token)
{
    const bool isAnother = token.uid != m_token.uid;
    const bool awaited = m_session.next().kind == TusSession::Action::Kind::NeedToken;
    if (isAnother) {
        m_session.fail({Error::Kind::SignedOut,
                        0,
                        {},
                        u"Another account is signed in; this upload belongs to the one before."_s,
                        {}});
        if (m_job)
            m_job->disconnect(this);
        if (m_job)
            m_job->cancel();
        m_wait.stop();
        return proceedLater();
    }
    m_token = token;
    if (awaited) {
        m_session.tokenRenewed();
        proceedLater();
    }
}

void TusUpload::stop()
{
    m_wait.stop();
    if (m_job)
        m_job->cancel();
}

void TusUpload::report(bool canceled)
{
    UploadResult result;
    result.acknowledged = m_session.acknowledged();
    if (canceled)
        result.error = canceledError();
    else if (const TusSession::Action action = m_session.next(); action.kind == TusSession::Action::Kind::Fail)
        result.error = action.error;
    m_file.reset();
    Q_EMIT finished(result);
}

} // namespace LumaSync
