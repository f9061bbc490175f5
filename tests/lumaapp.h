// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop.h"
#include "localcloud.h"
#include "ui/statuslook.h"

/// The demo app on a desktop with a tray, driven by keys and clicks as a person would; what it says of its status is
/// read from its output. LUMASYNC_PICTURES names a folder that keeps the pictures. Calls wait for their outcome, and
/// false says that it did not come (and why, as a warning). Thread: the test's. Owner: the test.
class LumaApp
{
public:
    ~LumaApp();

    /// Empty when the desktop is there.
    [[nodiscard]] QString startDesktop() { return m_desktop.start(); }
    /// The library is in `folder`. Without a password nobody is signed in.
    [[nodiscard]] bool start(const QString &folder, const QStringList &arguments, const QString &password = {});
    /// Until the program has ended by itself, and well.
    [[nodiscard]] bool ends();

    /// Until a line holds one of the words; the lines before it are used up.
    [[nodiscard]] bool waitFor(const QString &word, const QString &other = {});
    /// Until everything is backed up.
    [[nodiscard]] bool waitForEnd();
    [[nodiscard]] bool waitForTray(const LumaSync::StatusLook &look);
    /// Until the tray shows a symbol with the number of uploads that the app says it has: one at least.
    [[nodiscard]] bool waitForCountInTray(LumaSync::StatusLook::Symbol symbol);

    /// A click on the status button, which is at the lower right, and a letter.
    [[nodiscard]] bool chooseInMenu(const QString &mnemonic);
    /// The same with the tray icon, by the right button.
    [[nodiscard]] bool chooseInTrayMenu(const QString &mnemonic);
    /// In the main window.
    [[nodiscard]] bool press(const QString &keys);
    /// In the window with that title, and Return.
    [[nodiscard]] bool answer(const QString &window, const QStringList &words = {});
    /// Gives the first track another title.
    [[nodiscard]] bool rename(const QString &title);
    void clickFirstTrack() { m_desktop.click({150, 115}); }
    void clickTray() { m_desktop.click(trayPlace()); }
    /// The part of the screen with the panel.
    [[nodiscard]] QImage panel() { return m_desktop.picture().copy(820, 60, 350, 600); }
    /// The share of pixels that differ in two pictures.
    [[nodiscard]] static double difference(const QImage &a, const QImage &b);

    void keep(const QString &name);
    [[nodiscard]] Desktop &desktop() { return m_desktop; }
    [[nodiscard]] const QString &output() const { return m_output; }
    [[nodiscard]] const QString &lastLine() const { return m_lastLine; }

private:
    static QPoint trayPlace() { return {Desktop::size.width() - 20, 20}; }
    [[nodiscard]] bool chooseIn(const QPoint &place, int button, const QString &mnemonic);
    bool readLine();

    Desktop m_desktop;
    QProcess m_app;
    QString m_output;
    QString m_lastLine;
};
