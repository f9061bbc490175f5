// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/connectionpool.h"

#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

namespace {

constexpr auto idleLimit = 20s;
constexpr auto sweepInterval = 5s;
constexpr qsizetype maxIdle = 4;

QString originOf(const QUrl &url)
{
    return url.scheme() + "://"_L1 + url.authority(QUrl::FullyEncoded);
}

} // namespace

ConnectionPool::ConnectionPool(QObject *parent)
    : QObject(parent)
{
    m_sweep.setInterval(sweepInterval);
    connect(&m_sweep, &QTimer::timeout, this, &ConnectionPool::sweep);
}

ConnectionPool *ConnectionPool::of(QNetworkAccessManager *manager)
{
    if (auto *pool = manager->findChild<ConnectionPool *>(Qt::FindDirectChildrenOnly))
        return pool;
    return new ConnectionPool(manager);
}

HttpConnection *ConnectionPool::take(const QUrl &url, const QNetworkProxy &proxy)
{
    sweep();
    const QString origin = originOf(url);
    for (qsizetype i = m_idle.size() - 1; i >= 0; --i) {
        HttpConnection *connection = m_idle[i].connection;
        if (m_idle[i].origin != origin || !connection->isIdle())
            continue;
        m_idle.removeAt(i);
        connection->disconnect(this);
        return connection;
    }
    return new HttpConnection(url, proxy, this);
}

void ConnectionPool::give(HttpConnection *connection, const QUrl &url)
{
    if (!connection->isIdle())
        return connection->deleteLater();
    m_idle.append({originOf(url), connection, QDeadlineTimer(idleLimit)});
    connect(connection, &HttpConnection::closed, this, [this, connection] { drop(connection); });
    if (m_idle.size() > maxIdle)
        drop(m_idle.first().connection);
    m_sweep.start();
}

void ConnectionPool::sweep()
{
    while (!m_idle.isEmpty() && m_idle.first().until.hasExpired())
        drop(m_idle.first().connection);
    if (m_idle.isEmpty())
        m_sweep.stop(); // an idle app is not woken
}

void ConnectionPool::drop(HttpConnection *connection)
{
    m_idle.removeIf([connection](const Idle &idle) { return idle.connection == connection; });
    connection->disconnect(this);
    connection->deleteLater();
}

} // namespace LumaSync
