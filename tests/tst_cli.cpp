// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The program itself, run on a small generated library against the local cloud.
#include "core/database.h"
#include "localcloud.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;

namespace {

const QString email = u"ada@example.com"_s;
const QString password = u"correct horse battery"_s;

struct Ran
{
    int code = -1;
    QString out;
    QString err;

    /// Objects of --json with this event.
    [[nodiscard]] QList<QJsonObject> events(const QString &event) const
    {
        QList<QJsonObject> found;
        for (const QString &line : out.split(u'\n', Qt::SkipEmptyParts)) {
            const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
            if (object["event"_L1].toString() == event)
                found.append(object);
        }
        return found;
    }
};

/// One sentence for people: a line that says who speaks, and what to do behind a colon or in a second half.
bool isOneSentence(const QString &err)
{
    return err.startsWith("lumasync: "_L1) && err.count(u'\n') == 1 && err.trimmed().endsWith(u'.') && err.size() > 40;
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsTheCommandLine_data();
    void readsTheCommandLine();
    void saysThatItWasNeverSynced();
    void refusesBadLibraries_data();
    void refusesBadLibraries();
    void refusesBadProjects_data();
    void refusesBadProjects();
    void refusesAnAddressThatIsNoProject();
    void backsUp();
    void waitsForALockOnlySoLong();
    void verifies();
    void writesJson();
    void findsWhatDiffers_data();
    void findsWhatDiffers();
    void findsAChangedObject();
    void sendsAnEdit();
    void keepsOtherAccountsOut();
    void reportsARefusedRow();
    void watchesUntilItIsStopped();
    void endsWhenInterrupted();
    void saysThatADiskIsFull();

private:
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] Ran run(const QStringList &arguments, const QProcessEnvironment &environment) const;
    [[nodiscard]] Ran run(const QStringList &arguments) const { return run(arguments, environment()); }
    void edit(const QString &sql) const;
    [[nodiscard]] QString copyOfLibrary(const QString &name) const;

    QTemporaryDir m_folder;
    QString m_database;
    LocalCloud m_cloud;
};

QProcessEnvironment TestCli::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LUMASYNC_DATABASE"_s, m_database);
    environment.insert(u"LUMASYNC_URL"_s, m_cloud.project().url.toString());
    environment.insert(u"LUMASYNC_KEY"_s, QString::fromLatin1(m_cloud.project().publishableKey));
    environment.insert(u"LUMASYNC_EMAIL"_s, email);
    environment.insert(u"LUMASYNC_PASSWORD"_s, password);
    environment.insert(u"XDG_CACHE_HOME"_s, m_folder.filePath(u"cache"_s));
    return environment;
}

