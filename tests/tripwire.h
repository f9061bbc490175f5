// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QTcpServer>

#include <functional>

class QTcpSocket;

namespace LumaSync {

/// A relay on loopback that watches what passes and says when a given thing has passed: a word in what the client sends
/// (the n-th time it is seen) and so many bytes after it, or a word in what the server answers. Thread: the test's.
class TripWire : public QObject
{
    Q_OBJECT
public:
    struct Trip
    {
        QByteArray word; ///< in lower case; the case of what passes does not matter. Empty: never
        bool inAnswer = false;
        int times = 1;       ///< the word is seen so often
        qint64 further = 0;  ///< bytes the same way after it
        bool before = false; ///< the piece in which it happens does not pass any more
    };

    TripWire(const QHostAddress &address, quint16 port, QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Watches for this from now on; `tripped` is called once, from inside.
    void set(const Trip &trip, std::function<void()> tripped);

private:
    void accept();
    void pass(QTcpSocket *from, QTcpSocket *to, bool isAnswer);
    [[nodiscard]] bool trips(const QByteArray &piece, bool isAnswer);

    QHostAddress m_address;
    quint16 m_port;
    QTcpServer m_server;
    Trip m_trip;
    std::function<void()> m_tripped;
    int m_seen = 0;
    qint64 m_further = 0;
    QByteArray m_tail; ///< of the piece before: a word may lie across two
};

} // namespace LumaSync
