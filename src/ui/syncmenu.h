// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/ui/export.h>

#include <QMenu>

#include <memory>

namespace LumaSync {

class SyncController;

/// The commands of the tray icon and of the status button. "Quit when everything is uploaded" quits the application. A
/// host may add its own. Thread: GUI.
class LUMASYNC_UI_EXPORT SyncMenu : public QMenu
{
    Q_OBJECT
public:
    /// `controller` outlives the menu.
    explicit SyncMenu(SyncController *controller, QWidget *parent = nullptr);
    ~SyncMenu() override;

Q_SIGNALS:
    /// The person wants to see the status panel.
    void openRequested();
    /// The person wants to sign in.
    void signInRequested();
    /// The language changed, and with it the menu's words.
    void retranslated();

protected:
    /// Follows the language.
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace LumaSync
