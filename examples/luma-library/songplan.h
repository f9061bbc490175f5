// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

namespace Luma {

/// A part of a song with one character: how loud each stem is in it.
struct Section
{
    const char *label;
    double start; ///< seconds
    double end;   ///< seconds
    float bass;
    float drums;
    float vocals;
    float other;
};

/// What a song is before it sounds: the synthesis plays it, and the analysis rows describe it, so that both
/// agree. The same seed and duration give the same plan.
struct SongPlan
{
    static SongPlan make(quint64 seed, double seconds);

    quint64 seed = 0;
    double seconds = 0;
    double bpm = 120;
    int beatsPerBar = 4;
    double downbeatOffset = 0; ///< seconds before the first bar
    int root = 0;              ///< pitch class, 0 is C
    bool minor = false;
    QList<int> degrees; ///< the chord of each bar as steps of the scale, repeated
    QList<Section> sections;

    double beatSeconds() const { return 60.0 / bpm; }
    double barSeconds() const { return beatSeconds() * beatsPerBar; }
    const Section &sectionAt(double second) const;
    /// The bar's chord as three MIDI notes around middle C.
    QList<int> chord(int bar) const;
    /// "A:min" and the like.
    QByteArray chordName(int bar) const;
};

} // namespace Luma
