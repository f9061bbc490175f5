// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/emptystate.h"

#include "ui/glyphicon.h"
#include "ui/theme.h"
#include "ui/wrappinglabel.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace LumaSync {

namespace {

constexpr int signSide = 44;

} // namespace

EmptyState::EmptyState(const QString &glyph, QWidget *parent)
    : QWidget(parent)
    , m_glyphName(glyph)
    , m_glyph(new QLabel(this))
    , m_text(new WrappingLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_glyph, 0, Qt::AlignHCenter);
    layout->addWidget(m_text);
    layout->addStretch(3);
    m_text->setAlignment(Qt::AlignCenter);
    restyle();
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
}

QString EmptyState::text() const
{
    return m_text->text();
}

void EmptyState::restyle()
{
    const Theme theme = Theme::of(palette());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.muted);
    m_text->setPalette(colors);
    const qreal ratio = devicePixelRatio();
    QPixmap image(QSize(signSide, signSide) * ratio);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor wash = theme.muted;
    wash.setAlphaF(0.12F);
    painter.setBrush(wash);
    painter.drawEllipse(0, 0, signSide, signSide);
    GlyphIcon::paint(&painter, QRectF(11, 11, signSide - 22, signSide - 22), m_glyphName, theme.muted);
    painter.end();
    m_glyph->setPixmap(image);
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

} // namespace LumaSync
