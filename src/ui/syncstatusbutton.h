// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/syncstatus.h"

#include <QToolButton>

namespace LumaSync {

class StatusAnimation;
class SyncController;
class SyncEngine;
class SyncMenu;

/// The tray icon's states and menu as a button for a status bar: for desktops without a tray, and for those who look at
/// the window. Thread: GUI. Owner: the host.
class SyncStatusButton : public QToolButton
{
    Q_OBJECT
public:
    explicit SyncStatusButton(SyncEngine *engine, QWidget *parent = nullptr);
    explicit SyncStatusButton(SyncController *controller, QWidget *parent = nullptr);

    [[nodiscard]] SyncMenu *syncMenu() const { return m_menu; }

Q_SIGNALS:
    void openRequested();
    void signInRequested();

private:
    void showStatus(const SyncStatus &status);
    void signIn();

    SyncController *m_controller;
    StatusAnimation *m_animation;
    SyncMenu *m_menu;
};

} // namespace LumaSync
