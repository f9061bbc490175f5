// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "httpscript.h"
#include "net/bandwidthlimit.h"
#include "net/httpjob.h"
#include "net/throttledbody.h"
#include "net/tokenbucket.h"
#include "suite.h"

#include <QBuffer>
#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A server that reads and counts, and never answers.
class CountingServer
{
public:
    CountingServer()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray bytes = socket->readAll();
                if (m_head < 0) {
                    m_start += bytes;
                    const qsizetype end = m_start.indexOf("\r\n\r\n");
                    if (end < 0)
                        return;
                    m_head = end + 4;
                    body = m_start.size() - m_head;
                } else {
                    body += bytes.size();
                }
            });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no free port on loopback");
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/x"_s.arg(m_server.serverPort())); }

    qint64 body = 0; ///< bytes of the request's body that arrived

private:
    QTcpServer m_server;
    QByteArray m_start;
    qsizetype m_head = -1;
};

namespace {

bool isWithin(qint64 bytes, double expected, double share)
{
    return double(bytes) >= expected * (1 - share) && double(bytes) <= expected * (1 + share);
}

} // namespace

class TestBandwidthLimit : public QObject
{
    Q_OBJECT

    std::chrono::nanoseconds m_now{1h};
    QNetworkAccessManager m_manager;

