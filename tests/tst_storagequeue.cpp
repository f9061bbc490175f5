// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/constants.h"
#include "core/storagequeue.h"

#include "medialibrary.h"
#include "suite.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimeZone>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime(QDate(2026, 5, 1), QTime(12, 0), QTimeZone::UTC);

UploadRequest request(const UploadKind &kind, qint64 track, qint64 size = 100)
{
    return {.kind = kind,
            .priority = FileCatalog::luma().file(kind)->priority,
            .trackId = track,
            .localPath = kind == UploadKind::AnalysisPackage ? QString() : u"/music/%1.wav"_s.arg(track),
            .objectName = u"hash%1.wav"_s.arg(track),
            .fileSize = size,
            .source = {.size = size, .modified = 1000}};
}

Error failure(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

} // namespace

class TestStorageQueue : public QObject
{
    Q_OBJECT

    std::optional<MediaLibrary> m_library;
    std::optional<StorageQueue> m_queue;

    UploadJob added(const UploadKind &kind, qint64 track, qint64 size = 100)
    {
        const auto result = m_queue->enqueue(request(kind, track, size));
        return result && m_queue->job(kind, track) ? m_queue->job(kind, track)->value() : UploadJob();
    }
    UploadJob next(const QDateTime &when = now)
    {
        const auto job = m_queue->nextDue(when);
        return job && *job ? **job : UploadJob();
    }
    UploadJob again(const UploadJob &job) { return m_queue->job(job.id)->value(); }
    qint64 rows(const QString &where)
    {
        return m_library->value(u"SELECT count(*) FROM storage_sync_queue WHERE "_s + where).toLongLong();
    }

private Q_SLOTS:
    void init()
    {
        m_library.emplace();
        m_queue.emplace(&m_library->database());
    }

    void theSeedsColumnsComeFirst()
    {
        const QString names =
            m_library->value(u"SELECT group_concat(name) FROM pragma_table_info('storage_sync_queue')"_s).toString();
        QVERIFY(
            names.startsWith("id,upload_type,track_id,local_path,storage_path,file_size,bytes_uploaded,status,attempts,"
                             "last_error,priority,created_at,completed_at,"_L1));
        for (const QString &statement : StorageQueue::createStatements())
            m_library->run(statement); // can be repeated
    }

    void enqueueTwiceIsOneJob()
    {
        using E = StorageQueue::Enqueued;
        UploadRequest wanted = request(UploadKind::TrackAudio, 1);
        QCOMPARE(*m_queue->enqueue(wanted), E::Added);
        QCOMPARE(*m_queue->enqueue(wanted), E::Unchanged);
        QCOMPARE(*m_queue->enqueue(request(UploadKind::ArtworkThumb, 1)), E::Added);
        QCOMPARE(rows(u"true"_s), 2);

        const UploadJob job = m_queue->job(UploadKind::TrackAudio, 1)->value();
        QCOMPARE(job.status, UploadStatus::Pending);
        QCOMPARE(job.fileSize, 100);
        QCOMPARE(job.trackId, QVariant(1LL));

        // Moved, but the same file: the path follows, nothing goes up again.
        QVERIFY(*m_queue->complete(job, u"tracks/u/hash1.wav"_s, now));
        wanted.localPath = u"/elsewhere/1.wav"_s;
        QCOMPARE(*m_queue->enqueue(wanted), E::Unchanged);
        QCOMPARE(again(job).localPath, u"/elsewhere/1.wav"_s);
        QCOMPARE(again(job).status, UploadStatus::Completed);
        // Gone: nothing new.
        wanted.source = {};
        QCOMPARE(*m_queue->enqueue(wanted), E::Unchanged);
        QCOMPARE(again(job).status, UploadStatus::Completed);
    }

