// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "httpfixture.h"
#include "net/filewindow.h"
#include "suite.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHttpJob : public QObject
{
    Q_OBJECT

private:
    /// Runs one job to its end and gives the result; fails the test when `finished` does not come exactly
    /// once.
    HttpResult ended(HttpRequest request)
    {
        QPointer<HttpJob> job = new HttpJob(&m_manager, std::move(request), this);
        QSignalSpy finished(job, &HttpJob::finished);
        job->start();
        if (!finished.isEmpty())
            QTest::qFail("finished came from inside start()", __FILE__, __LINE__);
        if (!finished.wait(10'000)) // a real event loop: qWaitFor() sleeps between its rounds
            return {};
        const auto result = finished.at(0).at(0).value<HttpResult>();
        if (!QTest::qWaitFor([&] { return job.isNull(); }) || finished.size() != 1)
            QTest::qFail("a job must finish once and delete itself", __FILE__, __LINE__);
        return result;
    }

    QNetworkAccessManager m_manager;

private Q_SLOTS:
    void answersAreResults_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("get") << "GET"_ba << 200 << "hello"_ba;
        QTest::newRow("delete") << "DELETE"_ba << 204 << QByteArray();
        QTest::newRow("bad request") << "POST"_ba << 400 << "{\"code\":\"x\"}"_ba;
        QTest::newRow("unauthorized") << "GET"_ba << 401 << "{\"code\":\"PGRST303\"}"_ba;
        QTest::newRow("forbidden") << "PATCH"_ba << 403 << "no"_ba;
        QTest::newRow("conflict") << "PATCH"_ba << 409 << "Upload-Offset conflict\n"_ba;
        QTest::newRow("server") << "POST"_ba << 500 << "oops"_ba;
        QTest::newRow("544") << "POST"_ba << 544 << "slow"_ba;
    }
    void answersAreResults()
    {
        QFETCH(QByteArray, verb);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        HttpScript server;
        server.script(
            {HttpScript::answer(status, body, {"X-Thing: 7", "WWW-Authenticate: Bearer error=\"invalid_token\""})});
        const HttpResult result = ended(request(server, verb, verb == "GET" ? ""_ba : "payload"_ba));
        QCOMPARE(result.error.kind, Error::Kind::None);
        QCOMPARE(result.status, status);
        QCOMPARE(result.body, body);
        QCOMPARE(result.headers.value("x-thing"), "7");
        QCOMPARE(result.isOk(), status < 300);
        QCOMPARE(server.seen().size(), 1);
        const HttpScript::Seen &seen = server.seen().first();
        QCOMPARE(seen.verb, verb);
        QCOMPARE(seen.headers.value("accept-encoding"), "identity");
        QVERIFY(!seen.headers.contains("expect"));
        QCOMPARE(seen.body, verb == "GET" ? ""_ba : "payload"_ba);
    }

    void emptyPostHasLengthZero()
    {
        HttpScript server;
        server.script({HttpScript::answer(201)});
        QCOMPARE(ended(request(server, "POST")).status, 201);
        QCOMPARE(server.seen().first().headers.value("content-length"), "0");
        QVERIFY(!server.seen().first().headers.contains("content-type"));
    }

    void headHasNoBody()
    {
        HttpScript server;
        HttpScript::Step step = HttpScript::answer(200, {}, {"Upload-Offset: 17"});
        server.script({step});
        const HttpResult result = ended(request(server, "HEAD"));
        QCOMPARE(result.status, 200);
        QCOMPARE(result.headers.value("upload-offset"), "17");
    }

    void sendsAWindowOfAFile()
    {
        const QByteArray bytes = pattern(bigBody);
        QTemporaryFile source;
        const std::shared_ptr<QFile> file = fileOf(source, bytes);
        HttpScript server;
        server.script({HttpScript::answer(204)});
        HttpRequest patch = request(server, "PATCH");
        patch.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/offset+octet-stream");
        patch.device = [file] { return std::make_unique<FileWindow>(file, 1000, bigBody - 3000); };
        QCOMPARE(ended(patch).status, 204);
        QVERIFY(server.seen().first().body == bytes.mid(1000, bigBody - 3000));
        QCOMPARE(server.seen().first().headers.value("content-length").toInt(), bigBody - 3000);
    }

    // Told once, when all has left, although no answer comes.
    void bodySent()
    {
        HttpScript server;
        server.script({HttpScript::stall()});
        HttpJob job(&m_manager, request(server, "POST", pattern(bigBody)), nullptr);
        qint64 sent = 0;
        connect(&job, &HttpJob::uploadProgressed, &job, [&](qint64 bytes) { sent = bytes; });
        QSignalSpy all(&job, &HttpJob::bodySent);
        job.start();
        QTRY_COMPARE(server.seen().size(), 1); // the whole body is there
        QTRY_COMPARE(all.size(), 1);
        QCOMPARE(sent, bigBody);
    }

    void destroyedByItsProgress()
    {
        HttpScript server;
        server.script({HttpScript::stall()});
        QPointer<HttpJob> job = new HttpJob(&m_manager, request(server, "POST", "payload"), this);
        connect(job, &HttpJob::uploadProgressed, this, [job] { delete job; });
        job->start();
        QTRY_VERIFY(!job);
    }

    void redirectsAreRefused_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void redirectsAreRefused()
    {
        QFETCH(int, status);
        HttpScript server, evil;
        server.script({HttpScript::answer(status, "moved", {"Location: " + evil.url().toEncoded() + "/steal"})});
        const HttpResult result = ended(request(server, "POST", "secret"));
        QCOMPARE(result.error.kind, Error::Kind::ForeignOrigin);
        QCOMPARE(result.status, status);
        QCOMPARE(evil.connections(), 0);
    }

    void staleConnectionIsRepeatedOnce()
    {
        HttpScript server;
        HttpScript::Step bye = HttpScript::answer(200, "one");
        bye.then = HttpScript::Then::Close; // silently: no "Connection: close"
        server.script({bye, HttpScript::answer(200, "two")});
        QCOMPARE(ended(request(server, "GET")).body, "one");
        QCOMPARE(ended(request(server, "POST", "x")).body, "two");
    }

    void resetBeforeAnAnswerIsRepeatedThenOffline()
    {
        HttpScript server;
        server.setHandler([](const HttpScript::Seen &) { return HttpScript::reset(); });
        const HttpResult result = ended(request(server, "POST", "x"));
        QCOMPARE(result.error.kind, Error::Kind::Offline);
        QCOMPARE(result.status, 0);
        QVERIFY(result.isUncertain());
        QVERIFY2(server.seen().size() >= 2, "one repetition at least");
    }

    void nobodyListens()
    {
        QUrl dead;
        {
            HttpScript server;
            dead = server.url();
        }
        HttpRequest get;
        get.verb = "GET";
        get.url = dead;
        QCOMPARE(ended(get).error.kind, Error::Kind::Offline);
    }

    void earlyRefusalIsReported_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<qint64>("afterBody");
        QTest::newRow("409 at once") << 409 << qint64(0);
        QTest::newRow("413 at once") << 413 << qint64(0);
        QTest::newRow("403 after 1 MiB") << 403 << qint64(1024 * 1024);
        QTest::newRow("401 after 8 KiB") << 401 << qint64(8 * 1024);
    }
    void earlyRefusalIsReported()
    {
        QFETCH(int, status);
        QFETCH(qint64, afterBody);
        HttpScript server;
        server.script({HttpScript::refuseEarly(status, "Upload-Offset conflict\n", afterBody)});
        HttpRequest patch = request(server, "PATCH", pattern(bigBody));
        patch.repeatable = false;
        const HttpResult result = ended(patch);
        QCOMPARE(result.status, status);
        QCOMPARE(result.error.kind, Error::Kind::None);
        QCOMPARE(result.body, "Upload-Offset conflict\n");
        QCOMPARE(server.connections(), 1);
    }

    void cutAnswerIsAnError()
    {
        HttpScript server;
        server.script({{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", HttpScript::Then::Close, -1, 0}});
        const HttpResult result = ended(request(server, "GET"));
        QCOMPARE(result.error.kind, Error::Kind::Offline);
    }

    void notHttp()
    {
        HttpScript server;
        server.script({{"SSH-2.0-OpenSSH_9.2\r\n\r\n", HttpScript::Then::Close, -1, 0}});
        const HttpResult result = ended(request(server, "PATCH", "x"));
        QVERIFY2(result.error.isError(), kindName(result.error.kind).data());
    }

    void limits_data()
    {
        QTest::addColumn<HttpScript::Step>("step");
        QTest::addColumn<int>("stall");
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("total");
        HttpScript::Step drip = HttpScript::answer(200, QByteArray(1000, 'x'));
        drip.dripMs = 20;
        QTest::newRow("never answers") << HttpScript::stall() << 60'000 << 150 << 0;
        QTest::newRow("stops reading") << HttpScript::stall(1000) << 300 << 60'000 << 0;
        QTest::newRow("drips for ever") << drip << 10'000 << 10'000 << 300;
        HttpScript::Step half = HttpScript::answer(200, QByteArray(1000, 'x'));
        half.reply.chop(500);
        half.then = HttpScript::Then::Stall;
        QTest::newRow("stops in the answer") << half << 200 << 60'000 << 0;
    }
    void limits()
    {
        QFETCH(HttpScript::Step, step);
        QFETCH(int, stall);
        QFETCH(int, answer);
        QFETCH(int, total);
        HttpScript server;
        server.script({step});
        HttpRequest patch = request(server, "PATCH", pattern(bigBody));
        patch.stallLimit = std::chrono::milliseconds(stall);
        patch.answerLimit = std::chrono::milliseconds(answer);
        patch.totalLimit = std::chrono::milliseconds(total);
        QElapsedTimer time;
        time.start();
        const HttpResult result = ended(patch);
        QCOMPARE(result.error.kind, Error::Kind::Timeout);
        QVERIFY(time.elapsed() < 5000);
    }

    void largeAnswers()
    {
        HttpScript server;
        server.setHandler([](const HttpScript::Seen &) { return HttpScript::answer(200, QByteArray(3'000'000, 'y')); });
        HttpRequest small = request(server, "GET");
        small.maxBody = 1'000'000;
        QCOMPARE(ended(small).error.kind, Error::Kind::Protocol);

        qint64 received = 0;
        HttpRequest streamed = small;
        streamed.sink = [&received](const QByteArray &piece) {
            received += piece.size();
            return true;
        };
        const HttpResult result = ended(streamed);
        QVERIFY(result.isOk());
        QVERIFY(result.body.isEmpty());
        QCOMPARE(received, 3'000'000);

        streamed.sink = [](const QByteArray &) { return false; };
        QCOMPARE(ended(streamed).error.kind, Error::Kind::File);
    }

    void unreadableBody()
    {
        HttpScript server;
        HttpRequest patch = request(server, "PATCH");
        patch.device = [] { return std::unique_ptr<QIODevice>(); };
        QCOMPARE(ended(patch).error.kind, Error::Kind::File);
        QCOMPARE(server.connections(), 0);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestHttpJob)
#include "tst_httpjob.moc"
