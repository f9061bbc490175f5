// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/tusupload.h"
#include "suite.h"
#include "tusserver.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 chunk = 256 * 1024;
constexpr qint64 size = 5 * chunk + 123;

QByteArray pattern()
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i).rightJustified(32, '.');
    bytes.truncate(size);
    return bytes;
}

AccessToken token(const QByteArray &jwt, const QString &uid = u"u"_s)
{
    return {jwt, uid, QDeadlineTimer(QDeadlineTimer::Forever)};
}

} // namespace

class TestTusUpload : public QObject
{
    Q_OBJECT

private:
    TusRequest request() const
    {
        TusRequest request;
        request.filePath = m_source.fileName();
        request.size = size;
        request.bucket = u"tracks"_s;
        request.objectName = u"u/a.wav"_s;
        request.attributes.metadata = {{u"sha256"_s, u"x"_s}};
        return request;
    }

    TusUpload *upload(TusServer &server, const TusRequest &request)
    {
        TusSession::Options options;
        options.chunkSize = chunk;
        options.backoff = Backoff{5ms, 20ms, [] { return 1.0; }};
        auto *job = new TusUpload(&m_manager, server.project(), request, token("one"), options, this);
        job->setStallLimit(m_limit);
        job->setLastAnswerLimit(m_limit);
        connect(job, &TusUpload::urlCreated, this, [this, job](const QUrl &url) {
            m_events << "created";
            m_url = url;
            QMetaObject::invokeMethod(job, &TusUpload::confirmUrl, Qt::QueuedConnection);
        });
        connect(job, &TusUpload::urlForgotten, this, [this] { m_events << "forgotten"; });
        connect(job, &TusUpload::progressed, this, [](qint64 acknowledged, qint64 sent, qint64 total) {
            QVERIFY(acknowledged <= sent && sent <= total && total == size);
        });
        return job;
    }

    static UploadResult ended(TusUpload *job)
    {
        QSignalSpy finished(job, &TusUpload::finished);
        job->start();
        if (!finished.wait(20'000)) // a real event loop: qWaitFor() sleeps between its rounds
            return {{Error::Kind::Protocol, 0, {}, u"never finished"_s, {}}, 0};
        return finished.at(0).at(0).value<UploadResult>();
    }

    QNetworkAccessManager m_manager;
    QTemporaryFile m_source;
    QList<QByteArray> m_events;
    QUrl m_url;
    std::chrono::milliseconds m_limit{5000};

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_source.open());
        QCOMPARE(m_source.write(pattern()), size);
        QVERIFY(m_source.flush());
    }
    void init()
    {
        m_events.clear();
        m_limit = 5s;
    }

    void straightThrough()
    {
        TusServer server(pattern());
        const UploadResult result = ended(upload(server, request()));
        QVERIFY2(!result.error, qPrintable(result.error.message));
        QCOMPARE(result.acknowledged, size);
        QVERIFY(server.stored == pattern());
        QCOMPARE(server.log, (QList<QByteArray>{"POST", "PATCH 0", "PATCH 262144", "PATCH 524288", "PATCH 786432",
                                                "PATCH 1048576", "PATCH 1310720"}));
        QCOMPARE(server.misuses, 0);
        QVERIFY2(server.http().connections() <= 2, "chunks share a connection");
    }

    void nothingIsSentBeforeTheUrlIsStored()
    {
        TusServer server(pattern());
        TusUpload *job = upload(server, request());
        job->disconnect(this);
        QSignalSpy created(job, &TusUpload::urlCreated);
        QSignalSpy finished(job, &TusUpload::finished);
        job->start();
        QTRY_COMPARE(created.size(), 1);
        QTest::qWait(50);
        QCOMPARE(server.log, QList<QByteArray>{"POST"});
        job->confirmUrl();
        job->confirmUrl();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(server.stored == pattern());
    }

