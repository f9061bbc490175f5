// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/pagetabs.h"

#include "ui/theme.h"

#include <QPainter>

namespace LumaSync {

namespace {

constexpr int tabPadding = 12;
constexpr int underlineHeight = 3;

QFont currentFont(const QFont &font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

} // namespace

PageTabs::PageTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void PageTabs::setText(int index, const QString &text)
{
    if (text != tabText(index))
        setTabText(index, text);
}

QSize PageTabs::tabSizeHint(int index) const
{
    // As wide as the current tab's weight needs, so that nothing moves when another one is chosen.
    const QFontMetrics metrics(currentFont(font()));
    return {metrics.horizontalAdvance(tabText(index)) + 2 * tabPadding + 6, metrics.height() + 16};
}

QSize PageTabs::minimumTabSizeHint(int index) const
{
    return {60, tabSizeHint(index).height()};
}

void PageTabs::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(0, height() - 1, width(), 1, theme.line);
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool isCurrent = i == currentIndex();
        const bool isHovered = tab.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        painter.setFont(isCurrent ? currentFont(font()) : font());
        painter.setPen(isCurrent || isHovered ? theme.text : theme.muted);
        painter.drawText(tab.adjusted(tabPadding, 0, -tabPadding, -underlineHeight), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(tabText(i), Qt::ElideRight, tab.width() - 2 * tabPadding));
        if (!isCurrent)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(QRectF(tab.left() + 4, height() - underlineHeight, tab.width() - 8, underlineHeight),
                                1.5, 1.5);
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.accent, 2));
            painter.drawRoundedRect(QRectF(tab).adjusted(2, 2, -2, -underlineHeight - 2), 4, 4);
        }
    }
}

} // namespace LumaSync
