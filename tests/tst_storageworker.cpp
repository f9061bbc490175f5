// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/storageworker.h"

#include "medialibrary.h"
#include "storagescript.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = StorageWorker::State;
using Step = HttpScript::Step;
using Seen = HttpScript::Seen;

namespace {

constexpr qint64 chunk = UPLOAD_CHUNK_SIZE;
constexpr int patience = 30000; // milliseconds; the machine may be busy

AccessToken tokenOf(const QByteArray &jwt, const QString &uid)
{
    return {.jwt = jwt, .uid = uid, .expiry = QDeadlineTimer(1h)};
}

/// A storage worker in its own thread, as the engine keeps it.
class Running
{
public:
    explicit Running(const StorageWorker::Options &options)
        : worker(new StorageWorker(options))
        , states(worker, &StorageWorker::stateChanged)
        , finished(worker, &StorageWorker::uploadFinished)
        , progressed(worker, &StorageWorker::progressed)
        , drained(worker, &StorageWorker::queueDrained)
        , refreshes(worker, &StorageWorker::tokenRefreshRequested)
        , stopped(worker, &StorageWorker::stopped)
    {
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.start();
    }
    ~Running()
    {
        stop();
        thread.quit();
        thread.wait();
    }

    template <typename Method, typename... Arguments>
    void call(Method method, Arguments... arguments)
    {
        QMetaObject::invokeMethod(worker, [=, this] { (worker->*method)(arguments...); });
    }
    void begin(const AccessToken &token = tokenOf("one", u"me"_s))
    {
        call(&StorageWorker::setToken, token);
        call(&StorageWorker::start);
    }
    void stop()
    {
        if (!stopped.isEmpty())
            return;
        call(&StorageWorker::stop);
        QTRY_VERIFY_WITH_TIMEOUT(!stopped.isEmpty(), patience);
    }
    [[nodiscard]] State state() const
    {
        return states.isEmpty() ? State::Starting : states.last().first().value<State>();
    }
    [[nodiscard]] Error lastError() const
    {
        return finished.isEmpty() ? Error() : finished.last().at(1).value<Error>();
    }

    QThread thread;
    StorageWorker *worker;
    QSignalSpy states;
    QSignalSpy finished;
    QSignalSpy progressed;
    QSignalSpy drained;
    QSignalSpy refreshes;
    QSignalSpy stopped;
};

} // namespace

class TestStorageWorker : public QObject
{
    Q_OBJECT

    std::optional<MediaLibrary> m_library;
    std::optional<StorageScript> m_cloud;
    std::optional<StorageQueue> m_queue;

