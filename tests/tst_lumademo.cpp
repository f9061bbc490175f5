// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The demo app on a desktop with a tray, driven by keys and clicks through a day: import, watch, pause, go offline,
// come back, fail, retry, quit. LUMASYNC_PICTURES names a folder that keeps the pictures.
#include "desktop.h"
#include "localcloud.h"
#include "ui/statusicon.h"

#include <QDir>
#include <QPainter>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using Symbol = StatusLook::Symbol;

namespace {

/// A WAV file with noise in it, which no compression makes small.
void writeAudio(const QString &path, int seconds)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const int bytes = seconds * 44'100 * 4;
    const auto number = [](quint32 value, int size) {
        QByteArray text;
        for (int i = 0; i < size; ++i)
            text.append(static_cast<char>(value >> (8 * i)));
        return text;
    };
    file.write("RIFF" + number(36 + static_cast<quint32>(bytes), 4) + "WAVEfmt " + number(16, 4) + number(1, 2) +
               number(2, 2) + number(44'100, 4) + number(176'400, 4) + number(4, 2) + number(16, 2) + "data" +
               number(static_cast<quint32>(bytes), 4));
    QByteArray data(bytes, Qt::Uninitialized);
    quint32 state = static_cast<quint32>(qHash(path)) | 1;
    for (char &byte : data) {
        state = state * 1'664'525 + 1'013'904'223;
        byte = static_cast<char>(state >> 24);
    }
    file.write(data);
}

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

} // namespace

class TestLumaDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY2(m_desktop.start().isEmpty(), "the desktop is there");
        QCOMPARE(m_cloud.start({u"--data"_s, m_folder.filePath(u"cloud"_s)}), QString());
        QVERIFY(!m_cloud.signUp(u"mara@example.org"_s).token.jwt.isEmpty());
        QDir().mkpath(m_folder.filePath(u"music"_s));
        for (int i = 1; i <= 3; ++i)
            writeAudio(m_folder.filePath(u"music/Song %1.wav"_s.arg(i)), 60);
        writeAudio(m_folder.filePath(u"lost.wav"_s), 5);

        QVERIFY(startApp());
    }

    void startsEmptyAndSafe()
    {
        QVERIFY(waitFor(u"status UpToDate"_s));
        QVERIFY(waitForTray({Symbol::UpToDate, 0}));
        keep(u"1-empty"_s);
    }

    void imports()
    {
        QVERIFY(press(u"ctrl+shift+o"_s));
        QVERIFY(typePath(u"Import folder"_s, m_folder.filePath(u"music"_s)));
        QVERIFY(waitFor(u"status Uploading"_s));
        keep(u"2-uploading"_s);
    }

    void pausesAndGoesOn()
    {
        QVERIFY(chooseInMenu(u"p"_s));
        QVERIFY(waitFor(u"status Paused"_s));
        keep(u"3-paused"_s);
        QVERIFY(chooseInMenu(u"r"_s));
        QVERIFY(waitForEnd());
        QVERIFY(waitForTray({Symbol::UpToDate, 0}));
        keep(u"4-backed-up"_s);
    }

    void goesOfflineAndComesBack()
    {
        const int port = m_cloud.project().url.port();
        m_cloud.kill();
        QVERIFY(rename(u"Written on a train"_s));
        QVERIFY(m_lastLine.contains(u"status Offline"_s) || waitFor(u"status Offline"_s));
        QVERIFY(waitForTray({Symbol::Offline, 0}));
        keep(u"5-offline"_s);
        QCOMPARE(m_cloud.start({u"--data"_s, m_folder.filePath(u"cloud"_s), u"--port"_s, QString::number(port)}),
                 QString());
        QVERIFY(chooseInMenu(u"s"_s));
        QVERIFY(waitForEnd());
        QCOMPARE(inCloud(u"Written on a train"_s), 1);
    }

    void failsAndIsRetried()
    {
        const QString lost = m_folder.filePath(u"lost.wav"_s);
        QVERIFY(chooseInMenu(u"p"_s));
        QVERIFY(waitFor(u"status Paused"_s));
        QVERIFY(press(u"ctrl+o"_s));
        QVERIFY(typePath(u"Import files"_s, lost));
        QVERIFY(waitFor(u"uploads=3"_s, u"uploads=2"_s)); // audio and package; no cover
        QVERIFY(QFile::rename(lost, lost + u".away"_s));
        QVERIFY(chooseInMenu(u"r"_s));
        QVERIFY(waitFor(u"status NeedsAttention"_s));
        QVERIFY2(m_lastLine.contains(u"failed=1"_s), qPrintable(m_lastLine));
        QVERIFY(waitForTray({Symbol::NeedsAttention, 0}));
        keep(u"6-attention"_s);
        QVERIFY(QFile::rename(lost + u".away"_s, lost));
        QVERIFY(chooseInMenu(u"w"_s)); // retry what failed
        QVERIFY(waitForEnd());
        keep(u"7-solved"_s);
    }

    void savesTheLastChangeAndQuits()
    {
        m_cloud.setFrozen(true); // so that there is something to see
        QVERIFY(rename(u"Renamed at the last moment"_s));
        QVERIFY(press(u"ctrl+q"_s));
        QVERIFY(waitFor(u"status Stopping"_s));
        QVERIFY(m_desktop.focus(u"Quit Luma"_s));
        keep(u"8-saving"_s);
        m_cloud.setFrozen(false);
        QVERIFY(ends());
        QCOMPARE(inCloud(u"Renamed at the last moment"_s), 1);
        const QString stall = m_output.section(u"Longest GUI stall: "_s, 1);
        QVERIFY(!stall.isEmpty());
        qInfo("Longest GUI stall: %s", qPrintable(stall.trimmed()));
    }

    void leavesAtOnceWhenAsked()
    {
        QVERIFY(startApp());
        QVERIFY(waitForEnd());
        m_cloud.setFrozen(true);
        QVERIFY(rename(u"Renamed and left"_s));
        QVERIFY(press(u"ctrl+q"_s));
        QVERIFY(m_desktop.focus(u"Quit Luma"_s));
        m_desktop.key(u"Escape"_s);
        QVERIFY(ends()); // the cloud has not answered yet
        m_cloud.setFrozen(false);
        QCOMPARE(inCloud(u"Renamed and left"_s), 0);
    }

    void quitsWhenEverythingIsUploaded()
    {
        QVERIFY(startApp({u"--quit-when-done"_s}));
        QVERIFY(ends());
        QCOMPARE(inCloud(u"Renamed and left"_s), 1); // the change was not lost
    }

    void cleanupTestCase()
    {
        m_cloud.setFrozen(false);
        if (m_app.state() == QProcess::NotRunning)
            return;
        m_app.kill();
        m_app.waitForFinished();
    }

