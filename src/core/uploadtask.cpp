// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/uploadtask.h"

#include "core/storageplan.h"

#include <QFile>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

std::chrono::milliseconds steadyNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

// The same job goes on soon, with the same file.
bool isInterruption(Error::Kind kind)
{
    using K = Error::Kind;
    return kind == K::Canceled || kind == K::Offline || kind == K::Timeout || kind == K::SignedOut || kind == K::Busy;
}

QString contentType(FileForm form, const QString &name)
{
    if (form == FileForm::Thumbnail)
        return u"image/jpeg"_s;
    if (form == FileForm::Package)
        return u"application/zstd"_s;
    // Names that all agree on; the system's own for audio differ.
    static const QHash<QString, QString> types{
        {u"wav"_s, u"audio/wav"_s}, {u"mp3"_s, u"audio/mpeg"_s}, {u"flac"_s, u"audio/flac"_s},
        {u"ogg"_s, u"audio/ogg"_s}, {u"opus"_s, u"audio/ogg"_s}, {u"m4a"_s, u"audio/mp4"_s},
        {u"aac"_s, u"audio/aac"_s}, {u"aif"_s, u"audio/aiff"_s}, {u"aiff"_s, u"audio/aiff"_s}};
    const QString known = types.value(plainSuffix(name));
    return known.isEmpty() ? QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name() : known;
}

} // namespace

UploadTask::UploadTask(UploadContext context, UploadJob job, AccessToken token, QObject *parent)
    : Job(parent)
    , m_context(std::move(context))
    , m_token(std::move(token))
{
    m_progress.jobId = job.id;
    m_progress.kind = uploadType(job.kind);
    if (const FileDescription *file = m_context.reader->catalog().file(job.kind))
        m_form = file->form;
    m_progress.trackId = job.trackId.toString();
    m_progress.size = job.fileSize;
    m_progress.acknowledged = m_progress.sent = job.bytesUploaded;
    m_progress.isPreparing = true;
    m_progress.bytesPerSecond = m_context.rate->bytesPerSecond();
    m_outcome.job = std::move(job);
}

void UploadTask::setToken(const AccessToken &token)
{
    m_token = token;
    if (m_transfer)
        m_transfer->setToken(token);
}

Expected<std::optional<UploadRequest>> UploadTask::wanted()
{
    const UploadJob &job = m_outcome.job;
    const auto row = m_context.reader->row(job.kind, job.trackId);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<UploadRequest>();
    m_row = **row;
    return uploadRequest(job.kind, m_row, m_context.reader->catalog());
}

void UploadTask::run()
{
    const auto request = wanted();
    if (!request)
        return end(UploadOutcome::Kind::Failed, request.error());
    m_progress.title = m_row.title;
    UploadJob &job = m_outcome.job;
    const UploadPlan plan = planUpload(job, *request, m_context.reader->catalog().bucket(job.kind), m_token.uid);
    switch (plan.kind) {
    case UploadPlan::Kind::Drop:
        if (Error error = m_context.queue->remove(job.id))
            return end(UploadOutcome::Kind::Failed, error);
        return end(UploadOutcome::Kind::Moot);
    case UploadPlan::Kind::StartOver:
        return startOver(**request);
    case UploadPlan::Kind::Fail:
        return end(UploadOutcome::Kind::Failed, plan.error);
    case UploadPlan::Kind::Go:
        break;
    }
    if (plan.forgetUrl) {
        job.uploadUrl.clear();
        if (!check(m_context.queue->saveUploadUrl(job, {}, {}, {})))
            return;
    }
    prepare();
}

void UploadTask::startOver(const UploadRequest &request)
{
    const auto queued = m_context.queue->enqueue(request);
    if (!queued)
        return end(UploadOutcome::Kind::Failed, queued.error());
    end(UploadOutcome::Kind::Moot);
}

void UploadTask::prepare()
{
    const UploadJob &job = m_outcome.job;
    const QString path = m_row.files[m_context.reader->catalog().find(job.kind).file].path;
    PrepareJob::Work work;
    switch (m_form) {
    case FileForm::AsIs:
        work = PrepareJob::file(path, job.sha256);
        break;
    case FileForm::Thumbnail:
        work = PrepareJob::thumbnail(path);
        break;
    case FileForm::Package:
        const auto source = m_context.reader->packageSource(job.kind, m_row);
        if (!source)
            return end(UploadOutcome::Kind::Failed, source.error());
        PreparedFile known;
        known.path = job.localPath;
        known.size = job.fileSize;
        known.sha256 = job.sha256;
        work = PrepareJob::package(*source, m_context.package, known);
        break;
    }
    auto *step = new PrepareJob(m_context.pool, std::move(work), this);
    m_step = step;
    connect(step, &PrepareJob::finished, this, &UploadTask::prepared);
    step->start();
    Q_EMIT progressed(m_progress);
}

void UploadTask::prepared(const PreparedFile &file)
{
    if (file.error)
        return end(UploadOutcome::Kind::Failed, file.error);
    UploadJob &job = m_outcome.job;
    // An upload that was begun with other bytes is of no use.
    if (!job.uploadUrl.isEmpty() && !job.sha256.isEmpty() && job.sha256 != file.sha256) {
        job.uploadUrl.clear();
        if (!check(m_context.queue->saveUploadUrl(job, {}, {}, {})))
            return;
    }
    const QString path = file.path.isEmpty() ? job.localPath : file.path;
    if (!check(m_context.queue->saveFile(job, path, file.size, file.sha256)) ||
        !check(m_context.queue->markUploading(job)))
        return;
    job.localPath = path;
    job.fileSize = file.size;
    job.sha256 = file.sha256;
    send(file);
}

