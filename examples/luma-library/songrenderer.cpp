// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "songrenderer.h"

#include "songsynth.h"
#include "wavwriter.h"

#include <QDir>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

constexpr qint64 blockFrames = 8192; // even, so that the half-rate stems take whole pairs
using Blocks = std::array<std::vector<float>, SongSynth::StemCount>;

qint16 toPcm(float value)
{
    return static_cast<qint16>(std::clamp(value, -1.0F, 1.0F) * 32767.0F);
}

void writeMix(WavWriter &writer, const Blocks &blocks, size_t frames)
{
    // How loud each stem is on the left and on the right.
    static constexpr std::array<float, 4> left{0.30F, 0.42F, 0.26F, 0.30F};
    static constexpr std::array<float, 4> right{0.30F, 0.36F, 0.28F, 0.20F};
    std::vector<qint16> samples(frames * 2);
    for (size_t i = 0; i < frames; ++i) {
        float l = 0;
        float r = 0;
        for (size_t stem = 0; stem < blocks.size(); ++stem) {
            l += blocks[stem][i] * left[stem];
            r += blocks[stem][i] * right[stem];
        }
        samples[2 * i] = toPcm(l);
        samples[2 * i + 1] = toPcm(r);
    }
    writer.write(samples.data(), static_cast<qsizetype>(samples.size()));
}

void writeStem(WavWriter &writer, const std::vector<float> &block, size_t frames)
{
    std::vector<qint16> samples;
    if (writer.channels() == 2) {
        samples.resize(frames * 2);
        for (size_t i = 0; i < frames; ++i)
            samples[2 * i] = samples[2 * i + 1] = toPcm(block[i] * 0.8F);
    } else {
        samples.resize(frames / 2);
        for (size_t i = 0; i < samples.size(); ++i)
            samples[i] = toPcm((block[2 * i] + block[2 * i + 1]) * 0.4F);
    }
    writer.write(samples.data(), static_cast<qsizetype>(samples.size()));
}

struct Outputs
{
    std::unique_ptr<WavWriter> mix;
    std::vector<std::unique_ptr<WavWriter>> stems;
    qint64 mixFrames = 0;
    qint64 stemFrames = 0; // as the synthesis counts, at 44.1 kHz
};

Result<Outputs> openOutputs(const SongPlan &plan, const RenderTargets &targets)
{
    Outputs outputs;
    const auto frames = static_cast<qint64>(std::llround(plan.seconds * SongSynth::sampleRate / 2)) * 2;
    if (!targets.mixPath.isEmpty()) {
        QDir().mkpath(QFileInfo(targets.mixPath).path());
        outputs.mix = std::make_unique<WavWriter>(targets.mixPath, 2, SongSynth::sampleRate, frames);
        outputs.mixFrames = frames;
        if (const auto opened = outputs.mix->open(); !opened)
            return opened.failure();
    }
    if (targets.stemFolder.isEmpty())
        return outputs;
    QDir().mkpath(targets.stemFolder);
    const auto limit = static_cast<qint64>(targets.stemSeconds * SongSynth::sampleRate / 2) * 2;
    outputs.stemFrames = limit > 0 ? std::min(frames, limit) : frames;
    for (const QString &name : stemNames()) {
        const int divisor = targets.fullStems ? 1 : 2;
        outputs.stems.push_back(std::make_unique<WavWriter>(targets.stemFolder + u'/' + name + u".wav",
                                                            targets.fullStems ? 2 : 1, SongSynth::sampleRate / divisor,
                                                            outputs.stemFrames / divisor));
        if (const auto opened = outputs.stems.back()->open(); !opened)
            return opened.failure();
    }
    return outputs;
}

} // namespace

const QStringList &stemNames()
{
    static const QStringList names{u"bass"_s, u"drums"_s, u"vocals"_s, u"other"_s};
    return names;
}

Result<RenderedSong> renderSong(const SongPlan &plan, const RenderTargets &targets)
{
    auto outputs = openOutputs(plan, targets);
    if (!outputs)
        return outputs.failure();

    SongSynth synth(plan);
    Blocks blocks;
    for (auto &block : blocks)
        block.resize(blockFrames);
    const qint64 total = std::max(outputs->mixFrames, outputs->stemFrames);
    for (qint64 done = 0; done < total; done += blockFrames) {
        synth.render({blocks[0], blocks[1], blocks[2], blocks[3]});
        const auto inRange = [done](qint64 end) {
            return static_cast<size_t>(std::clamp<qint64>(end - done, 0, blockFrames));
        };
        if (outputs->mix)
            writeMix(*outputs->mix, blocks, inRange(outputs->mixFrames));
        for (size_t stem = 0; stem < outputs->stems.size(); ++stem)
            writeStem(*outputs->stems[stem], blocks[stem], inRange(outputs->stemFrames));
    }

    RenderedSong song;
    if (outputs->mix) {
        const auto hash = outputs->mix->finish();
        if (!hash)
            return hash.failure();
        song.mixHash = QString::fromLatin1(*hash);
        song.bytes += QFileInfo(targets.mixPath).size();
    }
    for (size_t stem = 0; stem < outputs->stems.size(); ++stem) {
        const QString name = stemNames()[static_cast<qsizetype>(stem)];
        const QString path = targets.stemFolder + u'/' + name + u".wav";
        if (const auto hash = outputs->stems[stem]->finish(); !hash)
            return hash.failure();
        song.stemPaths.insert(name, path);
        song.bytes += QFileInfo(path).size();
    }
    return song;
}

} // namespace Luma
