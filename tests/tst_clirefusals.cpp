// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// What goes wrong outside of the program: one sentence, an exit code, and nothing lost.
#include "cliprogram.h"
#include "suite.h"

#include <QDir>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace LumaSync;

namespace {

constexpr qint64 diskSize = 2 * 1024 * 1024; // the library fits, a package does not

} // namespace

class TestCliRefusals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesUsageErrors();
    void refusesBadLibraries_data();
    void refusesBadLibraries();
    void refusesBadProjects_data();
    void refusesBadProjects();
    void refusesAnAddressThatIsNoProject();
    void refusesALibraryThatWasNeverSynced_data();
    void refusesALibraryThatWasNeverSynced();
    void waitsForALockOnlySoLong_data();
    void waitsForALockOnlySoLong();
    void saysThatTheDiskOfTheLibraryIsFull();
    void saysThatTheDiskOfTheCacheIsFull();

private:
    [[nodiscard]] Ran runOnSmallDisk(const QString &mountPoint, const QString &command, const QStringList &arguments);

    CliProgram m_program;
};

void TestCliRefusals::initTestCase()
{
    const QString library = m_program.makeLibrary();
    QVERIFY2(library.isEmpty(), qPrintable(library));
    const QString cloud = m_program.startCloud();
    QVERIFY2(cloud.isEmpty(), qPrintable(cloud));
}

void TestCliRefusals::namesUsageErrors()
{
    const Ran ran = m_program.run({u"snyc"_s});
    QVERIFY2(ran.code == 2 && ran.isOneSentence(), qPrintable(ran.all()));
    const Ran json = m_program.run({u"sync"_s, u"--fast"_s, u"--json"_s});
    QCOMPARE(json.code, 2);
    QCOMPARE(json.events(u"finished"_s).value(0)["exitCode"_L1].toInt(), 2);
    QCOMPARE(m_program.run({u"--version"_s}).code, 0);
}

void TestCliRefusals::refusesBadLibraries_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("says");
    const auto row = [](const QString &verb, const char *trouble, const QString &says) {
        QTest::addRow("%s, %s", qPrintable(verb), trouble) << verb << QString::fromLatin1(trouble) << says;
    };
    for (const QString &verb : {u"sync"_s, u"status"_s, u"verify"_s, u"watch"_s}) {
        row(verb, "nofile", u"There is no database file at"_s);
        row(verb, "folder", u"There is no database file at"_s);
        row(verb, "notadb", u"is not an SQLite database"_s);
        row(verb, "empty", u"no table"_s);
        row(verb, "notable", u"no table 'venues'"_s);
    }
    for (const QString &verb : {u"queue"_s, u"pause"_s, u"resume"_s}) {
        row(verb, "nofile", u"There is no database file at"_s);
        row(verb, "notadb", u"is not an SQLite database"_s);
    }
}

void TestCliRefusals::refusesBadLibraries()
{
    QFETCH(QString, verb);
    QFETCH(QString, trouble);
    QFETCH(QString, says);
    QString path = m_program.path(u"bad"_s);
    QFile::remove(path);
    if (trouble == "folder"_L1) {
        path = QFileInfo(path).path();
    } else if (trouble == "notadb"_L1 || trouble == "empty"_L1) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(trouble == "empty"_L1 ? QByteArray() : QByteArray("this is no database ").repeated(500));
    } else if (trouble == "notable"_L1) {
        path = m_program.copyOfLibrary(u"bad"_s);
        const auto database = Database::open(path);
        QVERIFY(database);
        QVERIFY(!database->run(u"PRAGMA foreign_keys = OFF"_s));
        QVERIFY(!database->run(u"DROP TABLE venues"_s));
    }
    const Ran ran = m_program.run({verb, u"--database"_s, path});
    QVERIFY2(ran.code == 3, qPrintable(ran.all()));
    QVERIFY2(ran.isOneSentence() && ran.err.contains(says), qPrintable(ran.all()));
}

void TestCliRefusals::refusesBadProjects_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no network") << u"LUMASYNC_URL"_s << u"http://127.0.0.1:1"_s << 4
                                << u"check the network and the project URL"_s;
    QTest::newRow("no such host") << u"LUMASYNC_URL"_s << u"https://no-such-project.invalid"_s << 4
                                  << u"No connection to no-such-project.invalid"_s;
    QTest::newRow("wrong key") << u"LUMASYNC_KEY"_s << u"sb_publishable_wrong"_s << 5
                               << u"refuses the publishable key"_s;
    QTest::newRow("wrong password") << u"LUMASYNC_PASSWORD"_s << u"not it"_s << 5 << u"password is wrong"_s;
    QTest::newRow("wrong account") << u"LUMASYNC_EMAIL"_s << u"nobody@example.com"_s << 5 << u"password is wrong"_s;
    QTest::newRow("no password") << u"LUMASYNC_PASSWORD"_s << QString() << 5 << u"set LUMASYNC_PASSWORD"_s;
}

void TestCliRefusals::refusesBadProjects()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ran ran = m_program.run({u"sync"_s, u"--json"_s}, {{variable, value}});
    QCOMPARE(ran.code, code);
    QVERIFY2(ran.isOneSentence() && ran.err.contains(says), qPrintable(ran.all()));
    QCOMPARE(ran.events(u"finished"_s).value(0)["exitCode"_L1].toInt(), code);
    for (const QString &secret : {CliProgram::password, u"not it"_s, u"sb_publishable_"_s})
        QVERIFY2(!ran.all().contains(secret), qPrintable(ran.all()));
}

