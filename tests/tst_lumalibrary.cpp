// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "files.h"
#include "suite.h"

#include "luma-library/lumalibrary.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QImageReader>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Luma;

/// The reference app's library: what the generator makes.
class TestLumaLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameSeedSameBytes();
    void allTablesAreFilled();
    void hashIsOfTheFile();
    void audioIsWaveWithSound();
    void coversDecode();
    void jsonIsValid_data();
    void jsonIsValid();
    void sizesAreAsDescribed();
    void rowsAreExact_data();
    void rowsAreExact();
    void realisticScaleHasFullStems();
    void refusals();

private:
    QVariantList column(const QString &sql);
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::optional<LumaLibrary> m_library;
};

namespace {

GenerateOptions smallOptions(quint64 seed)
{
    GenerateOptions options;
    options.seed = seed;
    options.tracks = 3;
    options.minAudioMb = options.maxAudioMb = 1;
    return options;
}

QMap<QString, QByteArray> mediaOf(const LumaLibrary &library)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(library.mediaFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        files.insert(file.mid(library.mediaFolder().size()),
                     QCryptographicHash::hash(contentOf(file), QCryptographicHash::Sha256));
    }
    return files;
}

struct Wave
{
    quint16 channels = 0;
    quint32 rate = 0;
    double loudness = 0; // root mean square, 1 is full scale
};

/// Reads a WAV file by the fields of its header, and checks that they agree with each other and with the
/// file's size.
std::optional<Wave> readWave(const QString &path)
{
    const QByteArray bytes = contentOf(path);
    if (bytes.size() < 44 || !bytes.startsWith("RIFF") || bytes.mid(8, 8) != "WAVEfmt " || bytes.mid(36, 4) != "data")
        return {};
    const auto u16 = [&bytes](int at) { return qFromLittleEndian<quint16>(bytes.constData() + at); };
    const auto u32 = [&bytes](int at) { return qFromLittleEndian<quint32>(bytes.constData() + at); };
    const Wave wave{u16(22), u32(24), 0};
    if (u32(4) != bytes.size() - 8 || u32(40) != bytes.size() - 44 || u16(20) != 1 || u16(34) != 16 ||
        u16(32) != wave.channels * 2 || u32(28) != wave.rate * u16(32))
        return {};
    double squares = 0;
    for (qsizetype at = 44; at < bytes.size(); at += 2)
        squares += std::pow(qFromLittleEndian<qint16>(bytes.constData() + at) / 32768.0, 2);
    return Wave{wave.channels, wave.rate, std::sqrt(squares / (static_cast<double>(bytes.size() - 44) / 2))};
}

} // namespace

QVariantList TestLumaLibrary::column(const QString &sql)
{
    const auto values = m_library->database().column(sql);
    return values ? *values : QVariantList{values.error()};
}

void TestLumaLibrary::initTestCase()
{
    auto library = LumaLibrary::create(path(u"shared"_s));
    QVERIFY2(library, qPrintable(library.error()));
    m_library = std::move(*library);
    const auto summary = m_library->generate(smallOptions(11));
    QVERIFY2(summary, qPrintable(summary.error()));
    QCOMPARE(summary->tracks, 3);
    QCOMPARE(summary->mediaFiles, 3 * 7);
}

void TestLumaLibrary::sameSeedSameBytes()
{
    const auto dumpAndMedia = [this](const QString &name, quint64 seed) {
        auto library = LumaLibrary::create(path(name));
        const bool made = library && library->generate(smallOptions(seed));
        const auto dump = made ? library->dump() : Result<QByteArray>(Failure{u"not made"_s});
        return dump ? std::pair{*dump, mediaOf(*library)} : std::pair{QByteArray(), QMap<QString, QByteArray>()};
    };
    const auto first = std::pair{*m_library->dump(), mediaOf(*m_library)};
    const auto second = dumpAndMedia(u"again, elsewhere"_s, 11);
    QCOMPARE(second.second, first.second);
    QVERIFY(second.first == first.first);
    const auto other = dumpAndMedia(u"other"_s, 12);
    QCOMPARE(other.second.size(), first.second.size());
    for (const QByteArray &hash : other.second)
        QVERIFY(!first.second.values().contains(hash));
    QVERIFY(other.first != first.first);
}

