// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/constants.h"
#include "net/error.h"

#include <QByteArray>
#include <QString>

namespace LumaSync {

struct ThumbnailSettings
{
    int longSide = THUMBNAIL_LONG_SIDE; ///< pixels; a smaller picture keeps its size
    int quality = THUMBNAIL_QUALITY;    ///< JPEG, 0 to 100
    int allocationLimit = 256;          ///< MiB that the decoded picture may take
};

/// A JPEG of the picture at `path`: upright, its proportions kept, transparency on white, in sRGB, without
/// metadata. The same picture gives the same bytes. Blocks; for any thread but the GUI's. Errors: File with
/// the codes "missing", "unreadable", "image" (damaged or of an unknown format), "toolarge".
[[nodiscard]] Expected<QByteArray> makeThumbnail(const QString &path, const ThumbnailSettings &settings = {});

} // namespace LumaSync
