// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "audiosamples.h"
#include "files.h"
#include "suite.h"

#include "luma-library/lumalibrary.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace Luma;

/// Import of a folder of audio files: what is read from each format, and what happens to files that are none.
class TestLumaImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tagsAndCover_data();
    void tagsAndCover();
    void fileNameIsTheTitle();
    void unreadableFilesAreListed();
    void sameContentIsOneTrack();
    void movedFileGetsItsNewPath();
    void analysisIsStable();
    void ownMediaIsNotImported();
    void stopsWhenAsked();
    void missingFolderIsOneSentence();

private:
    QString audio(const QString &name) const { return m_folder->filePath(u"audio/"_s + name); }
    void write(const QString &name, const QByteArray &content);
    void encode(const QString &name, const QStringList &options);
    QVariant value(const QString &sql);

    QTemporaryDir m_source; // one song as WAV
    QString m_wav;
    QByteArray m_png;
    std::unique_ptr<QTemporaryDir> m_folder; // audio/ and library/, new for each test
    std::optional<LumaLibrary> m_library;
};

void TestLumaImport::initTestCase()
{
    auto source = LumaLibrary::create(m_source.path());
    GenerateOptions options;
    options.tracks = 1;
    options.minAudioMb = options.maxAudioMb = 1;
    QVERIFY(source && source->generate(options));
    m_wav = source->database().value(u"SELECT file_path FROM tracks"_s)->toString();
    QImage image(24, 24, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer buffer(&m_png);
    QVERIFY(image.save(&buffer, "png"));
    QVERIFY2(!QStandardPaths::findExecutable(u"flac"_s).isEmpty(), "install the package flac");
}

void TestLumaImport::init()
{
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(audio(u"album"_s)));
    auto library = LumaLibrary::create(m_folder->filePath(u"library"_s));
    QVERIFY(library);
    m_library = std::move(*library);
}

QVariant TestLumaImport::value(const QString &sql)
{
    const auto found = m_library->database().value(sql);
    return found ? *found : QVariant(found.error());
}

