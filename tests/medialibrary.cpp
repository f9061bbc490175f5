// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "medialibrary.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QRandomGenerator>
#include <QTest>

#include <cstring>

using namespace LumaSync;
using namespace Qt::StringLiterals;

MediaLibrary::MediaLibrary()
{
    QFile file(databasePath());
    QFile schema(QFINDTESTDATA("../examples/luma-library/schema.sql"));
    if (!file.open(QIODevice::WriteOnly) || !schema.open(QIODevice::ReadOnly))
        qFatal("the test library cannot be made");
    file.close();
    auto opened = Database::open(databasePath());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    m_database.emplace(std::move(*opened));
    run(u"PRAGMA synchronous = OFF"_s); // only for speed
    (void)value(u"PRAGMA journal_mode = WAL"_s);
    QStringList statements = QString::fromUtf8(schema.readAll()).split(u"\n;;"_s);
    statements += StorageQueue::createStatements();
    statements += u"CREATE TABLE lumasync_meta (key TEXT PRIMARY KEY, value TEXT)"_s;
    for (const QString &statement : std::as_const(statements)) {
        if (!statement.trimmed().isEmpty())
            run(statement);
    }
}

QString MediaLibrary::put(const QString &name, const QByteArray &bytes) const
{
    const QString where = path(name);
    QDir().mkpath(QFileInfo(where).path());
    QFile file(where);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("a test file cannot be written");
    return where;
}

QString MediaLibrary::putPicture(const QString &name, int size) const
{
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(QColor(size % 256, 100, 50));
    const QString where = put(name, {});
    if (!image.save(where))
        qFatal("a test picture cannot be written");
    return where;
}

qint64 MediaLibrary::addTrack(const QString &hash, bool withArtwork, const QByteArray &audio)
{
    const QString audioPath = put(u"audio/"_s + hash + u".wav"_s, audio);
    const QVariant art = withArtwork ? QVariant(putPicture(u"art/"_s + hash + u".png"_s, 700)) : QVariant();
    run(u"INSERT INTO tracks (track_hash, title, file_path, album_art_path) VALUES (?, ?, ?, ?)"_s,
        {hash, QString(u"Title of "_s + hash), audioPath, art});
    return value(u"SELECT id FROM tracks WHERE track_hash = ?"_s, {hash}).toLongLong();
}

void MediaLibrary::addStem(qint64 track, const QString &stem, const QByteArray &bytes)
{
    const QString where = put(u"stems/%1-%2.wav"_s.arg(track).arg(stem), bytes);
    run(u"INSERT INTO track_stems (track_id, stem_name, file_path) VALUES (?, ?, ?)"_s, {track, stem, where});
}

void MediaLibrary::addLogits(qint64 track)
{
    run(u"INSERT INTO track_roots (track_id, sections_json, logits_path) VALUES (?, '[]', ?)"_s,
        {track, put(u"logits/%1.bin"_s.arg(track), noiseBytes(3000, 5))});
}

void MediaLibrary::addWaveform(qint64 track)
{
    run(u"INSERT INTO track_waveforms (track_id, preview_samples_json, full_samples_json, colors_json, "
        u"bands_json, "
        "sample_rate) VALUES (?, '[0]', '[0,1,2]', '[[1,2,3]]', '[[4]]', 44100)"_s,
        {track});
}

void MediaLibrary::addAnalysis(qint64 track, qsizetype stemSize)
{
    quint32 seed = 1;
    for (const QString &stem : {u"bass"_s, u"drums"_s, u"vocals"_s, u"other"_s})
        addStem(track, stem, noiseBytes(stemSize, seed++));
    addLogits(track);
    addWaveform(track);
}

void MediaLibrary::run(const QString &sql, const QVariantList &values) const
{
    if (const Error error = m_database->run(sql, values))
        qFatal("%s: %s", qPrintable(sql), qPrintable(error.message));
}

QVariant MediaLibrary::value(const QString &sql, const QVariantList &values) const
{
    const auto result = m_database->value(sql, values);
    if (!result)
        qFatal("%s: %s", qPrintable(sql), qPrintable(result.error().message));
    return *result;
}

QByteArray noiseBytes(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (qsizetype i = 0; i < size; i += 4) {
        const quint32 four = random.generate() & 0x7f7f7f7f;
        memcpy(bytes.data() + i, &four, size_t(qMin<qsizetype>(4, size - i)));
    }
    return bytes;
}
