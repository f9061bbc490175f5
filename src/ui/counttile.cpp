// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/counttile.h"

#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace LumaSync {

CountTile::CountTile(QWidget *parent)
    : QFrame(parent)
    , m_number(new QLabel(this))
    , m_caption(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 7, 10, 7);
    layout->setSpacing(8);
    layout->addWidget(m_number);
    layout->addWidget(m_caption, 1);
    m_caption->setWordWrap(true);
    m_number->setBuddy(m_caption);
    restyle();
    setCount(0);
}

void CountTile::setCount(qint64 count, bool isWarning)
{
    const bool looksTheSame = isWarning == m_isWarning && (count == 0) == (m_count == 0);
    m_count = count;
    m_isWarning = isWarning;
    m_number->setText(QLocale().toString(count));
    m_number->setAccessibleName(m_caption->text());
    m_number->setAccessibleDescription(m_number->text());
    if (!looksTheSame)
        restyle();
}

void CountTile::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    m_number->setAccessibleName(caption);
}

void CountTile::restyle()
{
    const Theme theme = Theme::of(QFrame::palette());
    QFont font = QFrame::font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setWeight(m_isWarning ? QFont::Bold : QFont::DemiBold);
    m_number->setFont(font);
    QPalette colors = QFrame::palette();
    colors.setColor(QPalette::WindowText, m_isWarning ? theme.warning : m_count == 0 ? theme.muted : theme.text);
    m_number->setPalette(colors);
    colors.setColor(QPalette::WindowText, theme.muted);
    m_caption->setPalette(colors);
}

void CountTile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setCount(m_count, m_isWarning); // its digits
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QFrame::changeEvent(event);
}

void CountTile::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_isWarning ? theme.warning : theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace LumaSync
