// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/httpconnection.h"

#include "net/httpexchange.h"

#include <QIODevice>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype pieceSize = 128 * 1024; ///< read from the device at once
constexpr qint64 lowWater = 128 * 1024;     ///< below it the next piece is read; the system keeps its own buffer

} // namespace

HttpConnection::HttpConnection(const QUrl &origin, const QNetworkProxy &proxy, QObject *parent)
    : QObject(parent)
    , m_origin(origin)
    , m_tls(origin.scheme() == "https"_L1 ? new QSslSocket(this) : nullptr)
    , m_socket(m_tls ? m_tls : new QTcpSocket(this))
{
    m_socket->setProxy(proxy);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::noteWritten);
    if (m_tls) {
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::noteWritten);
        connect(m_tls, &QSslSocket::encrypted, this, &HttpConnection::pump);
    } else {
        connect(m_socket, &QTcpSocket::connected, this, &HttpConnection::pump);
    }
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readSome);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &HttpConnection::socketFailed);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::socketFailed);
}

/// While it lives we are inside a call from one of the socket's signals.
class HttpConnection::Inside
{
public:
    explicit Inside(HttpConnection *connection)
        : m_connection(connection)
    {
        ++m_connection->m_depth;
    }
    ~Inside()
    {
        if (m_connection)
            --m_connection->m_depth;
    }
    Q_DISABLE_COPY_MOVE(Inside)

private:
    QPointer<HttpConnection> m_connection;
};

HttpConnection::~HttpConnection()
{
    abort();
    // A receiver of our signals may end us from inside one of the socket's own: the socket outlives that call.
    if (m_depth > 0) {
        m_socket->setParent(nullptr);
        m_socket->deleteLater();
    }
}

void HttpConnection::abort()
{
    m_busy = m_reusable = false;
    m_socket->disconnect(this);
    m_socket->abort();
    m_body.reset();
}

bool HttpConnection::isIdle() const
{
    return !m_busy && m_reusable && m_socket->state() == QAbstractSocket::ConnectedState &&
           m_socket->bytesAvailable() == 0;
}

void HttpConnection::send(const QByteArray &head, std::unique_ptr<QIODevice> body, bool isHead)
{
    m_busy = true;
    m_answered = false;
    m_parser = HttpResponseParser(isHead);
    m_head = head;
    m_body = std::move(body);
    m_bodySize = m_left = m_body ? m_body->size() : 0;
    if (m_body) // queued: the body may be gone by the end of pump()
        connect(m_body.get(), &QIODevice::readyRead, this, &HttpConnection::pump, Qt::QueuedConnection);
    m_reported = -1;
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        connectSocket();
    else
        QMetaObject::invokeMethod(this, &HttpConnection::pump, Qt::QueuedConnection);
}

void HttpConnection::connectSocket()
{
    if (!m_tls)
        return m_socket->connectToHost(m_origin.host(), quint16(m_origin.port(80)));
    QSslConfiguration configuration = m_tls->sslConfiguration();
    configuration.setAllowedNextProtocols({"http/1.1"_ba});
    m_tls->setSslConfiguration(configuration);
    m_tls->connectToHostEncrypted(m_origin.host(), quint16(m_origin.port(443)));
}

qint64 HttpConnection::waiting() const
{
    return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
}

/// Fills the socket's buffer. Stops for good when an answer has come: what the server has decided needs no
/// more bytes.
void HttpConnection::pump()
{
    const Inside inside(this);
    if (!m_busy || m_answered || m_socket->state() != QAbstractSocket::ConnectedState ||
        (m_tls && !m_tls->isEncrypted()))
        return;
    if (!m_head.isEmpty()) {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket->write(std::exchange(m_head, {}));
    }
    if (m_left > 0 && m_buffer.isEmpty())
        m_buffer.resize(pieceSize);
    while (m_left > 0 && waiting() < lowWater) {
        const qint64 got = m_body->read(m_buffer.data(), std::min<qint64>(m_left, m_buffer.size()));
        if (got == 0 && !m_body->atEnd())
            return; // under a limit: readyRead() follows
        if (got <= 0) {
            m_reusable = false;
            return end({Error::Kind::File, 0, {}, u"The file to send could not be read, or became shorter."_s, {}});
        }
        m_left -= got;
        if (m_socket->write(m_buffer.constData(), got) != got)
            return; // the socket's error signal follows
    }
}

