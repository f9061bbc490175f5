// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

/// A desktop without a screen: Xvfb with a system tray (stalonetray), keys and clicks by xdotool, pictures by
/// ImageMagick's import. Everything ends with the object. Calls wait for their outcome. Thread: the test's. Owner: the
/// test.
class Desktop
{
public:
    static constexpr QSize size{1280, 800};
    static constexpr int trayIcon = 24;

    Desktop() = default;
    ~Desktop();
    Q_DISABLE_COPY_MOVE(Desktop)

    /// Empty when it is ready, else what went wrong.
    [[nodiscard]] QString start();
    /// For programs that shall appear on it.
    [[nodiscard]] QProcessEnvironment environment() const;

    void key(const QString &keys) { xdotool({QStringLiteral("key"), keys}); }
    void type(const QString &text)
    {
        xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("5"), text});
    }
    /// `button`: 1 is the left one, 3 the right one.
    void click(const QPoint &point, int button = 1);
    /// Gives the keyboard to the window with this title, as soon as it is there. There is no window manager that would.
    [[nodiscard]] bool focus(const QString &title);
    /// All windows of programs that can be seen.
    [[nodiscard]] QStringList windows();
    /// Until there is a window that is not one of `before`: a menu has no signal that reaches another process.
    [[nodiscard]] bool waitForNewWindow(const QStringList &before);
    [[nodiscard]] QImage picture();
    /// The part of a picture where the tray's icons are.
    [[nodiscard]] static QImage trayOf(const QImage &picture) { return picture.copy(size.width() - 40, 0, 40, 40); }

private:
    QString xdotool(const QStringList &arguments);

    QTemporaryDir m_folder;
    QProcess m_server;
    QProcess m_tray;
    QString m_display;
};
