// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/ui/export.h>

#include <QToolButton>

#include <memory>

namespace LumaSync {

class SyncController;
class SyncEngine;
class SyncMenu;

/// The tray icon's states and menu as a button for a status bar: for desktops without a tray, and for those who look at
/// the window. Thread: GUI. Owner: the host.
class LUMASYNC_UI_EXPORT SyncStatusButton : public QToolButton
{
    Q_OBJECT
public:
    /// Shows `engine`, which outlives it.
    explicit SyncStatusButton(SyncEngine *engine, QWidget *parent = nullptr);
    /// Shows what `controller` says, which outlives it.
    explicit SyncStatusButton(SyncController *controller, QWidget *parent = nullptr);
    ~SyncStatusButton() override;

    /// A host may add its own commands.
    [[nodiscard]] SyncMenu *syncMenu() const;

Q_SIGNALS:
    /// The person wants to see the status panel.
    void openRequested();
    /// Where nobody is connected, the button shows a SignInDialog.
    void signInRequested();

protected:
    /// The look that goes with the state.
    void initStyleOption(QStyleOptionToolButton *option) const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace LumaSync
