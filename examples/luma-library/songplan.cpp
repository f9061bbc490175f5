// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "songplan.h"

#include "rng.h"

#include <array>

namespace Luma {

namespace {

constexpr std::array majorScale{0, 2, 4, 5, 7, 9, 11};
constexpr std::array minorScale{0, 2, 3, 5, 7, 8, 10};

int scaleNote(bool minor, int step) // step 0 is the root, 7 the octave above
{
    return (minor ? minorScale : majorScale)[static_cast<size_t>(step % 7)] + 12 * (step / 7);
}

struct Part
{
    const char *label;
    double share;
    float bass, drums, vocals, other;
};
constexpr std::array parts{Part{"intro", 0.10, 0.2F, 0.3F, 0.1F, 0.8F},  Part{"verse", 0.22, 0.8F, 0.7F, 0.9F, 0.6F},
                           Part{"chorus", 0.20, 1.0F, 1.0F, 1.0F, 0.9F}, Part{"verse", 0.16, 0.8F, 0.8F, 0.9F, 0.6F},
                           Part{"bridge", 0.08, 0.3F, 0.2F, 0.7F, 1.0F}, Part{"chorus", 0.16, 1.0F, 1.0F, 1.0F, 0.9F},
                           Part{"outro", 0.08, 0.5F, 0.4F, 0.1F, 0.6F}};

} // namespace

SongPlan SongPlan::make(quint64 seed, double seconds)
{
    static const QList<QList<int>> progressions{{0, 4, 5, 3}, {0, 5, 3, 4}, {5, 3, 0, 4}, {0, 3, 0, 4}, {0, 2, 5, 4}};
    Rng rng(seed, "song");
    SongPlan plan;
    plan.seed = seed;
    plan.seconds = seconds;
    plan.bpm = rng.between(840, 1740) / 10.0;
    plan.beatsPerBar = rng.chance(0.12) ? 3 : 4;
    plan.downbeatOffset = rng.between(0, 400) / 1000.0;
    plan.root = rng.between(0, 11);
    plan.minor = rng.chance(0.6);
    plan.degrees = rng.pick(progressions);
    double start = 0;
    for (const Part &part : parts) {
        const double end = &part == &parts.back() ? seconds : start + part.share * seconds;
        plan.sections.append({part.label, start, end, part.bass, part.drums, part.vocals, part.other});
        start = end;
    }
    return plan;
}

const Section &SongPlan::sectionAt(double second) const
{
    for (const Section &section : sections) {
        if (second < section.end)
            return section;
    }
    return sections.last();
}

QList<int> SongPlan::chord(int bar) const
{
    const int step = degrees[bar % degrees.size()];
    QList<int> notes;
    for (const int third : {0, 2, 4})
        notes.append(60 + root + scaleNote(minor, step + third) - (root > 6 ? 12 : 0));
    return notes;
}

QByteArray SongPlan::chordName(int bar) const
{
    static constexpr std::array names{"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
    const QList<int> notes = chord(bar);
    const bool minorThird = notes[1] - notes[0] == 3;
    return QByteArray(names[static_cast<size_t>(notes[0] % 12)]) + (minorThird ? ":min" : ":maj");
}

} // namespace Luma
