// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/tussession.h"

#include "net/errormapping.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

using K = Error::Kind;

constexpr qint64 maxParts = 10'000; // of Storage's S3 backend: one part per PATCH
constexpr qint64 MiB = 1024 * 1024;
constexpr int maxTokens = 2;                             // fresh tokens in a row without progress
constexpr std::chrono::milliseconds longestWait(60'000); // a longer Retry-After is the queue's affair

Error fault(K kind, int status, const QString &sentence)
{
    return {kind, status, {}, sentence, {}};
}

/// A non-negative number in a header, or -1.
qint64 number(const HttpResult &result, QLatin1StringView header)
{
    bool ok = false;
    const qint64 value = result.headers.value(header).toLongLong(&ok);
    return ok && value >= 0 ? value : -1;
}

bool isTransient(K kind)
{
    return kind == K::Offline || kind == K::Timeout || kind == K::Busy || kind == K::Server;
}

} // namespace

TusSession::TusSession(Project project, TusRequest request, Options options)
    : m_project(std::move(project))
    , m_request(std::move(request))
    , m_options(std::move(options))
    , m_url(m_request.uploadUrl)
    , m_expires(m_request.uploadExpires)
{
    if (m_request.size > maxParts * m_options.chunkSize) // from 58.6 GiB on
        m_options.chunkSize = (m_request.size / maxParts / MiB + 1) * MiB;
    if (!m_project.isSameOrigin(m_url)) // stored under another project: of no use, and not to be asked
        m_url.clear();
    m_step = !m_url.isEmpty() ? Step::Head : m_request.uploadUrl.isEmpty() ? Step::Create : Step::ForgetUrl;
    if (m_request.size <= 0)
        fail(fault(K::Configuration, 0, u"A resumable upload needs at least one byte."_s));
}

TusSession::Action TusSession::next() const
{
    using A = Action::Kind;
    if (m_step == Step::Failed)
        return {A::Fail, 0, 0, {}, m_error};
    if (m_step == Step::Done)
        return {A::Done};
    if (m_wantsToken)
        return {A::NeedToken};
    if (m_waiting)
        return {A::Wait, 0, 0, m_wait};
    switch (m_step) {
    case Step::Create:
        return {A::Create};
    case Step::StoreUrl:
        return {A::StoreUrl};
    case Step::ForgetUrl:
        return {A::ForgetUrl};
    case Step::Head:
        return {A::Head};
    case Step::Info:
        return {A::CheckInfo};
    case Step::Patch:
        return {A::Patch, m_offset, std::min(m_options.chunkSize, m_request.size - m_offset)};
    case Step::Done:
    case Step::Failed:
        break;
    }
    return {A::Fail, 0, 0, {}, m_error};
}

void TusSession::feed(const HttpResult &result)
{
    switch (m_step) {
    case Step::Create:
        return feedCreate(result);
    case Step::Head:
        return feedHead(result);
    case Step::Patch:
        return feedPatch(result);
    default:
        return; // nothing was asked for
    }
}

void TusSession::feedCreate(const HttpResult &result)
{
    if (const Error error = storageError(result)) {
        if (error.kind == K::SignedOut)
            needToken(error, Step::Create);
        else if (error.kind == K::Conflict)
            askInfo(InfoReason::NameTaken);
        else if (isTransient(error.kind))
            retry(error, Step::Create);
        else
            fail(error);
        return;
    }
    const QByteArrayView location = result.headers.value(QHttpHeaders::WellKnownHeader::Location);
    const QUrl url = m_project.tusEndpoint().resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    if (location.isEmpty() || !url.isValid())
        return fail(fault(K::Protocol, result.status, u"The server created an upload but did not say where."_s));
    if (!m_project.isSameOrigin(url))
        return fail(fault(
            K::ForeignOrigin, result.status,
            u"The server wants the upload at %1, which is not the project's address; nothing was sent there."_s.arg(
                url.host())));
    ++m_creations;
    m_url = url;
    m_trustExpiry = true;
    m_emptyPatchTried = false;
    takeExpiry(result);
    m_offset = 0;
    if (!canFinish(m_request.size)) {
        m_url.clear(); // never used
        return fail(tooSlow());
    }
    m_step = Step::StoreUrl;
}

