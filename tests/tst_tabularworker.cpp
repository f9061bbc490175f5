// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"
#include "tablerig.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using State = TabularWorker::State;

// What a healthy worker does: everything arrives, nothing is asked without need, answers that are lost do no harm.
class TestTabularWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingArrives();
    void idleSendsNothing();
    void firstRequestAfterAPause();
    void lostAnswers();
    void tooMuchAtOnce_data();
    void tooMuchAtOnce();
    void twoPrograms();
};

void TestTabularWorker::everythingArrives()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
    QCOMPARE(rig.cloud->count("POST"), 14); // one for each table, and the deferred edges of patterns
    RUN(u"DELETE FROM venues WHERE id = 1"_s);
    RUN(u"INSERT OR REPLACE INTO tracks (id, track_hash, file_path) VALUES (9, 'aa', '/x')"_s);
    QVERIFY(rig.cycle());
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
    QVERIFY(rig.cloud->count("DELETE") > 1);
    QCOMPARE(rig.cloud->count("-"), 0); // parents came first, and were deleted last
}

void TestTabularWorker::idleSendsNothing()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    const int before = rig.cloud->requests();
    rig.worker->syncNow();
    rig.worker->setToken(rig.cloud->accessToken());
    letBeatsPass();
    QCOMPARE(rig.cloud->requests(), before);
}

// The server closes an idle connection without a word: the next request on it meets a reset. That is no "offline".
void TestTabularWorker::firstRequestAfterAPause()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    RUN(u"UPDATE venues SET name = 'x'"_s);
    const int next = rig.cloud->requests() + 1;
    rig.cloud->fault = [next](int number) {
        return number == next || number == next + 2 ? RestScript::Fault::ResetBefore : RestScript::Fault::None;
    };
    QVERIFY(rig.cycle());
    QVERIFY(rig.settle());
    QVERIFY(!rig.states.contains(State::Offline));
    QVERIFY(!rig.states.contains(State::Failed));
    QCOMPARE(rig.difference(), QString());
}

// The server has committed what the client believes lost: doing it again is harmless.
void TestTabularWorker::lostAnswers()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.cloud->fault = [](int number) {
        return number % 5 > 1 ? RestScript::Fault::None : RestScript::Fault::ResetAfter;
    };
    rig.start();
    QVERIFY(rig.settle());
    RUN(u"DELETE FROM tracks WHERE id = 1"_s);
    RUN(u"DELETE FROM venues WHERE id = 2"_s);
    QVERIFY(rig.cycle());
    QVERIFY(rig.settle());
    QVERIFY(rig.states.contains(State::Offline));
    QCOMPARE(rig.difference(), QString());
}

void TestTabularWorker::tooMuchAtOnce_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("statement time-out") << 500 << "57014"_ba;
    QTest::newRow("413") << 413 << QByteArray();
}

void TestTabularWorker::tooMuchAtOnce()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(manyVenues(2000));
    TableRig rig(host.path());
    rig.cloud->refuse = [&](const RestScript::Request &request) -> std::optional<RestScript::Refusal> {
        return request.rows > 100 ? std::optional(RestScript::Refusal{status, code, "too much"}) : std::nullopt;
    };
    rig.start();
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
    // 500, 250, 125 and, read ahead meanwhile, 500 again: what was too much is not tried over and over.
    QVERIFY2(rig.cloud->count("-POST") <= 16, qPrintable(QString::number(rig.cloud->count("-POST"))));
    QCOMPARE(rig.counts.refused, 0);
}

// Not a setup to recommend, but nothing is lost by it.
void TestTabularWorker::twoPrograms()
{
    LumaDatabase host;
    TableRig one(host.path());
    TableRig two(one, {});
    one.start();
    two.start();
    for (int i = 0; i < 40; ++i) {
        RUN(u"UPDATE venues SET name = 'v%1'"_s.arg(i));
        RUN(u"INSERT OR REPLACE INTO tracks (id, track_hash, file_path) VALUES (%1, 'h%2', '/p')"_s.arg(3 + i % 4).arg(
            i % 5));
        RUN(u"DELETE FROM track_stems WHERE track_id = %1"_s.arg(1 + i % 5));
        RUN(u"INSERT OR REPLACE INTO scores (id, track_id, name) SELECT %1, id, '%2' FROM tracks ORDER BY id LIMIT 1"_s
                .arg(1 + i % 3)
                .arg(i));
        QTest::qWait(5);
    }
    QTRY_COMPARE_WITH_TIMEOUT(one.difference(), QString(), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(one.counts.waiting + two.counts.waiting, 0, 60'000);
    QCOMPARE(one.counts.refused, 0);
}

LUMASYNC_SUITE(QCoreApplication, TestTabularWorker)
#include "tst_tabularworker.moc"
