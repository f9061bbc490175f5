// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace Luma {

/// One line of the track table. A value.
struct TrackRow
{
    qint64 id = 0;
    QString title;
    QString artist;
    QString album;
    double seconds = 0;
    QString artPath;
    bool isBackedUp = false; ///< the audio file is in the cloud
};

} // namespace Luma

Q_DECLARE_METATYPE(Luma::TrackRow)