    void changedMediaStartsOver_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("modified");
        QTest::addColumn<QString>("objectName");
        QTest::newRow("size") << qint64(101) << qint64(1000) << u"hash1.wav"_s;
        QTest::newRow("time") << qint64(100) << qint64(1001) << u"hash1.wav"_s;
        QTest::newRow("hash") << qint64(100) << qint64(1000) << u"other.wav"_s;
    }
    void changedMediaStartsOver()
    {
        QFETCH(qint64, size);
        QFETCH(qint64, modified);
        QFETCH(QString, objectName);
        for (const bool completed : {false, true}) {
            const UploadJob job = added(UploadKind::TrackAudio, completed ? 2 : 1);
            QVERIFY(*m_queue->markUploading(job));
            QVERIFY(*m_queue->saveUploadUrl(job, u"https://x/1"_s, now, u"u"_s));
            QVERIFY(*m_queue->saveProgress(job, 50));
            QVERIFY(*m_queue->fail(job, {.kind = Error::Kind::Server, .code = u"500"_s, .message = u"no"_s}, 3, now));
            if (completed)
                QVERIFY(*m_queue->complete(job, u"tracks/u/hash1.wav"_s, now));
            UploadRequest changed = request(UploadKind::TrackAudio, completed ? 2 : 1);
            changed.source = {size, modified};
            changed.objectName = objectName;
            QCOMPARE(*m_queue->enqueue(changed), StorageQueue::Enqueued::Changed);
            const UploadJob fresh = again(job);
            QCOMPARE(fresh.status, UploadStatus::Pending);
            QCOMPARE(fresh.bytesUploaded, 0);
            QCOMPARE(fresh.attempts, 0);
            QVERIFY(fresh.uploadUrl.isEmpty() && fresh.lastError.isEmpty() && !fresh.nextAttempt.isValid());
            QCOMPARE(fresh.objectName, objectName);
            // Whoever still works on the old one is told.
            QCOMPARE(*m_queue->saveProgress(job, 60), false);
            QCOMPARE(*m_queue->complete(job, u"tracks/u/hash1.wav"_s, now), false);
            QCOMPARE(*m_queue->fail(job, {}, 1, now), false);
            QCOMPARE(again(job).status, UploadStatus::Pending);
        }
    }

    void orderIsPriorityThenFirstInFirstOut()
    {
        const UploadJob package = added(UploadKind::AnalysisPackage, 1);
        const UploadJob audio2 = added(UploadKind::TrackAudio, 2);
        const UploadJob audio1 = added(UploadKind::TrackAudio, 1);
        const UploadJob art = added(UploadKind::ArtworkThumb, 3);
        m_library->run(u"UPDATE storage_sync_queue SET created_at = '2020-01-01 00:00:00' WHERE id = ?"_s, {audio1.id});
        QList<qint64> order;
        for (UploadJob job = next(); job.id != 0; job = next()) {
            order.append(job.id);
            QVERIFY(*m_queue->complete(job, u"x"_s, now));
        }
        QCOMPARE(order, (QList<qint64>{art.id, audio1.id, audio2.id, package.id}));
    }

    void anInterruptedJobIsDueAgain()
    {
        const UploadJob job = added(UploadKind::TrackAudio, 1);
        QVERIFY(*m_queue->markUploading(job));
        QVERIFY(*m_queue->saveUploadUrl(job, u"https://x/1"_s, now.addDays(1), u"u1"_s));
        QVERIFY(*m_queue->saveProgress(job, 50));
        const UploadJob found = next();
        QCOMPARE(found.id, job.id);
        QCOMPARE(found.status, UploadStatus::Uploading);
        QCOMPARE(found.uploadUrl, u"https://x/1"_s);
        QCOMPARE(found.uploadExpires, now.addDays(1));
        QCOMPARE(found.uploadUid, u"u1"_s);
        QCOMPARE(found.bytesUploaded, 50);
    }

    void failuresWaitAndEnd()
    {
        const UploadJob job = added(UploadKind::TrackAudio, 1);
        const Error error{.kind = Error::Kind::Server, .code = u"InternalError"_s, .message = u"The server is ill."_s};
        QVERIFY(*m_queue->fail(job, error, 1, now.addSecs(60)));
        QCOMPARE(next().id, 0);
        QCOMPARE(*m_queue->nextAttempt(), now.addSecs(60));
        QCOMPARE(next(now.addSecs(60)).id, job.id);
        QCOMPARE(next(now.addDays(-30)).id, job.id); // the clock was set back
        QCOMPARE(again(job).lastError, error.message);
        QCOMPARE(again(job).lastErrorKind, u"Server"_s);
        QCOMPARE(again(job).lastErrorCode, u"InternalError"_s);
        QCOMPARE(again(job).attempts, 1);

        QVERIFY(*m_queue->fail(job, error, MAX_UPLOAD_ATTEMPTS + 1, std::nullopt));
        QCOMPARE(again(job).status, UploadStatus::Failed);
        QCOMPARE(next(now.addDays(1)).id, 0);
        QCOMPARE(m_queue->counts()->failed.jobs, 1);
        QCOMPARE(*m_queue->enqueue(request(UploadKind::TrackAudio, 1)), StorageQueue::Enqueued::Unchanged);

        QVERIFY(!m_queue->retry(job.id));
        QCOMPARE(next().id, job.id);
        QCOMPARE(next().attempts, 0);
    }

    void progressResetsTheBudget()
    {
        const UploadJob job = added(UploadKind::TrackAudio, 1);
        QVERIFY(*m_queue->fail(job, failure(Error::Kind::Server), 4, now));
        QVERIFY(*m_queue->saveProgress(job, 0));
        QCOMPARE(again(job).attempts, 4);
        QVERIFY(*m_queue->saveProgress(job, 10));
        QCOMPARE(again(job).attempts, 0);
        QVERIFY(*m_queue->fail(job, failure(Error::Kind::Server), 1, now));
        QVERIFY(*m_queue->saveProgress(job, 5)); // the server lost some: no progress
        QCOMPARE(again(job).attempts, 1);
        QCOMPARE(again(job).bytesUploaded, 5);
    }

    void completionSetsTheOwnersColumns()
    {
        const qint64 track = m_library->addTrack(u"h"_s);
        m_library->addAnalysis(track);
        const auto version = [&] { return m_library->value(u"SELECT version FROM tracks"_s).toInt(); };
        QVERIFY(*m_queue->complete(added(UploadKind::TrackAudio, track), u"tracks/u/h.wav"_s, now));
        QCOMPARE(m_library->value(u"SELECT storage_path FROM tracks"_s).toString(), u"tracks/u/h.wav"_s);
        QCOMPARE(version(), 2); // a user's change: the host's trigger saw it
        QVERIFY(*m_queue->complete(added(UploadKind::ArtworkThumb, track), u"artwork/u/h_thumb.jpg"_s, now));
        QCOMPARE(m_library->value(u"SELECT album_art_storage_path FROM tracks"_s).toString(),
                 u"artwork/u/h_thumb.jpg"_s);
        const UploadJob package = added(UploadKind::AnalysisPackage, track);
        QVERIFY(*m_queue->complete(package, u"packages/u/h.zst"_s, now));
        QCOMPARE(m_library->value(u"SELECT logits_storage_path FROM track_roots"_s).toString(), u"packages/u/h.zst"_s);
        QCOMPARE(
            m_library->value(u"SELECT count(*) FROM track_stems WHERE storage_path = 'packages/u/h.zst'"_s).toInt(), 4);
        QCOMPARE(again(package).storagePath, u"packages/u/h.zst"_s);
        QCOMPARE(
            m_library->value(u"SELECT completed_at FROM storage_sync_queue WHERE id = ?"_s, {package.id}).toString(),
            u"2026-05-01 12:00:00"_s);
        // The same path again is no change.
        QVERIFY(*m_queue->complete(again(added(UploadKind::TrackAudio, track)), u"tracks/u/h.wav"_s, now));
        QCOMPARE(version(), 3);
    }

    void completionIsAllOrNothing()
    {
        const qint64 track = m_library->addTrack(u"h"_s);
        const UploadJob job = added(UploadKind::TrackAudio, track);
        m_library->run(u"CREATE TRIGGER refuse BEFORE UPDATE ON tracks BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        const auto result = m_queue->complete(job, u"tracks/u/h.wav"_s, now);
        QVERIFY(!result.hasValue());
        QCOMPARE(result.error().kind, Error::Kind::Database);
        QCOMPARE(again(job).status, UploadStatus::Pending);
    }

    void aDeletedTrackTakesItsJobsAlong()
    {
        const qint64 track = m_library->addTrack(u"h"_s);
        const qint64 other = m_library->addTrack(u"other"_s);
        const UploadJob job = added(UploadKind::TrackAudio, track);
        (void)added(UploadKind::ArtworkThumb, track);
        (void)added(UploadKind::TrackAudio, other);
        m_library->run(u"PRAGMA foreign_keys = OFF"_s);
        m_library->run(u"DELETE FROM tracks WHERE id = ?"_s, {track});
        QCOMPARE(rows(u"true"_s), 1);
        QCOMPARE(*m_queue->saveProgress(job, 1), false);
        QCOMPARE(*m_queue->complete(job, u"x"_s, now), false);
        m_library->run(u"DROP TABLE tracks"_s);
        QCOMPARE(rows(u"true"_s), 1);
    }

    void exclusionWaitsAndComesBack()
    {
        const UploadJob audio1 = added(UploadKind::TrackAudio, 1);
        const UploadJob audio2 = added(UploadKind::TrackAudio, 2);
        QVERIFY(!m_queue->setRowExcluded(audio1, true));
        QCOMPARE(next().id, audio2.id);
        const UploadJob art1 = added(UploadKind::ArtworkThumb, 1); // later media of an excluded track
        QVERIFY(art1.excluded);
        QCOMPARE(next().id, audio2.id);
        QVERIFY(!m_queue->setExcludedKinds({UploadKind::TrackAudio}));
        QVERIFY(added(UploadKind::TrackAudio, 3).excluded);
        QCOMPARE(next().id, 0);
        QCOMPARE(m_queue->counts()->excluded.jobs, 4);
        QCOMPARE(m_queue->counts()->waiting(), 0);
        QVERIFY(!m_queue->setRowExcluded(audio1, false));
        QCOMPARE(next().id, art1.id);
        QVERIFY(again(audio1).excluded); // its kind still is
        QVERIFY(!m_queue->setExcludedKinds({}));
        QCOMPARE(m_queue->counts()->waiting(), 4);
    }

    void otherAccountGetsEverything()
    {
        const UploadJob job = added(UploadKind::TrackAudio, 1);
        QVERIFY(*m_queue->saveUploadUrl(job, u"https://x/1"_s, now, u"a"_s));
        QVERIFY(*m_queue->complete(job, u"tracks/a/1"_s, now));
        QVERIFY(!m_queue->requeueAll());
        QCOMPARE(next().id, job.id);
        QVERIFY(next().storagePath.isEmpty() && next().uploadUrl.isEmpty());
        QCOMPARE(*m_queue->complete(job, u"tracks/a/1"_s, now), false);
    }

    void packagesStillNeeded()
    {
        const UploadJob one = added(UploadKind::AnalysisPackage, 1);
        const UploadJob two = added(UploadKind::AnalysisPackage, 2);
        QVERIFY(*m_queue->saveFile(one, u"/p/one"_s, 5, "aa"));
        QVERIFY(*m_queue->saveFile(two, u"/p/two"_s, 6, "bb"));
        QVERIFY(*m_queue->complete(two, u"x"_s, now));
        QCOMPARE(*m_queue->packagePaths(), QSet<QString>{u"/p/one"_s});
        QCOMPARE(again(one).fileSize, 5);
        QCOMPARE(again(one).sha256, "aa");
    }

    void countsAndBytes()
    {
        const UploadJob a = added(UploadKind::TrackAudio, 1, 10);
        (void)added(UploadKind::TrackAudio, 2, 20);
        const UploadJob c = added(UploadKind::TrackAudio, 3, 40);
        const UploadJob d = added(UploadKind::TrackAudio, 4, 80);
        QVERIFY(*m_queue->markUploading(a));
        QVERIFY(*m_queue->saveProgress(a, 4));
        QVERIFY(*m_queue->fail(c, failure(Error::Kind::File), 6, std::nullopt));
        QVERIFY(*m_queue->complete(d, u"x"_s, now));
        const QueueCounts counts = *m_queue->counts();
        QCOMPARE(counts.pending, (QueueCounts::Group{1, 20, 0}));
        QCOMPARE(counts.uploading, (QueueCounts::Group{1, 10, 4}));
        QCOMPARE(counts.failed, (QueueCounts::Group{1, 40, 0}));
        QCOMPARE(counts.waiting(), 2);
        QCOMPARE(counts.bytesLeft(), 26);
    }

    void readsIndexesOnly_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("plan");
        QTest::newRow("next")
            << u"SELECT id FROM storage_sync_queue WHERE status IN ('pending', 'uploading') AND excluded = 0 "
               "AND (next_attempt_at <= 5 OR next_attempt_at > 9) ORDER BY priority, created_at, id LIMIT 1"_s
            << u"SCAN storage_sync_queue USING INDEX storage_sync_queue_next"_s;
        QTest::newRow("counts") << u"SELECT status, excluded <> 0, count(*), sum(file_size), sum(bytes_uploaded) FROM "
                                   "storage_sync_queue WHERE status <> 'completed' GROUP BY status, excluded"_s
                                << u"SCAN storage_sync_queue USING COVERING INDEX storage_sync_queue_counts"_s;
    }
    void readsIndexesOnly()
    {
        QFETCH(QString, sql);
        QFETCH(QString, plan);
        auto query = executed(m_library->database().connection(), u"EXPLAIN QUERY PLAN "_s + sql);
        QVERIFY(query.hasValue());
        QStringList found;
        while (query->next())
            found.append(query->value(3).toString());
        QCOMPARE(found, QStringList{plan});
    }

    void aHundredThousandJobsCostNothingNoticeable()
    {
        m_library->run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                       "INSERT INTO storage_sync_queue (upload_type, track_id, file_size, priority, object_name) "
                       "SELECT 'track_audio', i, 1000, 2, 'h' || i FROM n"_s);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100; ++i) {
            const UploadJob job = next();
            QVERIFY(*m_queue->complete(job, u"x"_s, now));
            QCOMPARE(*m_queue->enqueue(request(UploadKind::TrackAudio, 200000 + i)), StorageQueue::Enqueued::Added);
        }
        qInfo() << "a hundred jobs taken, completed and added, ms:" << timer.restart();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(m_queue->counts()->pending.jobs, 100000);
        const qint64 perCount = timer.elapsed() / 10;
        qInfo() << "counts of 100,000 jobs, ms:" << perCount;
        QVERIFY(perCount < 100);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestStorageQueue)
#include "tst_storagequeue.moc"
