// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumaapp.h"

#include "ui/statusicon.h"

#include <QDir>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

/// Whether the tray shows this look: at any of the sizes and places that a tray may give it.
bool shows(const QImage &tray, const StatusLook &look)
{
    for (int side = 16; side <= 32; ++side) {
        QImage icon(side, side, QImage::Format_RGB32);
        icon.fill(tray.pixelColor(0, 0));
        QPainter painter(&icon);
        StatusIcon::paint(&painter, icon.rect(), look);
        painter.end();
        for (int y = 0; y + side <= tray.height(); ++y) {
            for (int x = 0; x + side <= tray.width(); ++x) {
                int different = 0;
                for (int v = 0; v < side; ++v)
                    for (int u = 0; u < side; ++u) {
                        const QRgb a = icon.pixel(u, v);
                        const QRgb b = tray.pixel(x + u, y + v);
                        different +=
                            qAbs(qRed(a) - qRed(b)) + qAbs(qGreen(a) - qGreen(b)) + qAbs(qBlue(a) - qBlue(b)) > 48;
                    }
                if (different * 100 < side * side * 3)
                    return true;
            }
        }
    }
    return false;
}

bool fail(const QString &sentence)
{
    qWarning("%s", qPrintable(sentence));
    return false;
}

} // namespace

LumaApp::~LumaApp()
{
    if (m_app.state() == QProcess::NotRunning)
        return;
    m_app.kill();
    m_app.waitForFinished();
}

bool LumaApp::start(const QString &folder, const QStringList &arguments, const QString &password)
{
    auto environment = m_desktop.environment();
    // Without a session bus Qt's own xcb plugin leaks; what the widgets leak, the other tests find.
    environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
    environment.remove(u"LUMASYNC_PASSWORD"_s);
    if (!password.isEmpty())
        environment.insert(u"LUMASYNC_PASSWORD"_s, password);
    m_app.setProcessEnvironment(environment);
    m_app.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_app.start(QStringLiteral(LUMA_PROGRAM), QStringList{u"--library"_s, folder, u"--language"_s, u"en_GB"_s,
                                                          u"--theme"_s, u"light"_s, u"--print-status"_s} +
                                                  arguments);
    return m_app.waitForStarted(60'000);
}

bool LumaApp::ends()
{
    const bool ended = m_app.waitForFinished(60'000);
    m_output += QString::fromLocal8Bit(m_app.readAllStandardOutput());
    return ended && m_app.exitStatus() == QProcess::NormalExit && m_app.exitCode() == 0;
}

bool LumaApp::readLine()
{
    if (!m_app.canReadLine())
        m_app.waitForReadyRead(20);
    if (!m_app.canReadLine())
        return false;
    m_lastLine = QString::fromLocal8Bit(m_app.readLine());
    m_output += m_lastLine;
    return true;
}

bool LumaApp::waitFor(const QString &word, const QString &other)
{
    return QTest::qWaitFor(
               [&] {
                   while (readLine())
                       if (m_lastLine.contains(word) || (!other.isEmpty() && m_lastLine.contains(other)))
                           return true;
                   return false;
               },
               120'000) ||
           fail(u"no line with '%1'; the last one was: %2"_s.arg(word, m_lastLine));
}

bool LumaApp::waitForEnd()
{
    return waitFor(u"status UpToDate rows=0 refused=0 uploads=0 failed=0"_s);
}

bool LumaApp::waitForTray(const StatusLook &look)
{
    return QTest::qWaitFor([&] { return shows(Desktop::trayOf(m_desktop.picture()), look); }, 20'000) ||
           (keep(u"unexpected-tray"_s), fail(u"the tray does not show look %1"_s.arg(static_cast<int>(look.symbol))));
}

bool LumaApp::waitForCountInTray(StatusLook::Symbol symbol)
{
    static const QRegularExpression uploads(u" uploads=([1-9][0-9]*) "_s);
    return QTest::qWaitFor(
               [&] {
                   while (readLine()) {
                   }
                   const auto match = uploads.match(m_lastLine);
                   return match.hasMatch() &&
                          shows(Desktop::trayOf(m_desktop.picture()), {symbol, match.captured(1).toLongLong()});
               },
               20'000) ||
           (keep(u"unexpected-tray"_s), fail(u"the tray does not show the number of: "_s + m_lastLine));
}

bool LumaApp::chooseIn(const QPoint &place, int button, const QString &mnemonic)
{
    const QStringList before = m_desktop.windows();
    m_desktop.click(place, button);
    if (!m_desktop.waitForNewWindow(before))
        return fail(u"no menu came up"_s);
    m_desktop.key(mnemonic);
    return true;
}

bool LumaApp::chooseInMenu(const QString &mnemonic)
{
    return chooseIn({1140, 704}, 1, mnemonic); // there is no window manager: the window is at the upper left
}

bool LumaApp::chooseInTrayMenu(const QString &mnemonic)
{
    return chooseIn(trayPlace(), 3, mnemonic);
}

bool LumaApp::press(const QString &keys)
{
    if (!m_desktop.focus(u"Luma"_s))
        return fail(u"there is no window"_s);
    m_desktop.key(keys);
    return true;
}

bool LumaApp::answer(const QString &window, const QStringList &words)
{
    if (!m_desktop.focus(window))
        return fail(u"the window '%1' did not come up"_s.arg(window));
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i > 0)
            m_desktop.key(u"Tab"_s);
        m_desktop.type(words.at(i));
    }
    m_desktop.key(u"Return"_s);
    return true;
}

bool LumaApp::rename(const QString &title)
{
    if (!m_desktop.focus(u"Luma"_s))
        return false;
    clickFirstTrack();
    m_desktop.key(u"F2"_s);
    m_desktop.key(u"ctrl+a"_s);
    m_desktop.type(title);
    m_desktop.key(u"Return"_s);
    return waitFor(u"rows=1"_s);
}

double LumaApp::difference(const QImage &a, const QImage &b)
{
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            different += a.pixel(x, y) != b.pixel(x, y);
    return static_cast<double>(different) / (a.width() * a.height());
}

void LumaApp::keep(const QString &name)
{
    const QString folder = qEnvironmentVariable("LUMASYNC_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        m_desktop.picture().save(folder + u'/' + name + u".png"_s);
}
