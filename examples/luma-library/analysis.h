// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"
#include "songplan.h"

#include <QByteArray>
#include <QString>

namespace Luma {

/// How much JSON the analysis rows hold.
enum class Detail {
    Compact, ///< about 300 bytes a row, for libraries of a million rows
    Full     ///< 20 to 400 KB for the waveforms of a track
};

/// The JSON of track_beats, track_roots and track_waveforms. This is a simulated analysis: it describes the
/// plan that the synthesis plays, no audio is decoded. For imported files the plan comes from the file's
/// hash, so that it is made up but stable: the same file always gets the same analysis.
class Analysis
{
public:
    Analysis(const SongPlan &plan, Detail detail);

    QByteArray beatsJson;     ///< [seconds, ...]
    QByteArray downbeatsJson; ///< [seconds, ...]: the first beat of each bar
    QByteArray sectionsJson;  ///< [{"start", "end", "label", "root"}, ...]
    struct Waveform
    {
        QByteArray samples; ///< [0 to 1, ...]
        QByteArray colors;  ///< ["#rrggbb", ...]
        QByteArray bands;   ///< {"low": [...], "mid": [...], "high": [...]}
    };
    Waveform preview;
    Waveform full; ///< empty when compact
    static constexpr int sampleRate = 44100;
};

/// The harmonic analysis network's output, about that many bytes: little-endian floats, 25 chord classes a
/// frame. Returns the number of bytes written.
Result<qint64> writeLogits(const SongPlan &plan, const QString &path, qint64 bytes);

} // namespace Luma
