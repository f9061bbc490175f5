// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/connectionpool.h"
#include "net/httpexchange.h"
#include "net/httpjob.h"

#include <QPointer>

namespace LumaSync {

/// An exchange over an HttpConnection.
class ConnectionExchange : public HttpExchange
{
    Q_OBJECT
public:
    /// None where the proxy in use cannot carry it.
    static ConnectionExchange *make(QNetworkAccessManager *manager, const HttpRequest &request, QObject *parent);
    ~ConnectionExchange() override;

    void begin() override;
    void abort() override;

    /// Request line and headers up to and with the empty line.
    [[nodiscard]] static QByteArray head(const HttpRequest &request, qint64 bodySize);

private:
    ConnectionExchange(ConnectionPool *pool, QNetworkProxy proxy, const HttpRequest &request, QObject *parent);
    void connectionEnded(const Error &error);

    QPointer<ConnectionPool> m_pool;
    QNetworkProxy m_proxy;
    HttpRequest m_request;
    QPointer<HttpConnection> m_connection;
};

} // namespace LumaSync
