// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/glyphicon.h"

#include "ui/translations_p.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

class GlyphIconEngine : public QIconEngine
{
public:
    explicit GlyphIconEngine(const QString &name)
        : m_name(name)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        GlyphIcon::paint(painter, rect, m_name, palette.color(group, role));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, image.rect(), mode, state);
        return image;
    }

    QIconEngine *clone() const override { return new GlyphIconEngine(m_name); }

private:
    QString m_name;
};

} // namespace

QIcon GlyphIcon::icon(const QString &name)
{
    return QIcon(new GlyphIconEngine(name));
}

namespace {

QPixmap rendered(const QString &name, const QColor &color, int pixels)
{
    const QString key = u"lumasync/%1/%2/%3"_s.arg(name, color.name()).arg(pixels);
    QPixmap image;
    if (QPixmapCache::find(key, &image))
        return image;
    ensureResources();
    QFile file(u":/lumasync/icons/"_s % name % u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("LumaSync: no icon '%s'", qPrintable(name));
        return {};
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    image = QPixmap(pixels, pixels);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, image);
    return image;
}

} // namespace

void GlyphIcon::paint(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    const qreal side = qMin(rect.width(), rect.height());
    QPixmap image = rendered(name, color, qRound(side * ratio));
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.center() - QPointF(side / 2, side / 2), image);
}

} // namespace LumaSync
