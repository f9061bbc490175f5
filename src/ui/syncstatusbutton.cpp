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

class SyncStatusButton::Private
{
public:
    Private(SyncStatusButton *button, SyncController *syncController)
        : q(button)
        , controller(syncController)
        , animation(new StatusAnimation(button))
        , menu(new SyncMenu(syncController, button))
    {
    }

    void showStatus(const SyncStatus &status);
    void signIn();

    SyncStatusButton *q;
    SyncController *controller;
    StatusAnimation *animation;
    SyncMenu *menu;
};

SyncStatusButton::SyncStatusButton(SyncController *controller, QWidget *parent)
    : QToolButton(parent)
{
    ensureTranslations();
    d = std::make_unique<Private>(this, controller);
    setMenu(d->menu);
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setIconSize({28, 22}); // with air beside it
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(d->animation, &StatusAnimation::iconChanged, this, [this] { setIcon(d->animation->icon()); });
    connect(controller, &SyncController::statusChanged, this,
            [this](const SyncStatus &status) { d->showStatus(status); });
    connect(d->menu, &SyncMenu::openRequested, this, &SyncStatusButton::openRequested);
    connect(d->menu, &SyncMenu::signInRequested, this, [this] { d->signIn(); });
    connect(d->menu, &SyncMenu::retranslated, this, [this] {
        setIcon(d->animation->icon()); // its digits
        d->showStatus(d->controller->status());
    });
    setIcon(d->animation->icon());
    d->showStatus(controller->status());
}

SyncStatusButton::~SyncStatusButton() = default;

SyncMenu *SyncStatusButton::syncMenu() const
{
    return d->menu;
}

void SyncStatusButton::Private::showStatus(const SyncStatus &status)
{
    animation->setLook(StatusLook::of(status));
    const StatusText text(status);
    q->setText(text.tooltip());
    q->setToolTip(text.detail());
    q->setAccessibleName(text.tooltip());
    q->setAccessibleDescription(text.detail());
}

void SyncStatusButton::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    option->features &= ~QStyleOptionToolButton::HasMenu; // the words leave no room for an arrow in the corner
}

void SyncStatusButton::Private::signIn()
{
    if (q->isSignalConnected(QMetaMethod::fromSignal(&SyncStatusButton::signInRequested)))
        Q_EMIT q->signInRequested();
    else
        SignInDialog::open(controller, q->window());
}

} // namespace LumaSync
