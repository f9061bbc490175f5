// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/statussymbol.h"

#include "ui/statusicon.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace LumaSync {

using Symbol = StatusLook::Symbol;

namespace {

QPen roundPen(const QColor &color, qreal width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void erase(QPainter *painter, const QPainterPath &path)
{
    painter->setCompositionMode(QPainter::CompositionMode_Clear);
    painter->fillPath(path, Qt::black);
    painter->setCompositionMode(QPainter::CompositionMode_SourceOver);
}

QPainterPath widened(const QPainterPath &path, qreal width)
{
    QPainterPathStroker stroker(roundPen(Qt::black, width));
    return stroker.createStroke(path).united(path);
}

} // namespace

StatusSymbol::StatusSymbol(StatusLook::Symbol symbol, int side, qreal phase)
    : m_symbol(symbol)
    , m_unit(side / 16.0)
    , m_phase(phase)
    , m_color(StatusIcon::color(symbol))
{
}

qreal StatusSymbol::stroke(qreal units) const
{
    return qMax(1.0, std::round(units * m_unit * 2) / 2) / m_unit;
}

bool StatusSymbol::isHollow() const
{
    return m_symbol == Symbol::Offline || m_symbol == Symbol::SignedOut || m_symbol == Symbol::Stopped;
}

void StatusSymbol::paint(QPainter *painter, const QRect &badge) const
{
    painter->save();
    painter->scale(m_unit, m_unit);
    if (!badge.isEmpty()) // the number takes the lower edge: make room, as far as the upper one allows
        painter->translate(0, m_symbol == Symbol::Offline ? -std::floor(0.9 * m_unit) / m_unit : -snapped(1.5));
    paintCloud(painter);
    if (!badge.isEmpty() && !isHollow())
        painter->translate(-snapped(1), -snapped(0.6));
    paintGlyph(painter);
    painter->restore();
    if (!badge.isEmpty()) {
        const qreal gap = qMax(1.0, std::floor(m_unit));
        QPainterPath around;
        around.addRoundedRect(QRectF(badge).adjusted(-gap, -gap, gap, gap), badge.height() / 2.0, badge.height() / 2.0);
        erase(painter, around);
    }
}

QPainterPath StatusSymbol::cloud() const
{
    // United on a fine grid: QPainterPath flattens curves by absolute size, which would leave corners at 64 px.
    constexpr qreal fine = 64;
    const qreal bottom = snapped(13.5);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addEllipse(QRectF(0.25, bottom - 6.5, 6.5, 6.5));
    path.addEllipse(QRectF(2.7, 2, 8.6, 8.6));
    path.addEllipse(QRectF(8.35, bottom - 7.4, 7.4, 7.4));
    path.addRect(QRectF(3.5, 7, 8.5, bottom - 7));
    const QPainterPath united = QTransform::fromScale(fine, fine).map(path).simplified();
    return QTransform::fromScale(1 / fine, 1 / fine).map(united);
}

void StatusSymbol::paintCloud(QPainter *painter) const
{
    if (!isHollow()) {
        painter->fillPath(cloud(), m_color);
        return;
    }
    const qreal width = stroke(1.5);
    painter->save();
    painter->setClipPath(cloud());
    painter->strokePath(cloud(), roundPen(m_color, 2 * width));
    painter->restore();
}

void StatusSymbol::paintGlyph(QPainter *painter) const
{
    switch (m_symbol) {
    case Symbol::UpToDate:
        paintTick(painter);
        break;
    case Symbol::Waiting:
        paintDots(painter);
        break;
    case Symbol::Syncing:
        paintTurningArrows(painter);
        break;
    case Symbol::Uploading:
        paintUpArrow(painter);
        break;
    case Symbol::Paused:
        paintBars(painter);
        break;
    case Symbol::Offline:
        paintStrike(painter);
        break;
    case Symbol::NeedsAttention:
        paintTriangle(painter);
        break;
    case Symbol::SignedOut:
        paintPerson(painter);
        break;
    case Symbol::Stopped:
        break;
    }
}

void StatusSymbol::paintTick(QPainter *painter) const
{
    painter->setPen(roundPen(Qt::white, stroke(1.8)));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(QPolygonF{{4.6, 8.6}, {7.1, 11.1}, {11.4, 6.4}});
}

void StatusSymbol::paintDots(QPainter *painter) const
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(Qt::white);
    const qreal side = snapped(2);
    const qreal step = snapped(3.5); // whole pixels, so that both gaps are the same
    for (const int i : {-1, 0, 1})
        painter->drawEllipse(QRectF(snapped(7) + i * step, snapped(8), side, side));
}