void TestLumaLibrary::allTablesAreFilled()
{
    const auto counts = m_library->rowCounts();
    QVERIFY(counts);
    QCOMPARE(counts->size(), 14);
    for (const auto &[table, count] : counts->asKeyValueRange())
        QVERIFY2(count > 0, qPrintable(table));
    QCOMPARE(counts->value(u"pattern_categories"_s), 12);
    QCOMPARE(counts->value(u"track_stems"_s), 12);
    QCOMPARE(column(u"SELECT count(*) FROM patterns WHERE forked_from_id IS NOT NULL"_s).first().toInt() > 0, true);
    QCOMPARE(column(u"SELECT count(*) * 2 > 40 FROM patterns WHERE default_implementation_id IS NOT NULL"_s),
             QVariantList{1});
}

void TestLumaLibrary::hashIsOfTheFile()
{
    for (const QVariant &file : column(u"SELECT file_path FROM tracks"_s)) {
        QVERIFY(QFileInfo(file.toString()).isAbsolute());
        const auto hash = m_library->database().value(u"SELECT track_hash FROM tracks WHERE file_path = ?"_s, {file});
        const QByteArray expected = QCryptographicHash::hash(contentOf(file.toString()), QCryptographicHash::Sha256);
        QCOMPARE(hash->toString().toLatin1(), expected.toHex());
    }
}

void TestLumaLibrary::audioIsWaveWithSound()
{
    const QVariantList mixes = column(u"SELECT file_path FROM tracks"_s);
    const QVariantList stems = column(u"SELECT file_path FROM track_stems"_s);
    QCOMPARE(stems.size(), 4 * mixes.size());
    for (const QVariant &file : mixes + stems) {
        const auto wave = readWave(file.toString());
        QVERIFY2(wave, qPrintable(file.toString()));
        const bool mix = mixes.contains(file);
        QCOMPARE(wave->channels, mix ? 2 : 1);
        QCOMPARE(wave->rate, mix ? 44100U : 22050U);
        QVERIFY2(wave->loudness > 0.02 && wave->loudness < 0.5, qPrintable(QString::number(wave->loudness)));
    }
}

void TestLumaLibrary::coversDecode()
{
    QSet<QString> mimes;
    for (const QVariant &file : column(u"SELECT album_art_path FROM tracks"_s)) {
        QImageReader reader(file.toString());
        const QByteArray mime = "image/" + reader.format();
        const QImage image = reader.read();
        QVERIFY2(!image.isNull(), qPrintable(reader.errorString()));
        QVERIFY(image.width() >= 300);
        const qint64 size = QFileInfo(file.toString()).size();
        QVERIFY2(size > 100'000 && size < 3'500'000, qPrintable(QString::number(size)));
        const auto stored =
            m_library->database().value(u"SELECT album_art_mime FROM tracks WHERE album_art_path = ?"_s, {file});
        QCOMPARE(stored->toString().toLatin1(), mime);
        mimes.insert(stored->toString());
    }
    QCOMPARE(mimes, (QSet<QString>{u"image/jpeg"_s, u"image/png"_s}));
}

void TestLumaLibrary::jsonIsValid_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("name");
    for (const QString &table : Database::libraryTables()) {
        for (const QVariant &name :
             column(u"SELECT name FROM pragma_table_info('%1') WHERE name LIKE '%json'"_s.arg(table)))
            QTest::addRow("%s.%s", qPrintable(table), qPrintable(name.toString())) << table << name.toString();
    }
}

