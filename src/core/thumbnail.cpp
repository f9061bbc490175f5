// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/thumbnail.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int dotsPerMeter = 2835; // 72 dpi; without it QImage writes the screen's

Error imageError(QLatin1StringView code, const QString &path, const QString &what)
{
    return {.kind = Error::Kind::File, .code = code, .message = u"The picture '"_s + path + u"' "_s + what};
}

// A new picture, so that no text, profile or resolution of the old one travels.
QImage flattened(const QImage &source)
{
    QImage image(source.size(), QImage::Format_RGB32);
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawImage(0, 0, source);
    return image;
}

} // namespace

Expected<QByteArray> makeThumbnail(const QString &path, const ThumbnailSettings &settings)
{
    QFile file(path);
    if (!file.exists())
        return imageError("missing"_L1, path, u"does not exist."_s);
    if (!file.open(QIODevice::ReadOnly))
        return imageError("unreadable"_L1, path, u"cannot be read: "_s + file.errorString() + u'.');

    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    // The reader's own limit is one for the whole process and belongs to the host: keep ours here.
    if (size.isValid() && qint64(size.width()) * size.height() * 4 > qint64(settings.allocationLimit) * 1024 * 1024)
        return imageError("toolarge"_L1, path, u"is too large: %1 x %2 pixels."_s.arg(size.width()).arg(size.height()));
    const QSize box(settings.longSide, settings.longSide);
    const auto fits = [&](const QSize &s) { return s.width() <= box.width() && s.height() <= box.height(); };
    if (size.isValid() && !fits(size))
        reader.setScaledSize(size.scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1}));

    QImage image = reader.read();
    if (image.isNull())
        return imageError("image"_L1, path, u"cannot be decoded: "_s + reader.errorString() + u'.');
    if (!fits(image.size()))
        image = image.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(settings.quality);
    if (!writer.write(flattened(image)))
        return imageError("image"_L1, path, u"cannot be written as JPEG: "_s + writer.errorString() + u'.');
    return bytes;
}

} // namespace LumaSync
