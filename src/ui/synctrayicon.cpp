// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/synctrayicon.h"

#include "ui/noticepolicy.h"
#include "ui/signindialog.h"
#include "ui/statusanimation.h"
#include "ui/statustext.h"
#include "ui/synccontroller.h"
#include "ui/syncmenu.h"
#include "ui/syncstatuspanel.h"
#include "ui/translations_p.h"

#include <QElapsedTimer>
#include <QMetaMethod>
#include <QTimer>

namespace LumaSync {

class SyncTrayIcon::Private
{
public:
    Private(SyncTrayIcon *icon, SyncController *syncController)
        : q(icon)
        , controller(syncController)
        , animation(new StatusAnimation(icon))
        , menu(syncController)
    {
    }

    void showStatus(const SyncStatus &status);
    void checkNotice();
    void open();
    void signIn();

    SyncTrayIcon *q;
    SyncController *controller;
    StatusAnimation *animation;
    SyncMenu menu;
    std::unique_ptr<SyncStatusPanel> panel;
    NoticePolicy policy;
    QElapsedTimer clock;
    QTimer noticeTimer;
    bool areNoticesEnabled = true;
};

SyncTrayIcon::SyncTrayIcon(SyncController *controller, QObject *parent)
    : QSystemTrayIcon(parent)
{
    ensureTranslations();
    d = std::make_unique<Private>(this, controller);
    setContextMenu(&d->menu);
    d->clock.start();
    d->noticeTimer.setSingleShot(true);
    connect(&d->noticeTimer, &QTimer::timeout, this, [this] { d->checkNotice(); });
    connect(d->animation, &StatusAnimation::iconChanged, this, [this] { setIcon(d->animation->icon()); });
    connect(controller, &SyncController::statusChanged, this,
            [this](const SyncStatus &status) { d->showStatus(status); });
    connect(&d->menu, &SyncMenu::openRequested, this, [this] { d->open(); });
    connect(&d->menu, &SyncMenu::signInRequested, this, [this] { d->signIn(); });
    connect(&d->menu, &SyncMenu::retranslated, this, [this] {
        setIcon(d->animation->icon()); // its digits
        d->showStatus(d->controller->status());
    });
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        if (reason == Trigger || reason == DoubleClick)
            d->open();
    });
    connect(this, &QSystemTrayIcon::messageClicked, this, [this] { d->open(); });
    setIcon(d->animation->icon());
    d->showStatus(controller->status());
}

SyncTrayIcon::~SyncTrayIcon() = default;

SyncMenu *SyncTrayIcon::menu() const
{
    return &d->menu;
}

void SyncTrayIcon::setNoticesEnabled(bool enabled)
{
    d->areNoticesEnabled = enabled;
}

void SyncTrayIcon::Private::showStatus(const SyncStatus &status)
{
    animation->setLook(StatusLook::of(status));
    const QString text = StatusText(status).tooltip();
    if (text != q->toolTip())
        q->setToolTip(text);
    checkNotice();
}

void SyncTrayIcon::Private::checkNotice()
{
    const SyncStatus status = controller->status();
    const NoticePolicy::Time now(clock.elapsed());
    const auto notice = policy.feed(status, now);
    if (const auto due = policy.nextCheck()) // each time anew: a coarse timer may be early
        noticeTimer.start(*due - now);
    else
        noticeTimer.stop();
    if (notice == NoticePolicy::Notice::None || !areNoticesEnabled)
        return;
    const StatusText text(status);
    const auto kind = notice == NoticePolicy::Notice::SignedOut ? Information : Warning;
    q->showMessage(text.headline(), text.detail(), kind);
    Q_EMIT q->noticeShown(text.headline(), text.detail());
}

void SyncTrayIcon::Private::open()
{
    if (q->isSignalConnected(QMetaMethod::fromSignal(&SyncTrayIcon::openRequested))) {
        Q_EMIT q->openRequested();
        return;
    }
    if (!panel) {
        panel = std::make_unique<SyncStatusPanel>(controller);
        panel->setContentsMargins(12, 12, 12, 12);
    }
    panel->show();
    panel->raise();
    panel->activateWindow();
}

void SyncTrayIcon::Private::signIn()
{
    if (q->isSignalConnected(QMetaMethod::fromSignal(&SyncTrayIcon::signInRequested)))
        Q_EMIT q->signInRequested();
    else
        SignInDialog::open(controller);
}

} // namespace LumaSync