void UploadTask::send(const PreparedFile &file)
{
    const UploadJob &job = m_outcome.job;
    const QString bucket = m_context.reader->catalog().bucket(job.kind);
    TusRequest request;
    request.filePath = file.path;
    request.size = file.size;
    if (m_form == FileForm::AsIs)
        request.modified = QDateTime::fromMSecsSinceEpoch(job.source.modified);
    request.bucket = bucket;
    request.objectName = m_token.uid + u'/' + job.objectName;
    request.attributes.contentType = contentType(m_form, job.objectName);
    request.attributes.metadata = {{u"sha256"_s, QString::fromLatin1(file.sha256)}};
    request.uploadUrl = QUrl(job.uploadUrl, QUrl::StrictMode);
    request.uploadExpires = job.uploadExpires;

    const auto bytes = file.path.isEmpty() ? std::optional(file.bytes) : std::nullopt;
    m_transfer = new Transfer(m_context.manager, m_context.project, std::move(request), bytes, m_token,
                              m_context.transfer, this);
    m_step = m_transfer;
    connect(m_transfer, &Transfer::urlCreated, this, [this](const QUrl &url, const QDateTime &expires) {
        const QString text = QString::fromLatin1(url.toEncoded());
        if (check(m_context.queue->saveUploadUrl(m_outcome.job, text, expires, m_token.uid)) && m_transfer)
            m_transfer->confirmUrl();
    });
    connect(m_transfer, &Transfer::urlForgotten, this,
            [this] { check(m_context.queue->saveUploadUrl(m_outcome.job, {}, {}, {})); });
    connect(m_transfer, &Transfer::progressed, this, &UploadTask::noteProgress);
    connect(m_transfer, &Transfer::tokenNeeded, this, &UploadTask::tokenNeeded);
    connect(m_transfer, &Transfer::finished, this, &UploadTask::sent);
    m_progress.isPreparing = false;
    m_progress.size = file.size;
    m_sending.start();
    m_transfer->start();
    Q_EMIT progressed(m_progress);
}

void UploadTask::noteProgress(qint64 acknowledged, qint64 sent, qint64 total)
{
    if (acknowledged != m_progress.acknowledged && m_step) {
        if (acknowledged > m_progress.acknowledged) {
            m_outcome.progressed = true;
            m_outcome.bytesSent += acknowledged - m_progress.acknowledged;
        }
        m_progress.acknowledged = acknowledged;
        if (!check(m_context.queue->saveProgress(m_outcome.job, acknowledged)))
            return;
    }
    m_context.rate->add(steadyNow(), sent);
    m_progress.bytesPerSecond = m_context.rate->bytesPerSecond();
    m_progress.sent = qMax(sent, acknowledged);
    m_progress.size = total;
    Q_EMIT progressed(m_progress);
}

void UploadTask::sent(const UploadResult &result)
{
    if (m_ending)
        return finish();
    if (result.error)
        return end(UploadOutcome::Kind::Failed, result.error);
    m_outcome.progressed = true;
    m_outcome.bytesSent += m_progress.size - m_progress.acknowledged;
    m_progress.acknowledged = m_progress.sent = m_progress.size;
    const UploadJob &job = m_outcome.job;
    // A file that changed while it was sent may be a mixture up there.
    const auto now = wanted();
    if (!now)
        return end(UploadOutcome::Kind::Failed, now.error());
    if (*now && (*now)->source.size >= 0 && ((*now)->source != job.source || (*now)->objectName != job.objectName))
        return startOver(**now);
    const QString path = m_context.reader->catalog().bucket(job.kind) + u'/' + m_token.uid + u'/' + job.objectName;
    if (!check(m_context.queue->complete(job, path, QDateTime::currentDateTimeUtc())))
        return;
    end(UploadOutcome::Kind::Uploaded);
}

bool UploadTask::check(const Expected<bool> &stored)
{
    if (stored && *stored)
        return true;
    if (stored)
        end(UploadOutcome::Kind::Moot);
    else
        end(UploadOutcome::Kind::Failed, stored.error());
    return false;
}

// Called from the event loop, maybe from a step's own signal: the step is canceled, and its end is ours.
void UploadTask::end(UploadOutcome::Kind kind, const Error &error)
{
    if (std::exchange(m_ending, true))
        return;
    m_outcome.kind = kind;
    m_outcome.error = error;
    if (m_transfer && m_transfer->isRunning())
        m_transfer->cancel(); // sent() comes next
    else
        finish();
}

void UploadTask::stop()
{
    if (m_step) {
        m_step->disconnect(this);
        m_step->cancel();
    }
}

void UploadTask::report(bool canceled)
{
    if (m_outcome.kind == UploadOutcome::Kind::Moot || (canceled && m_outcome.kind == UploadOutcome::Kind::Failed))
        m_outcome.error = canceledError();
    m_outcome.progress = m_progress;
    if (m_sending.isValid())
        m_outcome.sendTime = std::chrono::milliseconds(m_sending.elapsed());
    // Otherwise a package is built again when it is needed: the same bytes come out, and few lie around.
    const bool goesOn = m_outcome.kind == UploadOutcome::Kind::Failed && isInterruption(m_outcome.error.kind);
    if (m_form == FileForm::Package && !m_outcome.job.localPath.isEmpty() && !goesOn)
        QFile::remove(m_outcome.job.localPath);
    Q_EMIT finished(m_outcome);
}

} // namespace LumaSync