void TusSession::feedHead(const HttpResult &result)
{
    if (const Error error = storageError(result)) {
        const bool noReason = result.status == 400 && result.body.isEmpty();
        if (error.kind == K::SignedOut && noReason &&
            m_tokens > 0) // not the token after all: a malformed upload id looks the same
            startOver();
        else if (error.kind == K::SignedOut)
            needToken(error, Step::Head);
        else if (error.kind == K::Gone)
            askInfo(InfoReason::UploadGone);
        else if (error.kind == K::Forbidden)
            startOver(); // the POST names the reason
        else if (error.kind == K::Conflict || isTransient(error.kind))
            retry(error, Step::Head);
        else
            fail(error);
        return;
    }
    const qint64 offset = number(result, "Upload-Offset"_L1);
    const qint64 length = number(result, "Upload-Length"_L1);
    if (offset < 0)
        return fail(fault(K::Protocol, result.status, u"The server did not say how much of the upload it has."_s));
    if (offset > m_request.size || (length >= 0 && length != m_request.size))
        return startOver(); // another file's upload
    acknowledge(offset);
    if (offset == m_request.size)
        askInfo(InfoReason::AllSent);
    else if (!canFinish(m_request.size - offset))
        startOver(); // a new URL lives longer than the rest of this one
    else
        go(Step::Patch);
}

void TusSession::feedPatch(const HttpResult &result)
{
    const bool wasEmpty = m_offset == m_request.size;
    if (const Error error = storageError(result)) {
        if (error.kind == K::SignedOut)
            needToken(error, Step::Head);
        else if (isTransient(error.kind))
            retry(error, Step::Head);
        else if (wasEmpty && error.kind != K::Canceled && error.httpStatus > 0)
            startOver();
        else if (error.kind == K::Gone)
            askInfo(InfoReason::UploadGone);
        else if (error.kind == K::Conflict && error.code == "ResourceAlreadyExists"_L1)
            askInfo(InfoReason::NameTaken);
        else if (error.kind == K::Conflict)
            retry(error, Step::Head);
        else
            fail(error);
        return;
    }
    const qint64 offset = number(result, "Upload-Offset"_L1);
    if (offset < 0 || offset > m_request.size)
        return retry(fault(K::Protocol, result.status, u"The server did not say how much of the chunk it took."_s),
                     Step::Head);
    const bool forward = offset > m_offset;
    acknowledge(offset);
    if (offset == m_request.size) {
        m_step = Step::Done;
    } else if (forward) {
        takeExpiry(result);
        go(Step::Patch);
    } else {
        retry(fault(K::Server, result.status, u"The server took nothing of the chunk."_s), Step::Head);
    }
}

void TusSession::feedInfo(const ObjectResult &result)
{
    if (m_step != Step::Info)
        return;
    const Error &error = result.error;
    if (error.kind == K::SignedOut)
        return needToken(error, Step::Info);
    if (isTransient(error.kind))
        return retry(error, Step::Info);
    if (error && error.kind != K::Gone)
        return fail(error);
    if (!error && proves(result.info)) {
        m_offset = m_request.size;
        m_step = Step::Done;
        return;
    }
    switch (m_reason) {
    case InfoReason::AllSent:
        if (std::exchange(m_emptyPatchTried, true))
            startOver();
        else
            m_step = Step::Patch; // an empty one at the end: the server finishes what it has, or refuses
        return;
    case InfoReason::UploadGone:
        return startOver();
    case InfoReason::NameTaken:
        return fail(fault(K::Conflict, result.status, u"Another object of this name is in the cloud already."_s));
    }
}

bool TusSession::proves(const ObjectInfo &info) const
{
    if (info.size != m_request.size)
        return false;
    // The content's own hash says it all: it is the same file, whoever stored it.
    const QJsonValue hash = m_request.attributes.metadata["sha256"_L1];
    if (!hash.isUndefined())
        return info.metadata["sha256"_L1] == hash;
    // Storage's upload id is base64url("bucket/name/version"): this very upload, not an older object of the
    // same size.
    const QByteArray id = m_url.path().section(u'/', -1).toLatin1();
    const QString version = QString::fromUtf8(QByteArray::fromBase64(id, QByteArray::Base64UrlEncoding));
    return !info.version.isEmpty() && version == m_request.bucket + u'/' + m_request.objectName + u'/' + info.version;
}

void TusSession::urlStored()
{
    if (m_step == Step::StoreUrl)
        go(Step::Patch);
}

