// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/managerexchange.h"

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
    request.setHeaders(from.headers);
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
    return error == QNetworkReply::NoError || error == QNetworkReply::AuthenticationRequiredError ||
           (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

Error transportError(QNetworkReply::NetworkError error, const QString &host)
{
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return {Error::Kind::Timeout, 0, {}, u"No connection to %1 in time."_s.arg(host), {}};
    case QNetworkReply::SslHandshakeFailedError:
        return {Error::Kind::Tls, 0, {}, u"The secure connection to %1 could not be established."_s.arg(host), {}};
    case QNetworkReply::HostNotFoundError:
        return {Error::Kind::Offline, 0, u"HostNotFound"_s, u"The host %1 was not found."_s.arg(host), {}};
    case QNetworkReply::ConnectionRefusedError:
        return {Error::Kind::Offline, 0, u"ConnectionRefused"_s, u"%1 refuses connections."_s.arg(host), {}};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {Error::Kind::Offline,
                0,
                u"ProxyAuthentication"_s,
                u"The proxy on the way to %1 wants a sign-in."_s.arg(host),
                {}};
    case QNetworkReply::NoError: // an answer without a status
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return {Error::Kind::Protocol, 0, {}, u"The answer of %1 is not HTTP."_s.arg(host), {}};
    default:
        return {Error::Kind::Offline,
                0,
                connectionBroken.toString(),
                u"The connection to %1 broke; whether the request was carried out is unknown."_s.arg(host),
                {}};
    }
}

} // namespace

ManagerExchange::ManagerExchange(QNetworkAccessManager *manager, const HttpRequest &request, QObject *parent)
    : HttpExchange(parent)
    , m_manager(manager)
    , m_request(request)
{
}

ManagerExchange::~ManagerExchange()
{
    ManagerExchange::abort();
}

void ManagerExchange::begin()
{
    const QNetworkRequest request = networkRequest(m_request);
    if (m_request.verb == "GET")
        m_reply = m_manager->get(request);
    else if (m_request.verb == "HEAD")
        m_reply = m_manager->head(request);
    else if (!m_request.device && !m_request.limit)
        m_reply = m_manager->sendCustomRequest(request, m_request.verb, m_request.body);
    else if (std::unique_ptr<QIODevice> device = m_request.openBody()) {
        QIODevice *body = device.release();
        m_reply = m_manager->sendCustomRequest(request, m_request.verb, body);
        body->setParent(m_reply); // the reply reads it until it is destroyed itself
    } else {
        const Error unreadable{Error::Kind::File, 0, {}, u"The file to send could not be read."_s, {}};
        QMetaObject::invokeMethod(this, [this, unreadable] { Q_EMIT ended(unreadable); }, Qt::QueuedConnection);
        return;
    }
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply, &QNetworkReply::uploadProgress, this,
            [this](qint64 bytes, qint64 total) { Q_EMIT sent(bytes, bytes >= total); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &ManagerExchange::readSome);
    connect(m_reply, &QNetworkReply::readyRead, this, &ManagerExchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &ManagerExchange::replyFinished);
    // Should the manager be destroyed while the reply lives.
    connect(m_reply, &QObject::destroyed, this,
            [this] { Q_EMIT ended(transportError(QNetworkReply::UnknownNetworkError, m_request.url.host())); });
}

void ManagerExchange::readSome()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != m_status) {
        m_status = status;
        Q_EMIT answered(status, m_reply->headers());
    }
    if (!m_reply)
        return; // aborted by the receiver
    const QByteArray piece = m_reply->readAll();
    if (!piece.isEmpty())
        Q_EMIT received(piece);
}

void ManagerExchange::replyFinished()
{
    readSome();
    if (!m_reply)
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool isWhole = m_status > 0 && isAnswer(error);
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    Q_EMIT ended(isWhole ? Error() : transportError(error, m_request.url.host()));
}

void ManagerExchange::abort()
{
    if (QNetworkReply *reply = m_reply) {
        m_reply = nullptr;
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

} // namespace LumaSync
