// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

namespace Luma {

struct Cover
{
    QString path;
    QString mime; ///< image/jpeg or image/png
    qint64 bytes = 0;
};

enum class CoverFormat { Jpeg, Png };

/// Draws an album cover (gradient, discs, film grain) of about 0.1 to 3 MB; the path gets the format's
/// suffix. The same seed and format give the same bytes.
Result<Cover> drawCover(quint64 seed, CoverFormat format, const QString &pathWithoutSuffix);

/// Writes an embedded cover as it is. Fails when the bytes are neither JPEG nor PNG, whatever their tag says.
Result<Cover> saveCover(const QByteArray &data, const QString &pathWithoutSuffix);

} // namespace Luma
