// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/statusicon.h"

#include "ui/statusbadge.h"
#include "ui/statussymbol.h"

#include <QIconEngine>
#include <QImage>
#include <QPainter>
#include <QPixmap>

namespace LumaSync {

using Symbol = StatusLook::Symbol;

namespace {

/// Draws at the size that is asked for, never scales.
class StatusIconEngine : public QIconEngine
{
public:
    StatusIconEngine(const StatusLook &look, qreal phase)
        : m_look(look)
        , m_phase(phase)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        const QSize pixels = (QSizeF(rect.size()) * ratio).toSize();
        const int side = qMin(pixels.width(), pixels.height());
        QPixmap image(side, side);
        image.fill(Qt::transparent);
        QPainter inner(&image);
        StatusIcon::paint(&inner, image.rect(), m_look, m_phase);
        inner.end();
        image.setDevicePixelRatio(ratio);
        const QPointF offset((rect.width() - side / ratio) / 2, (rect.height() - side / ratio) / 2);
        painter->drawPixmap(rect.topLeft() + offset, image);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        const int side = qMin(size.width(), size.height());
        StatusIcon::paint(&painter, {(size.width() - side) / 2, (size.height() - side) / 2, side, side}, m_look,
                          m_phase);
        return image;
    }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        QList<QSize> sizes;
        for (const int side : {16, 22, 24, 32, 48, 64})
            sizes.append({side, side});
        return sizes;
    }

    QIconEngine *clone() const override { return new StatusIconEngine(m_look, m_phase); }
    bool isNull() override { return false; }

private:
    StatusLook m_look;
    qreal m_phase;
};

} // namespace

QIcon StatusIcon::icon(const StatusLook &look, qreal phase)
{
    return QIcon(new StatusIconEngine(look, phase));
}

QColor StatusIcon::color(StatusLook::Symbol symbol)
{
    switch (symbol) {
    case Symbol::UpToDate:
        return QColor(0x1f9d57);
    case Symbol::Waiting:
    case Symbol::Syncing:
    case Symbol::Uploading:
        return QColor(0x2f7de1);
    case Symbol::NeedsAttention:
        return QColor(0xd96b0b);
    case Symbol::Paused:
    case Symbol::Offline:
    case Symbol::SignedOut:
    case Symbol::Stopped:
        break;
    }
    return QColor(0x7d8694);
}

void StatusIcon::paint(QPainter *painter, const QRect &rect, const StatusLook &look, qreal phase)
{
    // In a layer of its own: parts are cut out, and what is below must shine through there.
    QImage layer(rect.size(), QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    QPainter inner(&layer);
    inner.setRenderHint(QPainter::Antialiasing);
    const int side = rect.width();
    const StatusBadge badge(look.badgeText(), side);
    StatusSymbol(look.symbol, side, phase).paint(&inner, badge.bounds());
    badge.paint(&inner, color(look.symbol).darker(160));
    inner.end();
    painter->drawImage(rect.topLeft(), layer);
}

} // namespace LumaSync
