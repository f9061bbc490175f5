// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "folderimport.h"

#include "audiotags.h"
#include "coverart.h"
#include "names.h"
#include "rigrows.h"
#include "songplan.h"
#include "songrenderer.h"
#include "trackrows.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

bool isAudio(const QFileInfo &file)
{
    static const QStringList suffixes{u"mp3"_s, u"flac"_s, u"ogg"_s,  u"oga"_s, u"opus"_s,
                                      u"wav"_s, u"m4a"_s,  u"aiff"_s, u"aif"_s};
    return suffixes.contains(file.suffix().toLower());
}

/// All audio under a folder, in the order of the names. Does not follow links to folders and leaves the
/// library's own out.
void collect(const QString &folder, const QString &libraryFolder, QStringList &files, ImportReport &report)
{
    const QDir dir(folder);
    if (!dir.isReadable()) {
        report.unreadable.append({folder, u"the folder cannot be read"_s});
        return;
    }
    const auto filter = QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot; // System: broken links
    for (const QFileInfo &entry : dir.entryInfoList(filter, QDir::Name)) {
        const bool broken = entry.isSymLink() && !entry.exists();
        if ((entry.isFile() || broken) && isAudio(entry)) // never a pipe or a device
            files.append(entry.absoluteFilePath());
        else if (entry.isDir() && !entry.isSymLink() && entry.absoluteFilePath() != libraryFolder)
            collect(entry.absoluteFilePath(), libraryFolder, files, report);
    }
}

/// The hex SHA-256 of a file's content, read in blocks.
Result<QByteArray> hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure{file.errorString()};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(1 << 20, Qt::Uninitialized);
    while (true) {
        const qint64 size = file.read(block.data(), block.size());
        if (size < 0)
            return Failure{file.errorString()};
        if (size == 0)
            return hash.result().toHex();
        hash.addData(QByteArrayView(block.constData(), size));
    }
}

class Importer
{
public:
    Importer(Database &database, const QString &mediaFolder, const ImportOptions &options, ImportReport &report)
        : m_database(database)
        , m_mediaFolder(mediaFolder)
        , m_options(options)
        , m_report(report)
    {
    }

    Result<void> prepareRig();
    /// A failure is one of the library (disk, database), never of the file.
    Result<void> import(const QString &path);

private:
    Result<bool> isKnown(const QString &path, const QString &hash);
    Result<void> store(const QString &path, const AudioTags &tags, const QString &hash);
    Result<void> simulateAnalysis(TrackWriter &rows, qint64 track, const TrackRecord &record);

    Database &m_database;
    const QString m_mediaFolder;
    const ImportOptions &m_options;
    ImportReport &m_report;
    QList<qint64> m_patterns;
};

Result<void> Importer::prepareRig()
{
    const auto venues = m_database.value(u"SELECT count(*) FROM venues"_s);
    if (!venues)
        return venues.failure();
    if (m_options.starterRig && venues->toInt() == 0) {
        RowWriter writer(m_database);
        writeRig(writer, 1, {}, QDateTime::currentSecsSinceEpoch());
        m_report.rows += writer.rows();
        if (const auto done = writer.commit(); !done)
            return done;
    }
    const auto patterns = m_database.column(u"SELECT id FROM patterns ORDER BY id"_s);
    if (!patterns)
        return patterns.failure();
    for (const QVariant &pattern : *patterns)
        m_patterns.append(pattern.toLongLong());
    return {};
}

Result<void> Importer::import(const QString &path)
{
    const auto tags = readAudioTags(path);
    if (!tags) {
        m_report.unreadable.append({path, tags.error()});
        return {};
    }
    const auto hash = hashOf(path);
    if (!hash) {
        m_report.unreadable.append({path, hash.error()});
        return {};
    }
    const auto known = isKnown(path, QString::fromLatin1(*hash));
    if (!known)
        return known.failure();
    if (*known) {
        m_report.duplicates.append(path);
        return {};
    }
    return store(path, *tags, QString::fromLatin1(*hash));
}

