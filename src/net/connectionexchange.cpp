// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/connectionexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

QNetworkProxy proxyFor(QNetworkAccessManager *manager, const QUrl &url)
{
    const QNetworkProxyQuery query(url);
    if (manager->proxyFactory())
        return manager->proxyFactory()->queryProxy(query).value(0);
    if (manager->proxy().type() != QNetworkProxy::DefaultProxy)
        return manager->proxy();
    return QNetworkProxyFactory::proxyForQuery(query).value(0);
}

} // namespace

ConnectionExchange::ConnectionExchange(ConnectionPool *pool, QNetworkProxy proxy, const HttpRequest &request,
                                       QObject *parent)
    : HttpExchange(parent)
    , m_pool(pool)
    , m_proxy(std::move(proxy))
    , m_request(request)
{
}

ConnectionExchange::~ConnectionExchange()
{
    ConnectionExchange::abort();
}

ConnectionExchange *ConnectionExchange::make(QNetworkAccessManager *manager, const HttpRequest &request,
                                             QObject *parent)
{
    const QNetworkProxy proxy = proxyFor(manager, request.url);
    const bool canTunnel = proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy ||
                           proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
    if (!canTunnel)
        return nullptr;
    return new ConnectionExchange(ConnectionPool::of(manager), proxy, request, parent);
}

QByteArray ConnectionExchange::head(const HttpRequest &request, qint64 bodySize)
{
    QByteArray target = request.url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (request.url.hasQuery())
        target += '?' + request.url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray head = request.verb + ' ' + target + " HTTP/1.1\r\nHost: " +
                      request.url.adjusted(QUrl::RemoveUserInfo).authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
    for (qsizetype i = 0; i < request.headers.size(); ++i)
        head += QByteArrayView(request.headers.nameAt(i)).toByteArray() + ": " +
                request.headers.valueAt(i).toByteArray() + "\r\n";
    return head + "Content-Length: " + QByteArray::number(bodySize) + "\r\n\r\n";
}

void ConnectionExchange::begin()
{
    std::unique_ptr<QIODevice> body = m_request.openBody();
    if (!body || !m_pool) {
        const Error unreadable{Error::Kind::File, 0, {}, u"The file to send could not be read."_s, {}};
        QMetaObject::invokeMethod(this, [this, unreadable] { Q_EMIT ended(unreadable); }, Qt::QueuedConnection);
        return;
    }
    m_connection = m_pool->take(m_request.url, m_proxy);
    connect(m_connection, &HttpConnection::sent, this, &HttpExchange::sent);
    connect(m_connection, &HttpConnection::answered, this, &HttpExchange::answered);
    connect(m_connection, &HttpConnection::received, this, &HttpExchange::received);
    connect(m_connection, &HttpConnection::ended, this, &ConnectionExchange::connectionEnded);
    connect(m_connection, &QObject::destroyed, this, [this] { // the manager went, and its pool with it
        Q_EMIT ended({Error::Kind::Offline, 0, {}, u"The connection was given up."_s, {}});
    });
    const QByteArray lines = head(m_request, body->size());
    m_connection->send(lines, std::move(body), m_request.verb == "HEAD");
}

void ConnectionExchange::connectionEnded(const Error &error)
{
    HttpConnection *connection = m_connection;
    m_connection = nullptr;
    connection->disconnect(this);
    if (m_pool)
        m_pool->give(connection, m_request.url);
    Q_EMIT ended(error);
}

void ConnectionExchange::abort()
{
    if (HttpConnection *connection = m_connection) {
        m_connection = nullptr;
        connection->disconnect(this);
        connection->abort();
        connection->deleteLater();
    }
}

} // namespace LumaSync
