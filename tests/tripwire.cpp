// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "tripwire.h"

#include <QTcpSocket>

namespace LumaSync {

TripWire::TripWire(const QHostAddress &address, quint16 port, QObject *parent)
    : QObject(parent)
    , m_address(address)
    , m_port(port)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TripWire::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

void TripWire::set(const Trip &trip, std::function<void()> tripped)
{
    m_trip = trip;
    m_tripped = std::move(tripped);
    m_seen = 0;
    m_further = 0;
    m_tail.clear();
}

void TripWire::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *server = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, this, [=, this] { pass(client, server, false); });
        connect(server, &QTcpSocket::readyRead, this, [=, this] { pass(server, client, true); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        server->connectToHost(m_address, m_port); // what is written before it is connected waits
    }
}

void TripWire::pass(QTcpSocket *from, QTcpSocket *to, bool isAnswer)
{
    QByteArray piece = from->readAll();
    if (isAnswer) // an upload's address is ours
        piece.replace(QByteArray(':' + QByteArray::number(m_port) + '/'),
                      QByteArray(':' + QByteArray::number(m_server.serverPort()) + '/'));
    const bool trip = trips(piece, isAnswer);
    if (!trip || !m_trip.before)
        to->write(piece);
    if (trip) {
        to->flush();
        m_trip = {};
        std::exchange(m_tripped, {})();
    }
}

bool TripWire::trips(const QByteArray &piece, bool isAnswer)
{
    if (m_trip.word.isEmpty() || m_trip.inAnswer != isAnswer)
        return false;
    if (m_seen == m_trip.times) {
        m_further += piece.size();
        return m_further >= m_trip.further;
    }
    const QByteArray text = m_tail + piece.toLower();
    qsizetype at = 0;
    while (m_seen < m_trip.times && (at = text.indexOf(m_trip.word, at)) >= 0) {
        ++m_seen;
        at += m_trip.word.size();
    }
    m_tail = text.last(qMin(text.size(), m_trip.word.size() - 1));
    if (m_seen < m_trip.times)
        return false;
    m_further = text.size() - at;
    return m_further >= m_trip.further;
}

} // namespace LumaSync