private:
    bool startApp(const QStringList &more = {})
    {
        auto environment = m_desktop.environment();
        // Without a session bus Qt's own xcb plugin leaks; what the widgets leak, the other tests find.
        environment.insert(u"ASAN_OPTIONS"_s, u"detect_leaks=0"_s);
        environment.insert(u"LUMASYNC_PASSWORD"_s, u"correct horse battery"_s);
        m_app.setProcessEnvironment(environment);
        m_app.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_app.start(QStringLiteral(LUMA_PROGRAM),
                    QStringList{u"--library"_s, m_folder.filePath(u"library"_s), u"--url"_s,
                                m_cloud.project().url.toString(), u"--key"_s,
                                QString::fromLatin1(m_cloud.project().publishableKey), u"--email"_s,
                                u"mara@example.org"_s, u"--language"_s, u"en_GB"_s, u"--theme"_s, u"light"_s,
                                u"--print-status"_s} +
                        more);
        return m_app.waitForStarted(60'000);
    }

    bool ends()
    {
        const bool ended = m_app.waitForFinished(60'000);
        m_output += QString::fromLocal8Bit(m_app.readAllStandardOutput());
        return ended && m_app.exitStatus() == QProcess::NormalExit && m_app.exitCode() == 0;
    }

    /// Gives the first track another title.
    bool rename(const QString &title)
    {
        if (!m_desktop.focus(u"Luma"_s))
            return false;
        m_desktop.click({150, 115});
        m_desktop.key(u"F2"_s);
        m_desktop.key(u"ctrl+a"_s);
        m_desktop.type(title);
        m_desktop.key(u"Return"_s);
        return waitFor(u"rows=1"_s);
    }

    qsizetype inCloud(const QString &title)
    {
        return m_cloud.sql(u"SELECT title FROM tracks WHERE title = '%1'"_s.arg(title)).size();
    }

    /// Until a line holds one of the words; the lines before it are used up.
    bool waitFor(const QString &word, const QString &other = {})
    {
        return QTest::qWaitFor(
                   [&] {
                       m_app.waitForReadyRead(20);
                       while (m_app.canReadLine()) {
                           m_lastLine = QString::fromLocal8Bit(m_app.readLine());
                           m_output += m_lastLine;
                           if (m_lastLine.contains(word) || (!other.isEmpty() && m_lastLine.contains(other)))
                               return true;
                       }
                       return false;
                   },
                   120'000) ||
               fail(u"no line with '%1'; the last one was: %2"_s.arg(word, m_lastLine));
    }

    bool waitForEnd() { return waitFor(u"status UpToDate rows=0 refused=0 uploads=0 failed=0"_s); }

    bool waitForTray(const StatusLook &look)
    {
        return QTest::qWaitFor([&] { return shows(Desktop::trayOf(m_desktop.picture()), look); }, 20'000) ||
               (keep(u"unexpected-tray"_s),
                fail(u"the tray does not show look %1"_s.arg(static_cast<int>(look.symbol))));
    }

    static bool fail(const QString &sentence)
    {
        qWarning("%s", qPrintable(sentence));
        return false;
    }

    /// The status button is at the lower right of the window, which is at the upper left of the screen.
    bool chooseInMenu(const QString &mnemonic)
    {
        const QStringList before = m_desktop.windows();
        m_desktop.click({1140, 704});
        if (!m_desktop.waitForNewWindow(before))
            return fail(u"no menu came up"_s);
        m_desktop.key(mnemonic);
        return true;
    }

    bool press(const QString &keys)
    {
        if (!m_desktop.focus(u"Luma"_s))
            return fail(u"there is no window"_s);
        m_desktop.key(keys);
        return true;
    }

    bool typePath(const QString &dialog, const QString &path)
    {
        if (!m_desktop.focus(dialog))
            return fail(u"the dialog '%1' did not come up"_s.arg(dialog));
        m_desktop.type(path);
        m_desktop.key(u"Return"_s);
        return true;
    }

    void keep(const QString &name)
    {
        const QString folder = qEnvironmentVariable("LUMASYNC_PICTURES");
        if (!folder.isEmpty() && QDir().mkpath(folder))
            m_desktop.picture().save(folder + u'/' + name + u".png"_s);
    }

    QTemporaryDir m_folder;
    Desktop m_desktop;
    LocalCloud m_cloud;
    QProcess m_app;
    QString m_output;
    QString m_lastLine;
};

QTEST_MAIN(TestLumaDemo)
#include "tst_lumademo.moc"
