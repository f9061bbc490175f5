// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "storagefixture.h"
#include "suite.h"

#include "net/tussession.h"

#include <QElapsedTimer>
#include <QLocale>

#include <atomic>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = StorageWorker::State;
using Step = HttpScript::Step;
using Seen = HttpScript::Seen;

/// How the storage worker behaves towards the person, the network and the machine.
class TestStorageManners : public QObject, private StorageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }

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
        QVERIFY2(run.progressed.size() <= timer.elapsed() / 100 + 1,
                 qPrintable(QString::number(run.progressed.size())));
        QVERIFY(run.progressed.size() >= 2);
        const UploadProgress last = run.finished.last().first().value<UploadProgress>();
        QCOMPARE(last.acknowledged, last.size);
        QCOMPARE(last.title, u"Title of big"_s);
    }

    void theLimitIsObeyedAndChangesAtOnce_data()
    {
        QTest::addColumn<int>("chunks");
        QTest::newRow("resumable") << 2;
        QTest::newRow("in one request") << 0;
    }
    void theLimitIsObeyedAndChangesAtOnce()
    {
        QFETCH(int, chunks);
        const qint64 track = chunks > 0 ? addLargeTrack(u"big"_s, chunks)
                                        : m_library->addTrack(u"big"_s, false, noiseBytes(2'000'000, 1));
        StorageWorker::Options slow = options();
        slow.bandwidthLimit = 10'000; // minutes for what takes no time without
        Running run(slow);
        run.begin();
        const auto sent = [&] {
            return run.progressed.isEmpty() ? 0 : run.progressed.last().first().value<UploadProgress>().sent;
        };
        QTRY_VERIFY_WITH_TIMEOUT(sent() > 3000, patience);
        QVERIFY(sent() < 1'000'000);
        QCOMPARE(m_cloud->objects.size(), 0);
        run.call(&StorageWorker::setBandwidthLimit, 0);
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QVERIFY(m_cloud->objects.value(u"tracks/me/big.wav"_s) == audioOf(u"big"_s));
        QCOMPARE(m_cloud->count("HEAD"), 0); // the same request went on
        run.settle();
        QCOMPARE(run.finished.size(), 1);
    }

    void largeUploadsWait_data()
    {
        QTest::addColumn<SystemConditions>("conditions");
        QTest::addColumn<SyncStatus::Hold>("hold");
        QTest::addColumn<bool>("allow");
        const SystemConditions metered{.isMetered = true};
        const SystemConditions saving{.isPowerSaving = true};
        QTest::newRow("metered, then another network") << metered << SyncStatus::Hold::Metered << false;
        QTest::newRow("metered, then allowed") << metered << SyncStatus::Hold::Metered << true;
        QTest::newRow("battery saver, then off") << saving << SyncStatus::Hold::PowerSaving << false;
        QTest::newRow("battery saver, then allowed") << saving << SyncStatus::Hold::PowerSaving << true;
    }
    void largeUploadsWait()
    {
        QFETCH(SystemConditions, conditions);
        QFETCH(SyncStatus::Hold, hold);
        QFETCH(bool, allow);
        const qint64 large = addLargeTrack(u"big"_s);
        failRequests("PATCH " + QByteArray::number(chunk), 1, HttpScript::stall(10));
        Running run(options());
        QueuedSpy holds(run.worker, &StorageWorker::holdChanged);
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience);
        run.call(&StorageWorker::setConditions, conditions); // in the middle of a chunk
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Held, patience);
        QCOMPARE(holds.size(), 1);
        QCOMPARE(holds.first().first().value<SyncStatus::Hold>(), hold);
        QCOMPARE(job(UploadKind::TrackAudio, large).bytesUploaded, chunk);
        const qint64 small = m_library->addTrack(u"small"_s); // a little goes all the same
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::ArtworkThumb, small).status, UploadStatus::Completed, patience);
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, small).status, UploadStatus::Completed, patience);
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Held, patience);
        run.call(&StorageWorker::wake); // nobody asked for this
        QCOMPARE(m_cloud->count("PATCH"), 2);
        if (allow) {
            run.call(&StorageWorker::setOnMetered, true);
            run.call(&StorageWorker::setOnPowerSaving, true);
        } else {
            run.call(&StorageWorker::setConditions, SystemConditions());
        }
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, large).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->count("POST"), 1); // what was sent was kept
        QCOMPARE(job(UploadKind::TrackAudio, large).attempts, 0);
        QCOMPARE(holds.last().first().value<SyncStatus::Hold>(), SyncStatus::Hold::None);
    }

    void silenceEndsARequest()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        failRequests("PATCH " + QByteArray::number(chunk), 1, HttpScript::stall(10));
        StorageWorker::Options impatient = options();
        impatient.stallLimit = 2s;
        Running run(impatient);
        run.begin();
        constexpr int sooner = 30'000; // ms; than a limit that nobody has set would end it
        QTRY_VERIFY_WITH_TIMEOUT(m_cloud->count("HEAD") > 0, sooner);
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->count("POST"), 1);
        QVERIFY(m_cloud->objects.value(u"tracks/me/big.wav"_s) == audioOf(u"big"_s));
    }

    void aDeadConnectionIsNoticed_data()
    {
        QTest::addColumn<QString>("event");
        QTest::newRow("another network") << u"network"_s;
        QTest::newRow("the machine slept") << u"sleep"_s;
        QTest::newRow("the clock was set back") << u"clock"_s;
    }
    // Long before the silence would end the request.
    void aDeadConnectionIsNoticed()
    {
        QFETCH(QString, event);
        const qint64 track = addLargeTrack(u"big"_s);
        failRequests("PATCH " + QByteArray::number(chunk), 1, HttpScript::stall(10));
        auto ahead = std::make_shared<std::atomic<qint64>>(0);
        StorageWorker::Options patient = options();
        patient.stallLimit = 1h;
        patient.clockInterval = 20ms;
        patient.wallClock = [ahead] { return QDateTime::currentDateTimeUtc().addSecs(*ahead); };
        Running run(patient);
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience);
        if (event == u"network")
            run.call(&StorageWorker::networkChanged);
        else
            *ahead = event == u"sleep" ? 3600 : -3600;
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->count("HEAD"), 1);
        QCOMPARE(m_cloud->count("POST"), 1);
        run.settle();
        QCOMPARE(run.finished.size(), 2);
    }

    void whatCannotFinishIsNotBegun()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        const auto httpDate = [](const QDateTime &time) {
            return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
        };
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_cloud->createHeaders = {"Date: " + httpDate(now), "Upload-Expires: " + httpDate(now.addSecs(600))};
        StorageWorker::Options slow = options();
        slow.bandwidthLimit = 10'000; // half an hour for 18 MB
        Running run(slow);
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).lastErrorCode, QString(urlLife), patience);
        const UploadJob waiting = job(UploadKind::TrackAudio, track);
        QCOMPARE(waiting.status, UploadStatus::Pending);
        QCOMPARE(waiting.attempts, 0);
        QVERIFY(waiting.nextAttempt.isValid());
        QVERIFY2(waiting.lastError.contains(u"18 MB take about 32 minutes"_s), qPrintable(waiting.lastError));
        QVERIFY(waiting.uploadUrl.isEmpty());
        QCOMPARE(m_cloud->count("PATCH"), 0);
        run.call(&StorageWorker::setBandwidthLimit, 100'000'000); // now it can
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
    }

    void excludedKindInTheMiddle()
    {
        const qint64 track = addLargeTrack(u"big"_s);
        failRequests("PATCH " + QByteArray::number(chunk), 1, HttpScript::stall(10));
        Running run(options());
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->count("PATCH"), 2, patience);
        run.call(&StorageWorker::setExcludedKinds, QSet<UploadKind>{UploadKind::TrackAudio});
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Idle, patience);
        QCOMPARE(run.lastError().kind, Error::Kind::Canceled);
        QCOMPARE(job(UploadKind::TrackAudio, track).bytesUploaded, chunk);
        QVERIFY(!job(UploadKind::TrackAudio, track).uploadUrl.isEmpty());
        run.call(&StorageWorker::setExcludedKinds, QSet<UploadKind>());
        QTRY_COMPARE_WITH_TIMEOUT(job(UploadKind::TrackAudio, track).status, UploadStatus::Completed, patience);
        QCOMPARE(m_cloud->count("POST"), 1);
    }

    void anExcludedTrackStaysSoForWhatComes()
    {
        StorageWorker::Options quiet = options();
        quiet.watchInterval = 1h;
        Running run(quiet);
        run.begin();
        QTRY_COMPARE_WITH_TIMEOUT(run.state(), State::Idle, patience);
        const qint64 track = m_library->addTrack(u"abc"_s);
        run.call(&StorageWorker::setTrackExcluded, QVariant(track), true); // nothing of it was queued yet
        m_library->addAnalysis(track);
        run.call(&StorageWorker::wake);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->counts()->excluded.jobs, 3, patience);
        QCOMPARE(m_queue->counts()->waiting(), 0);
        QCOMPARE(m_cloud->log.size(), 0);
        run.call(&StorageWorker::setTrackExcluded, QVariant(track), false);
        QTRY_COMPARE_WITH_TIMEOUT(m_cloud->objects.size(), 3, patience);
    }

    void bytesWaitingFallWithEachChunk()
    {
        (void)addLargeTrack(u"big"_s);
        Running run(options());
        QueuedSpy counts(run.worker, &StorageWorker::countsChanged);
        m_cloud->fault = [&](const Seen &) -> std::optional<Step> {
            return m_cloud->log.last() == "PATCH " + QByteArray::number(2 * chunk)
                       ? std::optional(HttpScript::stall(10))
                       : std::nullopt;
        };
        run.begin();
        QTRY_VERIFY_WITH_TIMEOUT(
            !counts.isEmpty() && counts.last().first().value<QueueCounts>().bytesLeft() == chunk + 1234, patience);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestStorageManners)
#include "tst_storagemanners.moc"
