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

#include <QMetaMethod>

namespace LumaSync {

SyncTrayIcon::SyncTrayIcon(SyncController *controller, QObject *parent)
    : QSystemTrayIcon(parent)
    , m_controller(controller)
    , m_animation(new StatusAnimation(this))
{
    ensureTranslations();
    m_menu = std::make_unique<SyncMenu>(controller);
    m_policy = std::make_unique<NoticePolicy>();
    setContextMenu(m_menu.get());
    m_clock.start();
    m_noticeTimer.setSingleShot(true);
    connect(&m_noticeTimer, &QTimer::timeout, this, &SyncTrayIcon::checkNotice);
    connect(m_animation, &StatusAnimation::iconChanged, this, [this] { setIcon(m_animation->icon()); });
    connect(controller, &SyncController::statusChanged, this, &SyncTrayIcon::showStatus);
    connect(m_menu.get(), &SyncMenu::openRequested, this, &SyncTrayIcon::open);
    connect(m_menu.get(), &SyncMenu::signInRequested, this, &SyncTrayIcon::signIn);
    connect(m_menu.get(), &SyncMenu::retranslated, this, [this] { showStatus(m_controller->status()); });
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        if (reason == Trigger || reason == DoubleClick)
            open();
    });
    connect(this, &QSystemTrayIcon::messageClicked, this, &SyncTrayIcon::open);
    setIcon(m_animation->icon());
    showStatus(controller->status());
}

SyncTrayIcon::~SyncTrayIcon() = default;

void SyncTrayIcon::showStatus(const SyncStatus &status)
{
    m_animation->setLook(StatusLook::of(status));
    const QString text = StatusText(status).tooltip();
    if (text != toolTip())
        setToolTip(text);
    checkNotice();
}

void SyncTrayIcon::checkNotice()
{
    const SyncStatus status = m_controller->status();
    const NoticePolicy::Time now(m_clock.elapsed());
    const auto notice = m_policy->feed(status, now);
    if (const auto due = m_policy->nextCheck()) // each time anew: a coarse timer may be early
        m_noticeTimer.start(*due - now);
    else
        m_noticeTimer.stop();
    if (notice == NoticePolicy::Notice::None || !m_areNoticesEnabled)
        return;
    const StatusText text(status);
    const auto kind = notice == NoticePolicy::Notice::SignedOut ? Information : Warning;
    showMessage(text.headline(), text.detail(), kind);
    Q_EMIT noticeShown(text.headline(), text.detail());
}

void SyncTrayIcon::open()
{
    if (isSignalConnected(QMetaMethod::fromSignal(&SyncTrayIcon::openRequested))) {
        Q_EMIT openRequested();
        return;
    }
    if (!m_panel) {
        m_panel = std::make_unique<SyncStatusPanel>(m_controller);
        m_panel->setContentsMargins(12, 12, 12, 12);
    }
    m_panel->show();
    m_panel->raise();
    m_panel->activateWindow();
}

void SyncTrayIcon::signIn()
{
    if (isSignalConnected(QMetaMethod::fromSignal(&SyncTrayIcon::signInRequested)))
        Q_EMIT signInRequested();
    else
        SignInDialog::open(m_controller);
}

} // namespace LumaSync
