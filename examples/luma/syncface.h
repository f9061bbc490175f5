// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/SyncEngine>
#include <LumaSync/SyncStatusButton>
#include <LumaSync/SyncStatusPanel>
#include <LumaSync/SyncTrayIcon>

#include <QPointer>

namespace Luma {

/// All that this app does for its backup: one engine and three faces of it. Thread: GUI. Owner: MainWindow.
class SyncFace : public QObject
{
    Q_OBJECT
public:
    SyncFace(LumaSync::SyncOptions options, QWidget *window);
    ~SyncFace() override;

    [[nodiscard]] LumaSync::SyncEngine *engine() { return &m_engine; }
    [[nodiscard]] LumaSync::SyncTrayIcon *tray() { return &m_tray; }
    /// The window owns them once they have a place in it.
    [[nodiscard]] LumaSync::SyncStatusPanel *panel() { return m_panel; }
    [[nodiscard]] LumaSync::SyncStatusButton *button() { return m_button; }
    /// Prints a line for each change, for scripts.
    void printStatus();

Q_SIGNALS:
    void windowRequested();
    void quitRequested();

private:
    LumaSync::SyncEngine m_engine;
    LumaSync::SyncTrayIcon m_tray;
    QPointer<LumaSync::SyncStatusPanel> m_panel;
    QPointer<LumaSync::SyncStatusButton> m_button;
};

} // namespace Luma
