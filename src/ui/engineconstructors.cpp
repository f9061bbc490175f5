// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The widgets for hosts: with an engine in place of a controller. Apart from the widgets, so that those know no engine.
#include "ui/enginecontroller.h"
#include "ui/signindialog.h"
#include "ui/syncmenu.h"
#include "ui/syncstatusbutton.h"
#include "ui/syncstatuspanel.h"
#include "ui/synctrayicon.h"

namespace LumaSync {

SyncTrayIcon::SyncTrayIcon(SyncEngine *engine, QObject *parent)
    : SyncTrayIcon(EngineController::of(engine), parent)
{
}

SyncStatusButton::SyncStatusButton(SyncEngine *engine, QWidget *parent)
    : SyncStatusButton(EngineController::of(engine), parent)
{
}

SyncStatusPanel::SyncStatusPanel(SyncEngine *engine, QWidget *parent)
    : SyncStatusPanel(EngineController::of(engine), parent)
{
}

SignInDialog::SignInDialog(SyncEngine *engine, QWidget *parent)
    : SignInDialog(EngineController::of(engine), parent)
{
}

} // namespace LumaSync
