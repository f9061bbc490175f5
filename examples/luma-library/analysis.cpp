// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "analysis.h"

#include "rng.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

/// Thousandths as a JSON number; whole numbers only, so that no locale and no rounding of printf plays a
/// part.
void appendThousandths(QByteArray &json, qint64 thousandths)
{
    json += QByteArray::number(thousandths / 1000);
    const auto fraction = static_cast<int>(thousandths % 1000);
    if (fraction == 0)
        return;
    json += '.';
    json += static_cast<char>('0' + fraction / 100);
    if (fraction % 100) {
        json += static_cast<char>('0' + fraction / 10 % 10);
        if (fraction % 10)
            json += static_cast<char>('0' + fraction % 10);
    }
}

qint64 thousandthsOf(double value)
{
    return std::llround(value * 1000);
}

QByteArray jsonArray(const std::vector<qint64> &thousandths)
{
    QByteArray json("[");
    for (const qint64 value : thousandths) {
        if (json.size() > 1)
            json += ',';
        appendThousandths(json, value);
    }
    return json + ']';
}

QByteArray sectionsOf(const SongPlan &plan)
{
    QByteArray json("[");
    for (const Section &section : plan.sections) {
        if (json.size() > 1)
            json += ',';
        json += R"({"start":)";
        appendThousandths(json, thousandthsOf(section.start));
        json += R"(,"end":)";
        appendThousandths(json, thousandthsOf(section.end));
        json += R"(,"label":")" + QByteArray(section.label) + R"(","root":")" +
                plan.chordName(static_cast<int>(section.start / plan.barSeconds())) + "\"}";
    }
    return json + ']';
}

/// Peaks of the three bands at even distances: kick and bass fall from each beat, the rest follows the
/// section.
Analysis::Waveform waveformOf(const SongPlan &plan, int points, QByteArrayView purpose)
{
    Rng rng(plan.seed, purpose);
    std::array<std::vector<qint64>, 3> bands;
    std::vector<qint64> samples;
    QByteArray colors("[");
    for (int i = 0; i < points; ++i) {
        const double second = plan.seconds * i / points;
        const Section &section = plan.sectionAt(second);
        const double beat = second / plan.beatSeconds();
        const double fall = 1.0 - 0.7 * (beat - std::floor(beat));
        const std::array<double, 3> levels{fall * std::max(section.bass, section.drums) * rng.real(0.75, 1.0),
                                           std::max(section.vocals, section.other) * rng.real(0.5, 0.9),
                                           fall * section.drums * rng.real(0.2, 0.7)};
        std::array<int, 3> rgb{};
        qint64 peak = 0;
        for (size_t band = 0; band < 3; ++band) {
            const qint64 value = thousandthsOf(levels[band]);
            bands[band].push_back(value);
            peak = std::max(peak, value);
            rgb[band] = static_cast<int>(value * 255 / 1000);
        }
        samples.push_back(peak);
        static constexpr char digits[] = "0123456789abcdef";
        colors += i ? ",\"#" : "\"#";
        for (const int channel : rgb) {
            colors += digits[channel >> 4 & 15];
            colors += digits[channel & 15];
        }
        colors += '"';
    }
    return {jsonArray(samples), colors + ']',
            R"({"low":)" + jsonArray(bands[0]) + R"(,"mid":)" + jsonArray(bands[1]) + R"(,"high":)" +
                jsonArray(bands[2]) + '}'};
}

} // namespace

Analysis::Analysis(const SongPlan &plan, Detail detail)
{
    Rng rng(plan.seed, "beats");
    const bool compact = detail == Detail::Compact;
    const double until = compact ? std::min(plan.seconds, 16.0) : plan.seconds;
    std::vector<qint64> beats;
    std::vector<qint64> downbeats;
    int beat = 0;
    for (double second = plan.downbeatOffset; second < until; second += plan.beatSeconds(), ++beat) {
        beats.push_back(std::max<qint64>(0, thousandthsOf(second) + rng.between(-4, 4)));
        if (beat % plan.beatsPerBar == 0)
            downbeats.push_back(beats.back());
    }
    beatsJson = jsonArray(beats);
    downbeatsJson = jsonArray(downbeats);
    sectionsJson = sectionsOf(plan);
    preview = waveformOf(plan, compact ? 12 : 800, "preview");
    if (!compact)
        full = waveformOf(plan, std::clamp(static_cast<int>(plan.seconds * 100), 500, 10000), "full");
}

Result<qint64> writeLogits(const SongPlan &plan, const QString &path, qint64 bytes)
{
    constexpr int classes = 25;
    Rng rng(plan.seed, "logits");
    const auto frames = static_cast<int>(bytes / (classes * 4));
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    bool good = file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    std::vector<float> row(classes);
    auto state = static_cast<quint32>(rng.next()) | 1U;
    for (int frame = 0; good && frame < frames; ++frame) {
        const double second = plan.seconds * frame / frames;
        const QList<int> chord = plan.chord(static_cast<int>(second / plan.barSeconds()));
        const int right = chord[0] % 12 + (chord[1] - chord[0] == 3 ? 12 : 0);
        for (int i = 0; i < classes; ++i) {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            const float noise = static_cast<float>(static_cast<qint32>(state)) * 0x1.0p-30F;
            row[static_cast<size_t>(i)] = qToLittleEndian((i == right ? 6.0F : -3.0F) + noise);
        }
        const qint64 size = classes * static_cast<qint64>(sizeof(float));
        good = file.write(reinterpret_cast<const char *>(row.data()), size) == size;
    }
    if (!good || !file.flush())
        return Failure{u"'%1' cannot be written: %2"_s.arg(path, file.errorString())};
    return file.size();
}

} // namespace Luma