Ran TestCli::run(const QStringList &arguments, const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(LUMASYNC_PROGRAM), arguments);
    if (!process.waitForFinished(180'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, QString::fromUtf8(process.readAllStandardOutput()), u"it did not end"_s};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {code, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestCli::edit(const QString &sql) const
{
    const auto database = Database::open(m_database);
    QVERIFY(database);
    const Error error = database->run(sql);
    QVERIFY2(!error, qPrintable(error.message));
}

QString TestCli::copyOfLibrary(const QString &name) const
{
    const QString path = m_folder.filePath(name);
    QFile::remove(path);
    QFile::copy(m_database, path);
    return path;
}

void TestCli::initTestCase()
{
    const QString problem = m_cloud.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const QString library = m_folder.filePath(u"library"_s);
    QProcess generate;
    generate.start(QStringLiteral(LUMA_LIBRARY_PROGRAM),
                   {u"generate"_s, u"--tracks"_s, u"2"_s, u"--seed"_s, u"7"_s, library});
    QVERIFY(generate.waitForFinished(120'000));
    QCOMPARE(generate.exitCode(), 0);
    m_database = library + u"/luma.sqlite"_s;
    QVERIFY(QFile::copy(m_database, m_folder.filePath(u"fresh.sqlite"_s)));
}

void TestCli::readsTheCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QStringList{} << 0 << u"usage: lumasync VERB"_s;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << u"Exit codes"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"lumasync "_s;
    QTest::newRow("help of a verb") << QStringList{u"sync"_s, u"--help"_s} << 0 << u"--sign-up"_s;
    QTest::newRow("unknown verb") << QStringList{u"snyc"_s} << 2
                                  << u"There is no verb 'snyc': 'lumasync --help' lists them."_s;
    QTest::newRow("unknown option") << QStringList{u"sync"_s, u"--fast"_s} << 2
                                    << u"'lumasync sync --help' lists the options."_s;
    QTest::newRow("option of another verb")
        << QStringList{u"status"_s, u"--url"_s, u"x"_s} << 2 << u"'lumasync status --help'"_s;
    QTest::newRow("password on the line")
        << QStringList{u"sync"_s, u"--password"_s, u"x"_s} << 2 << u"--help' lists the options."_s;
    QTest::newRow("a word too many") << QStringList{u"sync"_s, u"now"_s} << 2 << u"'now' is one word too many"_s;
    QTest::newRow("bad number") << QStringList{u"sync"_s, u"--timeout"_s, u"soon"_s} << 2
                                << u"--timeout wants a number"_s;
    QTest::newRow("bad URL") << QStringList{u"sync"_s, u"--url"_s, u"my project"_s} << 2
                             << u"The project URL must look like"_s;
    QTest::newRow("plain http") << QStringList{u"sync"_s, u"--url"_s, u"http://example.com"_s} << 2 << u"https://"_s;
    QTest::newRow("secret key") << QStringList{u"sync"_s, u"--key"_s, u"sb_secret_abc"_s} << 2
                                << u"publishable key instead"_s;
    QTest::newRow("no database named") << QStringList{u"status"_s, u"--database"_s, QString()} << 2
                                       << u"--database or set LUMASYNC_DATABASE"_s;
}

void TestCli::readsTheCommandLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, code);
    QVERIFY2(ran.out.contains(says) || ran.err.contains(says), qPrintable(ran.out + ran.err));
    if (code != 0)
        QVERIFY2(isOneSentence(ran.err), qPrintable(ran.err));
}

void TestCli::saysThatItWasNeverSynced()
{
    const Ran status = run({u"status"_s});
    QCOMPARE(status.code, 1);
    QVERIFY2(status.out.contains("This library was never synced."_L1), qPrintable(status.out));
    const Ran verify = run({u"verify"_s});
    QCOMPARE(verify.code, 1);
    QVERIFY2(verify.err.contains("run 'lumasync sync' first"_L1), qPrintable(verify.err));
    // Looking changes nothing.
    const auto database = Database::open(m_database);
    QCOMPARE(database->value(u"SELECT count(*) FROM sqlite_master WHERE name LIKE 'lumasync%'"_s)->toInt(), 0);
}

void TestCli::refusesBadLibraries_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("says");
    for (const QString &verb : {u"sync"_s, u"status"_s, u"verify"_s, u"watch"_s}) {
        const auto row = [&](const char *trouble, const QString &says) {
            QTest::addRow("%s, %s", qPrintable(verb), trouble) << verb << QString::fromLatin1(trouble) << says;
        };
        row("nofile", u"There is no database file at"_s);
        row("folder", u"There is no database file at"_s);
        row("notadb", u"is not an SQLite database"_s);
        row("empty", u"no table"_s);
        row("notable", u"no table 'venues'"_s);
    }
}

void TestCli::refusesBadLibraries()
{
    QFETCH(QString, verb);
    QFETCH(QString, trouble);
    QFETCH(QString, says);
    QString path = m_folder.filePath(u"bad"_s);
    QFile::remove(path);
    if (trouble == "folder"_L1) {
        path = m_folder.path();
    } else if (trouble == "notadb"_L1 || trouble == "empty"_L1) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(trouble == "empty"_L1 ? QByteArray() : QByteArray("this is no database ").repeated(500));
    } else if (trouble == "notable"_L1) {
        path = copyOfLibrary(u"bad"_s);
        const auto database = Database::open(path);
        QVERIFY(database);
        QVERIFY(!database->run(u"PRAGMA foreign_keys = OFF"_s));
        QVERIFY(!database->run(u"DROP TABLE venues"_s));
    }
    const Ran ran = run({verb, u"--database"_s, path});
    QCOMPARE(ran.code, 3);
    QVERIFY2(isOneSentence(ran.err), qPrintable(ran.err));
    QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
}

void TestCli::refusesBadProjects_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no network") << u"LUMASYNC_URL"_s << u"http://127.0.0.1:1"_s << 4
                                << u"check the network and the project URL"_s;
    QTest::newRow("wrong key") << u"LUMASYNC_KEY"_s << u"sb_publishable_wrong"_s << 5
                               << u"refuses the publishable key"_s;
    QTest::newRow("wrong password") << u"LUMASYNC_PASSWORD"_s << u"not it"_s << 5 << u"password is wrong"_s;
    QTest::newRow("wrong account") << u"LUMASYNC_EMAIL"_s << u"nobody@example.com"_s << 5 << u"password is wrong"_s;
    QTest::newRow("no password") << u"LUMASYNC_PASSWORD"_s << QString() << 5 << u"set LUMASYNC_PASSWORD"_s;
}

