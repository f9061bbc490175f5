// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/httpconnection.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

class QNetworkAccessManager;

namespace LumaSync {

/// The idle connections that belong to one QNetworkAccessManager, which owns the pool. A connection is kept
/// for 20 s, less than what servers and gateways keep it. Thread: the manager's.
class ConnectionPool : public QObject
{
    Q_OBJECT
public:
    /// The manager's pool; made at the first call.
    static ConnectionPool *of(QNetworkAccessManager *manager);

    /// An idle connection to the origin of `url`, or a new one. It stays the pool's child: the caller gives
    /// it back.
    [[nodiscard]] HttpConnection *take(const QUrl &url, const QNetworkProxy &proxy);
    /// Keeps it for the next request, or disposes of it where it cannot carry one.
    void give(HttpConnection *connection, const QUrl &url);

private:
    struct Idle
    {
        QString origin;
        HttpConnection *connection;
        QDeadlineTimer until;
    };

    explicit ConnectionPool(QObject *parent);
    void sweep();
    void drop(HttpConnection *connection);

    QList<Idle> m_idle; ///< the longest idle first
    QTimer m_sweep;
};

} // namespace LumaSync
