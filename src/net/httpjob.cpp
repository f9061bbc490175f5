// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/httpjob.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qint64 readAhead = 1024 * 1024;

QNetworkRequest networkRequest(const HttpRequest &from)
{
    QNetworkRequest request(from.url);
    QHttpHeaders headers = from.headers;
    headers.replaceOrAppend(QHttpHeaders::WellKnownHeader::AcceptEncoding, "identity");
    headers.replaceOrAppend(QHttpHeaders::WellKnownHeader::UserAgent, "LumaSync");
    request.setHeaders(std::move(headers));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

/// Errors of QNetworkReply that only repeat what the status says.
bool isAnswer(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError || error == QNetworkReply::AuthenticationRequiredError
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

Error transportError(QNetworkReply::NetworkError error, const QString &host)
{
    using K = Error::Kind;
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return {K::Timeout, 0, {}, u"No connection to %1 in time."_s.arg(host), {}};
    case QNetworkReply::SslHandshakeFailedError:
        return {K::Tls, 0, {}, u"The secure connection to %1 could not be established."_s.arg(host), {}};
    case QNetworkReply::HostNotFoundError:
        return {K::Offline, 0, {}, u"The host %1 was not found."_s.arg(host), {}};
    case QNetworkReply::ConnectionRefusedError:
        return {K::Offline, 0, {}, u"%1 refuses connections."_s.arg(host), {}};
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return {K::Protocol, 0, {}, u"The answer of %1 is not HTTP."_s.arg(host), {}};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {K::Offline, 0, {}, u"The proxy on the way to %1 wants a sign-in."_s.arg(host), {}};
    default:
        return {K::Offline, 0, {}, u"The connection to %1 broke; whether the request was carried out is unknown."_s.arg(host), {}};
    }
}

} // namespace

HttpJob::HttpJob(QNetworkAccessManager *manager, HttpRequest request, QObject *parent)
    : Job(parent)
    , m_manager(manager)
    , m_request(std::move(request))
{
    m_watchdog.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &HttpJob::expired);
    connect(&m_total, &QTimer::timeout, this, &HttpJob::expired);
}

HttpJob::~HttpJob()
{
    release();
}

void HttpJob::run()
{
    if (m_request.totalLimit.count() > 0)
        m_total.start(m_request.totalLimit);
    send();
}

void HttpJob::send()
{
    const QNetworkRequest request = networkRequest(m_request);
    if (m_request.device) {
        std::unique_ptr<QIODevice> device = m_request.device();
        if (!device)
            return endWith({Error::Kind::File, 0, {}, u"The file to send could not be read."_s, {}});
        QIODevice *body = device.release();
        m_allSent = body->size() == 0;
        m_reply = m_manager->sendCustomRequest(request, m_request.verb, body);
        body->setParent(m_reply); // the reply reads it until it is destroyed itself
    } else {
        m_allSent = m_request.body.isEmpty();
        if (m_request.verb == "GET")
            m_reply = m_manager->get(request);
        else if (m_request.verb == "HEAD")
            m_reply = m_manager->head(request);
        else
            m_reply = m_manager->sendCustomRequest(request, m_request.verb, m_request.body);
    }
    if (m_request.sink)
        m_reply->setReadBufferSize(readAhead);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &HttpJob::noteSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpJob::readSome);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpJob::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::replyFinished);
    armWatchdog();
}

void HttpJob::noteSent(qint64 sent, qint64 total)
{
    m_allSent = total >= 0 && sent >= total;
    armWatchdog();
    Q_EMIT uploadProgressed(sent);
}

void HttpJob::readSome()
{
    m_result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_result.headers = m_reply->headers();
    if (m_result.status >= 300 && m_result.status < 400)
        return endWith({Error::Kind::ForeignOrigin, m_result.status, {}, u"%1 redirects elsewhere; redirects are not followed."_s.arg(m_request.url.host()), {}});
    armWatchdog();
    const QByteArray piece = m_reply->readAll();
    if (piece.isEmpty())
        return;
    if (m_request.sink && m_result.status >= 200 && m_result.status < 300) {
        if (!m_request.sink(piece))
            endWith({Error::Kind::File, m_result.status, {}, u"What was received could not be written."_s, {}});
        return;
    }
    m_result.body += piece;
    if (m_result.body.size() > m_request.maxBody)
        endWith({Error::Kind::Protocol, m_result.status, {}, u"The answer of %1 is too large."_s.arg(m_request.url.host()), {}});
}

void HttpJob::replyFinished()
{
    readSome();
    if (!m_reply)
        return; // readSome() has ended the job
    const QNetworkReply::NetworkError error = m_reply->error();
    if (isAnswer(error) && m_result.status > 0)
        return endWith({});
    if (m_result.status >= 400) // an early refusal: the server answered, closed, and our writing broke
        return endWith({});
    if (m_result.status == 0 && error == QNetworkReply::RemoteHostClosedError && m_request.repeatable && !m_repeated) {
        m_repeated = true;
        release();
        return send();
    }
    endWith(transportError(error, m_request.url.host()));
}

void HttpJob::armWatchdog()
{
    const bool awaitsAnswer = m_allSent && m_result.status == 0;
    m_watchdog.start(awaitsAnswer ? m_request.answerLimit : m_request.stallLimit);
}

void HttpJob::expired()
{
    endWith({Error::Kind::Timeout, m_result.status, {}, u"%1 did not answer in time; whether the request was carried out is unknown."_s.arg(m_request.url.host()), {}});
}

void HttpJob::endWith(Error error)
{
    m_result.error = std::move(error);
    release();
    finish();
}

void HttpJob::release()
{
    m_watchdog.stop();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        disconnect(reply, nullptr, this, nullptr);
        reply->abort();
        reply->deleteLater();
    }
}

void HttpJob::stop()
{
    m_total.stop();
    release();
}

void HttpJob::report(bool canceled)
{
    m_total.stop();
    if (canceled)
        m_result.error = canceledError();
    Q_EMIT finished(m_result);
}

} // namespace LumaSync