    BandwidthLimit::Clock clock()
    {
        return [this] { return m_now; };
    }

private Q_SLOTS:
    void holdsInAnyTenSeconds_data()
    {
        QTest::addColumn<qint64>("rate");
        for (const qint64 rate : {1000LL, 30'000LL, 1'000'000LL, 200'000'000LL})
            QTest::addRow("%lld B/s", rate) << qint64(rate);
    }
    // A sender that wakes up when it is told to, or up to 150 ms late, as a busy machine does it.
    void holdsInAnyTenSeconds()
    {
        QFETCH(qint64, rate);
        constexpr qint64 piece = 128 * 1024;
        QRandomGenerator random(7);
        TokenBucket bucket;
        TokenBucket::Time now = 5s;
        bucket.setRate(rate, now);
        const TokenBucket::Time end = now + 60s;
        QList<std::pair<TokenBucket::Time, qint64>> sent;
        while (now < end) {
            qint64 taken = bucket.take(piece, now);
            if (taken > 0) {
                sent.append({now, taken});
            } else {
                QVERIFY(bucket.untilNext(now) > 0ns);
                now += bucket.untilNext(now) + std::chrono::milliseconds(random.bounded(150));
            }
        }
        for (qsizetype first = 0; first < sent.size() && sent.at(first).first + 10s <= end; first += 1 + first / 5) {
            qint64 bytes = 0;
            for (qsizetype i = first; i < sent.size() && sent.at(i).first < sent.at(first).first + 10s; ++i)
                bytes += sent.at(i).second;
            QVERIFY2(isWithin(bytes, double(rate) * 10, 0.05), qPrintable(QString::number(bytes)));
        }
    }

    void savesLittleUp()
    {
        TokenBucket bucket;
        bucket.setRate(1'000'000, 0s);
        QCOMPARE(bucket.take(10'000'000, 1h), 250'000); // an hour of silence is no credit
        QCOMPARE(bucket.take(10'000'000, 1h), 0);
        QCOMPARE(bucket.untilNext(1h), 50ms);
    }

    void givesNoCrumbs()
    {
        TokenBucket bucket;
        bucket.setRate(1'000'000, 0s);
        QCOMPARE(bucket.take(10'000'000, 49ms), 0);
        QCOMPARE(bucket.take(10'000'000, 50ms), 50'000);
        QCOMPARE(bucket.take(10, 51ms), 10); // the end of a body does not wait for a whole piece
    }

    void oneBytePerSecond()
    {
        TokenBucket bucket;
        bucket.setRate(1, 0s);
        QCOMPARE(bucket.take(100, 500ms), 0);
        QCOMPARE(bucket.untilNext(500ms), 500ms);
        QCOMPARE(bucket.take(100, 1s), 1);
    }

    void zeroIsNone()
    {
        TokenBucket bucket;
        QCOMPARE(bucket.take(1'000'000'000, 0s), 1'000'000'000);
        QCOMPARE(bucket.untilNext(0s), 0ns);
        bucket.setRate(1000, 1s);
        QCOMPARE(bucket.take(1'000'000, 1s), 0); // nothing was saved up while there was no limit
        bucket.setRate(-5, 2s);
        QCOMPARE(bucket.take(1'000'000, 2s), 1'000'000);
    }

    void bodyGivesWhatIsAllowed()
    {
        BandwidthLimit limit(clock());
        limit.setRate(1'000'000);
        auto source = std::make_unique<QBuffer>();
        source->setData(QByteArray(1'000'000, 'x'));
        source->open(QIODevice::ReadOnly);
        ThrottledBody body(std::move(source), &limit);
        QCOMPARE(body.size(), 1'000'000);
        QSignalSpy ready(&body, &QIODevice::readyRead);
        QCOMPARE(body.read(500'000).size(), 0);
        QVERIFY(!body.atEnd());
        m_now += 100ms;
        QVERIFY(ready.wait()); // it asked to be woken
        QCOMPARE(body.read(500'000).size(), 100'000);
        QCOMPARE(body.read(500'000).size(), 0);
        const qsizetype before = ready.size();
        limit.setRate(0);
        QCOMPARE(ready.size(), before + 1); // at once
        QCOMPARE(body.read(1'000'000).size(), 900'000);
        QVERIFY(body.atEnd());
    }

    void bodyOutlivesTheLimit()
    {
        auto limit = std::make_unique<BandwidthLimit>(clock());
        limit->setRate(10);
        auto source = std::make_unique<QBuffer>();
        source->setData(QByteArray(1000, 'x'));
        source->open(QIODevice::ReadOnly);
        ThrottledBody body(std::move(source), limit.get());
        QSignalSpy ready(&body, &QIODevice::readyRead);
        QCOMPARE(body.read(1000).size(), 0);
        limit.reset();
        QCOMPARE(ready.size(), 1);
        QCOMPARE(body.read(1000).size(), 1000);
    }

    // A real request over a real socket; only the limit's clock is ours.
    void onASocket()
    {
        constexpr qint64 rate = 100'000;
        constexpr qint64 size = 6 * 1024 * 1024;
        CountingServer sink;
        BandwidthLimit limit(clock());
        limit.setRate(rate);
        HttpRequest request;
        request.verb = "PATCH";
        request.url = sink.url();
        request.body = QByteArray(size, 'x');
        request.limit = &limit;
        request.stallLimit = 10min;
        auto *job = new HttpJob(&m_manager, request, this);
        job->start();
        const auto pass = [&](int quarters, qint64 perSecond) { // of a second, by the limit's clock
            for (int i = 0; i < quarters; ++i) {
                const qint64 before = sink.body;
                m_now += 250ms;
                QTRY_VERIFY_WITH_TIMEOUT(sink.body >= before + perSecond / 4 * 9 / 10, 30'000);
            }
        };
        pass(40, rate);
        QVERIFY2(isWithin(sink.body, double(rate) * 10, 0.05), qPrintable(QString::number(sink.body)));
        const qint64 slow = sink.body;
        limit.setRate(4 * rate); // in the middle of the chunk
        pass(40, 4 * rate);
        QVERIFY2(isWithin(sink.body - slow, 4.0 * rate * 10, 0.05), qPrintable(QString::number(sink.body - slow)));
        limit.setRate(0);
        QTRY_COMPARE_WITH_TIMEOUT(sink.body, size, 30'000); // and the clock stands still
        delete job;
    }

    // Real time here, but only the order of events counts: a byte each quarter of a second is life.
    void aLowLimitIsNoStall()
    {
        HttpScript server;
        server.script({HttpScript::answer(200)});
        BandwidthLimit limit;
        limit.setRate(4);
        HttpRequest request;
        request.verb = "PATCH";
        request.url = server.url();
        request.body = QByteArray(16, 'x');
        request.limit = &limit;
        request.stallLimit = 2s; // of 4 s that the body takes
        auto *job = new HttpJob(&m_manager, request, this);
        QSignalSpy finished(job, &HttpJob::finished);
        job->start();
        QVERIFY(finished.wait(60'000));
        const auto result = finished.at(0).at(0).value<HttpResult>();
        QVERIFY2(!result.error, qPrintable(result.error.message));
        QCOMPARE(server.seen().first().body, request.body);
    }

    void sharedByAll()
    {
        BandwidthLimit limit(clock());
        limit.setRate(1'000'000);
        m_now += 250ms;
        QCOMPARE(limit.take(150'000), 150'000);
        QCOMPARE(limit.take(150'000), 100'000); // what another body left
    }
};

LUMASYNC_SUITE(QCoreApplication, TestBandwidthLimit)
#include "tst_bandwidthlimit.moc"
