// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "database.h"

#include <QString>

#include <functional>

namespace Luma {

/// Told before each step; returning false stops the work after the last whole step, which is kept.
using Progress = std::function<bool(int done, int total, const QString &what)>;

struct GenerateOptions
{
    quint64 seed = 1;
    int tracks = 12;
    enum class Scale {
        Small,    ///< audio of 1 to 8 MB, half-rate mono stems, 40 patterns: a demo of seconds
        Realistic ///< audio of 5 to 50 MB, full stems, 200 patterns, 800 fixtures
    };
    Scale scale = Scale::Small;
    int minAudioMb = 0; ///< 0: by the scale
    int maxAudioMb = 0;
    /// False: rows only. Tracks have an empty file_path, stems too, no cover and no logits.
    bool media = true;
    /// When not 0: exactly this many rows over the thirteen synced tables, compact JSON, no media; "tracks"
    /// is ignored.
    qint64 rows = 0;
};

struct GenerateSummary
{
    int tracks = 0;
    qint64 rows = 0;
    qint64 mediaFiles = 0;
    qint64 mediaBytes = 0;
};

/// Fills an empty library. The same options give the same rows and, file by file, the same bytes; only the
/// absolute paths in the rows follow mediaFolder. (JPEG and PNG bytes also depend on the Qt and codec
/// versions.)
Result<GenerateSummary> generateLibrary(Database &database, const QString &mediaFolder, const GenerateOptions &options,
                                        const Progress &progress = {});

} // namespace Luma
