// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "generator.h"

#include "coverart.h"
#include "names.h"
#include "rigrows.h"
#include "rng.h"
#include "songplan.h"
#include "songrenderer.h"
#include "trackrows.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

constexpr qint64 libraryBirth = 1'704'103'200; // 2024-01-01 10:00 UTC
constexpr int rowsBesideCalls = 9;             // of a compact track: tracks, beats, roots, waveforms, 4 stems, 1 score

struct Job
{
    GenerateOptions options;
    QString mediaFolder;
    QList<qint64> patterns;
    qint64 calls = 0; // pattern calls of all tracks, when a number of rows was asked for
    GenerateSummary summary;
};

QString fileName(const QString &title, int index)
{
    QString name = u"%1 %2"_s.arg(index + 1, 4, 10, QLatin1Char('0')).arg(title);
    for (QChar &c : name) {
        if (QStringView(u"/\\:*?\"<>|").contains(c))
            c = u'_';
    }
    return name;
}

double songSeconds(const GenerateOptions &options, Rng &rng)
{
    if (!options.media)
        return rng.between(90'000, 420'000) / 1000.0;
    const bool small = options.scale == GenerateOptions::Scale::Small;
    const int lowest = options.minAudioMb > 0 ? options.minAudioMb : (small ? 1 : 5);
    const int highest = std::max(lowest, options.maxAudioMb > 0 ? options.maxAudioMb : (small ? 8 : 50));
    return static_cast<double>(rng.between64(lowest * 1'000'000LL, highest * 1'000'000LL)) / (44100 * 4);
}

TrackRecord describe(Rng &rng, int index)
{
    TrackRecord track;
    track.title = Names::track(rng);
    track.artist = Names::artist(rng);
    track.album = rng.chance(0.9) ? Names::album(rng) : QString();
    track.trackNumber = index % 14 + 1;
    track.discNumber = rng.chance(0.15) ? 2 : 1;
    return track;
}

/// Makes the files of a track. Fills in the paths and the hash of the record.
Result<RenderedSong> makeMedia(Job &job, const SongPlan &plan, int index, TrackRecord &track, QString &logitsPath)
{
    const QString number = u"%1"_s.arg(index + 1, 4, 10, QLatin1Char('0'));
    track.filePath = job.mediaFolder + u"/audio/"_s + fileName(track.title, index) + u".wav"_s;
    const bool fullStems = job.options.scale == GenerateOptions::Scale::Realistic;
    auto song = renderSong(plan, {track.filePath, job.mediaFolder + u"/stems/"_s + number, fullStems, 0});
    if (!song)
        return song;
    track.hash = song->mixHash;
    const auto cover = drawCover(plan.seed, index % 2 ? CoverFormat::Png : CoverFormat::Jpeg,
                                 job.mediaFolder + u"/covers/"_s + number);
    if (!cover)
        return cover.failure();
    track.artPath = cover->path;
    track.artMime = cover->mime;
    logitsPath = job.mediaFolder + u"/logits/"_s + number + u".bin"_s;
    const auto logits = writeLogits(plan, logitsPath, Rng(plan.seed, "logits size").between64(1'000'000, 8'000'000));
    if (!logits)
        return logits.failure();
    job.summary.mediaFiles += 3 + song->stemPaths.size();
    job.summary.mediaBytes += song->bytes + cover->bytes + *logits;
    return song;
}

