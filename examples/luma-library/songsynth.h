// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "rng.h"
#include "songplan.h"

#include <array>
#include <span>

namespace Luma {

/// Plays a SongPlan: bass, drums, a humming voice and chords, as four mono signals of about -1 to 1 at 44.1
/// kHz. Wave tables and decaying envelopes; about 25 ns a frame.
class SongSynth
{
public:
    static constexpr int sampleRate = 44100;
    enum Stem { Bass, Drums, Vocals, Other, StemCount };

    explicit SongSynth(const SongPlan &plan);

    /// The next frames of all four stems. Precondition: the spans have the same size.
    void render(const std::array<std::span<float>, StemCount> &stems);

private:
    struct Voice
    {
        quint32 phase = 0;
        quint32 step = 0;
    };

    void startBeat();
    void startHalfBeat();
    float noise();
    float bassSample();
    float drumSample();
    float vocalSample();
    float otherSample();

    SongPlan m_plan;
    Rng m_rng;
    qint64 m_frame = 0;
    int m_beat = -1;
    double m_beatPhase;
    double m_beatStep;
    bool m_halfDone = false;
    quint32 m_noise;
    std::array<float, StemCount> m_gain{};
    std::array<float, StemCount> m_gainTarget{};
    Voice m_bass, m_vocal, m_vibrato, m_kick;
    std::array<Voice, 3> m_chord{};
    float m_bassLevel = 0, m_kickLevel = 0, m_snareLevel = 0, m_hatLevel = 0, m_lastNoise = 0;
    float m_vocalLevel = 0, m_vocalTarget = 0;
};

} // namespace Luma
