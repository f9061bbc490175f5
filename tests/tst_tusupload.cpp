// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "httpscript.h"
#include "net/objectstore.h"
#include "net/tusupload.h"

#include <QCryptographicHash>
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
const QByteArray expired =
    R"({"statusCode":"403","code":"AccessDenied","message":"claim timestamp check failed"})";

QByteArray pattern()
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i).rightJustified(32, '.');
    bytes.truncate(size);
    return bytes;
}

/// A resumable upload server in a few lines, which takes what it is sent and does it wrong where it is told
/// to.
class TusServer
{
public:
    TusServer()
    {
        m_http.setHandler([this](const HttpScript::Seen &seen) { return answer(seen); });
        m_http.setHeaderHandler([this](const HttpScript::Seen &seen) { return fault(seen); });
    }

    /// What to do with the n-th request (from 1) instead of answering it. A cut PATCH keeps what was read of
    /// it.
    QHash<int, HttpScript::Step> faults;
    QByteArray token = "Bearer one";
    QByteArray stored;
    QByteArray location;
    int creations = 0;
    QList<QByteArray> log; ///< "POST", "HEAD", "PATCH 0", "GET"
    int misuses = 0;       ///< requests without what every one must carry

    Project project() const { return {m_http.url(), "sb_publishable_k"}; }
    HttpScript &http() { return m_http; }
    void forget() { m_id.clear(); }
    QByteArray uploadPath() const { return "/storage/v1/upload/resumable/" + m_id; }
    QByteArray bytes() const { return m_bytes; }

private:
    std::optional<HttpScript::Step> fault(const HttpScript::Seen &seen)
    {
        ++m_number;
        log << seen.verb + (seen.verb == "PATCH" ? ' ' + seen.headers.value("upload-offset") : QByteArray());
        if (seen.verb != "GET" &&
            (seen.headers.value("tus-resumable") != "1.0.0" || seen.headers.value("x-upsert") != "true"))
            ++misuses;
        if (seen.headers.value("apikey") != "sb_publishable_k")
            ++misuses;
        if (!faults.contains(m_number))
            return std::nullopt;
        const HttpScript::Step step = faults.take(m_number);
        if (seen.verb == "PATCH" && step.reply.isEmpty() &&
            step.afterBody > 0) // the bytes before the cut were kept
            m_bytes += pattern().mid(seen.headers.value("upload-offset").toLongLong(), step.afterBody);
        return step;
    }

    HttpScript::Step answer(const HttpScript::Seen &seen)
    {
        if (seen.headers.value("authorization") != token)
            return HttpScript::answer(400, seen.verb == "HEAD" ? QByteArray() : expired,
                                      {"Content-Type: application/json"});
        if (seen.verb == "POST") {
            m_id = "id" + QByteArray::number(++creations);
            m_bytes.clear();
            return HttpScript::answer(
                201, {},
                {"Location: " + (location.isEmpty() ? m_http.url().toEncoded() + uploadPath() : location)});
        }
        if (seen.verb == "GET") {
            if (stored.isEmpty())
                return HttpScript::answer(
                    400, R"({"statusCode":"404","code":"NoSuchKey","message":"Object not found"})");
            return HttpScript::answer(200, R"({"id":"1","size":)" + QByteArray::number(stored.size()) +
                                               R"(,"metadata":{"sha256":"x"}})");
        }
        if (seen.target != uploadPath() || m_id.isEmpty())
            return HttpScript::answer(404, "The file for this url was not found\n");
        if (seen.verb == "HEAD")
            return HttpScript::answer(200, {},
                                      {"Upload-Offset: " + QByteArray::number(m_bytes.size()),
                                       "Upload-Length: " + QByteArray::number(size)});
        if (seen.headers.value("upload-offset").toLongLong() != m_bytes.size())
            return HttpScript::answer(409, "Upload-Offset conflict\n");
        m_bytes += seen.body;
        if (m_bytes.size() == size)
            stored = m_bytes;
        return HttpScript::answer(204, {}, {"Upload-Offset: " + QByteArray::number(m_bytes.size())});
    }

