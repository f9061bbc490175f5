// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QColor)
QT_FORWARD_DECLARE_CLASS(QPainter)

namespace LumaSync {

/// The number at the lower right of a StatusIcon. Below 32 px it is set in pixel digits, because no font is legible
/// there.
class StatusBadge
{
public:
    /// `side`: of the icon, in device pixels. An empty text paints nothing.
    StatusBadge(const QString &text, int side);

    /// Of the pill; empty where there is none.
    [[nodiscard]] QRect bounds() const { return m_bounds; }
    void paint(QPainter *painter, const QColor &color) const;

private:
    void paintPixelDigits(QPainter *painter) const;

    QString m_text;
    int m_side;
    int m_padding = 0;
    QRect m_bounds;
};

} // namespace LumaSync
