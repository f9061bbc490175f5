// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/statusbadge.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace LumaSync {

namespace {

/// One size of the digits 0 to 9 and "+" of a script: rows from top to bottom, one bit a pixel, the leftmost is the
/// highest bit of the width.
struct PixelGlyph
{
    int width;
    std::array<quint8, 7> rows;
};
struct PixelDigits
{
    int height;
    std::array<PixelGlyph, 11> glyphs;
};

// clang-format off
constexpr PixelDigits smallDigits{5,
{{
{3, {7, 5, 5, 5, 7}},
{3, {2, 6, 2, 2, 7}},
{3, {7, 1, 7, 4, 7}},
{3, {7, 1, 7, 1, 7}},
{3, {5, 5, 7, 1, 1}},
{3, {7, 4, 7, 1, 7}},
{3, {7, 4, 7, 5, 7}},
{3, {7, 1, 1, 2, 2}},
{3, {7, 5, 7, 5, 7}},
{3, {7, 5, 7, 1, 7}},
{3, {0, 2, 7, 2, 0}},
}}};

constexpr PixelDigits mediumDigits{7,
{{
{4, {6, 9, 9, 9, 9, 9, 6}},
{4, {2, 6, 2, 2, 2, 2, 7}},
{4, {6, 9, 1, 2, 4, 8, 15}},
{4, {14, 1, 1, 6, 1, 1, 14}},
{4, {2, 6, 10, 10, 15, 2, 2}},
{4, {15, 8, 14, 1, 1, 9, 6}},
{4, {6, 8, 14, 9, 9, 9, 6}},
{4, {15, 1, 1, 2, 2, 4, 4}},
{4, {6, 9, 9, 6, 9, 9, 6}},
{4, {6, 9, 9, 9, 7, 1, 6}},
{4, {0, 0, 2, 7, 2, 0, 0}},
}}};

constexpr PixelDigits smallArabicDigits{5,
{{
{2, {0, 0, 3, 3, 0}},
{2, {2, 1, 1, 1, 1}},
{4, {9, 15, 8, 8, 8}},
{5, {21, 31, 16, 16, 16}},
{3, {3, 4, 2, 4, 7}},
{4, {6, 9, 9, 9, 6}},
{3, {4, 7, 1, 1, 1}},
{3, {5, 5, 5, 2, 2}},
{3, {2, 2, 5, 5, 5}},
{3, {7, 5, 7, 1, 1}},
{3, {0, 2, 7, 2, 0}},
}}};

constexpr PixelDigits mediumArabicDigits{7,
{{
{2, {0, 0, 0, 3, 3, 0, 0}},
{2, {2, 1, 1, 1, 1, 1, 1}},
{5, {17, 19, 30, 16, 16, 16, 16}},
{5, {21, 21, 31, 16, 16, 16, 16}},
{4, {7, 8, 8, 6, 8, 8, 7}},
{5, {0, 14, 17, 17, 17, 14, 0}},
{4, {8, 8, 15, 1, 1, 1, 1}},
{5, {17, 17, 17, 10, 10, 4, 4}},
{5, {4, 4, 10, 10, 17, 17, 17}},
{4, {6, 9, 9, 7, 1, 1, 1}},
{3, {0, 0, 2, 7, 2, 0, 0}},
}}};

constexpr PixelDigits smallPersianDigits{5,
{{
{2, {0, 0, 3, 3, 0}},
{2, {2, 1, 1, 1, 1}},
{4, {9, 15, 8, 8, 8}},
{5, {21, 31, 16, 16, 16}},
{4, {11, 12, 15, 8, 8}},
{5, {4, 10, 17, 21, 10}},
{3, {3, 4, 3, 2, 4}},
{3, {5, 5, 5, 2, 2}},
{3, {2, 2, 5, 5, 5}},
{3, {7, 5, 7, 1, 1}},
{3, {0, 2, 7, 2, 0}},
}}};

constexpr PixelDigits mediumPersianDigits{7,
{{
{2, {0, 0, 0, 3, 3, 0, 0}},
{2, {2, 1, 1, 1, 1, 1, 1}},
{5, {17, 19, 30, 16, 16, 16, 16}},
{5, {21, 21, 31, 16, 16, 16, 16}},
{5, {19, 20, 24, 30, 16, 16, 16}},
{5, {4, 10, 17, 17, 21, 21, 10}},
{4, {7, 8, 8, 7, 2, 4, 8}},
{5, {17, 17, 17, 10, 10, 4, 4}},
{5, {4, 4, 10, 10, 17, 17, 17}},
{4, {6, 9, 9, 7, 1, 1, 1}},
{3, {0, 0, 2, 7, 2, 0, 0}},
}}};

// clang-format on

constexpr int fontFrom = 32; // px of the icon

constexpr int mediumFrom = 22;

/// In the script of the text's first digit.
const PixelDigits &pixelDigits(const QString &text, int side)
{
    const bool isSmall = side < mediumFrom;
    for (const QChar character : text) {
        if (character >= u'\u0660' && character <= u'\u0669')
            return isSmall ? smallArabicDigits : mediumArabicDigits;
        if (character >= u'\u06F0' && character <= u'\u06F9')
            return isSmall ? smallPersianDigits : mediumPersianDigits;
    }
    return isSmall ? smallDigits : mediumDigits;
}

const PixelGlyph &glyphOf(const PixelDigits &digits, QChar character)
{
    return digits.glyphs[static_cast<size_t>(character == u'+' ? 10 : character.digitValue())];
}

int pixelWidth(const PixelDigits &digits, const QString &text)
{
    int width = -1;
    for (const QChar character : text)
        width += glyphOf(digits, character).width + 1;
    return width;
}

/// From left to right, as it is painted: where one reads the other way, the plus is on the left.
QString visualOrder(const QString &text)
{
    if (!text.endsWith(u'+') || QLocale().textDirection() == Qt::LeftToRight)
        return text;
    return u'+' + text.chopped(1);
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
    : m_text(visualOrder(text))
    , m_side(side)
{
    if (text.isEmpty())
        return;
    QSize size;
    if (side < fontFrom) {
        const PixelDigits &digits = pixelDigits(text, side);
        m_padding = side < mediumFrom ? 1 : 2;
        size = {pixelWidth(digits, text) + 2 * m_padding + 2, digits.height + 2 * m_padding};
    } else {
        m_padding = qMax(2, side / 16);
        const QFontMetricsF metrics(badgeFont(side));
        const int height = qRound(metrics.capHeight()) + 2 * m_padding + side / 32;
        size = {qMax(height, qRound(metrics.horizontalAdvance(m_text)) + 2 * m_padding + side / 24), height};
    }
    size.setWidth(qMin(size.width(), side));
    m_bounds = QRect(QPoint(side - size.width(), side - size.height()), size);
}

void StatusBadge::paint(QPainter *painter, const QColor &color) const
{
    if (m_bounds.isEmpty())
        return;
    const qreal radius = m_side < mediumFrom ? 2 : m_bounds.height() / 2.0;
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
    const PixelDigits &digits = pixelDigits(m_text, m_side);
    int x = m_bounds.left() + (m_bounds.width() - pixelWidth(digits, m_text) + 1) / 2;
    for (const QChar character : m_text) {
        const PixelGlyph &glyph = glyphOf(digits, character);
        for (int row = 0; row < digits.height; ++row)
            for (int column = 0; column < glyph.width; ++column)
                if (glyph.rows[static_cast<size_t>(row)] >> (glyph.width - 1 - column) & 1)
                    painter->fillRect(x + column, m_bounds.top() + m_padding + row, 1, 1, Qt::white);
        x += glyph.width + 1;
    }
}

} // namespace LumaSync
