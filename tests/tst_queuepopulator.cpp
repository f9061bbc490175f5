// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/queuepopulator.h"

#include "medialibrary.h"
#include "suite.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestQueuePopulator : public QObject
{
    Q_OBJECT

    std::optional<MediaLibrary> m_library;
    std::optional<StorageQueue> m_queue;
    std::optional<MediaReader> m_reader;
    std::optional<QueuePopulator> m_populator;

    QList<UploadJob> allJobs()
    {
        const auto jobs = m_queue->jobs(0, 1000);
        return jobs ? *jobs : QList<UploadJob>();
    }
    QStringList jobs()
    {
        QStringList result;
        for (const QList<UploadJob> all = allJobs(); const UploadJob &job : all)
            result.append(uploadType(job.kind) + u' ' + job.objectName + u' ' + statusText(job.status));
        result.sort();
        return result;
    }
    /// Everything, in steps of `limit`.
    int sweep(int limit = 2)
    {
        int queued = 0;
        QueuePopulator::Place after;
        for (;;) {
            const auto step = m_populator->sweep(after, limit);
            if (!step)
                return -1;
            queued += step->queued;
            if (step->done)
                return queued;
            after = step->last;
        }
    }
    void completeAll()
    {
        for (const QList<UploadJob> all = allJobs(); const UploadJob &job : all)
            QVERIFY(*m_queue->complete(job, u"done"_s, QDateTime::currentDateTimeUtc()));
    }

private Q_SLOTS:
    void init()
    {
        m_library.emplace();
        m_queue.emplace(&m_library->database());
        m_reader.emplace(&m_library->database(), FileCatalog::luma());
        m_populator.emplace(&*m_reader, &*m_queue);
    }

    void hintsQueueOneKindEach()
    {
        const qint64 track = m_library->addTrack(u"abc"_s);
        QCOMPARE(*m_populator->trackImported(track), 1);
        QCOMPARE(jobs(), QStringList{u"track_audio abc.wav pending"_s});
        QCOMPARE(*m_populator->trackImported(track), 0);
        QCOMPARE(*m_populator->artworkExtracted(track), 1);
        QCOMPARE(*m_populator->artworkExtracted(track), 0);
        QCOMPARE(*m_populator->analysisFinished(track), 0); // nothing analysed
        m_library->addAnalysis(track);
        QCOMPARE(*m_populator->analysisFinished(track), 1);
        QCOMPARE(*m_populator->analysisFinished(track), 0);
        QCOMPARE(jobs(), (QStringList{u"analysis_package abc_analysis.tar.zst pending"_s,
                                      u"artwork_thumb abc_thumb.jpg pending"_s, u"track_audio abc.wav pending"_s}));
        QCOMPARE(*m_populator->trackImported(4711), 0); // gone again
    }

    void noArtworkNoJob()
    {
        const qint64 track = m_library->addTrack(u"abc"_s, false);
        QCOMPARE(*m_populator->artworkExtracted(track), 0);
        QCOMPARE(jobs(), QStringList());
    }

    void packageNeedsEverything_data()
    {
        QTest::addColumn<QString>("spoil");
        QTest::newRow("a stem is missing") << u"DELETE FROM track_stems WHERE stem_name = 'vocals'"_s;
        QTest::newRow("four stems, one of them another")
            << u"UPDATE track_stems SET stem_name = 'guitar' WHERE stem_name = 'bass'"_s;
        QTest::newRow("a stem without path") << u"UPDATE track_stems SET file_path = '' WHERE stem_name = 'bass'"_s;
        QTest::newRow("no roots") << u"DELETE FROM track_roots"_s;
        QTest::newRow("no logits") << u"UPDATE track_roots SET logits_path = NULL"_s;
        QTest::newRow("empty logits path") << u"UPDATE track_roots SET logits_path = ''"_s;
        QTest::newRow("no waveform") << u"DELETE FROM track_waveforms"_s;
        QTest::newRow("preview only") << u"UPDATE track_waveforms SET full_samples_json = NULL"_s;
    }
    void packageNeedsEverything()
    {
        QFETCH(QString, spoil);
        const qint64 track = m_library->addTrack(u"abc"_s);
        m_library->addAnalysis(track);
        m_library->run(spoil);
        QCOMPARE(*m_populator->analysisFinished(track), 0);
        QCOMPARE(sweep(), 2);
        for (const QString &table : {u"track_stems"_s, u"track_roots"_s, u"track_waveforms"_s})
            m_library->run(u"DELETE FROM "_s + table);
        m_library->addAnalysis(track);
        QCOMPARE(*m_populator->analysisFinished(track), 1);
    }

    void sweepFindsWhatWasMissed()
    {
        for (int i = 0; i < 5; ++i)
            m_library->addAnalysis(m_library->addTrack(u"t%1"_s.arg(i), i % 2 == 0));
        QCOMPARE(sweep(), 5 + 3 + 5);
        QCOMPARE(sweep(), 0);
        completeAll();
        QCOMPARE(sweep(), 0); // the storage paths that completion writes are no change of media
        QCOMPARE(sweep(1000), 0);
    }

    void sweepWritesAllOrNothingOfAStep()
    {
        for (int i = 0; i < 3; ++i)
            (void)m_library->addTrack(u"t%1"_s.arg(i), false);
        m_library->run(u"CREATE TRIGGER refuse BEFORE INSERT ON storage_sync_queue WHEN NEW.object_name = 't1.wav' "
                       "BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        QCOMPARE(sweep(10), -1);
        QCOMPARE(jobs(), QStringList());
        m_library->run(u"DROP TRIGGER refuse"_s);
        QCOMPARE(sweep(10), 3);
    }

    void changedMediaGoesUpAgain_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QStringList>("expected");
        const QString audio = u"track_audio abc.wav"_s;
        const QString art = u"artwork_thumb abc_thumb.jpg"_s;
        const QString package = u"analysis_package abc_analysis.tar.zst"_s;
        QTest::newRow("audio grows") << u"audio"_s << QStringList{audio};
        QTest::newRow("audio touched") << u"touch"_s << QStringList{audio};
        QTest::newRow("artwork, also in the package") << u"art"_s << QStringList{package, art};
        QTest::newRow("a stem") << u"stem"_s << QStringList{package};
        QTest::newRow("waveform") << u"waveform"_s << QStringList{package};
        QTest::newRow("waveform colors added") << u"colors"_s << QStringList{package};
        QTest::newRow("title only") << u"title"_s << QStringList{};
        QTest::newRow("audio is gone") << u"gone"_s << QStringList{};
        QTest::newRow("a stem is gone") << u"stemgone"_s << QStringList{};
    }
    void changedMediaGoesUpAgain()
    {
        QFETCH(QString, deed);
        QFETCH(QStringList, expected);
        const qint64 track = m_library->addTrack(u"abc"_s);
        m_library->addAnalysis(track);
        QCOMPARE(sweep(), 3);
        completeAll();
        if (deed == u"audio")
            m_library->put(u"audio/abc.wav"_s, "longer than before");
        if (deed == u"touch") {
            QFile file(m_library->path(u"audio/abc.wav"_s));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1000000000), QFileDevice::FileModificationTime));
        }
        if (deed == u"art")
            m_library->putPicture(u"art/abc.png"_s, 20);
        if (deed == u"stem")
            m_library->put(u"stems/%1-bass.wav"_s.arg(track), "short");
        if (deed == u"waveform")
            m_library->run(u"UPDATE track_waveforms SET full_samples_json = '[2,1,0]'"_s);
        if (deed == u"colors")
            m_library->run(
                u"UPDATE track_waveforms SET colors_json = NULL, version = version, updated_at = updated_at"_s);
        if (deed == u"title")
            m_library->run(u"UPDATE tracks SET title = 'other'"_s);
        if (deed == u"gone")
            QVERIFY(QFile::remove(m_library->path(u"audio/abc.wav"_s)));
        if (deed == u"stemgone")
            QVERIFY(QFile::remove(m_library->path(u"stems/%1-bass.wav"_s.arg(track))));
        QCOMPARE(sweep(), expected.size());
        QStringList pending = jobs().filter(u"pending"_s);
        pending.replaceInStrings(u" pending"_s, QString());
        QCOMPARE(pending, expected);
    }

    void newHashIsANewObject()
    {
        const qint64 track = m_library->addTrack(u"abc"_s);
        m_library->addAnalysis(track);
        QCOMPARE(sweep(), 3);
        completeAll();
        m_library->run(u"UPDATE tracks SET track_hash = 'def'"_s);
        QCOMPARE(sweep(), 3);
        QCOMPARE(jobs(), (QStringList{u"analysis_package def_analysis.tar.zst pending"_s,
                                      u"artwork_thumb def_thumb.jpg pending"_s, u"track_audio def.wav pending"_s}));
    }

    void extensions_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"/a/b.mp3"_s << u"h.mp3"_s;
        QTest::newRow("upper case") << u"/a/b.FLAC"_s << u"h.flac"_s;
        QTest::newRow("none") << u"/a/b"_s << u"h.bin"_s;
        QTest::newRow("not ASCII") << u"/a/b.müsik"_s << u"h.bin"_s;
        QTest::newRow("long") << u"/a/b.averylongsuffix"_s << u"h.bin"_s;
        QTest::newRow("odd") << u"/a/b.m p"_s << u"h.bin"_s;
    }
    void extensions()
    {
        QFETCH(QString, path);
        QFETCH(QString, name);
        const QString pattern = FileCatalog::luma().file(UploadKind::TrackAudio)->object;
        QCOMPARE(filledPattern(pattern, {u"h"_s}, path), name);
        QCOMPARE(filledPattern(pattern, {u"{ext}"_s}, u"/x.wav"_s), u"=7Bext=7D.wav"_s); // a name is data
        QCOMPARE(filledPattern(u"{id}/{name}.{ext}"_s, {u"7"_s, u"日記"_s}, path),
                 u"7/=E6=97=A5=E8=A8=98."_s + plainSuffix(path));
    }

    void packageSourceHasTheWaveform()
    {
        const qint64 track = m_library->addTrack(u"abc"_s);
        m_library->addAnalysis(track);
        const auto media = m_reader->row(UploadKind::AnalysisPackage, track);
        QVERIFY(media && *media);
        const auto source = m_reader->packageSource(UploadKind::AnalysisPackage, **media);
        QVERIFY(source.hasValue());
        QCOMPARE(source->name, u"abc_analysis"_s);
        QStringList names;
        for (const PackageEntry &entry : source->entries)
            names.append(entry.name);
        QCOMPARE(names, (QStringList{u"artwork.png"_s, u"waveform.json"_s, u"logits.bin"_s, u"stems/bass.wav"_s,
                                     u"stems/drums.wav"_s, u"stems/vocals.wav"_s, u"stems/other.wav"_s}));
        const QJsonObject waveform = QJsonDocument::fromJson(source->entries.at(1).content).object();
        QCOMPARE(waveform.value("sample_rate"_L1).toInt(), 44100);
        m_library->run(u"UPDATE tracks SET album_art_path = NULL"_s); // a package goes without artwork
        const auto bare = m_reader->row(UploadKind::AnalysisPackage, track);
        const auto less = m_reader->packageSource(UploadKind::AnalysisPackage, **bare);
        QCOMPARE(less->entries.size(), 6);
        QCOMPARE(less->entries.first().name, u"waveform.json"_s);
        m_library->run(u"DELETE FROM track_waveforms"_s);
        QCOMPARE(m_reader->packageSource(UploadKind::AnalysisPackage, **media).error().code, u"missing"_s);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestQueuePopulator)
#include "tst_queuepopulator.moc"