Result<bool> Importer::isKnown(const QString &path, const QString &hash)
{
    const auto recorded = m_database.value(u"SELECT file_path FROM tracks WHERE track_hash = ?"_s, {hash});
    if (!recorded)
        return recorded.failure();
    if (!recorded->isValid())
        return false;
    if (!QFileInfo::exists(recorded->toString())) {
        const auto moved = m_database.run(u"UPDATE tracks SET file_path = ? WHERE track_hash = ?"_s, {path, hash});
        if (!moved)
            return moved.failure();
    }
    return true;
}

Result<void> Importer::store(const QString &path, const AudioTags &tags, const QString &hash)
{
    TrackRecord record{hash,         tags.title, tags.artist, tags.album, tags.trackNumber, tags.discNumber,
                       tags.seconds, path,       {},          {}};
    if (record.title.isEmpty())
        record.title = QFileInfo(path).completeBaseName();
    if (!tags.cover.isEmpty()) {
        if (const auto cover = saveCover(tags.cover, m_mediaFolder + u"/covers/"_s + hash)) {
            record.artPath = cover->path;
            record.artMime = cover->mime;
            ++m_report.covers;
        } else {
            m_report.unreadable.append({path, u"its cover was left out: %1"_s.arg(cover.error())});
        }
    }

    RowWriter writer(m_database);
    TrackWriter rows(writer);
    const qint64 track = rows.writeTrack(record);
    if (m_options.simulateAnalysis) {
        if (const auto done = simulateAnalysis(rows, track, record); !done)
            return done;
    }
    m_report.rows += writer.rows();
    if (const auto done = writer.commit(); !done)
        return done;
    ++m_report.imported;
    m_report.audioBytes += QFileInfo(path).size();
    return {};
}

Result<void> Importer::simulateAnalysis(TrackWriter &rows, qint64 track, const TrackRecord &record)
{
    const quint64 seed = record.hash.first(16).toULongLong(nullptr, 16);
    const SongPlan plan = SongPlan::make(seed, record.seconds > 0 ? record.seconds : m_options.stemSeconds);
    const auto stems = renderSong(plan, {{}, m_mediaFolder + u"/stems/"_s + record.hash, false, m_options.stemSeconds});
    if (!stems)
        return stems.failure();
    const QString logitsPath = m_mediaFolder + u"/logits/"_s + record.hash + u".bin"_s;
    const auto logitsBytes = static_cast<qint64>(std::clamp(plan.seconds * 20'000, 100'000.0, 8'000'000.0));
    if (const auto logits = writeLogits(plan, logitsPath, logitsBytes); !logits)
        return logits.failure();
    rows.writeAnalysis(track, plan, Detail::Full, stems->stemPaths, logitsPath);
    Rng rng(seed, "score");
    if (!m_patterns.isEmpty())
        rows.writeScore(track, plan, Names::score(0), m_patterns, rng.between(20, 60), rng);
    return {};
}

} // namespace

Result<ImportReport> importPaths(Database &database, const QString &mediaFolder, const QStringList &paths,
                                 const ImportOptions &options, const Progress &progress)
{
    ImportReport report;
    QStringList files;
    const QString libraryFolder = QFileInfo(mediaFolder).absolutePath();
    for (const QString &path : paths) {
        const QFileInfo entry(path);
        if (entry.isDir())
            collect(entry.absoluteFilePath(), libraryFolder, files, report);
        else if (entry.isFile() && isAudio(entry))
            files.append(entry.absoluteFilePath());
    }
    report.found = static_cast<int>(files.size());

    Importer importer(database, mediaFolder, options, report);
    if (const auto done = importer.prepareRig(); !done)
        return done.failure();
    for (int i = 0; i < files.size(); ++i) {
        if (progress && !progress(i, report.found, QFileInfo(files[i]).fileName()))
            break;
        if (const auto done = importer.import(files[i]); !done)
            return done.failure();
    }
    return report;
}

Result<ImportReport> importFolder(Database &database, const QString &mediaFolder, const QString &audioFolder,
                                  const ImportOptions &options, const Progress &progress)
{
    if (!QFileInfo(audioFolder).isDir())
        return Failure{u"There is no folder '%1'; name one that holds audio files."_s.arg(audioFolder)};
    return importPaths(database, mediaFolder, {audioFolder}, options, progress);
}

} // namespace Luma
