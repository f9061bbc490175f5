// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QVariant>

namespace LumaSync {

/// One row of `track_waveforms`, full resolution, as SQLite gives it.
struct WaveformRow
{
    QVariant fullSamples; ///< JSON text
    QVariant colors;      ///< JSON text or NULL
    QVariant bands;       ///< JSON text or NULL
    QVariant sampleRate;  ///< integer, Hz
};

/// The package's `waveform.json`, see docs/waveform-json.md. JSON text is embedded as it is, byte by byte;
/// text that is not JSON becomes a JSON string, so that nothing is lost.
[[nodiscard]] QByteArray waveformJson(const WaveformRow &row);

} // namespace LumaSync