void TestLumaLibrary::jsonIsValid()
{
    QFETCH(QString, table);
    QFETCH(QString, name);
    const QVariantList values = column(u"SELECT %1 FROM %2"_s.arg(name, table));
    QVERIFY(!values.isEmpty());
    for (const QVariant &value : values) {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(value.toString().toUtf8(), &error);
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        QVERIFY(!document.isEmpty());
    }
}

void TestLumaLibrary::sizesAreAsDescribed()
{
    QCOMPARE(
        column(
            u"SELECT min(length(graph_json)) >= 2000 AND max(length(graph_json)) <= 60 * 1024 FROM implementations"_s),
        QVariantList{1});
    for (const QVariant &size : column(u"SELECT length(preview_samples_json || preview_colors_json || "
                                       u"preview_bands_json || full_samples_json || colors_json "
                                       "|| bands_json) FROM track_waveforms"_s))
        QVERIFY2(size.toInt() >= 20'000 && size.toInt() <= 400 * 1024, qPrintable(size.toString()));
    for (const QVariant &calls : column(u"SELECT count(*) FROM track_scores GROUP BY score_id"_s))
        QVERIFY(calls.toInt() >= 20 && calls.toInt() <= 200);
    for (const QVariant &file : column(u"SELECT logits_path FROM track_roots"_s)) {
        const qint64 size = QFileInfo(file.toString()).size();
        QVERIFY(size > 990'000 && size <= 8'000'000 && size % 100 == 0);
    }
}

void TestLumaLibrary::rowsAreExact_data()
{
    QTest::addColumn<qint64>("rows");
    for (const qint64 rows : {200, 1000, 9999, 50'000})
        QTest::addRow("%lld", rows) << rows;
}

void TestLumaLibrary::rowsAreExact()
{
    QFETCH(qint64, rows);
    QTemporaryDir folder;
    auto library = LumaLibrary::create(folder.path());
    GenerateOptions options;
    options.rows = rows;
    QVERIFY(library);
    const auto summary = library->generate(options);
    QVERIFY2(summary, qPrintable(summary.error()));
    QCOMPARE(summary->rows, rows);
    const auto counts = library->rowCounts();
    qint64 sum = -counts->value(u"settings"_s);
    for (const auto &[table, count] : counts->asKeyValueRange()) {
        QVERIFY2(count > 0, qPrintable(table));
        sum += count;
    }
    QCOMPARE(sum, rows);
    QVERIFY(library->database().column(u"PRAGMA foreign_key_check"_s)->isEmpty());
    QVERIFY(!QFileInfo::exists(library->mediaFolder()));
}

void TestLumaLibrary::realisticScaleHasFullStems()
{
    auto library = LumaLibrary::create(path(u"realistic"_s));
    GenerateOptions options = smallOptions(3);
    options.tracks = 1;
    options.scale = GenerateOptions::Scale::Realistic;
    QVERIFY(library && library->generate(options));
    for (const QVariant &file : *library->database().column(u"SELECT file_path FROM track_stems"_s))
        QCOMPARE(readWave(file.toString())->channels, 2);
    QCOMPARE(library->rowCounts()->value(u"fixtures"_s), 800);
}

void TestLumaLibrary::refusals()
{
    QVERIFY(LumaLibrary::create(m_library->folder()).error().contains(u"already"));
    QVERIFY(LumaLibrary::open(path(u"nowhere"_s)).error().contains(u"There is no library"));
    QVERIFY(m_library->generate({}).error().contains(u"not empty"));

    const QString junk = path(u"junk"_s);
    QVERIFY(QDir().mkpath(junk));
    QFile file(LumaLibrary::databasePath(junk));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("This is not a database. ").repeated(100));
    file.close();
    QVERIFY(LumaLibrary::open(junk).error().contains(u"cannot be used"));

    auto tooSmall = LumaLibrary::create(path(u"too small"_s));
    GenerateOptions options;
    options.rows = 20;
    QVERIFY(tooSmall->generate(options).error().contains(u"at least"));
}

LUMASYNC_SUITE(QCoreApplication, TestLumaLibrary)
#include "tst_lumalibrary.moc"
