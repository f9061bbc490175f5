// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/wrappingcheckbox.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace LumaSync {

namespace {

constexpr int minimumTextWidth = 120;
constexpr int padding = 2;

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
    return style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this)
        + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this) + 2;
}

QRect WrappingCheckBox::textRect(int width) const
{
    const int flags = Qt::TextWordWrap | Qt::TextShowMnemonic | Qt::AlignTop;
    return fontMetrics().boundingRect({0, 0, qMax(1, width - textIndent()), 10'000}, flags, text());
}

int WrappingCheckBox::heightForWidth(int width) const
{
    const int indicator = style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, this);
    return qMax(indicator, textRect(width).height()) + 2 * padding;
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
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QSize indicator(style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this),
                          style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, this));
    const int lift = qMax(0, (fontMetrics().height() - indicator.height()) / 2);
    option.rect = QStyle::visualRect(layoutDirection(), rect(), {{0, padding + lift}, indicator});
    painter.drawPrimitive(QStyle::PE_IndicatorCheckBox, option);

    const QRect area = QStyle::visualRect(layoutDirection(), rect(),
                                          rect().adjusted(textIndent(), padding, 0, -padding));
    const bool underline = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
    const auto side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(area, static_cast<int>(side | Qt::AlignTop) | Qt::TextWordWrap
                               | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     text());
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.rect = area.adjusted(-2, -1, 2, 1);
        focus.backgroundColor = palette().color(QPalette::Window);
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
    }
}

} // namespace LumaSync
