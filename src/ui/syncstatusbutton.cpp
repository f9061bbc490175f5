// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/syncstatusbutton.h"

#include "ui/signindialog.h"
#include "ui/statusanimation.h"
#include "ui/statustext.h"
#include "ui/synccontroller.h"
#include "ui/syncmenu.h"
#include "ui/translations_p.h"

#include <QMetaMethod>
#include <QStyleOptionToolButton>

namespace LumaSync {

SyncStatusButton::SyncStatusButton(SyncController *controller, QWidget *parent)
    : QToolButton(parent)
    , m_controller(controller)
    , m_animation(new StatusAnimation(this))
    , m_menu(nullptr)
{
    ensureTranslations();
    m_menu = new SyncMenu(controller, this);
    setMenu(m_menu);
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setIconSize({28, 22}); // with air beside it
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_animation, &StatusAnimation::iconChanged, this, [this] { setIcon(m_animation->icon()); });
    connect(controller, &SyncController::statusChanged, this, &SyncStatusButton::showStatus);
    connect(m_menu, &SyncMenu::openRequested, this, &SyncStatusButton::openRequested);
    connect(m_menu, &SyncMenu::signInRequested, this, &SyncStatusButton::signIn);
    connect(m_menu, &SyncMenu::retranslated, this, [this] { showStatus(m_controller->status()); });
    setIcon(m_animation->icon());
    showStatus(controller->status());
}

void SyncStatusButton::showStatus(const SyncStatus &status)
{
    m_animation->setLook(StatusLook::of(status));
    const StatusText text(status);
    setText(text.tooltip());
    setToolTip(text.detail());
    setAccessibleName(text.tooltip());
    setAccessibleDescription(text.detail());
}

void SyncStatusButton::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    option->features &= ~QStyleOptionToolButton::HasMenu; // the words leave no room for an arrow in the corner
}

void SyncStatusButton::signIn()
{
    if (isSignalConnected(QMetaMethod::fromSignal(&SyncStatusButton::signInRequested)))
        Q_EMIT signInRequested();
    else
        SignInDialog::open(m_controller, window());
}

} // namespace LumaSync
