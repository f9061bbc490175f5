// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/statuslook.h"

#include <QColor>
#include <QPainterPath>
#include <QRect>

namespace LumaSync {

/// The picture of a StatusIcon without its badge. Its geometry is written on a grid of 16 units and drawn at `side`
/// device pixels; straight strokes are put on whole pixels.
class StatusSymbol
{
public:
    StatusSymbol(StatusLook::Symbol symbol, int side, qreal phase);

    /// Leaves a gap around `badge`.
    void paint(QPainter *painter, const QRect &badge) const;

private:
    [[nodiscard]] QPainterPath cloud() const;
    void paintCloud(QPainter *painter) const;
    void paintGlyph(QPainter *painter) const;
    void paintBars(QPainter *painter) const;
    void paintTick(QPainter *painter) const;
    void paintDots(QPainter *painter) const;
    void paintTurningArrows(QPainter *painter) const;
    void paintUpArrow(QPainter *painter) const;
    void paintStrike(QPainter *painter) const;
    void paintTriangle(QPainter *painter) const;
    void paintPerson(QPainter *painter) const;
    [[nodiscard]] qreal snapped(qreal units) const { return qRound(units * m_unit) / m_unit; }
    [[nodiscard]] qreal stroke(qreal units) const;
    [[nodiscard]] bool isHollow() const;

    StatusLook::Symbol m_symbol;
    qreal m_unit; ///< device pixels
    qreal m_phase;
    QColor m_color;
};

} // namespace LumaSync
