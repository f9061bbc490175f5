// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "analysis.h"
#include "database.h"

#include <QList>

namespace Luma {

/// How much of everything that is not a track.
struct RigSize
{
    int venues = 3;
    int fixtures = 180; ///< over all venues
    int patterns = 40;
    Detail detail = Detail::Full; ///< Full: 2 to 60 KB of graph_json; Compact: about 300 bytes

    /// Exactly what writeRig() inserts into synced tables: each pattern has two implementations on average.
    int rows() const { return venues + fixtures + 12 + 3 * patterns + overrides(); }
    int overrides() const { return venues * (patterns / 8); }
};

struct Rig
{
    QList<qint64> venues;
    QList<qint64> patterns;
};

/// Writes venues, fixtures, categories, patterns (some forked), implementations, overrides and settings.
/// time: seconds since 1970 of the first row; later rows are a little younger.
Rig writeRig(RowWriter &writer, quint64 seed, const RigSize &size, qint64 time);

} // namespace Luma