void TestLumaImport::write(const QString &name, const QByteArray &content)
{
    QFile file(audio(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

void TestLumaImport::encode(const QString &name, const QStringList &options)
{
    QProcess flac;
    flac.start(u"flac"_s, QStringList{u"--silent"_s, u"-0"_s, u"-o"_s, audio(name)} + options + QStringList{m_wav});
    QVERIFY2(flac.waitForFinished() && flac.exitCode() == 0, flac.readAllStandardError().constData());
}

void TestLumaImport::tagsAndCover_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("mp3, ID3v2 and APIC") << u"song.mp3"_s;
    QTest::newRow("flac, picture block") << u"song.flac"_s;
    QTest::newRow("ogg, METADATA_BLOCK_PICTURE") << u"song.oga"_s;
    QTest::newRow("wav, ID3 chunk") << u"song.wav"_s;
    QTest::newRow("aiff, ID3 chunk") << u"song.aiff"_s;
    QTest::newRow("m4a, covr") << u"song.m4a"_s;
}

void TestLumaImport::tagsAndCover()
{
    QFETCH(QString, name);
    const QStringList comments{u"-T"_s, u"TITLE=Déjà Vu"_s, u"-T"_s, u"ARTIST=灯台"_s,   u"-T"_s, u"ALBUM=Été"_s,
                               u"-T"_s, u"TRACKNUMBER=7"_s, u"-T"_s, u"DISCNUMBER=2/3"_s};
    const QString suffix = QFileInfo(name).suffix();
    double seconds = 1.0;
    if (suffix == u"mp3") {
        write(name, AudioSamples::id3(m_png) + AudioSamples::silentMp3());
    } else if (suffix == u"m4a") {
        write(name, AudioSamples::m4a(m_png));
    } else if (suffix == u"aiff") {
        write(name, AudioSamples::aiff(m_png));
    } else {
        seconds = 1e6 / (44100 * 4);
        const auto picture = QString::fromLatin1(AudioSamples::pictureBlock(m_png).toBase64());
        write(u"cover.png"_s, m_png);
        if (suffix == u"flac")
            encode(name, comments + QStringList{u"--picture"_s, audio(u"cover.png"_s)});
        else if (suffix == u"oga")
            encode(name, comments + QStringList{u"--ogg"_s, u"-T"_s, u"METADATA_BLOCK_PICTURE="_s + picture});
        else
            write(name, AudioSamples::taggedWav(contentOf(m_wav), m_png));
    }

    const auto report = m_library->importFolder(audio({}));
    QVERIFY2(report, qPrintable(report.error()));
    QCOMPARE(report->found, 1);
    QCOMPARE(report->imported, 1);
    QCOMPARE(report->covers, 1);
    QVERIFY(report->unreadable.isEmpty());
    QCOMPARE(
        value(
            u"SELECT title || '|' || artist || '|' || album || '|' || track_number || '|' || disc_number FROM tracks"_s),
        u"Déjà Vu|灯台|Été|7|2"_s);
    QCOMPARE(value(u"SELECT file_path FROM tracks"_s), QFileInfo(audio(name)).absoluteFilePath());
    QCOMPARE(value(u"SELECT album_art_mime FROM tracks"_s), u"image/png"_s);
    const QString cover = value(u"SELECT album_art_path FROM tracks"_s).toString();
    QVERIFY(cover.startsWith(m_library->mediaFolder() + u"/covers/"));
    QCOMPARE(contentOf(cover), m_png);
    const double stored = value(u"SELECT duration_seconds FROM tracks"_s).toDouble();
    QVERIFY2(std::abs(stored - seconds) < 0.05, qPrintable(QString::number(stored)));
    QCOMPARE(value(u"SELECT track_hash FROM tracks"_s).toByteArray(),
             QCryptographicHash::hash(contentOf(audio(name)), QCryptographicHash::Sha256).toHex());
    const auto counts = m_library->rowCounts();
    for (const auto &[table, count] : counts->asKeyValueRange())
        QVERIFY2(count > 0, qPrintable(table));
    QVERIFY(m_library->database().column(u"PRAGMA foreign_key_check"_s)->isEmpty());
}

void TestLumaImport::fileNameIsTheTitle()
{
    QVERIFY(QFile::copy(m_wav, audio(u"album/03. My — song.v2.WAV"_s)));
    const auto report = m_library->importFolder(audio({}));
    QVERIFY(report);
    QCOMPARE(report->imported, 1);
    QCOMPARE(
        value(
            u"SELECT title FROM tracks WHERE artist IS NULL AND album IS NULL AND track_number IS NULL AND album_art_path IS NULL"_s),
        u"03. My — song.v2"_s);
}

void TestLumaImport::unreadableFilesAreListed()
{
    write(u"noise.mp3"_s, QByteArray("no audio here ").repeated(500));
    write(u"empty.flac"_s, {});
    write(u"cut.ogg"_s, "OggS");
    write(u"cut.wav"_s, contentOf(m_wav).first(20));
    write(u"renamed.m4a"_s, m_png);
    write(u"text.txt"_s, "not looked at");
    QVERIFY(QFile::link(audio(u"nowhere"_s), audio(u"dangling.mp3"_s)));
    QVERIFY(QFile::copy(m_wav, audio(u"album/good.wav"_s)));
    const auto report = m_library->importFolder(audio({}));
    QVERIFY2(report, qPrintable(report.error()));
    QCOMPARE(report->imported, 1);
    QStringList listed;
    for (const auto &file : report->unreadable) {
        listed.append(QFileInfo(file.path).fileName());
        QVERIFY(!file.reason.isEmpty());
    }
    listed.sort();
    QCOMPARE(listed, (QStringList{u"cut.ogg"_s, u"cut.wav"_s, u"dangling.mp3"_s, u"empty.flac"_s, u"noise.mp3"_s,
                                  u"renamed.m4a"_s}));
}

void TestLumaImport::sameContentIsOneTrack()
{
    for (const QString &name : {u"a.wav"_s, u"album/b.wav"_s})
        QVERIFY(QFile::copy(m_wav, audio(name)));
    const auto first = m_library->importFolder(audio({}));
    QVERIFY(first);
    QCOMPARE(first->imported, 1);
    QCOMPARE(first->duplicates.size(), 1);
    const auto dump = m_library->dump();
    const auto second = m_library->importFolder(audio({}));
    QCOMPARE(second->imported, 0);
    QCOMPARE(second->duplicates.size(), 2);
    QVERIFY(*m_library->dump() == *dump);
}

void TestLumaImport::movedFileGetsItsNewPath()
{
    QVERIFY(QFile::copy(m_wav, audio(u"old.wav"_s)));
    QVERIFY(m_library->importFolder(audio({})));
    QVERIFY(QFile::rename(audio(u"old.wav"_s), audio(u"album/new.wav"_s)));
    const auto report = m_library->importFolder(audio({}));
    QCOMPARE(report->imported, 0);
    QCOMPARE(value(u"SELECT file_path FROM tracks"_s), QFileInfo(audio(u"album/new.wav"_s)).absoluteFilePath());
}

void TestLumaImport::analysisIsStable()
{
    QVERIFY(QFile::copy(m_wav, audio(u"a.wav"_s)));
    QVERIFY(m_library->importFolder(audio({})));
    const QStringList facts{u"SELECT beats_json FROM track_beats"_s, u"SELECT full_samples_json FROM track_waveforms"_s,
                            u"SELECT args_json FROM track_scores"_s};
    QVariantList first;
    for (const QString &fact : facts)
        first.append(value(fact));
    const QByteArray stem =
        contentOf(value(u"SELECT file_path FROM track_stems WHERE stem_name = 'drums'"_s).toString());
    const QByteArray logits = contentOf(value(u"SELECT logits_path FROM track_roots"_s).toString());
    QVERIFY(stem.size() > 100'000 && logits.size() >= 100'000);

    auto again = LumaLibrary::create(m_folder->filePath(u"second"_s));
    m_library = std::move(*again);
    QVERIFY(m_library->importFolder(audio({})));
    for (qsizetype i = 0; i < facts.size(); ++i)
        QCOMPARE(value(facts[i]), first[i]);
    QCOMPARE(contentOf(value(u"SELECT file_path FROM track_stems WHERE stem_name = 'drums'"_s).toString()), stem);
    QCOMPARE(contentOf(value(u"SELECT logits_path FROM track_roots"_s).toString()), logits);
}

void TestLumaImport::ownMediaIsNotImported()
{
    QVERIFY(QFile::copy(m_wav, audio(u"a.wav"_s)));
    for (int round = 0; round < 2; ++round) // the second time the library holds stems, which are WAV files too
        QCOMPARE(m_library->importFolder(m_folder->path())->found, 1);
}

void TestLumaImport::stopsWhenAsked()
{
    write(u"a.mp3"_s, AudioSamples::silentMp3());
    write(u"b.mp3"_s, AudioSamples::silentMp3().repeated(2));
    const auto report = m_library->importFolder(audio({}), {}, [](int done, int, const QString &) { return done < 1; });
    QVERIFY(report);
    QCOMPARE(report->imported, 1);
    QCOMPARE(m_library->rowCounts()->value(u"tracks"_s), 1);
}

void TestLumaImport::missingFolderIsOneSentence()
{
    QVERIFY(m_library->importFolder(audio(u"nowhere"_s)).error().contains(u"There is no folder"));
}

LUMASYNC_SUITE(QCoreApplication, TestLumaImport)
#include "tst_lumaimport.moc"
