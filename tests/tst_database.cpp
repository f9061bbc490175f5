// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSqlError>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Trouble with the library file: each kind by its name, with a sentence that says what to do.
class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFile();
    void aFolder();
    void notADatabase();
    void emptyFile();
    void busy();
    void busyIsWaitedFor();
    void readOnly();
    void full();
    void corruptPage();
    void cutFile();
    void fileReplacedUnderUs();
    void noSuchTable();
    void transactionRollsBack();
    void transactionsOfTwoConnections();
    void moves();
    void codes_data();
    void codes();
    void messagesAreSentences();
};

static QString codeOf(const Error &error)
{
    return kindName(error.kind) + u':' + error.code;
}

void TestDatabase::noFile()
{
    QTemporaryDir folder;
    const auto database = Database::open(folder.filePath(u"nothing.db"_s));
    QVERIFY(!database);
    QCOMPARE(codeOf(database.error()), u"Configuration:nofile"_s);
    QVERIFY(database.error().message.contains(u"nothing.db"_s));
    QVERIFY(!QFile::exists(folder.filePath(u"nothing.db"_s))); // not made on the way
}

void TestDatabase::aFolder()
{
    QTemporaryDir folder;
    QCOMPARE(codeOf(Database::open(folder.path()).error()), u"Configuration:nofile"_s);
}

void TestDatabase::notADatabase()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"text.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("This is a letter to my aunt, and no database.\n").repeated(100));
    file.close();
    QCOMPARE(codeOf(Database::open(file.fileName()).error()), u"Database:notadb"_s);
}

void TestDatabase::emptyFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"empty.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto database = Database::open(file.fileName());
    QVERIFY(database.hasValue()); // to SQLite a database without tables
    const auto schema = Schema::resolve(SchemaDescription::luma(), database->connection());
    QCOMPARE(codeOf(schema.error()), u"Configuration:notable"_s);
}

void TestDatabase::busy()
{
    LumaDatabase host;
    RUN(u"PRAGMA journal_mode = DELETE"_s);
    RUN(u"BEGIN EXCLUSIVE"_s);
    QCOMPARE(codeOf(Database::open(host.path(), 10ms).error()), u"Database:busy"_s);
    RUN(u"COMMIT"_s);
    const auto database = Database::open(host.path(), 10ms);
    QVERIFY(database.hasValue());
    RUN(u"BEGIN IMMEDIATE"_s);
    QCOMPARE(database->value(u"SELECT count(*) FROM venues"_s)->toInt(), 2);
    QCOMPARE(codeOf(database->run(u"UPDATE venues SET name = 'x'"_s)), u"Database:busy"_s);
    bool ran = false;
    QCOMPARE(codeOf(database->inTransaction([&] {
                 ran = true;
                 return Error{};
             })),
             u"Database:busy"_s);
    QVERIFY(!ran);
    RUN(u"COMMIT"_s);
    QCOMPARE(text(database->run(u"UPDATE venues SET name = 'x'"_s)), QString());
}

void TestDatabase::busyIsWaitedFor()
{
    LumaDatabase host;
    const auto database = Database::open(host.path(), 300ms);
    RUN(u"BEGIN IMMEDIATE"_s);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(codeOf(database->run(u"UPDATE venues SET name = 'x'"_s)), u"Database:busy"_s);
    QVERIFY(clock.elapsed() >= 250);
    RUN(u"ROLLBACK"_s);
}

// Tests may run as root, whom no permission stops: SQLite itself is told not to write.
void TestDatabase::readOnly()
{
    LumaDatabase host;
    TrackedLibrary library(host.path());
    QCOMPARE(text(library.database().run(u"PRAGMA query_only = ON"_s)), QString());
    QCOMPARE(codeOf(library.database().run(u"UPDATE venues SET name = 'x'"_s)), u"Database:readonly"_s);
    QCOMPARE(codeOf(library.read(u"venues"_s).error()), u"Database:readonly"_s);
    QCOMPARE(library.rows().any().value(), true); // reading goes on
    QCOMPARE(text(library.database().run(u"PRAGMA query_only = OFF"_s)), QString());
    QCOMPARE(library.read(u"venues"_s)->rows.size(), 2);
}

void TestDatabase::full()
{
    LumaDatabase host;
    const auto database = Database::open(host.path());
    const int pages = database->value(u"PRAGMA page_count"_s)->toInt();
    QCOMPARE(database->value(u"PRAGMA max_page_count = %1"_s.arg(pages))->toInt(), pages);
    const Error error = database->inTransaction(
        [&] { return database->run(u"INSERT INTO venues (name) SELECT randomblob(1000000)"_s); });
    QCOMPARE(codeOf(error), u"Database:full"_s);
    QCOMPARE(text(database->run(u"BEGIN"_s)), QString()); // nothing is open
    QCOMPARE(text(database->run(u"COMMIT"_s)), QString());
    QCOMPARE(host.value(u"SELECT count(*) FROM venues"_s).toInt(), 2);
}

