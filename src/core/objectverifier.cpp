// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/objectverifier.h"

#include "core/database.h"
#include "core/sha256.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int rowsAtOnce = 50;

QString shortened(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.first(std::min<qsizetype>(12, sha256.size())));
}

} // namespace

ObjectVerifier::ObjectVerifier(Parts parts, QObject *parent)
    : Job(parent)
    , m_parts(std::move(parts))
    , m_reader(&m_parts.database, m_parts.catalog)
    , m_queue(&m_parts.database, m_parts.catalog)
{
    m_helper.setMaxThreadCount(1);
}

ObjectVerifier::~ObjectVerifier()
{
    m_cancel.request_stop();
    m_helper.waitForDone(); // it looks at the stop token many times a second
}

void ObjectVerifier::run()
{
    proceed();
}

// Goes on to the next object that is to be read back.
void ObjectVerifier::proceed()
{
    while (true) {
        while (m_todo.empty() && !m_atEnd) {
            if (Error error = loadRows())
                return end(error);
        }
        if (m_todo.empty())
            return end({});
        const auto [row, kind] = std::move(m_todo.front());
        m_todo.pop_front();
        const auto begun = begin(row, kind);
        if (!begun)
            return end(begun.error());
        if (*begun)
            return;
    }
}

Error ObjectVerifier::loadRows()
{
    const QList<FileOwner> &owners = m_parts.catalog.owners;
    m_atEnd = m_cursor.owner >= owners.size();
    if (m_atEnd)
        return {};
    const auto rows = m_reader.rows(m_cursor.owner, m_cursor.id, rowsAtOnce);
    if (!rows)
        return rows.error();
    for (const RowFiles &row : *rows) {
        m_cursor.id = row.id;
        for (const FileDescription &file : owners[m_cursor.owner].files)
            m_todo.emplace_back(row, UploadKind(file.kind));
    }
    if (rows->size() < rowsAtOnce)
        m_cursor = {m_cursor.owner + 1, {}};
    return {};
}

// True: it is being read, compare() comes later. False: there is nothing to read back.
Expected<bool> ObjectVerifier::begin(const RowFiles &row, const UploadKind &kind)
{
    const auto job = m_queue.job(kind, row.id);
    if (!job)
        return job.error();
    const auto wanted = uploadRequest(kind, row, m_parts.catalog);
    m_check = {};
    m_check.bucket = m_parts.catalog.bucket(kind);
    if (!*job || (*job)->status != UploadStatus::Completed) {
        if (*job && (*job)->excluded) {
            ++m_excluded;
        } else if (wanted) {
            m_check.name = wanted->objectName;
            const bool failed = *job && (*job)->status == UploadStatus::Failed;
            emitDifference(VerifyDifference::Kind::Missing,
                           failed ? u"Its upload failed: "_s + (*job)->lastError : u"It is not uploaded yet."_s,
                           !failed);
        }
        return false;
    }
    m_check.job = **job;
    m_check.form = m_parts.catalog.file(kind)->form;
    m_check.bucket = m_check.job.storagePath.section(u'/', 0, 0);
    m_check.name = m_check.job.storagePath.section(u'/', 1);
    m_check.sourceChanged = wanted && wanted->source != m_check.job.source;
    DigestSource source;
    if (!wanted) {
        m_check.local = Error{.kind = Error::Kind::File,
                              .code = u"missing"_s,
                              .message = u"The library does not name its files any more."_s};
    } else if (source.form = wanted->form; source.form == FileForm::Package) {
        auto package = m_reader.packageSource(kind, row);
        if (!package)
            m_check.local = package.error();
        else
            source.package = std::move(*package);
    } else {
        source.path = wanted->localPath;
    }
    if (!m_check.local)
        readLocal(std::move(source));
    download();
    return true;
}

void ObjectVerifier::readLocal(DigestSource source)
{
    m_helper.start([this, source = std::move(source), cancel = m_cancel.get_token()] {
        Expected<Digest> digest = contentDigest(source, cancel);
        QMetaObject::invokeMethod(
            this,
            [this, digest] {
                m_check.local = digest;
                compare();
            },
            Qt::QueuedConnection);
    });
}

void ObjectVerifier::download()
{
    struct Received
    {
        Sha256 hash;
        qint64 size = 0;
    };
    const auto received = std::make_shared<Received>();
    m_parts.store.setToken(m_parts.retry.token());
    m_job = m_parts.store.download(m_check.bucket, m_check.name, [received](const QByteArray &piece) {
        received->hash.addData(piece);
        received->size += piece.size();
        return true;
    });
    connect(m_job, &ObjectJob::finished, this, [this, received](const ObjectResult &result) {
        m_job = nullptr;
        if (m_parts.retry.takes(result.error, [this] { download(); }))
            return;
        if (result.error)
            m_check.remote = result.error;
        else
            m_check.remote = Digest{received->hash.hex(), received->size};
        compare();
    });
    m_job->start();
}

void ObjectVerifier::compare()
{
    using Kind = VerifyDifference::Kind;
    if (m_cancel.stop_requested() || !m_check.local || !m_check.remote)
        return;
    const Expected<Digest> &local = *m_check.local;
    const Expected<Digest> &remote = *m_check.remote;
    if (!remote && remote.error().kind != Error::Kind::Gone)
        return end(remote.error());
    ++m_objects;
    const QByteArray recorded = m_check.job.sha256;
    if (!remote) {
        emitDifference(Kind::Missing, u"The cloud does not have this object."_s, false);
    } else {
        m_bytes += remote->size;
        const bool isRecorded = !recorded.isEmpty() && remote->sha256 == recorded;
        const bool mayBeRecorded = !local || (m_check.form != FileForm::AsIs && !m_check.sourceChanged);
        const bool isSame = (local && local->sha256 == remote->sha256) || (isRecorded && mayBeRecorded);
        if (!local && !isSame)
            emitDifference(Kind::Unreadable, local.error().message, false);
        else if (!isSame)
            emitDifference(Kind::Different,
                           u"SHA-256 %1… and %2 bytes in the cloud, %3… and %4 bytes in the library."_s.arg(
                               shortened(remote->sha256), QString::number(remote->size), shortened(local->sha256),
                               QString::number(local->size)),
                           m_check.sourceChanged);
    }
    Q_EMIT progressed();
    if (!m_cancel.stop_requested()) // whoever listens may have canceled
        proceed();
}

void ObjectVerifier::emitDifference(VerifyDifference::Kind kind, const QString &detail, bool isWaiting)
{
    Q_EMIT differenceFound(
        {.kind = kind, .place = m_check.bucket, .id = m_check.name, .detail = detail, .isWaiting = isWaiting});
}

void ObjectVerifier::end(const Error &error)
{
    m_error = error;
    finish();
}

void ObjectVerifier::stop()
{
    m_cancel.request_stop();
    m_parts.retry.cancel();
    if (m_job) {
        m_job->disconnect(this);
        m_job->cancel();
    }
}

void ObjectVerifier::report(bool canceled)
{
    Q_EMIT finished(canceled ? canceledError() : m_error);
}

} // namespace LumaSync