void TusSession::urlForgotten()
{
    if (m_step == Step::ForgetUrl)
        m_step = Step::Create;
}

void TusSession::waited()
{
    m_waiting = false;
}

void TusSession::tokenRenewed()
{
    m_wantsToken = false;
}

void TusSession::fail(const Error &error)
{
    if (m_step == Step::Done)
        return;
    m_error = error;
    m_step = Step::Failed;
}

void TusSession::acknowledge(qint64 offset)
{
    m_offset = offset;
    if (offset > m_highest) {
        m_highest = offset;
        m_faults = 0;
        m_tokens = 0;
    }
}

void TusSession::takeExpiry(const HttpResult &result)
{
    const QDateTime expires = httpDate(result.headers.value("Upload-Expires"));
    if (!expires.isValid())
        return;
    // By this device's clock, which may be hours off: what counts is the distance to the answer's own date.
    const QDateTime date = httpDate(result.headers.value(QHttpHeaders::WellKnownHeader::Date));
    m_expires = date.isValid() ? m_options.now().addMSecs((expires - date).count()) : expires;
}

void TusSession::retry(const Error &error, Step then)
{
    ++m_faults;
    if (m_faults > m_options.maxFaults || error.retryAfter > longestWait)
        return fail(error);
    // After the first broken or refused PATCH there is nothing to wait for: ask at once what has arrived.
    const bool atOnce = m_faults == 1 && m_step == Step::Patch && error.kind != K::Busy && error.kind != K::Server;
    m_wait = atOnce ? std::chrono::milliseconds(0) : m_options.backoff.delay(m_faults, error.retryAfter);
    m_waiting = m_wait.count() > 0;
    m_step = then;
}

void TusSession::needToken(const Error &error, Step then)
{
    if (++m_tokens > maxTokens)
        return fail(error);
    m_wantsToken = true;
    m_step = then;
}

void TusSession::startOver()
{
    m_url.clear();
    m_expires = {};
    m_offset = 0;
    if (m_creations >= m_options.maxCreations)
        fail(fault(K::Gone, 0, u"The server lost the upload again and again."_s));
    else
        m_step = Step::ForgetUrl;
}

bool TusSession::canFinish(qint64 bytes) const
{
    if (!m_expires.isValid() || m_options.expectedRate <= 0)
        return true;
    return double(bytes) / m_options.expectedRate <= double(m_options.now().msecsTo(m_expires)) / 1000;
}

Error TusSession::tooSlow() const
{
    constexpr double secondsPerMinute = 60;
    const auto minutes = [](double seconds) { return qint64(std::ceil(seconds / secondsPerMinute)); };
    Error error = fault(
        K::TooLarge, 0,
        u"%1 MB take about %2 minutes at the present rate, but the server keeps an upload for %3 minutes only. Raise the limit for uploads, use a faster network, or let the project's upload URLs live longer."_s
            .arg(m_request.size / 1'000'000)
            .arg(minutes(double(m_request.size) / m_options.expectedRate))
            .arg(minutes(double(m_options.now().secsTo(m_expires)))));
    error.code = urlLife;
    return error;
}

void TusSession::askInfo(InfoReason reason)
{
    m_reason = reason;
    m_step = Step::Info;
}

void TusSession::go(Step step)
{
    m_step = step;
    // Past its expiry by our clock: ask before sending a chunk into a refusal. The server is the judge, our
    // clock may be wrong.
    if (step == Step::Patch && m_trustExpiry && m_expires.isValid() && m_expires <= m_options.now()) {
        m_trustExpiry = false;
        m_step = Step::Head;
    }
}

QByteArray TusSession::uploadMetadata(const TusRequest &request)
{
    const ObjectAttributes &attributes = request.attributes;
    QList<QByteArray> pairs{"bucketName " + request.bucket.toUtf8().toBase64(),
                            "objectName " + request.objectName.toUtf8().toBase64()};
    if (!attributes.contentType.isEmpty())
        pairs << "contentType " + attributes.contentType.toUtf8().toBase64();
    if (!attributes.cacheControl.isEmpty())
        pairs << "cacheControl " + attributes.cacheControl.toUtf8().toBase64();
    if (!attributes.metadata.isEmpty())
        pairs << "metadata " + QJsonDocument(attributes.metadata).toJson(QJsonDocument::Compact).toBase64();
    return pairs.join(',');
}

} // namespace LumaSync
