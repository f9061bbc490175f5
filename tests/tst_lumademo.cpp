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

        auto environment = m_desktop.environment();
        environment.insert(u"LUMASYNC_PASSWORD"_s, u"correct horse battery"_s);
        m_app.setProcessEnvironment(environment);
        m_app.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_app.start(QStringLiteral(LUMA_PROGRAM),
                    {u"--library"_s, m_folder.filePath(u"library"_s), u"--url"_s, m_cloud.project().url.toString(),
                     u"--key"_s, QString::fromLatin1(m_cloud.project().publishableKey), u"--email"_s,
                     u"mara@example.org"_s, u"--language"_s, u"en_GB"_s, u"--theme"_s, u"light"_s,
                     u"--print-status"_s});
        QVERIFY(m_app.waitForStarted());
    }

    void startsEmptyAndSafe()
    {
        QVERIFY(waitFor(u"status UpToDate"_s));
        QVERIFY(waitForTray({Symbol::UpToDate, 0}));
        keep(u"1-empty"_s);
    }

    void imports()
    {
        m_desktop.key(u"ctrl+shift+o"_s);
        typePath(m_folder.filePath(u"music"_s));
        QVERIFY(waitFor(u"status Uploading"_s));
        keep(u"2-uploading"_s);
    }

    void pausesAndGoesOn()
    {
        chooseInMenu(u"p"_s);
        QVERIFY(waitFor(u"status Paused"_s));
        keep(u"3-paused"_s);
        chooseInMenu(u"r"_s);
        QVERIFY(waitForEnd());
        QVERIFY(waitForTray({Symbol::UpToDate, 0}));
        keep(u"4-backed-up"_s);
    }

    void goesOfflineAndComesBack()
    {
        const int port = m_cloud.project().url.port();
        m_cloud.kill();
        chooseInMenu(u"s"_s);
        QVERIFY(waitFor(u"status Offline"_s));
        QVERIFY(waitForTray({Symbol::Offline, 0}));
        keep(u"5-offline"_s);
        QCOMPARE(m_cloud.start({u"--data"_s, m_folder.filePath(u"cloud"_s), u"--port"_s, QString::number(port)}),
                 QString());
        chooseInMenu(u"s"_s);
        QVERIFY(waitForEnd());
    }

    void failsAndIsRetried()
    {
        const QString lost = m_folder.filePath(u"lost.wav"_s);
        chooseInMenu(u"p"_s);
        QVERIFY(waitFor(u"status Paused"_s));
        m_desktop.key(u"ctrl+o"_s);
        typePath(lost);
        QVERIFY(waitFor(u"uploads=3"_s, u"uploads=2"_s)); // audio and package; no cover
        QVERIFY(QFile::rename(lost, lost + u".away"_s));
        chooseInMenu(u"r"_s);
        QVERIFY(waitFor(u"failed=1"_s));
        QVERIFY(waitFor(u"status NeedsAttention"_s));
        QVERIFY(waitForTray({Symbol::NeedsAttention, 0}));
        keep(u"6-attention"_s);
        QVERIFY(QFile::rename(lost + u".away"_s, lost));
        chooseInMenu(u"w"_s); // retry what failed
        QVERIFY(waitForEnd());
        keep(u"7-solved"_s);
    }

    void savesTheLastChangeAndQuits()
    {
        m_desktop.click({300, 120}); // the first track
        m_desktop.key(u"F2"_s);
        m_desktop.key(u"ctrl+a"_s);
        m_desktop.type(u"Renamed at the last moment"_s);
        m_desktop.key(u"Return"_s);
        QVERIFY(waitFor(u"rows=1"_s));
        m_desktop.key(u"ctrl+q"_s);
        QVERIFY(m_app.waitForFinished(30'000));
        QCOMPARE(m_app.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_app.exitCode(), 0);
        QCOMPARE(m_cloud.sql(u"SELECT title FROM tracks WHERE title LIKE 'Renamed%'"_s).size(), 1);
        m_output += QString::fromLocal8Bit(m_app.readAllStandardOutput());
        const QString stall = m_output.section(u"Longest GUI stall: "_s, 1);
        QVERIFY(!stall.isEmpty());
        qInfo("Longest GUI stall: %s", qPrintable(stall.trimmed()));
    }

    void cleanupTestCase()
    {
        if (m_app.state() == QProcess::NotRunning)
            return;
        m_app.kill();
        m_app.waitForFinished();
    }

private:
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
    void chooseInMenu(const QString &mnemonic)
    {
        m_desktop.click({1140, 708});
        QTest::qWait(400); // a menu has no signal that reaches another process
        m_desktop.key(mnemonic);
    }

    void typePath(const QString &path)
    {
        QTest::qWait(1000); // likewise the file dialog
        m_desktop.type(path);
        m_desktop.key(u"Return"_s);
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
