// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMetaType>
#include <QSet>
#include <QString>

namespace LumaSync {

/// What a person may set in the status panel. A value.
struct SyncSettings
{
    qint64 bandwidthLimit = 0;     ///< bytes per second; 0: no limit
    bool uploadsOnMetered = false; ///< whether large uploads go on over a metered network
    int compressionLevel = 3;      ///< of analysis packages, 1 to 22
    QSet<QString> excludedKinds{}; ///< "track_audio", "artwork_thumb", "analysis_package": left out of the backup

    /// All four are the same.
    bool operator==(const SyncSettings &) const = default;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::SyncSettings)
