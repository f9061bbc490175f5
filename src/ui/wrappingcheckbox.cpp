// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/wrappingcheckbox.h"

#include "ui/glyphicon.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int minimumTextWidth = 120;
constexpr int boxPadding = 2;

} // namespace

WrappingCheckBox::WrappingCheckBox(QWidget *parent)
    : QCheckBox(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int WrappingCheckBox::textIndent() const
{
    return style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) +
           style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this) + 4;
}

QRect WrappingCheckBox::textRect(int width) const
{
    const int flags = Qt::TextWordWrap | Qt::TextShowMnemonic | Qt::AlignTop;
    return fontMetrics().boundingRect({0, 0, qMax(1, width - textIndent()), 10'000}, flags, text());
}

int WrappingCheckBox::heightForWidth(int width) const
{
    const int indicator = style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, this);
    return qMax(indicator, textRect(width).height()) + 2 * boxPadding;
}

QSize WrappingCheckBox::sizeHint() const
{
    const int width = textIndent() + qMin(fontMetrics().horizontalAdvance(text()), 360);
    return {width, heightForWidth(width)};
}

QSize WrappingCheckBox::minimumSizeHint() const
{
    return {textIndent() + minimumTextWidth, heightForWidth(width())};
}

bool WrappingCheckBox::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void WrappingCheckBox::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) + 2;
    const int lift = qMax(0, (fontMetrics().height() - side) / 2);
    const QRectF box = QRectF(QStyle::visualRect(layoutDirection(), rect(), {0, boxPadding + lift, side, side}))
                           .adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(QPen(isChecked() ? theme.accent : theme.muted, 1.5));
    painter.setBrush(isChecked() ? theme.accent : palette().color(QPalette::Base));
    painter.drawRoundedRect(box, 3, 3);
    if (isChecked())
        GlyphIcon::paint(&painter, box.adjusted(1, 1, -1, -1), u"tick"_s, palette().color(QPalette::Base));

    const QRect area =
        QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(textIndent(), boxPadding, 0, -boxPadding));
    QStyleOptionButton option;
    initStyleOption(&option);
    const bool underline = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
    const auto start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.setPen(isEnabled() ? theme.text : theme.muted);
    painter.drawText(area,
                     static_cast<int>(start | Qt::AlignTop) | Qt::TextWordWrap |
                         (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     text());
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1).united(QRectF(area)).adjusted(1, 0, -1, 0), 4, 4);
    }
}

} // namespace LumaSync
