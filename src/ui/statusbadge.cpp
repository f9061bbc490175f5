// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/statusbadge.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace LumaSync {

namespace {

/// One size of the digits 0 to 9 and "+": rows from top to bottom, one bit a pixel, the leftmost is the highest bit.
struct PixelDigits
{
    int width;
    int height;
    std::array<std::array<quint8, 7>, 11> rows;
};

constexpr PixelDigits smallDigits{3,
                                  5,
                                  {{
                                      {7, 5, 5, 5, 7},
                                      {2, 6, 2, 2, 7},
                                      {7, 1, 7, 4, 7},
                                      {7, 1, 7, 1, 7},
                                      {5, 5, 7, 1, 1},
                                      {7, 4, 7, 1, 7},
                                      {7, 4, 7, 5, 7},
                                      {7, 1, 1, 2, 2},
                                      {7, 5, 7, 5, 7},
                                      {7, 5, 7, 1, 7},
                                      {0, 2, 7, 2, 0},
                                  }}};

constexpr PixelDigits mediumDigits{4,
                                   7,
                                   {{
                                       {6, 9, 9, 9, 9, 9, 6},
                                       {2, 6, 2, 2, 2, 2, 7},
                                       {6, 9, 1, 2, 4, 8, 15},
                                       {14, 1, 1, 6, 1, 1, 14},
                                       {2, 6, 10, 10, 15, 2, 2},
                                       {15, 8, 14, 1, 1, 9, 6},
                                       {6, 8, 14, 9, 9, 9, 6},
                                       {15, 1, 1, 2, 2, 4, 4},
                                       {6, 9, 9, 6, 9, 9, 6},
                                       {6, 9, 9, 9, 7, 1, 6},
                                       {0, 0, 2, 7, 2, 0, 0},
                                   }}};

constexpr int fontFrom = 32; // px of the icon

const PixelDigits &pixelDigits(int side)
{
    return side < 22 ? smallDigits : mediumDigits;
}

QFont badgeFont(int side)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(qRound(side * 0.36));
    font.setWeight(QFont::Bold);
    return font;
}

} // namespace

StatusBadge::StatusBadge(const QString &text, int side)
    : m_text(text)
    , m_side(side)
{
    if (text.isEmpty())
        return;
    QSize size;
    if (side < fontFrom) {
        const PixelDigits &digits = pixelDigits(side);
        m_padding = side < 22 ? 1 : 2;
        const int width = static_cast<int>(text.size()) * (digits.width + 1) - 1;
        size = {width + 2 * m_padding + 2, digits.height + 2 * m_padding};
    } else {
        m_padding = qMax(2, side / 16);
        const QFontMetricsF metrics(badgeFont(side));
        const int height = qRound(metrics.capHeight()) + 2 * m_padding + side / 32;
        size = {qMax(height, qRound(metrics.horizontalAdvance(text)) + 2 * m_padding + side / 24), height};
    }
    size.setWidth(qMin(size.width(), side));
    m_bounds = QRect(QPoint(side - size.width(), side - size.height()), size);
}

void StatusBadge::paint(QPainter *painter, const QColor &color) const
{
    if (m_bounds.isEmpty())
        return;
    const qreal radius = m_side < 22 ? 2 : m_bounds.height() / 2.0;
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(m_bounds, radius, radius);
    if (m_side < fontFrom) {
        paintPixelDigits(painter);
        return;
    }
    // By outlines: glyphs that are hinted for text would sit off the middle.
    const QFont font = badgeFont(m_side);
    QPainterPath path;
    path.addText(0, 0, font, m_text);
    const QRectF box = path.boundingRect();
    path.translate(QRectF(m_bounds).center() - box.center());
    painter->fillPath(path, Qt::white);
}

void StatusBadge::paintPixelDigits(QPainter *painter) const
{
    const PixelDigits &digits = pixelDigits(m_side);
    const int textWidth = static_cast<int>(m_text.size()) * (digits.width + 1) - 1;
    int x = m_bounds.left() + (m_bounds.width() - textWidth + 1) / 2;
    for (const QChar character : m_text) {
        const auto index = static_cast<size_t>(character == u'+' ? 10 : character.digitValue());
        for (int row = 0; row < digits.height; ++row)
            for (int column = 0; column < digits.width; ++column)
                if (digits.rows[index][static_cast<size_t>(row)] >> (digits.width - 1 - column) & 1)
                    painter->fillRect(x + column, m_bounds.top() + m_padding + row, 1, 1, Qt::white);
        x += digits.width + 1;
    }
}

} // namespace LumaSync
