// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/ui/export.h>

#include <QSystemTrayIcon>

#include <memory>

namespace LumaSync {

class SyncController;
class SyncEngine;
class SyncMenu;

/// The state of the backup in the system tray. `SyncTrayIcon tray(&engine); tray.show();` is all that a host needs: a
/// click opens a window with the status panel unless the host connects openRequested(), "quit when everything is
/// uploaded" quits the application, trouble is told once. Where there is no tray
/// (QSystemTrayIcon::isSystemTrayAvailable()), use a SyncStatusButton. Thread: GUI. Owner: the host.
class LUMASYNC_UI_EXPORT SyncTrayIcon : public QSystemTrayIcon
{
    Q_OBJECT
public:
    /// Shows `engine`, which outlives it.
    explicit SyncTrayIcon(SyncEngine *engine, QObject *parent = nullptr);
    /// Shows what `controller` says, which outlives it.
    explicit SyncTrayIcon(SyncController *controller, QObject *parent = nullptr);
    ~SyncTrayIcon() override;

    /// A host may add its own commands.
    [[nodiscard]] SyncMenu *menu() const;
    /// Whether trouble is told by a notification. Default: yes.
    void setNoticesEnabled(bool enabled);

Q_SIGNALS:
    /// The person wants to see the status panel. Where nobody is connected, the icon shows one of its own.
    void openRequested();
    /// Where nobody is connected, the icon shows a SignInDialog.
    void signInRequested();
    /// A notification was shown.
    void noticeShown(const QString &title, const QString &text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace LumaSync
