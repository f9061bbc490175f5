// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/bandwidthlimit.h"
#include "net/error.h"
#include "net/job.h"

#include <LumaSync/net/export.h>

#include <QHttpHeaders>
#include <QIODevice>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace LumaSync {

class HttpExchange;

/// One HTTP request, as a value.
struct HttpRequest
{
    using Device = std::function<std::unique_ptr<QIODevice>()>;
    using Sink = std::function<bool(const QByteArray &)>;

    QByteArray verb; ///< "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"
    QUrl url;
    QHttpHeaders headers;
    QByteArray body; ///< ignored where `device` is set
    /// Makes the body anew for each attempt: an open, random-access device whose size is the Content-Length.
    Device device;
    /// Under which the body goes, where it is set; it may go before the request.
    QPointer<BandwidthLimit> limit;
    /// Takes the body of a 2xx answer piece by piece instead of HttpResult::body. False ends the request as a
    /// File error.
    Sink sink;
    qint64 maxBody = 16 * 1024 * 1024; ///< bytes of an answer kept in memory; more is a Protocol error
    /// Sending it twice does no harm beyond the work: it is repeated once when the connection broke before
    /// any answer.
    bool repeatable = true;
    std::chrono::milliseconds stallLimit{60'000};  ///< no byte moved in either direction
    std::chrono::milliseconds answerLimit{60'000}; ///< from the last byte sent to the first of the answer
    std::chrono::milliseconds totalLimit{0};       ///< from start to end; 0: none

    /// The body from its beginning, open for reading; null where its file cannot be read.
    [[nodiscard]] std::unique_ptr<QIODevice> openBody() const;
};

/// What came of it. `error` speaks of the transport only: Offline, Timeout, Tls, ForeignOrigin (a redirect),
/// Protocol (answer too large), File (device or sink), Canceled. An answer with any status but 3xx is not an
/// error here.
struct HttpResult
{
    int status = 0; ///< 0: no answer. May be set beside an error (the answer's body was cut off)
    QHttpHeaders headers;
    QByteArray body;
    Error error;

    [[nodiscard]] bool isOk() const { return !error && status >= 200 && status < 300; }
    /// The server may have acted although we have no whole answer.
    [[nodiscard]] bool isUncertain() const
    {
        return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout;
    }
};

/// One request on the wire. It alone owns the exchange with the server, the time limits, the one repetition
/// and the cancellation. Never follows a redirect, never takes a cookie or a cached answer, asks for no
/// compression, and prefers the status of an early refusal to the write error that came with it. Thread: the
/// manager's. Owner: its parent.
class LUMASYNC_NET_EXPORT HttpJob : public Job
{
    Q_OBJECT
public:
    HttpJob(QNetworkAccessManager *manager, HttpRequest request, QObject *parent);
    ~HttpJob() override;

Q_SIGNALS:
    /// Bytes of the body handed to the socket so far in this attempt (not acknowledged by anyone).
    void uploadProgressed(qint64 sent);
    /// The whole body was handed to the socket: from here on the server is awaited. Again where it is sent again.
    void bodySent();
    void finished(const LumaSync::HttpResult &result);

protected:
    void run() override;
    void stop() override;
    void report(bool canceled) override;

private:
    void send();
    void noteSent(qint64 sent, bool all);
    void noteAnswer(int status, const QHttpHeaders &headers);
    void take(const QByteArray &piece);
    void exchangeEnded(const Error &error);
    void armWatchdog();
    void expired();
    void endWith(Error error);
    void release();

    QNetworkAccessManager *m_manager;
    HttpRequest m_request;
    HttpResult m_result;
    QPointer<HttpExchange> m_exchange;
    QTimer m_watchdog;
    QTimer m_total;
    bool m_allSent = false;
    bool m_repeated = false;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::HttpResult)
