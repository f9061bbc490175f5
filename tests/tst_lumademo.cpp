// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The demo app on a desktop with a tray, driven by keys and clicks through a day: import, watch, pause, go offline,
// come back, fail, retry, delete, quit, sign in.
#include "lumaapp.h"
#include "suite.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using Symbol = StatusLook::Symbol;

namespace {

const QString maraPassword = u"correct horse battery"_s;

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

} // namespace

class TestLumaDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QCOMPARE(m_app.startDesktop(), QString());
        // PGlite: a temporary folder is closed to the account that PostgreSQL needs where we are root.
        QCOMPARE(m_cloud.start({u"--data"_s, m_folder.filePath(u"cloud"_s), u"--database"_s, u"pglite"_s}), QString());
        QVERIFY(!m_cloud.signUp(u"mara@example.org"_s).token.jwt.isEmpty());
        QDir().mkpath(m_folder.filePath(u"music"_s));
        for (int i = 1; i <= 3; ++i)
            writeAudio(m_folder.filePath(u"music/Song %1.wav"_s.arg(i)), 60);
        writeAudio(m_folder.filePath(u"lost.wav"_s), 5);

        QVERIFY(startApp());
    }

    void startsEmptyAndSafe()
    {
        QVERIFY(m_app.waitFor(u"status UpToDate"_s));
        QVERIFY(m_app.waitForTray({Symbol::UpToDate, 0}));
        m_app.keep(u"1-empty"_s);
    }

    /// The panel is put away, and a click on the tray icon brings it back.
    void trayIconOpensThePanel()
    {
        QVERIFY(m_app.press(u"Escape"_s));
        const QImage open = m_app.panel();
        QVERIFY(m_app.press(u"ctrl+b"_s));
        QTRY_VERIFY_WITH_TIMEOUT(LumaApp::difference(m_app.panel(), open) > 0.02, 20'000);
        m_app.clickTray();
        QTRY_VERIFY_WITH_TIMEOUT(LumaApp::difference(m_app.panel(), open) < 0.01, 20'000);
    }

    void imports()
    {
        QVERIFY(m_app.press(u"ctrl+shift+o"_s));
        QVERIFY(m_app.answer(u"Import folder"_s, {m_folder.filePath(u"music"_s)}));
        QVERIFY(m_app.waitFor(u"status Uploading"_s));
        m_cloud.setFrozen(true); // so that there is time to look
        QVERIFY(m_app.waitForCountInTray(Symbol::Uploading));
        m_app.keep(u"2-uploading"_s);
    }

    void pausesAndGoesOn()
    {
        QVERIFY(m_app.chooseInMenu(u"p"_s));
        QVERIFY(m_app.waitFor(u"status Paused"_s));
        QVERIFY(m_app.waitForCountInTray(Symbol::Paused));
        m_app.keep(u"3-paused"_s);
        m_cloud.setFrozen(false);
        QVERIFY(m_app.chooseInMenu(u"r"_s));
        QVERIFY(m_app.waitForEnd());
        QVERIFY(m_app.waitForTray({Symbol::UpToDate, 0}));
        QCOMPARE(tracksInCloud(), 3);
        m_app.keep(u"4-backed-up"_s);
    }

    void goesOfflineAndComesBack()
    {
        const int port = m_cloud.project().url.port();
        m_cloud.kill();
        QVERIFY(m_app.rename(u"Written on a train"_s));
        QVERIFY(m_app.chooseInMenu(u"s"_s)); // else at the end of the minute
        QVERIFY(m_app.lastLine().contains(u"status Offline"_s) || m_app.waitFor(u"status Offline"_s));
        QVERIFY(m_app.waitForTray({Symbol::Offline, 0}));
        m_app.keep(u"5-offline"_s);
        QCOMPARE(m_cloud.start({u"--data"_s, m_folder.filePath(u"cloud"_s), u"--database"_s, u"pglite"_s, u"--port"_s,
                                QString::number(port)}),
                 QString());
        QVERIFY(m_app.chooseInMenu(u"s"_s));
        QVERIFY(m_app.waitForEnd());
        QCOMPARE(inCloud(u"Written on a train"_s), 1);
    }

    /// With the menu of the tray icon.
    void failsAndIsRetried()
    {
        const QString lost = m_folder.filePath(u"lost.wav"_s);
        QVERIFY(m_app.chooseInTrayMenu(u"p"_s));
        QVERIFY(m_app.waitFor(u"status Paused"_s));
        QVERIFY(m_app.press(u"ctrl+o"_s));
        QVERIFY(m_app.answer(u"Import files"_s, {lost}));
        QVERIFY(m_app.waitFor(u"uploads=3"_s, u"uploads=2"_s)); // audio and package; no cover
        QVERIFY(QFile::rename(lost, lost + u".away"_s));
        QVERIFY(m_app.chooseInTrayMenu(u"r"_s));
        QVERIFY(m_app.waitFor(u"status NeedsAttention"_s));
        QVERIFY2(m_app.lastLine().contains(u"failed=1"_s), qPrintable(m_app.lastLine()));
        QVERIFY(m_app.waitForTray({Symbol::NeedsAttention, 0}));
        m_app.keep(u"6-attention"_s);
        QVERIFY(QFile::rename(lost + u".away"_s, lost));
        QVERIFY(m_app.chooseInTrayMenu(u"w"_s)); // retry what failed
        QVERIFY(m_app.waitForEnd());
        QVERIFY(m_app.waitForTray({Symbol::UpToDate, 0}));
        m_app.keep(u"7-solved"_s);
    }

    void deletes()
    {
        QCOMPARE(tracksInCloud(), 4);
        QVERIFY(m_app.press(u"Escape"_s));
        m_app.clickFirstTrack();
        QVERIFY(m_app.press(u"Delete"_s));
        QVERIFY(m_app.answer(u"Delete"_s));
        QVERIFY(m_app.chooseInMenu(u"s"_s)); // else at the end of the minute
        QVERIFY(m_app.waitForEnd());
        QCOMPARE(tracksInCloud(), 3);
        QVERIFY(QFileInfo::exists(m_folder.filePath(u"music/Song 1.wav"_s))); // the person's file is the person's
    }

    void savesTheLastChangeAndQuits()
    {
        m_cloud.setFrozen(true); // so that there is something to see
        QVERIFY(m_app.rename(u"Renamed at the last moment"_s));
        QVERIFY(m_app.press(u"ctrl+q"_s));
        QVERIFY(m_app.waitFor(u"status Stopping"_s));
        QVERIFY(m_app.desktop().focus(u"Quit Luma"_s));
        m_app.keep(u"8-saving"_s);
        m_cloud.setFrozen(false);
        QVERIFY(m_app.ends());
        QCOMPARE(inCloud(u"Renamed at the last moment"_s), 1);
        const QString stall = m_app.output().section(u"Longest GUI stall: "_s, 1);
        QVERIFY(!stall.isEmpty());
        qInfo("Longest GUI stall: %s", qPrintable(stall.trimmed()));
    }

    void leavesAtOnceWhenAsked()
    {
        QVERIFY(startApp());
        QVERIFY(m_app.waitForEnd());
        m_cloud.setFrozen(true);
        QVERIFY(m_app.rename(u"Renamed and left"_s));
        QVERIFY(m_app.press(u"ctrl+q"_s));
        QVERIFY(m_app.desktop().focus(u"Quit Luma"_s));
        m_app.desktop().key(u"Escape"_s);
        QVERIFY(m_app.ends()); // the cloud has not answered yet
        m_cloud.setFrozen(false);
        QCOMPARE(inCloud(u"Renamed and left"_s), 0);
    }

    void quitsWhenEverythingIsUploaded()
    {
        QVERIFY(startApp({u"--quit-when-done"_s}));
        QVERIFY(m_app.ends());
        QCOMPARE(inCloud(u"Renamed and left"_s), 1); // the change was not lost
    }

    /// Nobody gave a password: the person signs in with the dialog. And quits by the menu, as soon as all is safe.
    void signsInByHand()
    {
        QVERIFY(startApp({}, QString()));
        QVERIFY(m_app.waitFor(u"status SignedOut"_s));
        QVERIFY(m_app.waitForTray({Symbol::SignedOut, 0}));
        m_app.keep(u"9-signed-out"_s);
        QVERIFY(m_app.chooseInMenu(u"i"_s));
        QVERIFY(m_app.answer(u"Sign in"_s, {u"mara@example.org"_s, maraPassword}));
        QVERIFY(m_app.waitForEnd());
        QVERIFY(m_app.waitForTray({Symbol::UpToDate, 0}));
        QVERIFY(m_app.chooseInMenu(u"q"_s));
        QVERIFY(m_app.ends());
    }

    /// Without a URL it brings a cloud of its own.
    void startsOnACloudOfItsOwn()
    {
        QVERIFY(m_app.start(m_folder.filePath(u"second library"_s), {u"--examples"_s, u"2"_s}));
        QVERIFY(m_app.waitFor(u"status Uploading"_s));
        QVERIFY(m_app.waitForEnd());
        m_app.keep(u"10-own-cloud"_s);
        QVERIFY(m_app.press(u"ctrl+q"_s));
        QVERIFY(m_app.ends());
    }

    void cleanupTestCase() { m_cloud.setFrozen(false); }

private:
    bool startApp(const QStringList &more = {}, const QString &secret = maraPassword)
    {
        return m_app.start(m_folder.filePath(u"library"_s),
                           QStringList{u"--url"_s, m_cloud.project().url.toString(), u"--key"_s,
                                       QString::fromLatin1(m_cloud.project().publishableKey), u"--email"_s,
                                       u"mara@example.org"_s} +
                               more,
                           secret);
    }

    qsizetype inCloud(const QString &title)
    {
        return m_cloud.sql(u"SELECT title FROM tracks WHERE title = '%1'"_s.arg(title)).size();
    }
    qsizetype tracksInCloud() { return m_cloud.sql(u"SELECT title FROM tracks"_s).size(); }

    QTemporaryDir m_folder;
    LocalCloud m_cloud;
    LumaApp m_app;
};

LUMASYNC_SUITE(QApplication, TestLumaDemo)
#include "tst_lumademo.moc"