Result<void> writeTrack(Job &job, RowWriter &writer, TrackWriter &rows, int index)
{
    const quint64 seed = Rng::mix(job.options.seed, "track", static_cast<quint64>(index));
    Rng rng(seed);
    TrackRecord track = describe(rng, index);
    track.seconds = songSeconds(job.options, rng);
    const SongPlan plan = SongPlan::make(seed, track.seconds);
    QMap<QString, QString> stems;
    QString logitsPath;
    if (job.options.media) {
        const auto song = makeMedia(job, plan, index, track, logitsPath);
        if (!song)
            return song.failure();
        stems = song->stemPaths;
    } else {
        track.filePath = u""_s; // NOT NULL, so it may not be a null string
        track.hash =
            QString::fromLatin1(QCryptographicHash::hash(QByteArray::number(seed), QCryptographicHash::Sha256).toHex());
        for (const QString &name : stemNames())
            stems.insert(name, u""_s);
    }

    const bool compact = job.options.rows > 0;
    writer.setTime(libraryBirth + 86'400 + index * 420LL + rng.between(0, 400));
    const qint64 id = rows.writeTrack(track);
    rows.writeAnalysis(id, plan, compact ? Detail::Compact : Detail::Full, stems, logitsPath);
    if (compact) { // the calls left, spread evenly over the tracks left
        const qint64 calls = job.calls / (job.summary.tracks - index);
        job.calls -= calls;
        rows.writeScore(id, plan, Names::score(0), job.patterns, static_cast<int>(calls), rng);
        return {};
    }
    const int scores = rng.between(1, 3);
    for (int score = 0; score < scores; ++score)
        rows.writeScore(id, plan, Names::score(score), job.patterns, rng.between(20, 200), rng);
    return {};
}

/// Tracks from..to in one transaction.
Result<void> writeTracks(Job &job, Database &database, int from, int to)
{
    RowWriter writer(database);
    TrackWriter rows(writer);
    for (int index = from; index < to && !writer.isFailed(); ++index) {
        if (const auto done = writeTrack(job, writer, rows, index); !done)
            return done;
    }
    job.summary.rows += writer.rows();
    return writer.commit();
}

RigSize rigSize(const GenerateOptions &options)
{
    const auto scaled = [&options](int rowsPerOne, int lowest, int highest) {
        return static_cast<int>(std::clamp<qint64>(options.rows / rowsPerOne, lowest, highest));
    };
    if (options.rows > 0)
        return {scaled(50'000, 2, 20), scaled(500, 50, 2000), scaled(250, 16, 200), Detail::Compact};
    if (options.scale == GenerateOptions::Scale::Realistic)
        return {8, 800, 200, Detail::Full};
    return {};
}

} // namespace

Result<GenerateSummary> generateLibrary(Database &database, const QString &mediaFolder, const GenerateOptions &options,
                                        const Progress &progress)
{
    const auto present = database.value(u"SELECT (SELECT count(*) FROM tracks) + (SELECT count(*) FROM venues)"_s);
    if (!present)
        return present.failure();
    if (present->toLongLong() > 0)
        return Failure{u"The library is not empty; generate into a new folder."_s};

    Job job{options, mediaFolder, {}, 0, {}};
    const RigSize size = rigSize(options);
    job.summary.tracks = options.tracks;
    if (options.rows > 0) {
        job.options.media = false;
        const qint64 left = options.rows - size.rows();
        job.summary.tracks = static_cast<int>(left / 20);
        job.calls = left - job.summary.tracks * static_cast<qint64>(rowsBesideCalls);
        if (job.summary.tracks < 1)
            return Failure{u"A library has at least 200 rows; ask for more."_s};
    }
    const int tracks = job.summary.tracks;
    if (tracks < 1)
        return Failure{u"A library has at least one track; ask for more."_s};

    RowWriter writer(database);
    job.patterns = writeRig(writer, options.seed, size, libraryBirth).patterns;
    job.summary.rows += writer.rows();
    if (const auto done = writer.commit(); !done)
        return done.failure();

    const int step = job.options.media ? 1 : 5000; // like an app: each import is a transaction of its own
    for (int from = 0; from < tracks; from += step) {
        const int to = std::min(from + step, tracks);
        if (progress && !progress(from, tracks, u"track %1 of %2"_s.arg(to).arg(tracks))) {
            job.summary.tracks = from;
            return job.summary;
        }
        if (const auto done = writeTracks(job, database, from, to); !done)
            return done.failure();
    }
    return job.summary;
}

} // namespace Luma
