// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/transfer.h"

#include "core/constants.h"

namespace LumaSync {

namespace {

constexpr int mostFreshTokens = 2;

} // namespace

Transfer::Transfer(QNetworkAccessManager *manager, const Project &project, TusRequest request,
                   std::optional<QByteArray> bytes, AccessToken token, const TransferSettings &settings,
                   QObject *parent)
    : Job(parent)
    , m_manager(manager)
    , m_project(project)
    , m_request(std::move(request))
    , m_bytes(std::move(bytes))
    , m_token(std::move(token))
    , m_settings(settings)
    , m_store(manager, project)
{
    m_store.setBandwidthLimit(settings.limit);
    m_store.setStallLimit(settings.stallLimit);
}

void Transfer::run()
{
    if (m_bytes || m_request.size <= UPLOAD_CHUNK_SIZE)
        put();
    else
        uploadFile();
}

void Transfer::put()
{
    m_store.setToken(m_token);
    ObjectJob *job = m_bytes ? m_store.put(m_request.bucket, m_request.objectName, *m_bytes, m_request.attributes)
                             : m_store.putFile(m_request.bucket, m_request.objectName, m_request.filePath,
                                               m_request.size, m_request.attributes);
    m_job = job;
    connect(job, &ObjectJob::uploadProgressed, this,
            [this](qint64 sent) { Q_EMIT progressed(0, sent, m_request.size); });
    connect(job, &ObjectJob::finished, this, &Transfer::putFinished);
    job->start();
}

void Transfer::putFinished(const ObjectResult &result)
{
    if (result.error.kind == Error::Kind::SignedOut && m_freshTokens < mostFreshTokens) {
        ++m_freshTokens;
        m_wantsToken = true;
        Q_EMIT tokenNeeded(m_token);
        return;
    }
    m_result = {.error = result.error, .acknowledged = result.error ? 0 : m_request.size};
    finish();
}

void Transfer::uploadFile()
{
    TusSession::Options options;
    options.expectedRate = m_settings.expectedRate;
    m_upload = new TusUpload(m_manager, m_project, m_request, m_token, options, this);
    m_upload->setBandwidthLimit(m_settings.limit);
    m_upload->setStallLimit(m_settings.stallLimit);
    m_job = m_upload;
    connect(m_upload, &TusUpload::urlCreated, this, &Transfer::urlCreated);
    connect(m_upload, &TusUpload::urlForgotten, this, &Transfer::urlForgotten);
    connect(m_upload, &TusUpload::progressed, this, &Transfer::progressed);
    connect(m_upload, &TusUpload::tokenNeeded, this, &Transfer::tokenNeeded);
    connect(m_upload, &TusUpload::finished, this, [this](const UploadResult &result) {
        m_result = result;
        finish();
    });
    m_upload->start();
}

void Transfer::confirmUrl()
{
    if (m_upload)
        m_upload->confirmUrl();
}

void Transfer::setToken(const AccessToken &token)
{
    m_token = token;
    if (m_upload)
        m_upload->setToken(token);
    if (std::exchange(m_wantsToken, false) && isRunning())
        put();
}

void Transfer::stop()
{
    m_wantsToken = false;
    if (m_job)
        m_job->cancel();
}

void Transfer::report(bool canceled)
{
    if (canceled)
        m_result.error = canceledError();
    Q_EMIT finished(m_result);
}

} // namespace LumaSync
