// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "storagefixture.h"
#include "suite.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = StorageWorker::State;
using Step = HttpScript::Step;
using Seen = HttpScript::Seen;

/// The storage worker where the server, the network, the token or the program fails it.
class TestStorageResume : public QObject, private StorageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }

    void resumesAfterARestartFromTheServersOffset()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        // The second chunk stalls after 1 MiB; then the program ends.
        m_cloud->fault = [&](const Seen &seen) -> std::optional<Step> {
            if (m_cloud->log.last() != "PATCH " + QByteArray::number(chunk))
                return std::nullopt;
            m_cloud->keepPart(seen, audioOf(u"big"_s).mid(chunk, 1000000));
            return HttpScript::stall(1000000);
        };
        {
            Running first(options());
            first.begin();
            QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience);
            first.stop();
            QCOMPARE(job(UploadKind::TrackAudio, track).status, UploadStatus::Uploading);
            QCOMPARE(job(UploadKind::TrackAudio, track).bytesUploaded, chunk);
            QCOMPARE(job(UploadKind::TrackAudio, track).attempts, 0);
        }
        m_cloud->fault = {};
        m_cloud->log.clear();
        Running second(options());
        second.begin();
        QTRY_COMPARE_WITH_TIMEOUT(second.drained.size(), 1, patience);
        QCOMPARE(m_cloud->log.value(0), "HEAD");
        QCOMPARE(m_cloud->log.value(1), "PATCH " + QByteArray::number(chunk + 1000000));
        QCOMPARE(m_cloud->count("POST"), 0);
        QVERIFY(m_cloud->objects.value(u"tracks/me/big.wav"_s) == audioOf(u"big"_s));
    }

    void aPackageIsBuiltOnceOrComesOutTheSame_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::newRow("kept") << u"keep"_s;
        QTest::newRow("package file lost") << u"remove"_s;
        QTest::newRow("package file cut short") << u"cut"_s;
        QTest::newRow("package file damaged") << u"damage"_s;
    }

    void aPackageIsBuiltOnceOrComesOutTheSame()
    {
        QFETCH(QString, deed);
        const qint64 track = m_library->addTrack(u"abc"_s, false);
        m_library->addAnalysis(track, 4 * 1024 * 1024);
        failRequests("PATCH " + QByteArray::number(chunk), 1, HttpScript::stall(100));
        {
            Running first(options());
            first.begin();
            QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience);
        }
        const UploadJob begun = job(UploadKind::AnalysisPackage, track);
        QVERIFY(!begun.sha256.isEmpty());
        QFile package(begun.localPath);
        QVERIFY(package.open(QIODevice::ReadWrite));
        if (deed == u"remove")
            QVERIFY(package.remove());
        if (deed == u"cut")
            QVERIFY(package.resize(1000));
        if (deed == u"damage")
            QVERIFY(package.seek(5000) && package.write("XXXX") == 4);
        package.close();
        m_library->put(u"cache/packages-left/half.tar.zst.part-1"_s, "another library's");
        const QString folder = QFileInfo(begun.localPath).path();
        m_library->put(QDir(m_library->path(QString())).relativeFilePath(folder + u"/old_analysis.tar.zst.part-abc"_s),
                       "stray");

        m_cloud->fault = {};
        m_cloud->log.clear();
        Running second(options());
        second.begin();
        QTRY_COMPARE_WITH_TIMEOUT(second.drained.size(), 1, patience);
        QCOMPARE(m_cloud->count("POST"), 0);
        QCOMPARE(m_cloud->count("PATCH 0"), 0);
        const QByteArray object = m_cloud->objects.value(u"packages/me/abc_analysis.tar.zst"_s);
        QCOMPARE(QCryptographicHash::hash(object, QCryptographicHash::Sha256).toHex(), begun.sha256);
        QCOMPARE(leftovers(), QStringList{u"half.tar.zst.part-1"_s});
    }

    void atMostOnePackageLiesAround()
    {
        for (const QString &hash : {u"one"_s, u"two"_s})
            m_library->addAnalysis(m_library->addTrack(hash, false), 3 * 1024 * 1024);
        const UploadKind kind = UploadKind::AnalysisPackage;
        const QSet<UploadKind> others{UploadKind::TrackAudio, UploadKind::ArtworkThumb};
        failRequests("PATCH " + QByteArray::number(chunk), 2, HttpScript::stall(10));
        Running run(options());
        run.call(&StorageWorker::setExcludedKinds, others);
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience); // the first one, its second chunk
        QCOMPARE(leftovers().size(), 1);
        const UploadJob first = job(kind, 1);
        run.call(&StorageWorker::setExcluded, first.id, true);
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 4, patience); // the second one's second chunk
        QCOMPARE(leftovers(), QStringList{u"two_analysis.tar.zst"_s});
        run.call(&StorageWorker::setExcluded, job(kind, 2).id, true);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Idle, patience);
        for (const qint64 track : {1, 2})
            run.call(&StorageWorker::setExcluded, job(kind, track).id, false);
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->objects.size(), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Idle, patience);
        QCOMPARE(m_cloud->count("POST"), 2); // both went on from where they were, the rebuilt one too
        QCOMPARE(m_cloud->count("PATCH 0"), 2);
        QCOMPARE(leftovers(), QStringList());
    }

    void aBrokenConnectionIsNotAnAttempt()
    {
        const qint64 track = m_library->addTrack(u"abc"_s, false);
        int resets = 0;
        m_cloud->fault = [&](const Seen &) -> std::optional<Step> {
            return m_cloud->log.last().startsWith("PUT") && ++resets <= 6 ? std::optional(HttpScript::reset())
                                                                          : std::nullopt;
        };
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
        QCOMPARE(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed);
        QVERIFY(m_cloud->count("HEALTH") > 0);
        QVERIFY(run.finished.size() > 1);
    }

    void offlineWaitsAndGoesOn()
    {
        const qint64 track = m_library->addTrack(u"abc"_s, false);
        bool offline = true;
        m_cloud->fault = [&](const Seen &) { return offline ? std::optional(HttpScript::reset()) : std::nullopt; };
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Offline, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_cloud->count("HEALTH") > 3, patience);
        QCOMPARE(job(UploadKind::TrackAudio, track).attempts, 0);
        QCOMPARE(m_queue->counts()->failed.jobs, 0);
        offline = false;
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Idle, patience);
        QCOMPARE(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed);
    }

    void serverFaultsAreCountedAndEnd()
    {
        const qint64 track = m_library->addTrack(u"abc"_s, false);
        failRequests("PUT", 1000,
                     HttpScript::answer(
                         500, R"({"statusCode":"500","error":"Internal","message":"ill","code":"InternalError"})"));
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Failed, patience);
        QTRY_COMPARE(run.state(), State::Idle);
        const UploadJob failed = job(UploadKind::TrackAudio, track);
        QCOMPARE(failed.attempts, MAX_UPLOAD_ATTEMPTS + 1);
        QCOMPARE(m_cloud->count("PUT"), MAX_UPLOAD_ATTEMPTS + 1);
        QCOMPARE(failed.lastErrorKind, u"Server"_s);
        QVERIFY(!failed.lastError.isEmpty());
        run.settle();
        QCOMPARE(run.drained.size(), 0);
        // The person asks again, and the server is well.
        m_cloud->fault = {};
        run.call(&StorageWorker::retryAllFailed);
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QVERIFY(job(UploadKind::TrackAudio, track).lastError.isEmpty());
    }

    void tooManyRequestsStopsTheWorkerNotTheItem()
    {
        const qint64 track = m_library->addTrack(u"abc"_s, false);
        failRequests(
            "PUT", 8,
            HttpScript::answer(
                429, R"({"statusCode":"429","error":"TooManyRequests","message":"slow down","code":"SlowDown"})"));
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->count("PUT"), 9);
        bool waited = false;
        for (const QList<QVariant> &state : std::as_const(run.states))
            waited = waited || (state.first().value<State>() == State::Waiting &&
                                state.at(1).value<Error>().kind == Error::Kind::Busy);
        QVERIFY(waited);
    }

    void anExpiredTokenIsRenewedOnTheWay()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        m_cloud->fault = [&](const Seen &) -> std::optional<Step> {
            if (m_cloud->log.last() == "PATCH " + QByteArray::number(chunk))
                m_cloud->token = "Bearer two";
            return std::nullopt;
        };
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.refreshes.size(), 1, patience);
        QCOMPARE(run.refreshes.first().first().value<AccessToken>().jwt, "one");
        run.call(&StorageWorker::setToken, tokenOf("two", u"me"_s));
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->count("POST"), 1);
        QCOMPARE(m_cloud->count("PATCH 0"), 1);
        QVERIFY(m_cloud->objects.value(u"tracks/me/big.wav"_s) == audioOf(u"big"_s));
    }

    void anOldTokenIsRenewedBeforeTheFirstRequest()
    {
        (void)m_library->addTrack(u"abc"_s, false);
        AccessToken old = tokenOf("old", u"me"_s);
        old.expiry = QDeadlineTimer(0);
        Running run(options());
        run.begin(old);
        QTRY_COMPARE_WITH_TIMEOUT(run.refreshes.size(), 1, patience);
        QCOMPARE(m_cloud->log.size(), 0);
        Error offline;
        offline.kind = Error::Kind::Offline;
        run.call(&StorageWorker::refreshFailed, offline);
        QTRY_VERIFY_WITH_TIMEOUT(run.refreshes.size() > 1, patience); // asked again a little later
        run.call(&StorageWorker::setToken, tokenOf("one", u"me"_s));
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
    }

    void signedOutInterruptsAndKeeps()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        failRequests("PATCH " + QByteArray::number(chunk), 1, HttpScript::stall(10));
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience);
        run.call(&StorageWorker::signedOut);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::SignedOut, patience);
        QCOMPARE(job(UploadKind::TrackAudio, track).bytesUploaded, chunk);
        run.call(&StorageWorker::setToken, tokenOf("one", u"me"_s));
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->count("POST"), 1);
    }

    void anotherAccountGetsNothing()
    {
        (void)m_library->addTrack(u"abc"_s);
        m_library->run(u"INSERT INTO lumasync_meta VALUES ('uid', 'me')"_s);
        Running run(options());
        run.begin(tokenOf("one", u"somebody-else"_s));
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::OtherAccount, patience);
        QCOMPARE(run.states.last().at(1).value<Error>().code, u"other-account"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->counts()->waiting(), 2, patience);
        QCOMPARE(m_cloud->log.size(), 0);
        run.call(&StorageWorker::setToken, tokenOf("one", u"me"_s));
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
    }

    void anOwnerThatCannotBeReadMeansNobody()
    {
        (void)m_library->addTrack(u"abc"_s);
        m_library->run(u"ALTER TABLE lumasync_meta RENAME TO away"_s);
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Failed, patience);
        QCOMPARE(m_cloud->log.size(), 0);
        m_library->run(u"ALTER TABLE away RENAME TO lumasync_meta"_s);
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
        QCOMPARE(m_library->value(u"SELECT value FROM lumasync_meta WHERE key = 'uid'"_s).toString(), u"me"_s);
    }

    void anotherUsersUploadIsNotResumed()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        failRequests("PATCH " + QByteArray::number(chunk), 1, HttpScript::stall(10));
        {
            Running run(options());
            run.begin(tokenOf("one", u"a"_s));
            QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience);
            run.call(&StorageWorker::setToken, tokenOf("one", u"b"_s)); // while the upload runs
            QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::OtherAccount, patience);
            m_library->run(u"UPDATE lumasync_meta SET value = 'b' WHERE key = 'uid'"_s); // adopted
            run.call(&StorageWorker::wake);
            QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
        }
        QCOMPARE(m_cloud->count("POST"), 2);
        QCOMPARE(m_cloud->objects.keys(), QStringList{u"tracks/b/big.wav"_s});
        QCOMPARE(job(UploadKind::TrackAudio, track).storagePath, u"tracks/b/big.wav"_s);
    }

    // A server that answers in plain text where TLS is asked for: the handshake fails before anything is said.
    void tlsTroubleIsAStateOfItsOwn()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 400 \r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        const qint64 track = m_library->addTrack(u"abc"_s, false);
        StorageWorker::Options secure = options();
        secure.project.url = QUrl(u"https://127.0.0.1:%1"_s.arg(plain.serverPort()));
        Running run(secure);
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Failed, patience);
        QCOMPARE(run.states.last().at(1).value<Error>().kind, Error::Kind::Tls);
        QTRY_VERIFY_WITH_TIMEOUT(run.finished.size() > 1, patience); // tried again by itself, and again refused
        QCOMPARE(job(UploadKind::TrackAudio, track).attempts, 0);
        QCOMPARE(m_queue->counts()->failed.jobs, 0);
    }

    // A handshake that never comes to an end does not hold up the end of the program.
    void stopsInTheMiddleOfAHandshake()
    {
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        (void)m_library->addTrack(u"abc"_s, false);
        StorageWorker::Options secure = options();
        secure.project.url = QUrl(u"https://127.0.0.1:%1"_s.arg(mute.serverPort()));
        secure.stallLimit = 500ms;
        Running run(secure);
        run.begin();
        QTRY_VERIFY_WITH_TIMEOUT(mute.hasPendingConnections(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Offline, patience); // the probe was in vain, too
        run.stop();
        QCOMPARE(run.state(), State::Stopped);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestStorageResume)
#include "tst_storageresume.moc"
