// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "coverart.h"

#include "rng.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

void drawShapes(QImage &image, Rng &rng)
{
    const int side = image.width();
    const int hue = rng.between(0, 359);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, rng.between(0, side), side);
    sky.setColorAt(0, QColor::fromHsv(hue, rng.between(90, 220), rng.between(150, 240)));
    sky.setColorAt(1, QColor::fromHsv((hue + rng.between(40, 170)) % 360, rng.between(120, 230), rng.between(40, 130)));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    for (int i = rng.between(4, 9); i > 0; --i) {
        const QPointF centre(rng.between(0, side), rng.between(0, side));
        const int radius = rng.between(side / 16, side / 3);
        QRadialGradient glow(centre, radius);
        QColor colour = QColor::fromHsv((hue + rng.between(0, 80)) % 360, rng.between(60, 200), rng.between(120, 255));
        colour.setAlpha(rng.between(90, 220));
        glow.setColorAt(0, colour);
        glow.setColorAt(0.92, colour.darker(130));
        glow.setColorAt(1, QColor(0, 0, 0, 0));
        painter.setBrush(glow);
        painter.drawEllipse(centre, radius, radius);
    }
    for (int i = rng.between(2, 5); i > 0; --i) {
        const int thickness = rng.between(side / 120, side / 24);
        painter.fillRect(0, rng.between(0, side - thickness), side, thickness,
                         QColor(255, 255, 255, rng.between(20, 90)));
    }
}

void addGrain(QImage &image, Rng &rng, int strength)
{
    auto state = static_cast<quint32>(rng.next()) | 1U;
    for (int y = 0; y < image.height(); ++y) {
        auto *pixel = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            const auto grain = [strength](quint32 bits) {
                return static_cast<int>(bits & 0xff) % (2 * strength + 1) - strength;
            };
            pixel[x] = qRgb(std::clamp(qRed(pixel[x]) + grain(state), 0, 255),
                            std::clamp(qGreen(pixel[x]) + grain(state >> 8), 0, 255),
                            std::clamp(qBlue(pixel[x]) + grain(state >> 16), 0, 255));
        }
    }
}

} // namespace

Result<Cover> drawCover(quint64 seed, CoverFormat format, const QString &pathWithoutSuffix)
{
    Rng rng(seed, "cover");
    const bool jpeg = format == CoverFormat::Jpeg;
    QImage image(QSize(1, 1) * (jpeg ? rng.between(700, 2200) : rng.between(300, 900)), QImage::Format_RGB32);
    drawShapes(image, rng);
    addGrain(image, rng, jpeg ? rng.between(6, 14) : rng.between(3, 9));

    Cover cover{pathWithoutSuffix + (jpeg ? u".jpg"_s : u".png"_s), jpeg ? u"image/jpeg"_s : u"image/png"_s, 0};
    QDir().mkpath(QFileInfo(cover.path).path());
    QImageWriter writer(cover.path, jpeg ? "jpeg" : "png");
    if (jpeg)
        writer.setQuality(90);
    else
        writer.setCompression(20); // of 100: fast, as the grain does not compress anyway
    if (!writer.write(image))
        return Failure{u"The cover '%1' cannot be written: %2"_s.arg(cover.path, writer.errorString())};
    cover.bytes = QFileInfo(cover.path).size();
    return cover;
}

Result<Cover> saveCover(const QByteArray &data, const QString &pathWithoutSuffix)
{
    const bool jpeg = data.startsWith("\xff\xd8\xff");
    if (!jpeg && !data.startsWith("\x89PNG\r\n\x1a\n"))
        return Failure{u"The embedded cover is neither JPEG nor PNG."_s};
    const Cover cover{pathWithoutSuffix + (jpeg ? u".jpg"_s : u".png"_s), jpeg ? u"image/jpeg"_s : u"image/png"_s,
                      data.size()};
    QDir().mkpath(QFileInfo(cover.path).path());
    QFile file(cover.path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(data) != data.size() || !file.flush())
        return Failure{u"The cover '%1' cannot be written: %2"_s.arg(cover.path, file.errorString())};
    return cover;
}

} // namespace Luma