    void faults_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<HttpScript::Step>("step");
        const auto refuse = [](int status) { return HttpScript::refuseEarly(status, "Upload-Offset conflict\n"); };
        for (int number = 1; number <= 7; ++number) {
            QTest::addRow("reset before request %d", number) << number << HttpScript::reset(0);
            QTest::addRow("reset inside request %d", number) << number << HttpScript::reset(1000);
            QTest::addRow("reset after request %d", number) << number << HttpScript::reset();
            QTest::addRow("stall in request %d", number) << number << HttpScript::stall(1000);
            QTest::addRow("500 to request %d", number) << number << HttpScript::answer(500, "x");
            QTest::addRow("503 to request %d", number) << number << HttpScript::answer(503, "acquiring lock timeout");
            if (number > 1)
                QTest::addRow("409 early to request %d", number) << number << refuse(409);
        }
    }
    void faults()
    {
        QFETCH(int, number);
        QFETCH(HttpScript::Step, step);
        TusServer server(pattern());
        server.faults.insert(number, step);
        if (step.then == HttpScript::Then::Stall)
            m_limit = 300ms;
        const UploadResult result = ended(upload(server, request()));
        QVERIFY2(!result.error, qPrintable(result.error.message + u' ' + QString::fromLatin1(server.log.join(", "))));
        QVERIFY(server.stored == pattern());
        if (number > 1) {
            const int at = number - 1;
            QCOMPARE(server.log.at(at + 1), "HEAD"); // asked before a byte is sent again
            QCOMPARE(server.creations, 1);
        }
    }

    void serverLosesTheUpload()
    {
        TusServer server(pattern());
        TusUpload *job = upload(server, request());
        bool lost = false;
        connect(job, &TusUpload::progressed, this, [&](qint64 acknowledged) {
            if (acknowledged == 2 * chunk && !std::exchange(lost, true))
                server.forget();
        });
        QVERIFY(!ended(job).error);
        QVERIFY(server.stored == pattern());
        QCOMPARE(m_events, (QList<QByteArray>{"created", "forgotten", "created"}));
    }

    void tokenExpires()
    {
        TusServer server(pattern());
        TusUpload *job = upload(server, request());
        bool changed = false;
        connect(job, &TusUpload::progressed, this, [&](qint64 acknowledged) {
            if (acknowledged == 2 * chunk && !std::exchange(changed, true))
                server.token = "Bearer two";
        });
        int asked = 0;
        connect(job, &TusUpload::tokenNeeded, this, [&](const AccessToken &stale) {
            ++asked;
            QCOMPARE(stale.jwt, "one");
            job->setToken(token("two"));
        });
        QVERIFY(!ended(job).error);
        QCOMPARE(asked, 1);
        QVERIFY(server.stored == pattern());
        QCOMPARE(server.creations, 1);
    }

    void tokenIsNeverTaken()
    {
        TusServer server(pattern());
        server.token = "Bearer other";
        TusUpload *job = upload(server, request());
        connect(job, &TusUpload::tokenNeeded, this, [&] { job->setToken(token("still wrong")); });
        QCOMPARE(ended(job).error.kind, Error::Kind::SignedOut);
    }

    void anotherAccountEndsIt()
    {
        TusServer server(pattern());
        TusUpload *job = upload(server, request());
        connect(job, &TusUpload::progressed, this, [&](qint64 acknowledged) {
            if (acknowledged == 2 * chunk)
                job->setToken(token("two", u"other"_s));
        });
        const UploadResult result = ended(job);
        QCOMPARE(result.error.kind, Error::Kind::SignedOut);
        QVERIFY(server.stored.isEmpty());
        for (const HttpScript::Seen &seen : server.http().seen())
            QVERIFY(!seen.headers.value("authorization").contains("two"));
    }

    void cancelThenResume()
    {
        TusServer server(pattern());
        TusUpload *first = upload(server, request());
        connect(first, &TusUpload::progressed, this, [&](qint64 acknowledged) {
            if (acknowledged == 3 * chunk)
                first->cancel();
        });
        const UploadResult canceled = ended(first);
        QCOMPARE(canceled.error.kind, Error::Kind::Canceled);
        QCOMPARE(canceled.acknowledged, 3 * chunk);
        TusRequest again = request();
        again.uploadUrl = m_url;
        const qsizetype before = server.log.size();
        QVERIFY(!ended(upload(server, again)).error);
        QCOMPARE(server.log.at(before), "HEAD");
        QVERIFY(server.log.at(before + 1) >= "PATCH 786432"_ba);
        QVERIFY(server.stored == pattern());
        QCOMPARE(server.creations, 1);
    }

    void evilLocation()
    {
        HttpScript evil;
        TusServer server(pattern());
        server.location = evil.url().toEncoded() + "/storage/v1/upload/resumable/x";
        const UploadResult result = ended(upload(server, request()));
        QCOMPARE(result.error.kind, Error::Kind::ForeignOrigin);
        QCOMPARE(evil.connections(), 0);
        QCOMPARE(m_events, QList<QByteArray>());
    }

    void redirectOfAChunk()
    {
        HttpScript evil;
        TusServer server(pattern());
        server.faults.insert(3, HttpScript::answer(307, {}, {"Location: " + evil.url().toEncoded()}));
        QCOMPARE(ended(upload(server, request())).error.kind, Error::Kind::ForeignOrigin);
        QCOMPARE(evil.connections(), 0);
    }

    void badFiles()
    {
        TusServer server(pattern());
        TusRequest missing = request();
        missing.filePath += u".gone"_s;
        QCOMPARE(ended(upload(server, missing)).error.kind, Error::Kind::File);
        TusRequest grown = request();
        grown.size = size - 1;
        QCOMPARE(ended(upload(server, grown)).error.kind, Error::Kind::File);
        TusRequest touched = request();
        touched.modified = QDateTime::currentDateTimeUtc().addDays(-1);
        QCOMPARE(ended(upload(server, touched)).error.kind, Error::Kind::File);
        TusRequest named = request();
        named.objectName = u"u/ü.wav"_s;
        QCOMPARE(ended(upload(server, named)).error.kind, Error::Kind::Configuration);
        QCOMPARE(server.log, QList<QByteArray>());
    }

    void fileShrinksWhileItIsSent()
    {
        QTemporaryFile source;
        QVERIFY(source.open());
        QCOMPARE(source.write(pattern()), size);
        QVERIFY(source.flush());
        TusServer server(pattern());
        TusRequest shrinking = request();
        shrinking.filePath = source.fileName();
        TusUpload *job = upload(server, shrinking);
        connect(job, &TusUpload::progressed, this, [&](qint64 acknowledged) {
            if (acknowledged == 2 * chunk)
                QVERIFY(source.resize(2 * chunk + 100));
        });
        QCOMPARE(ended(job).error.kind, Error::Kind::File);
        QVERIFY(server.stored.isEmpty());
    }

    /// cancel() and destruction at every step.
    void contract_data()
    {
        QTest::addColumn<QByteArray>("moment");
        QTest::addColumn<bool>("destroy");
        for (const bool destroy : {false, true}) {
            for (const char *moment : {"before start", "after start", "POST", "created", "PATCH", "HEAD", "wait",
                                       "token", "GET", "progressed", "finished"})
                QTest::addRow("%s at %s", destroy ? "destroy" : "cancel", moment) << QByteArray(moment) << destroy;
        }
    }
    void contract()
    {
        QFETCH(QByteArray, moment);
        QFETCH(bool, destroy);
        TusServer server(pattern());
        TusRequest wanted = request();
        if (moment == "POST")
            server.faults.insert(1, HttpScript::stall());
        if (moment == "PATCH")
            server.faults.insert(2, HttpScript::stall(1000));
        if (moment == "HEAD" || moment == "GET")
            wanted.uploadUrl =
                QUrl(QString::fromLatin1(server.project().url.toEncoded() + "/storage/v1/upload/resumable/x"));
        if (moment == "HEAD")
            server.faults.insert(1, HttpScript::stall());
        if (moment == "GET")
            server.faults.insert(2, HttpScript::stall());
        if (moment == "wait")
            server.faults.insert(1, HttpScript::answer(503, "x", {"Retry-After: 30"}));
        if (moment == "token")
            server.token = "Bearer other";

        QPointer<TusUpload> job = upload(server, wanted);
        int ends = 0;
        Error error;
        bool acted = false;
        const auto act = [&] {
            if (std::exchange(acted, true) || !job)
                return;
            const int before = ends;
            if (destroy) {
                delete job.data();
            } else {
                job->cancel();
                job->cancel();
            }
            QCOMPARE(ends, before);
        };
        connect(job, &TusUpload::finished, this, [&](const UploadResult &result) {
            ++ends;
            error = result.error;
            if (moment == "finished")
                act();
        });
        connect(job, &TusUpload::urlCreated, this, [&] {
            if (moment == "created")
                act();
        });
        connect(job, &TusUpload::progressed, this, [&] {
            if (moment == "progressed")
                act();
        });
        connect(job, &TusUpload::tokenNeeded, this, [&] {
            if (moment == "token")
                act();
        });
        if (moment == "before start")
            act();
        if (job)
            job->start();
        if (moment == "after start")
            act();
        if (moment == "POST" || moment == "PATCH" || moment == "HEAD" || moment == "GET" || moment == "wait") {
            const QByteArray last = moment == "wait" ? "POST"_ba : moment == "PATCH" ? "PATCH 0"_ba : moment;
            QTRY_VERIFY(server.log.contains(last));
            QTest::qWait(moment == "wait" ? 50 : 5); // whichever state it is in must do
            act();
        }
        QTRY_VERIFY(acted);
        QTRY_VERIFY(job.isNull());
        QTest::qWait(20); // nothing may come late
        QCOMPARE(ends, destroy && moment != "finished" ? 0 : 1);
        if (!destroy && moment != "finished")
            QCOMPARE(error.kind, Error::Kind::Canceled);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestTusUpload)
#include "tst_tusupload.moc"
