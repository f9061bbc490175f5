// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QTcpSocket;

namespace LumaSync {

/// A tiny HTTP/1.1 server for tests that misbehaves on demand: it answers each request with the next scripted
/// step, or with what the handler says. Loopback, any free port, ends with the object. Thread: the test's.
class HttpScript : public QObject
{
    Q_OBJECT
public:
    struct Seen
    {
        QByteArray verb;
        QByteArray target;                     ///< path and query as sent
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;                       ///< what was read of it
        int connection = 0;                    ///< counts from 1
    };

    enum class Then {
        Keep,        ///< keep the connection for the next request
        Close,       ///< close it in order
        CloseUnread, ///< stop reading and cut: the sender gets a reset while the answer waits to be read
        Reset,       ///< RST at once
        Stall,       ///< say no more, keep it open
    };

    struct Step
    {
        QByteArray reply; ///< raw bytes; empty: nothing
        Then then = Then::Keep;
        qint64 afterBody = -1; ///< act after this many bytes of the body; -1: after all of it
        int dripMs = 0;        ///< one byte of the reply each so many milliseconds
    };

    explicit HttpScript(QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    /// Steps for the requests to come, in order. Without a step or handler: 404.
    void script(const QList<Step> &steps) { m_steps += steps; }
    void setHandler(std::function<Step(const Seen &)> handler) { m_handler = std::move(handler); }
    /// The step for a request whose headers alone were read, before the body: lets a handler refuse early.
    void setHeaderHandler(std::function<std::optional<Step>(const Seen &)> handler)
    {
        m_headerHandler = std::move(handler);
    }

    [[nodiscard]] const QList<Seen> &seen() const { return m_seen; }
    [[nodiscard]] int connections() const { return m_connections; }

    /// `HTTP/1.1 {status} ` with Content-Length and the given header lines, without a reason phrase as
    /// Storage does it.
    static Step answer(int status, const QByteArray &body = {}, const QList<QByteArray> &headers = {});
    static Step reset(qint64 afterBody = -1) { return {{}, Then::Reset, afterBody, 0}; }
    static Step stall(qint64 afterBody = -1) { return {{}, Then::Stall, afterBody, 0}; }
    static Step refuseEarly(int status, const QByteArray &body, qint64 afterBody = 0);

Q_SIGNALS:
    void requestSeen();

private:
    struct Connection;
    void accept();
    void advance(const std::shared_ptr<Connection> &connection);
    void act(const std::shared_ptr<Connection> &connection, const Step &step);
    void endReply(const std::shared_ptr<Connection> &connection, const Step &step);

    QTcpServer m_server;
    QList<Step> m_steps;
    std::function<Step(const Seen &)> m_handler;
    std::function<std::optional<Step>(const Seen &)> m_headerHandler;
    QList<Seen> m_seen;
    int m_connections = 0;
};

} // namespace LumaSync
