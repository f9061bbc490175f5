// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "songsynth.h"

#include <cmath>
#include <numbers>

namespace Luma {

namespace {

constexpr int tableBits = 11;

const std::array<float, 1 << tableBits> &sineTable()
{
    static const auto table = [] {
        std::array<float, 1 << tableBits> values{};
        for (size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<float>(std::sin(2 * std::numbers::pi * static_cast<double>(i) / values.size()));
        return values;
    }();
    return table;
}

inline float sine(const float *table, quint32 phase)
{
    return table[phase >> (32 - tableBits)];
}

quint32 stepOf(double frequency)
{
    return static_cast<quint32>(frequency / SongSynth::sampleRate * 4294967296.0);
}

double frequencyOf(int midiNote)
{
    return 440.0 * std::exp2((midiNote - 69) / 12.0);
}

const float *const sines = sineTable().data();

} // namespace

SongSynth::SongSynth(const SongPlan &plan)
    : m_plan(plan)
    , m_rng(plan.seed, "synth")
    , m_beatPhase(1.0 - plan.downbeatOffset / plan.beatSeconds())
    , m_beatStep(1.0 / (plan.beatSeconds() * sampleRate))
    , m_noise(static_cast<quint32>(m_rng.next()) | 1U)
{
    m_vibrato.step = stepOf(5.3);
}

void SongSynth::render(const std::array<std::span<float>, StemCount> &stems)
{
    const size_t frames = stems[Bass].size();
    for (size_t i = 0; i < frames; ++i) {
        m_beatPhase += m_beatStep;
        if (m_beatPhase >= 1.0) {
            m_beatPhase -= 1.0;
            startBeat();
        } else if (!m_halfDone && m_beatPhase >= 0.5) {
            startHalfBeat();
        }
        for (size_t stem = 0; stem < StemCount; ++stem)
            m_gain[stem] += (m_gainTarget[stem] - m_gain[stem]) * 0.0004F;
        const float hiss = noise() * 0.003F;
        stems[Bass][i] = bassSample() * m_gain[Bass] + hiss;
        stems[Drums][i] = drumSample() * m_gain[Drums] - hiss;
        stems[Vocals][i] = vocalSample() * m_gain[Vocals] + hiss * 0.7F;
        stems[Other][i] = otherSample() * m_gain[Other] - hiss * 0.7F;
        ++m_frame;
    }
}

void SongSynth::startBeat()
{
    ++m_beat;
    m_halfDone = false;
    const Section &section = m_plan.sectionAt(static_cast<double>(m_frame) / sampleRate);
    m_gainTarget = {section.bass, section.drums, section.vocals, section.other};
    const int bar = m_beat / m_plan.beatsPerBar;
    const int inBar = m_beat % m_plan.beatsPerBar;
    const QList<int> chord = m_plan.chord(bar);
    if (inBar == 0) {
        for (size_t i = 0; i < m_chord.size(); ++i)
            m_chord[i].step = stepOf(frequencyOf(chord[static_cast<qsizetype>(i)]));
    }
    m_bass.step = stepOf(frequencyOf(chord[inBar == m_plan.beatsPerBar - 1 ? 2 : 0] - 24));
    m_bassLevel = 1;
    m_hatLevel = 0.5F;
    if (inBar % 2 == 0) {
        m_kickLevel = 1;
        m_kick.phase = 0;
    } else {
        m_snareLevel = 1;
    }
    m_vocalTarget = m_rng.chance(0.75) ? 1.0F : 0.0F;
    m_vocal.step = stepOf(frequencyOf(m_rng.pick(chord) + (m_rng.chance(0.3) ? 12 : 0)));
}

void SongSynth::startHalfBeat()
{
    m_halfDone = true;
    m_hatLevel = 1;
    if (m_rng.chance(0.25))
        m_bassLevel = 0.8F;
    if (m_rng.chance(0.1))
        m_kickLevel = 0.8F;
}

float SongSynth::noise()
{
    m_noise ^= m_noise << 13;
    m_noise ^= m_noise >> 17;
    m_noise ^= m_noise << 5;
    return static_cast<float>(static_cast<qint32>(m_noise)) * 0x1.0p-31F;
}

float SongSynth::bassSample()
{
    m_bass.phase += m_bass.step;
    m_bassLevel *= 0.99993F;
    return m_bassLevel * (0.7F * sine(sines, m_bass.phase) + 0.25F * sine(sines, m_bass.phase * 2) +
                          0.1F * sine(sines, m_bass.phase * 3));
}

float SongSynth::drumSample()
{
    m_kick.step = static_cast<quint32>((45.0F + 140.0F * m_kickLevel * m_kickLevel) * 97391.55F); // 2^32 / 44100
    m_kick.phase += m_kick.step;
    m_kickLevel *= 0.99975F;
    m_snareLevel *= 0.9994F;
    m_hatLevel *= 0.998F;
    const float white = noise();
    const float bright = white - m_lastNoise;
    m_lastNoise = white;
    return 0.7F * m_kickLevel * sine(sines, m_kick.phase) + 0.35F * m_snareLevel * white + 0.12F * m_hatLevel * bright;
}

float SongSynth::vocalSample()
{
    m_vibrato.phase += m_vibrato.step;
    const float bend = 1.0F + 0.006F * sine(sines, m_vibrato.phase);
    m_vocal.phase += static_cast<quint32>(static_cast<float>(m_vocal.step) * bend);
    m_vocalLevel += (m_vocalTarget - m_vocalLevel) * 0.0003F;
    return m_vocalLevel * (0.45F * sine(sines, m_vocal.phase) + 0.25F * sine(sines, m_vocal.phase * 2) +
                           0.2F * sine(sines, m_vocal.phase * 3) + 0.05F * sine(sines, m_vocal.phase * 5));
}

float SongSynth::otherSample()
{
    float sum = 0;
    for (Voice &voice : m_chord) {
        voice.phase += voice.step;
        sum += sine(sines, voice.phase) + 0.4F * sine(sines, voice.phase * 2);
    }
    return 0.22F * sum;
}

} // namespace Luma
