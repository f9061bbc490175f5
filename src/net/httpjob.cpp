// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/httpjob.h"

#include "net/httpexchange.h"
#include "net/throttledbody.h"

#include <QBuffer>
#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;

namespace LumaSync {

std::unique_ptr<QIODevice> HttpRequest::openBody() const
{
    std::unique_ptr<QIODevice> opened;
    if (device) {
        opened = device();
    } else {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(body);
        buffer->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        opened = std::move(buffer);
    }
    if (opened && limit)
        return std::make_unique<ThrottledBody>(std::move(opened), limit);
    return opened;
}

HttpJob::HttpJob(QNetworkAccessManager *manager, HttpRequest request, QObject *parent)
    : Job(parent)
    , m_manager(manager)
    , m_request(std::move(request))
{
    m_request.headers.replaceOrAppend(QHttpHeaders::WellKnownHeader::AcceptEncoding, "identity");
    m_request.headers.replaceOrAppend(QHttpHeaders::WellKnownHeader::UserAgent, "LumaSync");
    m_watchdog.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &HttpJob::expired);
    connect(&m_total, &QTimer::timeout, this, &HttpJob::expired);
}

HttpJob::~HttpJob()
{
    release();
}

void HttpJob::run()
{
    if (m_request.totalLimit.count() > 0)
        m_total.start(m_request.totalLimit);
    send();
}

void HttpJob::send()
{
    m_allSent = !m_request.device && m_request.body.isEmpty();
    m_exchange = HttpExchange::make(m_manager, m_request, this);
    connect(m_exchange, &HttpExchange::sent, this, &HttpJob::noteSent);
    connect(m_exchange, &HttpExchange::answered, this, &HttpJob::noteAnswer);
    connect(m_exchange, &HttpExchange::received, this, &HttpJob::take);
    connect(m_exchange, &HttpExchange::ended, this, &HttpJob::exchangeEnded);
    armWatchdog();
    m_exchange->begin();
}

void HttpJob::noteSent(qint64 sent, bool all)
{
    m_allSent = all;
    armWatchdog();
    const QPointer<HttpJob> self(this); // whoever listens may end us
    Q_EMIT uploadProgressed(sent);
    if (self && all && isRunning())
        Q_EMIT bodySent();
}

void HttpJob::noteAnswer(int status, const QHttpHeaders &headers)
{
    m_result.status = status;
    m_result.headers = headers;
    if (status >= 300 && status < 400)
        return endWith({Error::Kind::ForeignOrigin,
                        status,
                        {},
                        u"%1 redirects elsewhere; redirects are not followed."_s.arg(m_request.url.host()),
                        {}});
    armWatchdog();
}

void HttpJob::take(const QByteArray &piece)
{
    armWatchdog();
    if (m_request.sink && m_result.status >= 200 && m_result.status < 300) {
        if (!m_request.sink(piece))
            endWith({Error::Kind::File, m_result.status, {}, u"What was received could not be written."_s, {}});
        return;
    }
    m_result.body += piece;
    if (m_result.body.size() > m_request.maxBody)
        endWith({Error::Kind::Protocol,
                 m_result.status,
                 {},
                 u"The answer of %1 is too large."_s.arg(m_request.url.host()),
                 {}});
}

void HttpJob::exchangeEnded(const Error &error)
{
    if (error && m_result.status >= 400) // an early refusal: the server answered, then closed without reading on
        return endWith({});
    if (error.code == connectionBroken && m_result.status == 0 && m_request.repeatable && !m_repeated) {
        m_repeated = true;
        release();
        return send();
    }
    endWith(error);
}

void HttpJob::armWatchdog()
{
    const bool awaitsAnswer = m_allSent && m_result.status == 0;
    m_watchdog.start(awaitsAnswer ? m_request.answerLimit : m_request.stallLimit);
}

void HttpJob::expired()
{
    endWith({Error::Kind::Timeout,
             m_result.status,
             {},
             u"%1 did not answer in time; whether the request was carried out is unknown."_s.arg(m_request.url.host()),
             {}});
}

void HttpJob::endWith(Error error)
{
    m_result.error = std::move(error);
    m_total.stop();
    release();
    finish();
}

void HttpJob::release()
{
    m_watchdog.stop();
    if (HttpExchange *exchange = m_exchange) {
        m_exchange = nullptr;
        exchange->disconnect(this);
        exchange->abort();
        exchange->deleteLater();
    }
}

void HttpJob::stop()
{
    m_total.stop();
    release();
}

void HttpJob::report(bool canceled)
{
    if (canceled)
        m_result.error = canceledError();
    Q_EMIT finished(m_result);
}

} // namespace LumaSync
