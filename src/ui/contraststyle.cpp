// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/contraststyle.h"

#include "ui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QPainter>
#include <QPointer>
#include <QStyleFactory>
#include <QStyleOptionMenuItem>
#include <QStyleOptionSlider>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

/// Where the keyboard's focus is, thicker and in the colour of selections.
QPen penFor(const QStyleOption &option)
{
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    return {option.palette.color(hasFocus ? QPalette::Highlight : QPalette::WindowText), hasFocus ? 2.0 : 1.0};
}

void outline(QPainter *painter, const QStyleOption &option, const QRect &rect, const QBrush &fill = Qt::NoBrush)
{
    const QPen pen = penFor(option);
    const qreal inset = pen.widthF() / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 2, 2);
    painter->restore();
}

/// Sees the changes of one widget.
class Follower : public QObject
{
public:
    Follower(QWidget *root, void (*apply)(QWidget *))
        : QObject(root)
        , m_apply(apply)
    {
        root->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
            m_apply(static_cast<QWidget *>(watched));
        return false;
    }

private:
    void (*m_apply)(QWidget *);
};

} // namespace

ContrastStyle::ContrastStyle()
    : QProxyStyle(u"fusion"_s)
{
}

void ContrastStyle::follow(QWidget *root)
{
    new Follower(root, &ContrastStyle::applyTo);
    applyTo(root);
}

void ContrastStyle::applyTo(QWidget *root)
{
    static QPointer<QStyle> shared;
    const bool isWanted = Theme::of(root->palette()).isHighContrast && QApplication::style()->name() == "fusion"_L1;
    if (!isWanted && !shared)
        return;
    if (!shared) {
        shared = new ContrastStyle;
        shared->setParent(qApp);
    }
    if (isWanted)
        for (const QComboBox *combo : root->findChildren<QComboBox *>())
            (void)combo->view(); // so that its list is there
    const QList<QWidget *> widgets = QList<QWidget *>{root} + root->findChildren<QWidget *>();
    for (QWidget *widget : widgets)
        if ((widget->style() == shared) != isWanted)
            widget->setStyle(isWanted ? shared : nullptr);
}

void ContrastStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
    case PE_FrameLineEdit:
    case PE_PanelMenu:
    case PE_Frame:
    case PE_IndicatorCheckBox: // of menus
        outline(painter, *option, option->rect);
        break;
    default:
        break;
    }
}

void ContrastStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (element == CE_MenuItem && item && item->menuItemType == QStyleOptionMenuItem::Separator) {
        const QRect line(option->rect.left() + 6, option->rect.center().y(), option->rect.width() - 12, 1);
        painter->fillRect(line, option->palette.color(QPalette::WindowText));
    }
}

void ContrastStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider)
        return;
    const QBrush solid = penFor(*option).color();
    if (control == CC_Slider) {
        QStyleOption groove(*option);
        groove.state &= ~State_HasFocus;
        outline(painter, groove, subControlRect(CC_Slider, slider, SC_SliderGroove, widget));
        outline(painter, *option, subControlRect(CC_Slider, slider, SC_SliderHandle, widget), solid);
    } else if (control == CC_ScrollBar) {
        outline(painter, *option,
                subControlRect(CC_ScrollBar, slider, SC_ScrollBarSlider, widget).adjusted(2, 2, -2, -2), solid);
    }
}

} // namespace LumaSync
