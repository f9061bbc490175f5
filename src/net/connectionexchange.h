// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/httpconnection.h"
#include "net/httpexchange.h"
#include "net/httpjob.h"

#include <QPointer>

namespace LumaSync {

/// The idle connections of one QNetworkAccessManager, which owns it and says the thread and the proxy.
/// A connection is kept for 20 s, less than what servers and gateways keep it.
class ConnectionPool : public QObject
{
    Q_OBJECT
public:
    static ConnectionPool *of(QNetworkAccessManager *manager);
    /// An idle connection to the origin of `url`, or a new one; the caller owns it.
    [[nodiscard]] HttpConnection *take(const QUrl &url, const QNetworkProxy &proxy);
    void give(HttpConnection *connection, const QUrl &url);

private:
    explicit ConnectionPool(QObject *parent);
    void drop(HttpConnection *connection);

    QList<std::pair<QString, HttpConnection *>> m_idle; ///< origin, connection
};

/// An exchange over an HttpConnection.
class ConnectionExchange : public HttpExchange
{
    Q_OBJECT
public:
    /// None where the proxy in use cannot carry it.
    static ConnectionExchange *make(QNetworkAccessManager *manager, const HttpRequest &request,
                                    QObject *parent);
    ~ConnectionExchange() override;

    void begin() override;
    void abort() override;

    /// Request line and headers up to and with the empty line.
    [[nodiscard]] static QByteArray head(const HttpRequest &request, qint64 bodySize);

private:
    ConnectionExchange(ConnectionPool *pool, QNetworkProxy proxy, const HttpRequest &request,
                       QObject *parent);
    void connectionEnded(const Error &error);

    QPointer<ConnectionPool> m_pool;
    QNetworkProxy m_proxy;
    HttpRequest m_request;
    QPointer<HttpConnection> m_connection;
};

} // namespace LumaSync
