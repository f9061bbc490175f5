// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"
#include "songplan.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace Luma {

/// Where a song's audio goes. An empty path means: not wanted.
struct RenderTargets
{
    QString mixPath;        ///< 44.1 kHz stereo WAV
    QString stemFolder;     ///< gets bass.wav, drums.wav, vocals.wav, other.wav
    bool fullStems = false; ///< 44.1 kHz stereo like the mix; else 22.05 kHz mono, a quarter of the size
    double stemSeconds = 0; ///< stems end here; 0: they are as long as the song
};

struct RenderedSong
{
    QString mixHash;                  ///< hex SHA-256 of the mix file
    QMap<QString, QString> stemPaths; ///< stem name to file
    qint64 bytes = 0;
};

/// bass, drums, vocals, other
const QStringList &stemNames();

/// Synthesises the plan into WAV files; folders are made as needed. Memory is flat, whatever the length.
Result<RenderedSong> renderSong(const SongPlan &plan, const RenderTargets &targets);

} // namespace Luma