void StatusSymbol::paintBars(QPainter *painter) const
{
    const qreal width = qMax(1.0, std::round(2 * m_unit)) / m_unit;
    const qreal top = snapped(5.6);
    for (const qreal x : {5.0, 9.0})
        painter->fillRect(QRectF(snapped(x), top, width, snapped(11.2) - top), Qt::white);
}

void StatusSymbol::paintTurningArrows(QPainter *painter) const
{
    painter->save();
    painter->translate(8, 8.5);
    painter->rotate(360 * m_phase);
    const qreal radius = 3;
    const QRectF circle(-radius, -radius, 2 * radius, 2 * radius);
    painter->setBrush(Qt::NoBrush);
    for (const int turn : {0, 180}) {
        painter->save();
        painter->rotate(turn);
        QPen pen = roundPen(Qt::white, stroke(1.4));
        pen.setCapStyle(Qt::FlatCap);
        painter->setPen(pen);
        painter->drawArc(circle, 16 * 20, 16 * 120);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Qt::white);
        const qreal angle = 20 * std::numbers::pi / 180;
        painter->translate(radius * std::cos(angle), -radius * std::sin(angle));
        painter->rotate(-20);
        painter->drawPolygon(QPolygonF{{-1.9, -0.3}, {1.9, -0.3}, {0, 2.1}});
        painter->setBrush(Qt::NoBrush);
        painter->restore();
    }
    painter->restore();
}

void StatusSymbol::paintUpArrow(QPainter *painter) const
{
    const qreal width = qMax(2.0, std::round(1.8 * m_unit)) / m_unit;
    const qreal middle = snapped(7.5 - width / 2) + width / 2;
    painter->setPen(Qt::NoPen);
    painter->setBrush(Qt::white);
    painter->drawRect(QRectF(middle - width / 2, 7.5, width, snapped(11.6) - 7.5));
    painter->drawPolygon(QPolygonF{{middle - 3.4, 8.2}, {middle + 3.4, 8.2}, {middle, 4.4}});
}

void StatusSymbol::paintStrike(QPainter *painter) const
{
    QPainterPath line(QPointF(2.2, 1.8));
    line.lineTo(13.8, 14.6);
    const qreal width = stroke(1.6);
    QPainterPathStroker wide(roundPen(Qt::black, width + 2 * stroke(1.1)));
    erase(painter, wide.createStroke(line));
    painter->setPen(roundPen(m_color, width));
    painter->drawPath(line);
}

void StatusSymbol::paintTriangle(QPainter *painter) const
{
    const qreal bottom = snapped(15);
    QPainterPath triangle;
    triangle.addPolygon(QPolygonF{{10.4, 6.4}, {14.6, bottom - 0.8}, {6.2, bottom - 0.8}});
    triangle.closeSubpath();
    const QPainterPath sign = widened(triangle, 1.6);
    erase(painter, widened(sign, 2 * stroke(1)));
    painter->fillPath(sign, m_color);
    const qreal width = qMax(1.0, std::round(1.5 * m_unit)) / m_unit;
    const qreal left = snapped(10.4 - width / 2);
    painter->fillRect(QRectF(left, snapped(7.8), width, snapped(11.2) - snapped(7.8)), Qt::white);
    painter->fillRect(QRectF(left, snapped(12.2), width, width), Qt::white);
}

void StatusSymbol::paintPerson(QPainter *painter) const
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_color);
    painter->drawEllipse(QPointF(7.6, 6.9), 1.8, 1.8);
    QPainterPath shoulders(QPointF(4.2, snapped(13)));
    shoulders.cubicTo(4.2, 8.8, 11, 8.8, 11, snapped(13));
    painter->fillPath(shoulders, m_color);
}

} // namespace LumaSync
