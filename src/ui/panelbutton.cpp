// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/panelbutton.h"

#include "ui/theme.h"

#include <QPainter>

namespace LumaSync {

namespace {

constexpr int wordPadding = 10; // on each side

} // namespace

QSize PanelButton::sizeHint() const
{
    const int words = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return QPushButton::sizeHint().expandedTo({words + 2 * wordPadding, fontMetrics().height() + 10});
}

void PanelButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (!isDefault() || !hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(palette()).accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 2, 2);
}

} // namespace LumaSync
