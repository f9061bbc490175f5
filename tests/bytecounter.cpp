// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "bytecounter.h"

#include <QTcpSocket>

ByteCounter::ByteCounter(const QUrl &target, QObject *parent)
    : QObject(parent)
    , m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ByteCounter::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

QUrl ByteCounter::url() const
{
    QUrl url(m_target);
    url.setPort(m_server.serverPort());
    return url;
}

void ByteCounter::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        ++connections;
        auto *server = new QTcpSocket(client);
        const auto pass = [](QTcpSocket *from, QTcpSocket *to, qint64 *count) {
            connect(from, &QTcpSocket::readyRead, to, [from, to, count] {
                const QByteArray bytes = from->readAll();
                *count += bytes.size();
                to->write(bytes);
            });
            connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
        };
        pass(client, server, &up);
        pass(server, client, &down);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        server->connectToHost(m_target.host(), quint16(m_target.port()));
    }
}
