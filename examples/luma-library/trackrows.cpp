// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "trackrows.h"

#include "patterngraph.h"

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}
QVariant orNull(int number)
{
    return number == 0 ? QVariant() : QVariant(number);
}
QVariant orNull(double number)
{
    return number <= 0 ? QVariant() : QVariant(number);
}
QVariant jsonOrNull(const QByteArray &json)
{
    return json.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(json));
}

} // namespace

TrackWriter::TrackWriter(RowWriter &writer)
    : m_track(writer, "tracks"_L1,
              {u"track_hash"_s, u"title"_s, u"artist"_s, u"album"_s, u"track_number"_s, u"disc_number"_s,
               u"duration_seconds"_s, u"file_path"_s, u"album_art_path"_s, u"album_art_mime"_s})
    , m_beats(writer, "track_beats"_L1,
              {u"track_id"_s, u"beats_json"_s, u"downbeats_json"_s, u"bpm"_s, u"downbeat_offset"_s, u"beats_per_bar"_s})
    , m_roots(writer, "track_roots"_L1, {u"track_id"_s, u"sections_json"_s, u"logits_path"_s})
    , m_waveforms(writer, "track_waveforms"_L1,
                  {u"track_id"_s, u"preview_samples_json"_s, u"preview_colors_json"_s, u"preview_bands_json"_s,
                   u"full_samples_json"_s, u"colors_json"_s, u"bands_json"_s, u"sample_rate"_s})
    , m_stems(writer, "track_stems"_L1, {u"track_id"_s, u"stem_name"_s, u"file_path"_s})
    , m_score(writer, "scores"_L1, {u"track_id"_s, u"name"_s})
    , m_call(writer, "track_scores"_L1,
             {u"score_id"_s, u"pattern_id"_s, u"start_time"_s, u"end_time"_s, u"z_index"_s, u"blend_mode"_s,
              u"args_json"_s})
{
}

qint64 TrackWriter::writeTrack(const TrackRecord &track)
{
    return m_track({track.hash, orNull(track.title), orNull(track.artist), orNull(track.album),
                    orNull(track.trackNumber), orNull(track.discNumber), orNull(track.seconds), track.filePath,
                    orNull(track.artPath), orNull(track.artMime)});
}

void TrackWriter::writeAnalysis(qint64 track, const SongPlan &plan, Detail detail, const QMap<QString, QString> &stems,
                                const QString &logitsPath)
{
    const Analysis analysis(plan, detail);
    m_beats({track, QString::fromLatin1(analysis.beatsJson), QString::fromLatin1(analysis.downbeatsJson), plan.bpm,
             plan.downbeatOffset, plan.beatsPerBar});
    m_roots({track, QString::fromLatin1(analysis.sectionsJson), orNull(logitsPath)});
    m_waveforms({track, QString::fromLatin1(analysis.preview.samples), jsonOrNull(analysis.preview.colors),
                 jsonOrNull(analysis.preview.bands), jsonOrNull(analysis.full.samples),
                 jsonOrNull(analysis.full.colors), jsonOrNull(analysis.full.bands), Analysis::sampleRate});
    for (const auto &[name, path] : stems.asKeyValueRange())
        m_stems({track, name, path});
}

void TrackWriter::writeScore(qint64 track, const SongPlan &plan, const QString &name, const QList<qint64> &patterns,
                             int count, Rng &rng)
{
    static const QStringList blendModes{u"replace"_s, u"add"_s, u"multiply"_s, u"max"_s};
    const qint64 score = m_score({track, name});
    for (int i = 0; i < count; ++i) {
        const double start = plan.seconds * i / count;
        const double end = std::min(plan.seconds, start + plan.beatSeconds() * rng.between(1, 16));
        const auto milliseconds = [](double seconds) { return static_cast<int>(seconds * 1000) / 1000.0; };
        m_call({score, rng.pick(patterns), milliseconds(start), milliseconds(end), rng.between(0, 7),
                rng.pick(blendModes), QString::fromLatin1(patternArguments(rng))});
    }
}

} // namespace Luma
