// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/attentioncard.h"

#include "ui/contraststyle.h"
#include "ui/flowlayout.h"
#include "ui/glyphicon.h"
#include "ui/panelbutton.h"
#include "ui/theme.h"
#include "ui/wrappinglabel.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace LumaSync {

AttentionCard::AttentionCard(QWidget *parent)
    : QFrame(parent)
    , m_title(new WrappingLabel(this))
    , m_advice(new WrappingLabel(this))
    , m_nextTry(new WrappingLabel(this))
    , m_remedy(new PanelButton(this))
    , m_show(new PanelButton(this))
    , m_detailsToggle(new QToolButton(this))
    , m_copy(new PanelButton(this))
    , m_details(new QPlainTextEdit(this))
{
    setUpLayout();
    setUpButtons();
    restyle();
    ContrastStyle::follow(this);
}

void AttentionCard::setUpLayout()
{
    auto *buttons = new FlowLayout;
    for (QWidget *button : std::initializer_list<QWidget *>{m_remedy, m_show, m_detailsToggle, m_copy})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 12, 12);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_advice);
    layout->addWidget(m_nextTry);
    layout->addSpacing(2);
    layout->addLayout(buttons);
    layout->addWidget(m_details);
    m_title->setObjectName(u"attentionTitle"_s);
}

void AttentionCard::setUpButtons()
{
    m_remedy->setObjectName(u"remedy"_s);
    m_copy->setObjectName(u"copyDetails"_s);
    m_detailsToggle->setObjectName(u"detailsToggle"_s);
    m_details->setObjectName(u"details"_s);
    m_detailsToggle->setCheckable(true);
    m_detailsToggle->setAutoRaise(true);
    m_detailsToggle->setFocusPolicy(Qt::StrongFocus);
    m_detailsToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setReadOnly(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_details->setMaximumHeight(140);
    m_details->setTabChangesFocus(true);
    m_details->setLayoutDirection(Qt::LeftToRight); // English, whatever the language around it
    connect(m_detailsToggle, &QToolButton::toggled, this, &AttentionCard::retranslate);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_item.details); });
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT folderRequested(m_item.firstPath); });
    connect(m_remedy, &QPushButton::clicked, this, [this] {
        switch (AttentionText::remedy(m_item)) {
        case AttentionItem::Remedy::SignIn:
            Q_EMIT signInRequested();
            break;
        case AttentionItem::Remedy::Adopt:
            Q_EMIT adoptRequested();
            break;
        case AttentionItem::Remedy::Retry:
            Q_EMIT retryRequested(m_item);
            break;
        }
    });
}

void AttentionCard::setItem(const AttentionItem &item)
{
    m_item = item;
    if (m_details->toPlainText() != item.details)
        m_details->setPlainText(item.details);
    retranslate();
}

void AttentionCard::retranslate()
{
    m_title->setText(AttentionText::title(m_item));
    m_advice->setText(AttentionText::advice(m_item));
    const QString next = AttentionText::nextTry(m_item, QDateTime::currentDateTimeUtc());
    m_nextTry->setText(next);
    m_nextTry->setVisible(!next.isEmpty());
    m_remedy->setText(AttentionText::remedyText(m_item));
    m_show->setText(tr("Show in file manager"));
    m_show->setVisible(!m_item.firstPath.isEmpty());
    const bool isOpen = m_detailsToggle->isChecked();
    m_detailsToggle->setText(isOpen ? tr("Hide details") : tr("Show details"));
    m_detailsToggle->setIcon(GlyphIcon::icon(isOpen            ? u"chevron-down"_s
                                             : isRightToLeft() ? u"chevron-left"_s
                                                               : u"chevron-right"_s));
    m_detailsToggle->setMinimumHeight(m_remedy->sizeHint().height());
    m_detailsToggle->setVisible(!m_item.details.isEmpty());
    m_copy->setText(tr("Copy details"));
    m_copy->setVisible(isOpen);
    m_details->setVisible(isOpen);
    m_details->setAccessibleName(tr("Technical details"));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_advice->text());
}

void AttentionCard::restyle()
{
    const Theme theme = Theme::of(QFrame::palette());
    QFont font = QFrame::font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    QPalette colors = QFrame::palette();
    colors.setColor(QPalette::WindowText, theme.muted);
    m_nextTry->setPalette(colors);
    m_advice->setPalette(colors);
}

void AttentionCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QFrame::changeEvent(event);
}

void AttentionCard::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(frame, 6, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.warning);
    const qreal x = isRightToLeft() ? frame.right() - 4 : frame.left() + 1;
    painter.drawRoundedRect(QRectF(x, frame.top() + 8, 3, frame.height() - 16), 1.5, 1.5);
}

} // namespace LumaSync