    StorageWorker::Options options()
    {
        StorageWorker::Options options;
        options.databasePath = m_library->databasePath();
        options.project = m_cloud->project();
        options.cacheFolder = m_library->path(u"cache"_s);
        options.pause = 0ms;
        options.watchInterval = 20ms;
        const auto jitter = [] { return 0.0; };
        options.retry.jobBackoff = {.first = 20ms, .cap = 40ms, .jitter = jitter};
        options.retry.workerBackoff = {.first = 20ms, .cap = 40ms, .jitter = jitter};
        return options;
    }
    UploadJob job(UploadKind kind, qint64 track)
    {
        const auto found = m_queue->job(kind, track);
        return found && *found ? **found : UploadJob();
    }
    /// Adds a track whose audio needs `chunks` chunks and a little more.
    qint64 addLargeTrack(const QString &hash, int chunks = 3)
    {
        return m_library->addTrack(hash, false, noiseBytes(chunks * chunk + 1234, 11));
    }
    QByteArray audioOf(const QString &hash)
    {
        QFile file(m_library->path(u"audio/"_s + hash + u".wav"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList leftovers()
    {
        QStringList result;
        const QDir cache(m_library->path(u"cache"_s));
        for (const QString &folder : cache.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            result += QDir(cache.filePath(folder)).entryList(QDir::Files | QDir::Hidden);
        return result;
    }
    /// A fault for the first `times` requests whose name begins with `prefix`.
    void failRequests(const QByteArray &prefix, int times, const Step &step)
    {
        auto left = std::make_shared<int>(times);
        m_cloud->fault = [=, this](const Seen &) -> std::optional<Step> {
            if (!m_cloud->log.last().startsWith(prefix) || *left == 0)
                return std::nullopt;
            --*left;
            return step;
        };
    }

private Q_SLOTS:
    void init()
    {
        m_library.emplace();
        m_cloud.emplace();
        m_queue.emplace(&m_library->database());
    }

    void uploadsAllKindsInOrder()
    {
        const qint64 track = m_library->addTrack(u"abc"_s);
        m_library->addAnalysis(track, 3 * 1024 * 1024); // the package needs a resumable upload
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
        QTRY_COMPARE(run.state(), State::Idle);
        QCOMPARE(m_cloud->objects.keys(), (QStringList{u"artwork/me/abc_thumb.jpg"_s,
                                                       u"packages/me/abc_analysis.tar.zst"_s, u"tracks/me/abc.wav"_s}));
        QCOMPARE(m_cloud->log.value(0), "PUT artwork/me/abc_thumb.jpg");
        QCOMPARE(m_cloud->log.value(1), "PUT tracks/me/abc.wav");
        QCOMPARE(m_cloud->log.value(2), "POST");
        QCOMPARE(m_cloud->objects.value(u"tracks/me/abc.wav"_s), "audio");
        QVERIFY(m_cloud->objects.value(u"artwork/me/abc_thumb.jpg"_s).startsWith("\xff\xd8"));

        const QByteArray package = m_cloud->objects.value(u"packages/me/abc_analysis.tar.zst"_s);
        QVERIFY(package.size() > chunk);
        QProcess tar;
        tar.start(u"tar"_s, {u"--zstd"_s, u"-t"_s});
        tar.write(package);
        tar.closeWriteChannel();
        QVERIFY(tar.waitForFinished());
        QCOMPARE(tar.readAllStandardOutput().count('\n'), 7);
        const QByteArray sha = QCryptographicHash::hash(package, QCryptographicHash::Sha256).toHex();
        QCOMPARE(QJsonDocument::fromJson(m_cloud->metadata.value(u"packages/me/abc_analysis.tar.zst"_s))
                     .object()
                     .value("sha256"_L1)
                     .toString(),
                 QString::fromLatin1(sha));

        QCOMPARE(m_library->value(u"SELECT storage_path || album_art_storage_path FROM tracks"_s).toString(),
                 u"tracks/me/abc.wavartwork/me/abc_thumb.jpg"_s);
        QCOMPARE(
            m_library
                ->value(u"SELECT count(*) FROM track_stems WHERE storage_path = 'packages/me/abc_analysis.tar.zst'"_s)
                .toInt(),
            4);
        QCOMPARE(m_queue->counts()->waiting(), 0);
        QCOMPARE(leftovers(), QStringList());
        QCOMPARE(run.finished.size(), 3);
    }

    void idleAsksNothing()
    {
        (void)m_library->addTrack(u"abc"_s);
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
        const qsizetype before = m_cloud->log.size();
        const qsizetype states = run.states.size();
        run.call(&StorageWorker::wake);
        run.call(&StorageWorker::setToken, tokenOf("two", u"me"_s));
        m_library->run(u"UPDATE tracks SET title = 'x'"_s);
        // The worker has looked at the library again when a new file is up.
        m_cloud->token = "Bearer two";
        const qint64 other = m_library->addTrack(u"other"_s, false);
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, other).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->log.size(), before + 1);
        QVERIFY(run.states.size() > states);
        QCOMPARE(run.refreshes.size(), 0);
    }

    void theUrlIsCommittedBeforeTheFirstByte()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        QString storedUrl;
        QString storedUid;
        m_cloud->fault = [&](const Seen &seen) -> std::optional<Step> {
            if (seen.verb == "PATCH" && storedUrl.isEmpty()) {
                storedUrl = job(UploadKind::TrackAudio, track).uploadUrl;
                storedUid = job(UploadKind::TrackAudio, track).uploadUid;
            }
            return std::nullopt;
        };
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
        QVERIFY(storedUrl.startsWith(m_cloud->project().url.toString()));
        QCOMPARE(storedUid, u"me"_s);
        QVERIFY(m_cloud->objects.value(u"tracks/me/big.wav"_s) == audioOf(u"big"_s));
        QVERIFY(job(UploadKind::TrackAudio, track).uploadUrl.isEmpty());
    }

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

    void aFileThatIsGoneFailsAtOnceAndOthersGoOn()
    {
        const qint64 gone = m_library->addTrack(u"gone"_s, false);
        const qint64 damaged = m_library->addTrack(u"damaged"_s);
        QVERIFY(QFile::remove(m_library->path(u"audio/gone.wav"_s)));
        m_library->put(u"art/damaged.png"_s, "no picture");
        const qint64 half = m_library->addTrack(u"half"_s, false);
        m_library->addAnalysis(half);
        QVERIFY(QFile::remove(m_library->path(u"logits/%1.bin"_s.arg(half))));
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
        QCOMPARE(job(UploadKind::TrackAudio, gone).status, UploadStatus::Failed);
        QVERIFY(job(UploadKind::TrackAudio, gone).lastError.contains(u"gone.wav"_s));
        QCOMPARE(job(UploadKind::ArtworkThumb, damaged).lastErrorCode, u"image"_s);
        QCOMPARE(job(UploadKind::TrackAudio, damaged).status, UploadStatus::Completed);
        QCOMPARE(job(UploadKind::AnalysisPackage, half).lastErrorCode, u"missing"_s);
        QVERIFY(job(UploadKind::AnalysisPackage, half).lastError.contains(u".bin"_s));
        QCOMPARE(m_queue->counts()->failed.jobs, 3);
        QCOMPARE(leftovers(), QStringList());
        // It is back: noticed without being told.
        m_library->put(u"audio/gone.wav"_s, "again");
        m_library->run(u"UPDATE tracks SET title = 'x'"_s);
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, gone).status, UploadStatus::Completed, patience);
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
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->counts()->waiting(), 2, patience);
        QCOMPARE(m_cloud->log.size(), 0);
        run.call(&StorageWorker::setToken, tokenOf("one", u"me"_s));
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
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
            QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
        }
        QCOMPARE(m_cloud->count("POST"), 2);
        QCOMPARE(m_cloud->objects.keys(), QStringList{u"tracks/b/big.wav"_s});
        QCOMPARE(job(UploadKind::TrackAudio, track).storagePath, u"tracks/b/big.wav"_s);
    }

    void pauseAndResume()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        failRequests("PATCH " + QByteArray::number(chunk), 1, HttpScript::stall(10));
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience);
        run.call(&StorageWorker::setPaused, true);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Paused, patience);
        QCOMPARE(run.lastError().kind, Error::Kind::Canceled);
        const qsizetype requests = m_cloud->log.size();
        run.call(&StorageWorker::wake);
        run.call(&StorageWorker::setPaused, false);
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->log.value(requests), "HEAD");
        QCOMPARE(m_cloud->count("POST"), 1);
    }

    void aTrackDeletedMeanwhileEndsQuietly()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        const qint64 other = m_library->addTrack(u"other"_s, false);
        m_cloud->fault = [&](const Seen &) -> std::optional<Step> {
            if (m_cloud->log.last() == "PATCH " + QByteArray::number(chunk))
                m_library->run(u"DELETE FROM tracks WHERE id = ?"_s, {track});
            return std::nullopt;
        };
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, other).status, UploadStatus::Completed, patience);
        QCOMPARE(m_queue->counts()->waiting() + m_queue->counts()->failed.jobs, 0);
        QCOMPARE(m_cloud->count("PATCH " + QByteArray::number(2 * chunk)), 0);
        QVERIFY(!m_cloud->objects.contains(u"tracks/me/big.wav"_s));
    }

    void mediaThatChangesMeanwhileGoesUpAsItIsThen()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        bool changed = false;
        m_cloud->fault = [&](const Seen &) -> std::optional<Step> {
            if (m_cloud->log.last() == "PATCH " + QByteArray::number(chunk) && !std::exchange(changed, true))
                m_library->put(u"audio/big.wav"_s, noiseBytes(2 * chunk + 7, 99));
            return std::nullopt;
        };
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QVERIFY(changed);
        QVERIFY(m_cloud->objects.value(u"tracks/me/big.wav"_s) == noiseBytes(2 * chunk + 7, 99));
        QCOMPARE(job(UploadKind::TrackAudio, track).fileSize, 2 * chunk + 7);
    }

    void excludedInTheMiddle()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        failRequests("PATCH " + QByteArray::number(chunk), 1, HttpScript::stall(10));
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience);
        run.call(&StorageWorker::setExcluded, job(UploadKind::TrackAudio, track).id, true);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Idle, patience);
        QCOMPARE(m_queue->counts()->excluded.jobs, 1);
        run.call(&StorageWorker::setExcluded, job(UploadKind::TrackAudio, track).id, false);
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->count("POST"), 1); // what was sent was kept
    }

    void excludedKindsWait()
    {
        const qint64 track = m_library->addTrack(u"abc"_s);
        Running run(options());
        run.call(&StorageWorker::setExcludedKinds, QSet<UploadKind>{UploadKind::TrackAudio});
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
        QCOMPARE(m_cloud->objects.keys(), QStringList{u"artwork/me/abc_thumb.jpg"_s});
        QVERIFY(job(UploadKind::TrackAudio, track).excluded);
        run.call(&StorageWorker::setExcludedKinds, QSet<UploadKind>());
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
    }

    void hintsQueueAtOnce()
    {
        StorageWorker::Options slow = options();
        slow.watchInterval = 1h;
        Running run(slow);
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Idle, patience);
        const qint64 track = m_library->addTrack(u"abc"_s);
        run.call(&StorageWorker::trackImported, QVariant(track));
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QCOMPARE(job(UploadKind::ArtworkThumb, track).id, 0);
        run.call(&StorageWorker::artworkExtracted, QVariant(track));
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::ArtworkThumb, track).status, UploadStatus::Completed, patience);
        m_library->addAnalysis(track);
        run.call(&StorageWorker::analysisFinished, QVariant(track));
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::AnalysisPackage, track).status, UploadStatus::Completed, patience);
    }

    void pausesBetweenUploads()
    {
        for (int i = 0; i < 4; ++i)
            (void)m_library->addTrack(u"t%1"_s.arg(i), false);
        StorageWorker::Options throttled = options();
        throttled.pause = 150ms;
        Running run(throttled);
        QElapsedTimer timer;
        timer.start();
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.finished.size(), 4, patience);
        QVERIFY(timer.elapsed() >= 3 * 150);
    }

    void progressAtMostTenTimesASecond()
    {
        (void)addLargeTrack(u"big"_s, 8);
        Running run(options());
        QElapsedTimer timer;
        timer.start();
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.finished.size(), 1, patience);
        // Two more: when the file is being made, and when it begins to be sent.
        QVERIFY2(run.progressed.size() <= timer.elapsed() / 100 + 3,
                 qPrintable(QString::number(run.progressed.size())));
        QVERIFY(run.progressed.size() >= 3);
        const UploadProgress last = run.finished.last().first().value<UploadProgress>();
        QCOMPARE(last.acknowledged, last.size);
        QCOMPARE(last.title, u"Title of big"_s);
    }

    void listsItems()
    {
        (void)m_library->addTrack(u"abc"_s);
        Running run(options());
        QSignalSpy listed(run.worker, &StorageWorker::itemsListed);
        run.begin(AccessToken());
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::SignedOut, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->counts()->waiting(), 2, patience);
        run.call(&StorageWorker::listItems);
        QTRY_COMPARE_WITH_TIMEOUT(listed.size(), 1, patience);
        const auto items = listed.first().first().value<QList<UploadItem>>();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.first().kind, u"artwork_thumb"_s);
        QCOMPARE(items.first().title, u"Title of abc"_s);
        run.call(&StorageWorker::remove, items.first().id);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->counts()->waiting(), 1, patience);
    }

    void databaseTroubleIsAStateThatEnds()
    {
        (void)m_library->addTrack(u"abc"_s, false);
        StorageWorker::Options missing = options();
        missing.databasePath = m_library->path(u"later.sqlite"_s);
        Running run(missing);
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Failed, patience);
        QCOMPARE(run.states.last().at(1).value<Error>().code, u"nofile"_s);
        (void)m_library->value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        QVERIFY(QFile::copy(m_library->databasePath(), missing.databasePath));
        QTRY_COMPARE_WITH_TIMEOUT(run.drained.size(), 1, patience);
    }

    void stopsWheneverItIsAsked_data()
    {
        QTest::addColumn<int>("when");
        for (int i = 0; i <= 8; ++i)
            QTest::addRow("after %d requests or so", i - 2) << i - 2;
    }
    // -2: before start, -1: right after start, n: when the n-th request arrives.
    void stopsWheneverItIsAsked()
    {
        QFETCH(int, when);
        const qint64 track = m_library->addTrack(u"abc"_s, true, noiseBytes(2 * chunk + 5, 3));
        m_library->addAnalysis(track, 200000);
        {
            Running run(options());
            if (when >= -1)
                run.begin();
            if (when > 0)
                QTRY_VERIFY_WITH_TIMEOUT(m_cloud->log.size() >= when, patience);
            run.stop();
            QCOMPARE(run.stopped.size(), 1);
            QCOMPARE(run.state(), State::Stopped);
        }
        Running again(options());
        again.begin();
        QTRY_COMPARE_WITH_TIMEOUT(again.state(), State::Idle, patience);
        QCOMPARE(m_cloud->objects.size(), 3);
        QVERIFY(m_cloud->objects.value(u"tracks/me/abc.wav"_s) == audioOf(u"abc"_s));
        QCOMPARE(m_queue->counts()->waiting() + m_queue->counts()->failed.jobs, 0);
        QCOMPARE(leftovers(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestStorageWorker)
#include "tst_storageworker.moc"
