// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// What a new user does, with databases that the sqlite3 shell made: init, apply the SQL, doctor, sync, verify; then the
// schema changes: diff, apply, sync, verify. LUMASYNC_CLOUD_DATABASE=postgres takes PostgreSQL for PGlite.
#include "cliprogram.h"
#include "localcloud.h"
#include "suite.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

Ran run(const QString &program, const QStringList &arguments, const QString &folder,
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(), const QString &input = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(input.isEmpty() ? QProcess::nullDevice() : input);
    process.start(program, arguments);
    if (!process.waitForFinished(180'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, u"it did not end"_s};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString newest(const QString &folder)
{
    const QDir migrations(folder + u"/supabase/migrations"_s);
    const QStringList names = migrations.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QFile file(migrations.filePath(names.value(names.size() - 1)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

#define RAN(expected, ran)                                                                                             \
    do {                                                                                                               \
        const Ran result = (ran);                                                                                      \
        QVERIFY2(result.code == (expected),                                                                            \
                 qPrintable(QString::number(result.code) + u'\n' + result.out + u'\n' + result.err));                  \
    } while (false)

class TestForeignDatabases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void backedUpFromScratch_data();
    void backedUpFromScratch();

private:
    Ran lumasync(const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LUMASYNC_DATABASE"_s, m_folder->filePath(u"library.sqlite"_s));
        environment.insert(u"LUMASYNC_URL"_s, m_cloud.project().url.toString());
        environment.insert(u"LUMASYNC_KEY"_s, QString::fromLatin1(m_cloud.project().publishableKey));
        environment.insert(u"LUMASYNC_EMAIL"_s, m_email);
        environment.insert(u"LUMASYNC_PASSWORD"_s, u"correct horse battery"_s);
        return run(QStringLiteral(LUMASYNC_PROGRAM), arguments, m_folder->path(), environment);
    }
    Ran sqlite(const QString &script) const
    {
        return run(u"sqlite3"_s, {u"-bail"_s, m_folder->filePath(u"library.sqlite"_s)}, m_folder->path(),
                   QProcessEnvironment::systemEnvironment(), script);
    }
    Ran sqliteText(const QString &sql) const
    {
        return run(u"sqlite3"_s, {u"-bail"_s, m_folder->filePath(u"library.sqlite"_s), sql}, m_folder->path());
    }

    LocalCloud m_cloud;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_email;
};

void TestForeignDatabases::initTestCase()
{
    const QString kind = qEnvironmentVariable("LUMASYNC_CLOUD_DATABASE");
    const QString problem = m_cloud.start(kind.isEmpty() ? QStringList() : QStringList{u"--database"_s, kind});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestForeignDatabases::backedUpFromScratch_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("remarks"); // of init
    QTest::addColumn<int>("tables");
    QTest::addColumn<QString>("change");     // of the host's schema
    QTest::addColumn<QStringList>("pieces"); // of the next migration
    QTest::newRow("shop") << u"shop.sql"_s << QStringList{u"'turnover' is a view"_s, u"'customer'"_s} << 6
                          << u"ALTER TABLE Customer ADD COLUMN Phone TEXT DEFAULT 'none';"
                             "ALTER TABLE product RENAME COLUMN vat TO value_added_tax;"
                             "CREATE TABLE coupon (code TEXT PRIMARY KEY, CustomerId INTEGER REFERENCES Customer);"
                             "INSERT INTO coupon VALUES ('X', 1);"_s
                          << QStringList{u"add column if not exists phone text default 'none'"_s,
                                         u"alter column vat drop not null"_s,
                                         u"-- alter table public.product drop column vat"_s};
    QTest::newRow("club") << u"verein.sql"_s
                          << QStringList{u"'log' has no primary key"_s, u"'volltext' is a virtual table"_s,
                                         u"'Mitglieder & Gäste' is called 'mitglieder_gaste'"_s}
                          << 3
                          << u"PRAGMA foreign_keys = ON;"
                             "ALTER TABLE \"user\" ADD COLUMN \"E-Mail\" TEXT;"
                             "UPDATE \"user\" SET \"E-Mail\" = 'a@b' WHERE id = 1;"
                             "DELETE FROM \"Mitglieder & Gäste\" WHERE \"Nr.\" = 'no uuid at all';"_s
                          << QStringList{u"add column if not exists \"E-Mail\" text"_s};
    QTest::newRow("measurements")
        << u"wide.sql"_s << QStringList{} << 3
        << u"CREATE TABLE new_loose (k ANY PRIMARY KEY NOT NULL, at INTEGER, flag INTEGER, amount "
           "REAL, ratio DOUBLE, payload TEXT, anything, more BOOLEAN NOT NULL DEFAULT 1);"
           "INSERT INTO new_loose SELECT k, at, flag, amount, ratio, payload, anything, 0 FROM loose;"
           "DROP TABLE loose; ALTER TABLE new_loose RENAME TO loose;"_s
        << QStringList{u"add column if not exists more boolean not null default true"_s};
}

void TestForeignDatabases::backedUpFromScratch()
{
    QFETCH(QString, script);
    QFETCH(QStringList, remarks);
    QFETCH(int, tables);
    QFETCH(QString, change);
    QFETCH(QStringList, pieces);
    m_folder = std::make_unique<QTemporaryDir>();
    m_email = script.section(u'.', 0, 0) + u"@example.com"_s;
    RAN(0, sqlite(QFINDTESTDATA(u"databases/"_s + script)));

    // Before: a clear word that names the remedy.
    const Ran early = lumasync({u"sync"_s});
    QCOMPARE(early.code, 3);
    QVERIFY2(early.err.contains(u"lumasync init"_s), qPrintable(early.err));

    const Ran init = lumasync({u"init"_s});
    QVERIFY2(init.code == 0, qPrintable(init.out + init.err));
    for (const QString &remark : std::as_const(remarks))
        QVERIFY2(init.out.contains(remark), qPrintable(init.out));
    const QString sql = newest(m_folder->path());
    QCOMPARE(sql.count(u"create table if not exists"_s), tables);
    RAN(3, lumasync({u"init"_s})); // once is enough

    // Not applied yet: the doctor says so, and a sync does too.
    const Ran before = lumasync({u"doctor"_s, u"--sign-up"_s});
    QCOMPARE(before.code, 1);
    QVERIFY2(before.out.contains(u"is missing"_s) && before.out.contains(u"supabase db push"_s),
             qPrintable(before.out));
    (void)m_cloud.sql(sql);
    (void)m_cloud.sql(sql); // safe to run again
    RAN(0, lumasync({u"doctor"_s}));
    RAN(0, lumasync({u"sync"_s}));
    RAN(0, lumasync({u"status"_s}));
    const Ran verified = lumasync({u"verify"_s});
    QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
    RAN(0, lumasync({u"diff"_s})); // nothing to do
    QCOMPARE(newest(m_folder->path()), sql);

    RAN(0, sqliteText(change));
    if (script == "shop.sql"_L1) { // a column that was renamed, and a table that is new: the description is corrected
        QFile file(m_folder->filePath(u"lumasync.json"_s));
        QVERIFY(file.remove());
        RAN(3, lumasync({u"diff"_s})); // nothing says how it is backed up
        RAN(0, lumasync({u"init"_s, u"--migrations"_s, u"draft"_s}));
    }
    const Ran diff = lumasync({u"diff"_s});
    QVERIFY2(diff.code == 0, qPrintable(diff.out + diff.err));
    const QString next = newest(m_folder->path());
    QVERIFY(next != sql);
    for (const QString &piece : std::as_const(pieces))
        QVERIFY2(next.contains(piece, Qt::CaseInsensitive), qPrintable(piece + u"\nis not in\n"_s + next));
    (void)m_cloud.sql(next);
    RAN(0, lumasync({u"sync"_s}));
    RAN(0, lumasync({u"verify"_s}));
}

LUMASYNC_SUITE(QCoreApplication, TestForeignDatabases)
#include "tst_foreigndatabases.moc"