void HttpConnection::noteWritten()
{
    const Inside inside(this);
    if (!m_busy)
        return;
    pump();
    if (!m_busy)
        return;
    const qint64 bytes = std::clamp<qint64>(m_bodySize - m_left - waiting(), 0, m_bodySize);
    if (std::exchange(m_reported, bytes) != bytes)
        Q_EMIT sent(bytes, bytes == m_bodySize);
}

void HttpConnection::readSome()
{
    const QPointer<HttpConnection> self(this); // any signal may end us
    const Inside inside(this);
    const QByteArray bytes = m_socket->readAll();
    if (!m_busy) {
        m_reusable = false;
        Q_EMIT closed();
        return;
    }
    if (!m_parser.feed(bytes)) {
        m_reusable = false;
        return end({Error::Kind::Protocol,
                    m_parser.status(),
                    {},
                    u"The answer of %1 is not HTTP."_s.arg(m_origin.host()),
                    {}});
    }
    if (m_parser.hasHeaders() && !std::exchange(m_answered, true)) {
        if (m_left > 0 || waiting() > 0)
            m_reusable = false; // refused early: the rest of the body is never sent
        Q_EMIT answered(m_parser.status(), m_parser.headers());
        if (!self || !m_busy)
            return;
    }
    if (const QByteArray piece = m_parser.takeBody(); !piece.isEmpty())
        Q_EMIT received(piece);
    if (self && m_busy && m_parser.isComplete()) {
        m_reusable = m_reusable && m_parser.keepsConnection();
        end({});
    }
}

/// The connection is over, in order or not.
void HttpConnection::socketFailed()
{
    m_reusable = false;
    if (!m_busy) {
        Q_EMIT closed();
        return;
    }
    const QPointer<HttpConnection> self(this);
    const Inside inside(this);
    if (m_socket->bytesAvailable() > 0)
        readSome();
    if (!self || !m_busy)
        return;
    end(m_parser.feedEnd() ? Error() : socketError());
}

Error HttpConnection::socketError() const
{
    using enum Error::Kind;
    const QString host = m_origin.host();
    switch (m_socket->error()) {
    case QAbstractSocket::HostNotFoundError:
        return {Offline, 0, u"HostNotFound"_s, u"The host %1 was not found."_s.arg(host), {}};
    case QAbstractSocket::ConnectionRefusedError:
        return {Offline, 0, u"ConnectionRefused"_s, u"%1 refuses connections."_s.arg(host), {}};
    case QAbstractSocket::SocketTimeoutError:
        return {Timeout, 0, {}, u"No connection to %1 in time."_s.arg(host), {}};
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return {Offline, 0, u"ProxyAuthentication"_s, u"The proxy on the way to %1 wants a sign-in."_s.arg(host), {}};
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError: {
        const QList<QSslError> errors = m_tls->sslHandshakeErrors();
        const QString reason = errors.isEmpty() ? u"The handshake failed."_s : errors.first().errorString();
        return {Tls, 0, {}, u"The secure connection to %1 could not be established: %2"_s.arg(host, reason), {}};
    }
    default:
        return {Offline,
                0,
                connectionBroken.toString(),
                u"The connection to %1 broke; whether the request was carried out is unknown."_s.arg(host),
                {}};
    }
}

void HttpConnection::end(const Error &error)
{
    m_busy = false;
    m_body.reset();
    m_head.clear();
    if (error)
        m_reusable = false;
    Q_EMIT ended(error);
}

} // namespace LumaSync
