// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"
#include "net/httpresponseparser.h"

#include <QNetworkProxy>
#include <QObject>
#include <QUrl>

#include <memory>

class QIODevice;
class QSslSocket;
class QTcpSocket;

namespace LumaSync {

/// One HTTP/1.1 connection (TCP, or TLS with the system's certificates) that carries requests one after the
/// other and reads the answer while it still writes: an early refusal is an answer, not a broken pipe. Bodies
/// go from the device to the socket in pieces through one small buffer. Thread: the one that made it. Owner:
/// a ConnectionPool, or the exchange that holds it.
class HttpConnection : public QObject
{
    Q_OBJECT
public:
    HttpConnection(const QUrl &origin, const QNetworkProxy &proxy, QObject *parent);
    ~HttpConnection() override;

    /// Precondition: no exchange is under way. `head` is the request line and the headers up to the empty
    /// line; `body` may be null.
    void send(const QByteArray &head, std::unique_ptr<QIODevice> body, bool isHead);
    /// Gives up the exchange and the connection, silently.
    void abort();
    /// Connected, between two exchanges, and nothing strange in the pipe.
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void sent(qint64 bytes, bool all);
    void answered(int status, const QHttpHeaders &headers);
    void received(const QByteArray &piece);
    /// Once per send(); afterwards isIdle() tells whether the connection can be used again.
    void ended(const LumaSync::Error &error);
    /// The server closed, or broke, an idle connection.
    void closed();

private:
    class Inside;
    void connectSocket();
    void pump();
    void noteWritten();
    void readSome();
    void socketFailed();
    void end(const Error &error);
    [[nodiscard]] Error socketError() const;
    [[nodiscard]] qint64 waiting() const;

    QUrl m_origin;
    QSslSocket *m_tls; ///< the same as m_socket; null where the origin is http
    QTcpSocket *m_socket;
    int m_depth = 0; ///< calls from the socket's signals that we are inside of
    std::unique_ptr<QIODevice> m_body;
    QByteArray m_head;
    QByteArray m_buffer;
    HttpResponseParser m_parser;
    qint64 m_left = 0; ///< bytes of the body not yet read from the device
    qint64 m_bodySize = 0;
    qint64 m_reported = -1;
    bool m_busy = false;
    bool m_answered = false;
    bool m_reusable = true;
};

} // namespace LumaSync