void TestCli::refusesBadProjects()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(int, code);
    QFETCH(QString, says);
    QProcessEnvironment wrong = environment();
    wrong.insert(variable, value);
    for (const bool json : {false, true}) {
        const Ran ran = run(QStringList{u"sync"_s} + (json ? QStringList{u"--json"_s} : QStringList()), wrong);
        QCOMPARE(ran.code, code);
        QVERIFY2(isOneSentence(ran.err), qPrintable(ran.err));
        QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
        if (json)
            QCOMPARE(ran.events(u"finished"_s).value(0)["exitCode"_L1].toInt(), code);
        if (variable != "LUMASYNC_URL"_L1 && !value.isEmpty() && !value.contains(u'@'))
            QVERIFY2(!ran.out.contains(value) && !ran.err.contains(value), qPrintable(ran.out + ran.err));
    }
}

void TestCli::refusesAnAddressThatIsNoProject()
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
    QProcessEnvironment wrong = environment();
    wrong.insert(u"LUMASYNC_URL"_s, u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
    process.setProcessEnvironment(wrong);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(LUMASYNC_PROGRAM), {u"sync"_s});
    QVERIFY(finished.wait(30'000));
    QCOMPARE(process.exitCode(), 4);
    const QString err = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(isOneSentence(err) && err.contains("does not answer like a Supabase project"_L1), qPrintable(err));
}

void TestCli::backsUp()
{
    const Ran ran = run({u"sync"_s, u"--sign-up"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
    QVERIFY2(ran.out.contains("Everything is backed up."_L1), qPrintable(ran.out));
    QVERIFY2(ran.out.contains("uploaded package of "_L1), qPrintable(ran.out));
    QVERIFY2(ran.err.isEmpty(), qPrintable(ran.err));
    for (const QString &secret : {password, QString::fromLatin1(m_cloud.project().publishableKey), u"eyJ"_s})
        QVERIFY(!ran.out.contains(secret));
    const Ran status = run({u"status"_s});
    QVERIFY2(status.code == 0, qPrintable(status.out + status.err));
    QVERIFY2(status.out.contains("Everything is backed up."_L1), qPrintable(status.out));
    const Ran again = run({u"sync"_s});
    QVERIFY2(again.code == 0, qPrintable(again.out + again.err));
    QVERIFY2(again.out.contains("backed up 0 rows and 0 files"_L1), qPrintable(again.out));
    const Ran twice = run({u"sync"_s, u"--sign-up"_s});
    QCOMPARE(twice.code, 5);
    QVERIFY2(twice.err.contains("leave out --sign-up"_L1), qPrintable(twice.err));
}

void TestCli::waitsForALockOnlySoLong()
{
    const QString path = m_folder.filePath(u"fresh.sqlite"_s); // to be prepared, which writes
    const auto holder = Database::open(path);
    QVERIFY(holder);
    QVERIFY(!holder->run(u"BEGIN EXCLUSIVE"_s));
    const Ran ran = run({u"sync"_s, u"--database"_s, path});
    QCOMPARE(ran.code, 3);
    QVERIFY2(isOneSentence(ran.err), qPrintable(ran.err));
    QVERIFY2(ran.err.contains("locked by another program"_L1), qPrintable(ran.err));
}

void TestCli::verifies()
{
    const Ran ran = run({u"verify"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.out + ran.err));
    QVERIFY2(ran.out.contains("The cloud holds everything that the library does."_L1), qPrintable(ran.out));
    QVERIFY2(ran.out.contains("of 13 tables and 6 objects"_L1), qPrintable(ran.out));
    const Ran quiet = run({u"verify"_s, u"--quiet"_s});
    QCOMPARE(quiet.code, 0);
    QCOMPARE(quiet.out + quiet.err, QString());
    const Ran rows = run({u"verify"_s, u"--no-files"_s});
    QVERIFY2(rows.code == 0 && rows.out.contains("and 0 objects"_L1), qPrintable(rows.out + rows.err));
}

void TestCli::writesJson()
{
    for (const QString &verb : {u"sync"_s, u"status"_s, u"verify"_s}) {
        const Ran ran = run({verb, u"--json"_s});
        QCOMPARE(ran.code, 0);
        const QStringList lines = ran.out.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(!lines.isEmpty());
        for (const QString &line : lines) {
            const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
            QVERIFY2(object["event"_L1].isString(), qPrintable(line));
        }
        QCOMPARE(ran.events(u"finished"_s).size(), 1);
        QCOMPARE(ran.events(u"finished"_s).first()["exitCode"_L1].toInt(-1), 0);
    }
}

void TestCli::findsWhatDiffers_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("says");
    QTest::newRow("changed text")
        << u"UPDATE tracks SET title = 'x' WHERE id = (SELECT min(id::text)::uuid FROM tracks)"_s
        << u"different in column title"_s;
    QTest::newRow("changed number")
        << u"UPDATE track_scores SET start_time = start_time + 0.0000001 WHERE id = (SELECT min(id::text)::uuid FROM track_scores)"_s
        << u"different in column start_time"_s;
    QTest::newRow("changed JSON")
        << u"UPDATE implementations SET graph_json = graph_json || '{\"x\": 1}' WHERE id = (SELECT min(id::text)::uuid FROM implementations)"_s
        << u"different in column graph_json"_s;
    QTest::newRow("changed time")
        << u"UPDATE venues SET created_at = created_at + interval '1 microsecond' WHERE id = (SELECT min(id::text)::uuid FROM venues)"_s
        << u"different in column created_at"_s;
    QTest::newRow("deleted row")
        << u"DELETE FROM track_stems WHERE id = (SELECT max(id::text)::uuid FROM track_stems)"_s
        << u"missing in the cloud"_s;
    QTest::newRow("extra row")
        << u"INSERT INTO venues (id, uid, name) SELECT 'ffffffff-ffff-4fff-bfff-ffffffffffff', uid, 'x' FROM venues LIMIT 1"_s
        << u"venues ffffffff-ffff-4fff-bfff-ffffffffffff: not in the library"_s;
}

void TestCli::findsWhatDiffers()
{
    QFETCH(QString, damage);
    QFETCH(QString, says);
    (void)m_cloud.sql(damage);
    const Ran ran = run({u"verify"_s, u"--no-files"_s});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains(says), qPrintable(ran.out));
    QVERIFY2(ran.err.contains("1 difference between"_L1), qPrintable(ran.err));
    // Everything goes up again, the extra row goes away.
    (void)m_cloud.sql(u"DELETE FROM venues WHERE id = 'ffffffff-ffff-4fff-bfff-ffffffffffff'"_s);
    for (const QString &table : {u"tracks"_s, u"track_scores"_s, u"implementations"_s, u"venues"_s, u"track_stems"_s})
        edit(u"UPDATE "_s + table + u" SET version = version + 1"_s);
    QCOMPARE(run({u"sync"_s, u"--no-files"_s}).code, 0);
    QCOMPARE(run({u"verify"_s, u"--no-files"_s}).code, 0);
}

void TestCli::findsAChangedObject()
{
    QString path;
    for (QDirIterator files(m_cloud.dataFolder(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        if (const QString file = files.next(); file.contains("_thumb.jpg"_L1) && QFileInfo(file).size() > 1000)
            path = file;
    }
    QVERIFY(!path.isEmpty());
    const auto flip = [&path] {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(500));
        char byte = 0;
        QVERIFY(file.getChar(&byte));
        QVERIFY(file.seek(500));
        QVERIFY(file.putChar(static_cast<char>(~byte)));
    };
    flip();
    const Ran ran = run({u"verify"_s});
    flip();
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("artwork "_L1) && ran.out.contains("different: SHA-256"_L1), qPrintable(ran.out));
    QCOMPARE(run({u"verify"_s}).code, 0);
}

void TestCli::sendsAnEdit()
{
    edit(u"UPDATE venues SET name = 'Main floor' WHERE id = (SELECT min(id) FROM venues)"_s);
    const Ran status = run({u"status"_s, u"--json"_s});
    QCOMPARE(status.code, 1);
    QCOMPARE(status.events(u"status"_s).value(0)["rowsWaiting"_L1].toInt(), 1);
    const Ran early = run({u"verify"_s, u"--no-files"_s});
    QCOMPARE(early.code, 1);
    QVERIFY2(early.out.contains("waits for the next sync"_L1), qPrintable(early.out));
    const Ran sync = run({u"sync"_s});
    QVERIFY2(sync.code == 0 && sync.out.contains("sent 1 row "_L1), qPrintable(sync.out + sync.err));
    QCOMPARE(run({u"verify"_s, u"--no-files"_s}).code, 0);
}

void TestCli::keepsOtherAccountsOut()
{
    QVERIFY(m_cloud.signUp(u"bob@example.com"_s, password).token.isValid());
    QProcessEnvironment bob = environment();
    bob.insert(u"LUMASYNC_EMAIL"_s, u"bob@example.com"_s);
    for (const QString &verb : {u"sync"_s, u"verify"_s, u"watch"_s}) {
        const Ran ran = run({verb}, bob);
        QCOMPARE(ran.code, 5);
        QVERIFY2(isOneSentence(ran.err) || ran.err.contains("another account"_L1), qPrintable(ran.err));
    }
}

void TestCli::reportsARefusedRow()
{
    edit(u"INSERT INTO venues (id, name, description) VALUES (990, 'Bad' || char(0) || 'name', 'x')"_s);
    const Ran sync = run({u"sync"_s});
    QCOMPARE(sync.code, 6);
    QVERIFY2(sync.out.contains("refused: venues 990: "_L1), qPrintable(sync.out));
    QVERIFY2(isOneSentence(sync.err), qPrintable(sync.err));
    const Ran status = run({u"status"_s});
    QCOMPARE(status.code, 6);
    QVERIFY2(status.out.contains("refused: venues 990: "_L1), qPrintable(status.out));
    const Ran verify = run({u"verify"_s, u"--no-files"_s});
    QCOMPARE(verify.code, 1);
    QVERIFY2(verify.out.contains("cannot be compared"_L1), qPrintable(verify.out));
    edit(u"DELETE FROM venues WHERE id = 990"_s);
    QCOMPARE(run({u"sync"_s}).code, 0);
}

void TestCli::watchesUntilItIsStopped()
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(LUMASYNC_PROGRAM), {u"watch"_s, u"--interval"_s, u"1"_s});
    QByteArray out;
    const auto says = [&](const QByteArray &text) {
        process.waitForReadyRead(100);
        out += process.readAllStandardOutput();
        return out.contains(text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(says("everything is backed up"), 30'000);
    edit(u"UPDATE venues SET name = 'Second floor' WHERE id = (SELECT min(id) FROM venues)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(says("sent 1 row "), 30'000);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(run({u"verify"_s, u"--no-files"_s}).code, 0);
}

void TestCli::endsWhenInterrupted()
{
    for (const QString &table : {u"storage_sync_queue"_s})
        edit(u"UPDATE "_s + table + u" SET status = 'pending', bytes_uploaded = 0"_s);
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(LUMASYNC_PROGRAM), {u"sync"_s});
    QVERIFY(process.waitForReadyRead(60'000));
    process.terminate();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    const QString err = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(isOneSentence(err) && err.contains("run this again to go on"_L1), qPrintable(err));
    const Ran again = run({u"sync"_s});
    QVERIFY2(again.code == 0, qPrintable(again.out + again.err));
    QCOMPARE(run({u"verify"_s}).code, 0);
}

// A file system of one megabyte, in a mount namespace of its own; it goes with the process.
void TestCli::saysThatADiskIsFull()
{
    edit(
        u"UPDATE storage_sync_queue SET status = 'pending', source_mtime = 1 WHERE upload_type = 'analysis_package'"_s);
    const QString cache = m_folder.filePath(u"small"_s);
    QVERIFY(QDir().mkpath(cache));
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(
        u"/bin/sh"_s,
        {u"-c"_s,
         u"if [ \"$(id -u)\" = 0 ]; then flags=--mount; else flags='--map-root-user --mount'; fi; "
         "exec unshare $flags /bin/sh -c 'mount -t tmpfs -o size=1m small \"$1\" && exec \"$0\" sync --cache \"$1\"' \"$0\" \"$1\""_s,
         QStringLiteral(LUMASYNC_PROGRAM), cache});
    QVERIFY(process.waitForFinished(120'000));
    const QString err = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(process.exitCode() == 7, qPrintable(QString::number(process.exitCode()) + err));
    QVERIFY2(isOneSentence(err) && err.contains("free some space"_L1), qPrintable(err));
    // Nothing is lost: with space it goes on. The engine lets a failed job wait for a while.
    edit(u"UPDATE storage_sync_queue SET next_attempt_at = 0"_s);
    const Ran again = run({u"sync"_s});
    QVERIFY2(again.code == 0, qPrintable(again.out + again.err));
    QCOMPARE(run({u"verify"_s}).code, 0);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
