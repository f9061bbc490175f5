// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "coverloader.h"

#include <QImageReader>

namespace Luma {

void CoverLoader::load(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatioByExpanding));
    const QImage image = reader.read();
    Q_EMIT loaded(path, image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side));
}

} // namespace Luma