void TestCliRefusals::refusesAnAddressThatIsNoProject()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 6\r\nConnection: "
                          "close\r\n\r\n<html>");
            socket->disconnectFromHost();
        });
    });
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    m_program.begin(process, {u"sync"_s}, {{u"LUMASYNC_URL"_s, u"http://127.0.0.1:%1"_s.arg(server.serverPort())}});
    QVERIFY(finished.wait(60'000));
    const Ran ran = CliProgram::end(process);
    QVERIFY2(ran.code == 4, qPrintable(ran.all()));
    QVERIFY2(ran.isOneSentence() && ran.err.contains("does not answer like a Supabase project"_L1),
             qPrintable(ran.all()));
}

void TestCliRefusals::refusesALibraryThatWasNeverSynced_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"verify", "queue", "queue retry", "pause", "resume"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCliRefusals::refusesALibraryThatWasNeverSynced()
{
    QFETCH(QString, line);
    const Ran ran = m_program.run(line.split(u' '));
    QVERIFY2(ran.code == 1, qPrintable(ran.all()));
    QVERIFY2(ran.isOneSentence() && ran.err.contains("run 'lumasync sync' first"_L1), qPrintable(ran.all()));
    const Ran status = m_program.run({u"status"_s});
    QVERIFY2(status.code == 1 && status.out.contains("This library was never synced."_L1), qPrintable(status.all()));
    // Looking changes nothing.
    QCOMPARE(m_program.value(u"SELECT count(*) FROM sqlite_master WHERE name LIKE 'lumasync%'"_s).toInt(), 0);
}

void TestCliRefusals::waitsForALockOnlySoLong_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("readers, too") << u"delete"_s;
    QTest::newRow("writers only") << u"wal"_s;
}

void TestCliRefusals::waitsForALockOnlySoLong()
{
    QFETCH(QString, mode);
    const QString path = m_program.copyOfLibrary(u"locked.sqlite"_s); // to be prepared, which writes
    const auto holder = Database::open(path);
    QVERIFY(holder);
    QVERIFY(holder->value(u"PRAGMA journal_mode = "_s + mode));
    QVERIFY(!holder->run(u"BEGIN EXCLUSIVE"_s));
    const Ran ran = m_program.run({u"sync"_s, u"--database"_s, path});
    QVERIFY2(ran.code == 3, qPrintable(ran.all()));
    QVERIFY2(ran.isOneSentence() && ran.err.contains("locked by another program"_L1), qPrintable(ran.all()));
}

/// Runs a command with a file system of `diskSize` at `mountPoint`, in a mount namespace of its own; both go with it.
Ran TestCliRefusals::runOnSmallDisk(const QString &mountPoint, const QString &command, const QStringList &arguments)
{
    QDir().mkpath(mountPoint);
    const QByteArray place = QFile::encodeName(mountPoint);
    const QByteArray size = "size=" + QByteArray::number(diskSize);
    const QByteArray user = "0 " + QByteArray::number(getuid()) + " 1";
    QProcess process;
    process.setProcessEnvironment(m_program.environment());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([&] { // between fork and exec: system calls only
        const bool isRoot = getuid() == 0;
        if (unshare(isRoot ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
            process.failChildProcessModifier("unshare", errno);
        if (!isRoot) {
            const int map = open("/proc/self/uid_map", O_WRONLY);
            if (map < 0 || write(map, user.constData(), static_cast<size_t>(user.size())) < 0)
                process.failChildProcessModifier("uid_map", errno);
            close(map);
        }
        // Where "/" is no mount point (a chroot) this fails, and whoever made it has made it private.
        (void)mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
        if (mount("small", place.constData(), "tmpfs", 0, size.constData()) != 0)
            process.failChildProcessModifier("mount", errno);
    });
    process.start(u"/bin/sh"_s, QStringList{u"-c"_s, command, QStringLiteral(LUMASYNC_PROGRAM)} + arguments);
    return CliProgram::end(process);
}

void TestCliRefusals::saysThatTheDiskOfTheLibraryIsFull()
{
    const QString folder = m_program.path(u"small library"_s);
    const QString original = m_program.copyOfLibrary(u"original.sqlite"_s);
    QVERIFY(QFileInfo(original).size() < diskSize);
    const Ran ran = runOnSmallDisk(
        folder, u"cp \"$1\" \"$2\"; cat /dev/zero > \"$2.filler\" 2>/dev/null; exec \"$0\" sync --database \"$2\""_s,
        {original, folder + u"/library.sqlite"_s});
    QVERIFY2(ran.code == 7, qPrintable(ran.all()));
    QVERIFY2(ran.isOneSentence() && ran.err.contains("free some space"_L1), qPrintable(ran.all()));
}

void TestCliRefusals::saysThatTheDiskOfTheCacheIsFull()
{
    const QString cache = m_program.path(u"small cache"_s);
    const Ran ran = runOnSmallDisk(cache, u"exec \"$0\" sync --cache \"$1\""_s, {cache});
    QVERIFY2(ran.code == 7, qPrintable(ran.all()));
    QVERIFY2(ran.isOneSentence() && ran.err.contains("free some space"_L1), qPrintable(ran.all()));
    // Nothing is lost: with space it goes on, at once.
    const Ran again = m_program.run({u"sync"_s});
    QVERIFY2(again.code == 0, qPrintable(again.all()));
    const Ran verify = m_program.run({u"verify"_s});
    QVERIFY2(verify.code == 0, qPrintable(verify.all()));
}

LUMASYNC_SUITE(QCoreApplication, TestCliRefusals)
#include "tst_clirefusals.moc"
