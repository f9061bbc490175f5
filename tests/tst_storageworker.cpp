// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "storagefixture.h"
#include "suite.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = StorageWorker::State;
using Step = HttpScript::Step;
using Seen = HttpScript::Seen;

/// What the storage worker sends, and how it begins and ends.
class TestStorageWorker : public QObject, private StorageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }

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
        run.settle();
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

    void listsItems()
    {
        (void)m_library->addTrack(u"abc"_s);
        Running run(options());
        QueuedSpy listed(run.worker, &StorageWorker::itemsListed);
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

LUMASYNC_SUITE(QCoreApplication, TestStorageWorker)
#include "tst_storageworker.moc"
