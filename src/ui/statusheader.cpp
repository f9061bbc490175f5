// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/statusheader.h"

#include "ui/glyphicon.h"
#include "ui/panelbutton.h"
#include "ui/statusanimation.h"
#include "ui/statustext.h"
#include "ui/synccontroller.h"
#include "ui/theme.h"
#include "ui/wrappinglabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace LumaSync {

using State = SyncStatus::State;

namespace {

constexpr int headerIconSide = 48;

QToolButton *makeButton(QWidget *parent, const QString &name)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIconSize({20, 20});
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

StatusHeader::StatusHeader(SyncController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_animation(new StatusAnimation(this))
    , m_icon(new QLabel(this))
    , m_headline(new WrappingLabel(this))
    , m_detail(new WrappingLabel(this))
    , m_syncButton(makeButton(this, u"syncButton"_s))
    , m_pauseButton(makeButton(this, u"pauseButton"_s))
    , m_signInButton(new PanelButton(this))
{
    m_icon->setObjectName(u"sign"_s);
    m_headline->setObjectName(u"headline"_s);
    m_detail->setObjectName(u"detail"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_headline);
    words->addWidget(m_detail);
    words->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_signInButton, 0, Qt::AlignVCenter);
    layout->addWidget(m_syncButton, 0, Qt::AlignVCenter);
    layout->addWidget(m_pauseButton, 0, Qt::AlignVCenter);
    m_icon->setFixedSize(headerIconSide, headerIconSide);
    setUpButtons();
    connect(m_animation, &StatusAnimation::iconChanged, this, &StatusHeader::showIcon);
    startTimer(20s, Qt::VeryCoarseTimer); // "3 minutes ago" grows old by itself
    restyle();
    setStatus(controller->status());
    showIcon();
}

void StatusHeader::setUpButtons()
{
    m_signInButton->setObjectName(u"signInButton"_s);
    m_syncButton->setIcon(GlyphIcon::icon(u"refresh"_s));
    connect(m_syncButton, &QToolButton::clicked, m_controller, &SyncController::syncNow);
    connect(m_pauseButton, &QToolButton::clicked, this,
            [this] { m_controller->setPaused(m_status.state != SyncStatus::State::Paused); });
    connect(m_signInButton, &QPushButton::clicked, this, &StatusHeader::signInRequested);
}

void StatusHeader::setStatus(const SyncStatus &status)
{
    m_status = status;
    retranslate();
    m_animation->setLook(StatusLook::of(status));
}

void StatusHeader::retranslate()
{
    const StatusText text(m_status);
    m_headline->setText(text.headline());
    m_detail->setText(text.detail());
    m_icon->setAccessibleName(text.accessibleText());

    const bool isPaused = m_status.state == State::Paused;
    const bool isSignedOut = m_status.state == State::SignedOut;
    const bool isEnding = m_status.state == State::Stopping || m_status.state == State::Stopped;
    const QString pauseText = isPaused ? tr("Resume sync") : tr("Pause sync");
    if (pauseText != m_pauseButton->toolTip())
        m_pauseButton->setIcon(GlyphIcon::icon(isPaused ? u"play"_s : u"pause"_s));
    m_pauseButton->setToolTip(pauseText);
    m_pauseButton->setAccessibleName(pauseText);
    m_pauseButton->setVisible(!isSignedOut);
    m_pauseButton->setEnabled(!isEnding);
    m_syncButton->setToolTip(tr("Sync now"));
    m_syncButton->setAccessibleName(tr("Sync now"));
    m_syncButton->setVisible(!isSignedOut);
    m_syncButton->setEnabled(!isEnding && !isPaused);
    m_signInButton->setText(tr("Sign in…"));
    m_signInButton->setVisible(isSignedOut && m_controller->canSignIn());
}

void StatusHeader::restyle()
{
    QFont font = QWidget::font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    m_headline->setFont(font);
    QPalette colors = QWidget::palette();
    colors.setColor(QPalette::WindowText, Theme::of(colors).muted);
    m_detail->setPalette(colors);
}

void StatusHeader::showIcon()
{
    m_icon->setPixmap(m_animation->icon().pixmap({headerIconSide, headerIconSide}, devicePixelRatio()));
}

void StatusHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showIcon(); // its digits
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void StatusHeader::timerEvent(QTimerEvent *)
{
    retranslate();
}

} // namespace LumaSync
