// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "httpscript.h"

#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <optional>

#include <sys/socket.h>

namespace LumaSync {

struct HttpScript::Connection
{
    QTcpSocket *socket = nullptr;
    Seen request;
    qint64 bodyLength = 0;
    std::optional<Step> step;
    bool haveHeaders = false;
    bool acted = false;
};

HttpScript::HttpScript(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpScript::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

QUrl HttpScript::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

HttpScript::Step HttpScript::answer(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray reply = "HTTP/1.1 " + QByteArray::number(status) + " \r\n";
    for (const QByteArray &header : headers)
        reply += header + "\r\n";
    if (status != 204)
        reply += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return {reply + "\r\n" + body, Then::Keep, -1, 0};
}

HttpScript::Step HttpScript::refuseEarly(int status, const QByteArray &body, qint64 afterBody)
{
    Step step = answer(status, body, {"connection: close"});
    step.then = Then::CloseUnread;
    step.afterBody = afterBody;
    return step;
}

void HttpScript::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto connection = std::make_shared<Connection>();
        connection->socket = socket;
        connection->request.connection = ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, connection] { advance(connection); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void HttpScript::advance(const std::shared_ptr<Connection> &c)
{
    while (!c->acted && c->socket->isOpen()) {
        if (!c->haveHeaders) {
            const QByteArray head = c->socket->peek(64 * 1024);
            const qsizetype end = head.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            c->socket->skip(end + 4);
            const QList<QByteArray> lines = head.first(end).split('\n');
            const QList<QByteArray> first = lines.value(0).trimmed().split(' ');
            c->request.verb = first.value(0);
            c->request.target = first.value(1);
            for (const QByteArray &line : lines.mid(1)) {
                const qsizetype colon = line.indexOf(':');
                c->request.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
            }
            c->bodyLength = c->request.headers.value("content-length").toLongLong();
            c->haveHeaders = true;
            if (!m_steps.isEmpty())
                c->step = m_steps.takeFirst();
            else if (m_headerHandler)
                c->step = m_headerHandler(c->request);
        }
        const qint64 wanted =
            c->step && c->step->afterBody >= 0 ? std::min(c->step->afterBody, c->bodyLength) : c->bodyLength;
        c->request.body += c->socket->read(wanted - c->request.body.size());
        if (c->request.body.size() < wanted)
            return;
        if (!c->step)
            c->step = m_handler ? m_handler(c->request) : answer(404);
        m_seen << c->request;
        const Step step = *c->step;
        const bool more = step.then == Then::Keep && step.dripMs == 0;
        c->acted = true;
        act(c, step);
        Q_EMIT requestSeen();
        if (!more)
            return;
    }
}

void HttpScript::act(const std::shared_ptr<Connection> &c, const Step &step)
{
    if (step.then == Then::CloseUnread || step.then == Then::Stall)
        c->socket->setReadBufferSize(1); // what comes now piles up in the kernel
    if (step.dripMs > 0 && !step.reply.isEmpty()) {
        auto *timer = new QTimer(c->socket);
        auto sent = std::make_shared<qsizetype>(0);
        connect(timer, &QTimer::timeout, c->socket, [this, c, step, timer, sent] {
            c->socket->write(step.reply.constData() + (*sent)++, 1);
            if (*sent == step.reply.size()) {
                timer->stop();
                endReply(c, step);
            }
        });
        timer->start(step.dripMs);
        return;
    }
    c->socket->write(step.reply);
    c->socket->flush();
    endReply(c, step);
}

void HttpScript::endReply(const std::shared_ptr<Connection> &c, const Step &step)
{
    QTcpSocket *socket = c->socket;
    switch (step.then) {
    case Then::Keep: {
        const int number = c->request.connection;
        c->request = {};
        c->request.connection = number;
        c->haveHeaders = c->acted = false;
        c->step.reset();
        return;
    }
    case Then::Close:
        socket->disconnectFromHost();
        return;
    case Then::CloseUnread: // closing with unread bytes in the kernel makes it send a reset
        QTimer::singleShot(50, socket, [socket] { socket->abort(); });
        return;
    case Then::Reset: {
        const linger hard{1, 0};
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        socket->abort();
        return;
    }
    case Then::Stall:
        return;
    }
}

} // namespace LumaSync
