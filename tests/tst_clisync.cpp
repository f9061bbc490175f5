// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The program on a small generated library against the local cloud: what it backs up, for whom, and what it says.
#include "cliprogram.h"
#include "suite.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;

class TestCliSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void backsUp();
    void writesJson();
    void sendsAnEdit();
    void keepsOtherAccountsOut_data();
    void keepsOtherAccountsOut();
    void reportsARefusedRow();
    void namesWhatKeepsADeletedRow();
    void asksNothingWhenNothingIsDirty();
    void watchesUntilItIsStopped();
    void endsWhenInterrupted();

private:
    CliProgram m_program;
};

void TestCliSync::initTestCase()
{
    const QString library = m_program.makeLibrary();
    QVERIFY2(library.isEmpty(), qPrintable(library));
    const QString cloud = m_program.cloud().start();
    QVERIFY2(cloud.isEmpty(), qPrintable(cloud));
    const Ran ran = m_program.run({u"sync"_s, u"--sign-up"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    QVERIFY2(ran.out.contains("Everything is backed up."_L1), qPrintable(ran.all()));
    QVERIFY2(ran.out.contains("uploaded package of "_L1), qPrintable(ran.all()));
    QVERIFY2(ran.err.isEmpty(), qPrintable(ran.all()));
    for (const QString &secret :
         {CliProgram::password, QString::fromLatin1(m_program.cloud().project().publishableKey), u"eyJ"_s})
        QVERIFY(!ran.all().contains(secret));
}

void TestCliSync::backsUp()
{
    const Ran status = m_program.run({u"status"_s});
    QVERIFY2(status.code == 0 && status.out.contains("Everything is backed up."_L1), qPrintable(status.all()));
    const Ran again = m_program.run({u"sync"_s});
    QVERIFY2(again.code == 0 && again.out.contains("backed up 0 rows and 0 files"_L1), qPrintable(again.all()));
    const Ran twice = m_program.run({u"sync"_s, u"--sign-up"_s});
    QVERIFY2(twice.code == 5 && twice.err.contains("leave out --sign-up"_L1), qPrintable(twice.all()));
    const Ran quiet = m_program.run({u"sync"_s, u"--quiet"_s});
    QVERIFY2(quiet.code == 0 && quiet.out.isEmpty() && quiet.err.isEmpty(), qPrintable(quiet.all()));
}

void TestCliSync::writesJson()
{
    for (const QString &verb : {u"sync"_s, u"status"_s, u"verify"_s, u"queue"_s}) {
        const Ran ran = m_program.run({verb, u"--json"_s});
        QVERIFY2(ran.code == 0, qPrintable(ran.all()));
        for (const QString &line : ran.out.split(u'\n', Qt::SkipEmptyParts)) {
            const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
            QVERIFY2(object["event"_L1].isString(), qPrintable(line));
        }
        QCOMPARE(ran.events(u"finished"_s).size(), 1);
        QCOMPARE(ran.events(u"finished"_s).first()["exitCode"_L1].toInt(-1), 0);
    }
}

void TestCliSync::sendsAnEdit()
{
    m_program.edit(u"UPDATE venues SET name = 'Main floor' WHERE id = (SELECT min(id) FROM venues)"_s);
    const Ran status = m_program.run({u"status"_s, u"--json"_s});
    QCOMPARE(status.code, 1);
    QCOMPARE(status.events(u"status"_s).value(0)["rowsWaiting"_L1].toInt(), 1);
    const Ran early = m_program.run({u"verify"_s, u"--no-files"_s});
    QVERIFY2(early.code == 1 && early.out.contains("waits for the next sync"_L1), qPrintable(early.all()));
    const Ran sync = m_program.run({u"sync"_s});
    QVERIFY2(sync.code == 0 && sync.out.contains("sent 1 row "_L1), qPrintable(sync.all()));
    const Ran verify = m_program.run({u"verify"_s, u"--no-files"_s});
    QVERIFY2(verify.code == 0, qPrintable(verify.all()));
}

void TestCliSync::keepsOtherAccountsOut_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<bool>("dirty");
    QTest::newRow("sync, nothing to send") << u"sync"_s << false;
    QTest::newRow("sync, something to send") << u"sync"_s << true;
    QTest::newRow("watch") << u"watch"_s << true;
    QTest::newRow("verify") << u"verify"_s << true;
}

void TestCliSync::keepsOtherAccountsOut()
{
    QFETCH(QString, verb);
    QFETCH(bool, dirty);
    static const bool known = m_program.cloud().signUp(u"bob@example.com"_s, CliProgram::password).token.isValid();
    QVERIFY(known);
    if (dirty) {
        m_program.edit(u"UPDATE venues SET description = 'mine' WHERE id = (SELECT min(id) FROM venues)"_s);
        m_program.edit(u"UPDATE storage_sync_queue SET status = 'pending', bytes_uploaded = 0, upload_url = NULL"_s);
    }
    m_program.cloud().resetRequests();
    const Ran ran = m_program.run({verb}, {{u"LUMASYNC_EMAIL"_s, u"bob@example.com"_s}});
    QVERIFY2(ran.code == 5, qPrintable(ran.all()));
    QVERIFY2(ran.isOneSentence() && ran.err.contains("another account"_L1), qPrintable(ran.all()));
    const QStringList requests = m_program.cloud().requests().keys();
    for (const QString &request : requests)
        QVERIFY2(request.contains("/auth/v1/"_L1), qPrintable(requests.join(u' ')));
    QCOMPARE(m_program.cloud()
                 .sql(u"SELECT count(*)::int AS n FROM venues WHERE uid <> "
                      "(SELECT id FROM auth.users WHERE email = 'ada@example.com')"_s)
                 .at(0)["n"_L1]
                 .toInt(-1),
             0);
    if (dirty) {
        const Ran own = m_program.run({u"sync"_s});
        QVERIFY2(own.code == 0, qPrintable(own.all()));
    }
}

void TestCliSync::reportsARefusedRow()
{
    m_program.edit(u"INSERT INTO venues (id, name, description) VALUES (990, 'Bad' || char(0) || 'name', 'x')"_s);
    const Ran sync = m_program.run({u"sync"_s});
    QVERIFY2(sync.code == 6 && sync.out.contains("refused: venues 990: "_L1), qPrintable(sync.all()));
    QVERIFY2(sync.isOneSentence(), qPrintable(sync.all()));
    const Ran status = m_program.run({u"status"_s});
    QVERIFY2(status.code == 6 && status.out.contains("refused: venues 990: "_L1), qPrintable(status.all()));
    const Ran verify = m_program.run({u"verify"_s, u"--no-files"_s});
    QVERIFY2(verify.code == 1 && verify.out.contains("cannot be compared"_L1), qPrintable(verify.all()));
    m_program.edit(u"DELETE FROM venues WHERE id = 990"_s);
    const Ran again = m_program.run({u"sync"_s});
    QVERIFY2(again.code == 0, qPrintable(again.all()));
}

// A table of the project that is not of the library refers to a row that is deleted here.
void TestCliSync::namesWhatKeepsADeletedRow()
{
    m_program.edit(u"INSERT INTO venues (id, name) VALUES (991, 'Booked'), (992, 'Free')"_s);
    const Ran first = m_program.run({u"sync"_s});
    QVERIFY2(first.code == 0, qPrintable(first.all()));
    LocalCloud &cloud = m_program.cloud();
    (void)cloud.sql(u"CREATE TABLE public.bookings (id int PRIMARY KEY, venue uuid REFERENCES public.venues); "
                    "INSERT INTO public.bookings SELECT 1, id FROM public.venues WHERE name = 'Booked'"_s);
    m_program.edit(u"DELETE FROM venues WHERE id IN (991, 992)"_s);
    const Ran kept = m_program.run({u"sync"_s, u"--timeout"_s, u"60"_s});
    QVERIFY2(kept.code == 6 && kept.isOneSentence(), qPrintable(kept.all()));
    QVERIFY2(kept.out.contains("refused: venues 991: It is deleted here, but the cloud keeps it: "_L1),
             qPrintable(kept.all()));
    QVERIFY2(kept.out.contains("\"bookings\""_L1), qPrintable(kept.all()));
    QCOMPARE(cloud.sql(u"SELECT name FROM public.venues WHERE name IN ('Booked', 'Free')"_s).size(), 1);
    const Ran status = m_program.run({u"status"_s});
    QVERIFY2(status.code == 6 && status.out.contains("refused: venues 991: "_L1), qPrintable(status.all()));

    (void)cloud.sql(u"DROP TABLE public.bookings"_s);
    const Ran again = m_program.run({u"sync"_s});
    QVERIFY2(again.code == 0, qPrintable(again.all()));
    QCOMPARE(cloud.sql(u"SELECT name FROM public.venues WHERE name = 'Booked'"_s).size(), 0);
    const Ran verify = m_program.run({u"verify"_s, u"--no-files"_s});
    QVERIFY2(verify.code == 0, qPrintable(verify.all()));
}

void TestCliSync::asksNothingWhenNothingIsDirty()
{
    m_program.cloud().resetRequests();
    const Ran ran = m_program.run({u"sync"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    const QStringList requests = m_program.cloud().requests().keys();
    QCOMPARE(requests, QStringList{u"POST /auth/v1/token"_s});
}

void TestCliSync::watchesUntilItIsStopped()
{
    QProcess process;
    m_program.begin(process, {u"watch"_s, u"--interval"_s, u"1"_s});
    QByteArray out;
    const auto says = [&](const QByteArray &text) {
        process.waitForReadyRead(100);
        out += process.readAllStandardOutput();
        return out.contains(text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(says("everything is backed up"), 60'000);
    m_program.edit(u"UPDATE venues SET name = 'Second floor' WHERE id = (SELECT min(id) FROM venues)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(says("sent 1 row "), 60'000);
    process.terminate();
    const Ran ran = CliProgram::end(process);
    QVERIFY2(ran.code == 0, qPrintable(ran.all()));
    const Ran verify = m_program.run({u"verify"_s, u"--no-files"_s});
    QVERIFY2(verify.code == 0, qPrintable(verify.all()));
}

void TestCliSync::endsWhenInterrupted()
{
    m_program.edit(u"UPDATE storage_sync_queue SET status = 'pending', bytes_uploaded = 0, upload_url = NULL"_s);
    QProcess process;
    m_program.begin(process, {u"sync"_s});
    QVERIFY(process.waitForReadyRead(60'000)); // the first file is there, the others are not
    process.terminate();
    const Ran ran = CliProgram::end(process);
    QCOMPARE(ran.code, 130);
    QVERIFY2(ran.isOneSentence() && ran.err.contains("run this again to go on"_L1), qPrintable(ran.all()));
    const Ran again = m_program.run({u"sync"_s});
    QVERIFY2(again.code == 0, qPrintable(again.all()));
    const Ran verify = m_program.run({u"verify"_s});
    QVERIFY2(verify.code == 0, qPrintable(verify.all()));
}

LUMASYNC_SUITE(QCoreApplication, TestCliSync)
#include "tst_clisync.moc"
