// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "desktop.h"

#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

Desktop::~Desktop()
{
    for (QProcess *process : {&m_tray, &m_server}) {
        process->terminate();
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(5000))
            process->kill();
    }
}

QString Desktop::start()
{
    // The server chooses a free display and says which.
    m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s,
                               u"%1x%2x24"_s.arg(size.width()).arg(size.height()), u"-nolisten"_s, u"tcp"_s});
    while (!m_server.canReadLine())
        if (!m_server.waitForReadyRead(20'000))
            return u"Xvfb did not start: "_s + QString::fromLocal8Bit(m_server.readAllStandardError());
    m_display = u':' + QString::fromLatin1(m_server.readLine().trimmed());
    m_tray.setProcessEnvironment(environment());
    m_tray.start(u"stalonetray"_s,
                 {u"--geometry"_s, u"1x1-0+0"_s, u"--icon-size"_s, QString::number(trayIcon), u"--slot-size"_s, u"40"_s,
                  u"--background"_s, u"#f2f3f5"_s, u"--decorations"_s, u"none"_s, u"--sticky"_s, u"true"_s});
    if (!m_tray.waitForStarted(10'000))
        return u"stalonetray did not start."_s;
    // It has no signal for its readiness but the selection that it owns.
    for (int i = 0; i < 100; ++i) {
        QProcess list;
        list.setProcessEnvironment(environment());
        list.start(u"xdotool"_s, {u"search"_s, u"--class"_s, u"stalonetray"_s});
        list.waitForFinished(5000);
        if (!list.readAllStandardOutput().isEmpty())
            return {};
        QThread::msleep(50);
    }
    return u"stalonetray has no window."_s;
}

QProcessEnvironment Desktop::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_display);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"HOME"_s, m_folder.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    return environment;
}

QString Desktop::xdotool(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(u"xdotool"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return {};
    return QString::fromLatin1(process.readAllStandardOutput());
}

bool Desktop::focus(const QString &title)
{
    const QString pattern = u'^' + QRegularExpression::escape(title) + u'$';
    const QString window = xdotool({u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--name"_s, pattern}).trimmed();
    if (window.isEmpty())
        return false;
    xdotool({u"windowfocus"_s, u"--sync"_s, window.section(u'\n', -1)});
    return true;
}

QStringList Desktop::windows()
{
    return xdotool({u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"."_s}).split(u'\n', Qt::SkipEmptyParts);
}

bool Desktop::waitForNewWindow(const QStringList &before)
{
    return QTest::qWaitFor(
        [&] {
            const QStringList now = windows();
            return std::ranges::any_of(now, [&before](const QString &window) { return !before.contains(window); });
        },
        60'000);
}

void Desktop::click(const QPoint &point, int button)
{
    xdotool(
        {u"mousemove"_s, QString::number(point.x()), QString::number(point.y()), u"click"_s, QString::number(button)});
}

QImage Desktop::picture()
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(u"import"_s, {u"-window"_s, u"root"_s, u"png:-"_s});
    process.waitForFinished(20'000);
    return QImage::fromData(process.readAllStandardOutput()).convertToFormat(QImage::Format_RGB32);
}