void TestDatabase::corruptPage()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO venues (name) SELECT 'a name' FROM n"_s);
    const int size = host.value(u"PRAGMA page_size"_s).toInt();
    const int page = host.value(u"SELECT rootpage FROM sqlite_master WHERE name = 'venues'"_s).toInt();
    RUN(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    QFile file(host.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(qint64(page - 1) * size));
    file.write(QByteArray(size, '\xa5'));
    file.close();
    const auto database = Database::open(host.path());
    QVERIFY(database.hasValue());
    QCOMPARE(codeOf(database->value(u"SELECT sum(length(name)) FROM venues"_s).error()), u"Database:corrupt"_s);
    QCOMPARE(database->value(u"SELECT count(*) FROM tracks"_s)->toInt(), 0); // the rest can be read
}

void TestDatabase::cutFile()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    QVERIFY(QFile::copy(host.path(), host.path() + u".cut"_s));
    QVERIFY(QFile::resize(host.path() + u".cut"_s, 6000));
    QCOMPARE(codeOf(Database::open(host.path() + u".cut"_s).error()), u"Database:corrupt"_s);
}

// Another file under the same name: what we hold open is not what the host sees. It must not be written.
void TestDatabase::fileReplacedUnderUs()
{
    LumaDatabase host;
    RUN(u"PRAGMA journal_mode = DELETE"_s);
    const auto database = Database::open(host.path());
    QVERIFY(QFile::rename(host.path(), host.path() + u".old"_s));
    QVERIFY(QFile::copy(host.path() + u".old"_s, host.path()));
    const Error error = database->inTransaction([&] { return database->run(u"UPDATE venues SET name = 'x'"_s); });
    QCOMPARE(codeOf(error), u"Database:readonly"_s);
    const auto fresh = Database::open(host.path());
    QCOMPARE(fresh->value(u"SELECT name FROM venues WHERE id = 1"_s)->toString(), u"Club"_s);
}

void TestDatabase::noSuchTable()
{
    LumaDatabase host;
    const auto database = Database::open(host.path());
    const Error error = database->run(u"SELECT * FROM nowhere"_s);
    QCOMPARE(error.kind, Error::Kind::Database);
    QVERIFY(error.message.contains(u"nowhere"_s));
}

void TestDatabase::transactionRollsBack()
{
    LumaDatabase host;
    const auto database = Database::open(host.path());
    const Error wanted{.kind = Error::Kind::Row, .code = u"mine"_s, .message = {}};
    const Error error = database->inTransaction([&]() -> Error {
        if (Error failed = database->run(u"DELETE FROM tracks"_s))
            return failed;
        return wanted;
    });
    QCOMPARE(codeOf(error), u"Row:mine"_s);
    QCOMPARE(host.value(u"SELECT count(*) FROM tracks"_s).toInt(), 2);
    QCOMPARE(text(database->inTransaction([&] { return database->run(u"DELETE FROM tracks"_s); })), QString());
    QCOMPARE(host.value(u"SELECT count(*) FROM tracks"_s).toInt(), 0);
}

void TestDatabase::transactionsOfTwoConnections()
{
    LumaDatabase host;
    const auto one = Database::open(host.path());
    const auto two = Database::open(host.path(), 10ms);
    QVERIFY(one->connection().connectionName() != two->connection().connectionName());
    const Error error = one->inTransaction([&] { return two->run(u"DELETE FROM tracks"_s); });
    QCOMPARE(codeOf(error), u"Database:busy"_s);
}

void TestDatabase::moves()
{
    LumaDatabase host;
    auto first = Database::open(host.path());
    const QString name = first->connection().connectionName();
    {
        const Database second(std::move(*first));
        QCOMPARE(second.connection().connectionName(), name);
        QCOMPARE(second.value(u"SELECT 7"_s)->toInt(), 7);
        QCOMPARE(second.value(u"PRAGMA foreign_keys"_s)->toInt(), 1);
    }
    QVERIFY(!QSqlDatabase::contains(name)); // closed with its owner
}

void TestDatabase::codes_data()
{
    QTest::addColumn<QString>("native");
    QTest::addColumn<QString>("code");
    for (const auto &[native, code] : {std::pair("5", "busy"),
                                       {"261", "busy"},
                                       {"517", "busy"},
                                       {"6", "busy"},
                                       {"8", "readonly"},
                                       {"1032", "readonly"},
                                       {"10", "ioerr"},
                                       {"266", "ioerr"},
                                       {"11", "corrupt"},
                                       {"267", "corrupt"},
                                       {"13", "full"},
                                       {"14", "cantopen"},
                                       {"19", "constraint"},
                                       {"26", "notadb"},
                                       {"1", "1"}})
        QTest::newRow(native) << QString::fromLatin1(native) << QString::fromLatin1(code);
}

void TestDatabase::codes()
{
    QFETCH(QString, native);
    QFETCH(QString, code);
    QCOMPARE(databaseError(QSqlError(QString(), u"text"_s, QSqlError::StatementError, native)).code, code);
}

void TestDatabase::messagesAreSentences()
{
    for (int native : {5, 6, 8, 10, 11, 13, 14, 19, 26, 1}) {
        const QString message =
            databaseError(QSqlError(QString(), u"text"_s, QSqlError::StatementError, QString::number(native))).message;
        QVERIFY(message.endsWith(u'.'));
        QVERIFY(message.front().isUpper());
    }
}

LUMASYNC_SUITE(QCoreApplication, TestDatabase)
#include "tst_database.moc"