    HttpScript m_http;
    QByteArray m_id;
    QByteArray m_bytes;
    int m_number = 0;
};

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
        job->setAnswerLimits(m_limit, m_limit);
        connect(job, &TusUpload::urlCreated, this, [this, job](const QUrl &url) {
            m_events << "created";
            m_url = url;
            QMetaObject::invokeMethod(job, &TusUpload::confirmUrl, Qt::QueuedConnection);
        });
        connect(job, &TusUpload::urlForgotten, this, [this] { m_events << "forgotten"; });
        connect(job, &TusUpload::progressed, this, [this](qint64 acknowledged, qint64 sent, qint64 total) {
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
        TusServer server;
        const UploadResult result = ended(upload(server, request()));
        QVERIFY2(!result.error, qPrintable(result.error.message));
        QCOMPARE(result.acknowledged, size);
        QVERIFY(server.stored == pattern());
        QCOMPARE(server.log, (QList<QByteArray>{"POST", "PATCH 0", "PATCH 262144", "PATCH 524288",
                                                "PATCH 786432", "PATCH 1048576", "PATCH 1310720"}));
        QCOMPARE(server.misuses, 0);
        QVERIFY2(server.http().connections() <= 2, "chunks share a connection");
    }

    void nothingIsSentBeforeTheUrlIsStored()
    {
        TusServer server;
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
        const auto refuse = [](int status) {
            return HttpScript::refuseEarly(status, "Upload-Offset conflict\n");
        };
        for (int number = 1; number <= 7; ++number) {
            QTest::addRow("reset before request %d", number) << number << HttpScript::reset(0);
            QTest::addRow("reset inside request %d", number) << number << HttpScript::reset(1000);
            QTest::addRow("reset after request %d", number) << number << HttpScript::reset();
            QTest::addRow("stall in request %d", number) << number << HttpScript::stall(1000);
            QTest::addRow("500 to request %d", number) << number << HttpScript::answer(500, "x");
            QTest::addRow("503 to request %d", number)
                << number << HttpScript::answer(503, "acquiring lock timeout");
            if (number > 1)
                QTest::addRow("409 early to request %d", number) << number << refuse(409);
        }
    }
    void faults()
    {
        QFETCH(int, number);
        QFETCH(HttpScript::Step, step);
        TusServer server;
        server.faults.insert(number, step);
        if (step.then == HttpScript::Then::Stall)
            m_limit = 300ms;
        const UploadResult result = ended(upload(server, request()));
        QVERIFY2(!result.error,
                 qPrintable(result.error.message + u' ' + QString::fromLatin1(server.log.join(", "))));
        QVERIFY(server.stored == pattern());
        if (number > 1) {
            const int at = number - 1;
            QCOMPARE(server.log.at(at + 1), "HEAD"); // asked before a byte is sent again
            QCOMPARE(server.creations, 1);
        }
    }

    void serverLosesTheUpload()
    {
        TusServer server;
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
        TusServer server;
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
        TusServer server;
        server.token = "Bearer other";
        TusUpload *job = upload(server, request());
        connect(job, &TusUpload::tokenNeeded, this, [&] { job->setToken(token("still wrong")); });
        QCOMPARE(ended(job).error.kind, Error::Kind::SignedOut);
    }

    void anotherAccountEndsIt()
    {
        TusServer server;
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
        TusServer server;
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
        TusServer server;
        server.location = evil.url().toEncoded() + "/storage/v1/upload/resumable/x";
        const UploadResult result = ended(upload(server, request()));
        QCOMPARE(result.error.kind, Error::Kind::ForeignOrigin);
        QCOMPARE(evil.connections(), 0);
        QCOMPARE(m_events, QList<QByteArray>());
    }

    void redirectOfAChunk()
    {
        HttpScript evil;
        TusServer server;
        server.faults.insert(3, HttpScript::answer(307, {}, {"Location: " + evil.url().toEncoded()}));
        QCOMPARE(ended(upload(server, request())).error.kind, Error::Kind::ForeignOrigin);
        QCOMPARE(evil.connections(), 0);
    }

    void badFiles()
    {
        TusServer server;
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
        TusServer server;
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
            for (const char *moment : {"before start", "after start", "POST", "created", "PATCH", "HEAD",
                                       "wait", "token", "GET", "progressed", "finished"})
                QTest::addRow("%s at %s", destroy ? "destroy" : "cancel", moment)
                    << QByteArray(moment) << destroy;
        }
    }
    void contract()
    {
        QFETCH(QByteArray, moment);
        QFETCH(bool, destroy);
        TusServer server;
        TusRequest wanted = request();
        if (moment == "POST")
            server.faults.insert(1, HttpScript::stall());
        if (moment == "PATCH")
            server.faults.insert(2, HttpScript::stall(1000));
        if (moment == "HEAD" || moment == "GET")
            wanted.uploadUrl = QUrl(
                QString::fromLatin1(server.project().url.toEncoded() + "/storage/v1/upload/resumable/x"));
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
        if (moment == "POST" || moment == "PATCH" || moment == "HEAD" || moment == "GET" ||
            moment == "wait") {
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

    void objects()
    {
        HttpScript server;
        server.script(
            {HttpScript::answer(200, R"({"Key":"k"})"), HttpScript::answer(200, R"({"Key":"k"})"),
             HttpScript::answer(
                 200,
                 R"({"id":"1","version":"v","size":5,"etag":"e","content_type":"t","metadata":{"a":1}})"),
             HttpScript::answer(200, QByteArray(3'000'000, 'z')),
             HttpScript::answer(400,
                                R"({"statusCode":"404","code":"NoSuchKey","message":"Object not found"})")});
        ObjectStore store(&m_manager, {server.url(), "k"});
        store.setToken(token("one"));
        const auto result = [](ObjectJob *job) {
            QSignalSpy finished(job, &ObjectJob::finished);
            job->start();
            return finished.wait() ? finished.at(0).at(0).value<ObjectResult>() : ObjectResult();
        };
        QCOMPARE(result(store.put(u"artwork"_s, u"u/a b.jpg"_s, {},
                                  {u"image/jpeg"_s, u"60"_s, {{u"sha256"_s, u"x"_s}}}))
                     .status,
                 200); // empty
        const HttpScript::Seen put = server.seen().at(0);
        QCOMPARE(put.verb, "POST");
        QCOMPARE(put.target, "/storage/v1/object/artwork/u/a%20b.jpg");
        QCOMPARE(put.headers.value("x-upsert"), "true");
        QCOMPARE(put.headers.value("content-length"), "0");
        QCOMPARE(QByteArray::fromBase64(put.headers.value("x-metadata")), R"({"sha256":"x"})");
        QCOMPARE(put.headers.value("cache-control"), "max-age=60");
        QCOMPARE(result(store.putFile(u"tracks"_s, u"u/a.wav"_s, m_source.fileName(), size, {})).status, 200);
        QVERIFY(server.seen().at(1).body == pattern());
        const ObjectResult info = result(store.info(u"tracks"_s, u"u/a.wav"_s));
        QCOMPARE(info.info.size, 5);
        QCOMPARE(info.info.version, u"v"_s);
        QCOMPARE(info.info.metadata.value(u"a"_s).toInt(), 1);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto sink = [&hash](const QByteArray &piece) {
            hash.addData(piece);
            return true;
        };
        QCOMPARE(result(store.download(u"tracks"_s, u"u/a.wav"_s, sink)).status, 200);
        QCOMPARE(hash.result(),
                 QCryptographicHash::hash(QByteArray(3'000'000, 'z'), QCryptographicHash::Sha256));
        QCOMPARE(result(store.info(u"tracks"_s, u"u/b"_s)).error.kind, Error::Kind::Gone);
        QCOMPARE(
            result(store.putFile(u"tracks"_s, u"u/a.wav"_s, m_source.fileName(), size + 1, {})).error.kind,
            Error::Kind::File);
        QCOMPARE(result(store.put(u"tracks"_s, u"u/../a"_s, "x", {})).error.kind, Error::Kind::Configuration);
        QCOMPARE(server.seen().size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestTusUpload)
#include "tst_tusupload.moc"
