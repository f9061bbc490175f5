// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"
#include "tablerig.h"

#include <QTest>

#include <cmath>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using State = TabularWorker::State;

// What the tabular worker does about rows and tables that the cloud refuses, and about parents that it lost.
class TestTabularRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poisonRows_data();
    void poisonRows();
    void poisonVenueWithManyFixtures();
    void refusedRowIsTriedAgain();
    void descendantsWaitWithoutARequest();
    void refusedRowsAloneCostNothing();
    void parkedTable_data();
    void parkedTable();
    void lostParentsAreSentAgain();
    void refusedParentThatTheCloudLost();
};

namespace {

auto refuseNames(const QString &part)
{
    return [part](const QString &, const QJsonObject &row) -> std::optional<RestScript::Refusal> {
        if (row["name"_L1].toString().contains(part))
            return RestScript::Refusal{400, "23514", "violates check constraint"};
        return std::nullopt;
    };
}

} // namespace

void TestTabularRefusals::poisonRows_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QList<int>>("poison");
    QTest::newRow("the first") << 500 << QList<int>{1};
    QTest::newRow("the last") << 500 << QList<int>{500};
    QTest::newRow("neighbours") << 500 << QList<int>{250, 251};
    QTest::newRow("far apart") << 500 << QList<int>{3, 130, 377, 499};
    QTest::newRow("in the third batch") << 1400 << QList<int>{1234};
    QTest::newRow("alone") << 1 << QList<int>{1};
}

void TestTabularRefusals::poisonRows()
{
    QFETCH(int, rows);
    QFETCH(QList<int>, poison);
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(manyVenues(rows));
    for (int id : std::as_const(poison))
        RUN(u"UPDATE venues SET name = 'poison' WHERE id = %1"_s.arg(id));
    TableRig rig(host.path());
    rig.cloud->refuseRow = refuseNames(u"poison"_s);
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, poison.size(), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.waiting, poison.size(), 60'000);
    QCOMPARE(rig.cloud->tables[u"venues"_s].size(), rows - poison.size());
    const int batches = (rows + 499) / 500;
    const int requests = rig.cloud->count("POST") + rig.cloud->count("-POST");
    const int allowed = batches + int(poison.size()) * (2 * int(std::ceil(std::log2(500))) + 1);
    QVERIFY2(requests <= allowed, qPrintable(u"%1 requests, %2 allowed"_s.arg(requests).arg(allowed)));
    rig.worker->listRefused();
    QCOMPARE(rig.refused.size(), poison.size());
    QCOMPARE(rig.refused[0].code, u"23514"_s);
    QVERIFY(rig.refused[0].message.contains(u"check constraint"_s));
    QVERIFY(rig.refused[0].nextAttempt > QDateTime::currentDateTimeUtc().addSecs(-3600));
}

void TestTabularRefusals::poisonVenueWithManyFixtures()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(u"INSERT INTO venues (id, name) VALUES (1, 'poison'), (2, 'good')"_s);
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
        " INSERT INTO fixtures (id, venue_id) SELECT 'f' || i, 1 + (i % 10 = 0) FROM n"_s);
    TableRig rig(host.path());
    rig.cloud->refuseRow = refuseNames(u"poison"_s);
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 1, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.waiting, 9001, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!rig.reports.isEmpty(), 60'000);
    QCOMPARE(rig.cloud->tables[u"fixtures"_s].size(), 1000);
    letBeatsPass();
    QVERIFY2(rig.cloud->requests() < 40, qPrintable(QString::number(rig.cloud->requests())));
    // Healed, all go.
    RUN(u"UPDATE venues SET name = 'cured' WHERE id = 1"_s);
    QVERIFY(rig.settle());
    QCOMPARE(rig.cloud->tables[u"fixtures"_s].size(), 10000);
}

void TestTabularRefusals::refusedRowIsTriedAgain()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(u"INSERT INTO venues (name) VALUES ('poison')"_s);
    const QString left = u"SELECT next_attempt_at - CAST(strftime('%s') AS INTEGER) FROM lumasync_refused_rows"_s;
    {
        TableRig rig(host.path());
        rig.cloud->refuseRow = refuseNames(u"poison"_s);
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 1, 60'000);
        QVERIFY(host.value(left).toInt() <= 60 && host.value(left).toInt() > 0);
        rig.worker->retryRefused(); // the person asks
        QTRY_COMPARE_WITH_TIMEOUT(rig.cloud->count("-POST"), 2, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(host.value(left).toInt() > 60, 60'000); // doubled
        QVERIFY(host.value(left).toInt() <= 120);
        RUN(u"UPDATE venues SET name = 'more poison'"_s); // at once when it changes
        QTRY_COMPARE_WITH_TIMEOUT(rig.cloud->count("-POST"), 3, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(host.value(left).toInt() > 120, 60'000);
        letBeatsPass();
        QCOMPARE(rig.cloud->count("-POST"), 3);
    }
    {
        TableRig rig(host.path()); // the next run knows
        rig.start();
        letBeatsPass();
        QCOMPARE(rig.cloud->count("POST"), 0);
        QCOMPARE(rig.counts.refused, 1);
    }
    RUN(u"UPDATE lumasync_refused_rows SET next_attempt_at = 1"_s); // its time has come
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_refused_rows"_s).toInt(), 0);
}

void TestTabularRefusals::descendantsWaitWithoutARequest()
{
    LumaDatabase host; // two venues, fixtures and overrides of both
    RUN(u"UPDATE venues SET name = 'poison' WHERE id = 1"_s);
    TableRig rig(host.path());
    int sent = 0;
    rig.cloud->refuseRow = [&](const QString &table, const QJsonObject &row) -> std::optional<RestScript::Refusal> {
        sent += table == "fixtures"_L1 || table == "venue_implementation_overrides"_L1;
        return refuseNames(u"poison"_s)(table, row);
    };
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.waiting, 1 + 2 + 1, 60'000);
    QCOMPARE(sent, 2); // those of the other venue
    QCOMPARE(rig.counts.refused, 1);
}

void TestTabularRefusals::refusedRowsAloneCostNothing()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(u"INSERT INTO venues (name) VALUES ('poison')"_s);
    TableRig rig(host.path());
    rig.cloud->refuseRow = refuseNames(u"poison"_s);
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 1, 60'000);
    letBeatsPass();
    const int before = rig.cloud->requests();
    letBeatsPass();
    QCOMPARE(rig.cloud->requests(), before);             // not even a probe
    RUN(u"INSERT INTO venues (name) VALUES ('good')"_s); // and nothing is held up by it
    QTRY_COMPARE_WITH_TIMEOUT(rig.cloud->tables[u"venues"_s].size(), 1, 60'000);
}

void TestTabularRefusals::parkedTable_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("kind");
    const int schema = int(Error::Kind::Schema);
    QTest::newRow("column missing") << 400 << "PGRST204"_ba << schema;
    QTest::newRow("table missing") << 404 << "PGRST205"_ba << schema;
    QTest::newRow("no unique index") << 400 << "42P10"_ba << schema;
    QTest::newRow("policy") << 403 << "42501"_ba << int(Error::Kind::Forbidden);
}

void TestTabularRefusals::parkedTable()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(int, kind);
    LumaDatabase host;
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
        " INSERT INTO fixtures (id, venue_id) SELECT 'f' || i, 2 FROM n"_s);
    TableRig rig(host.path());
    bool broken = true;
    rig.cloud->refuse = [&](const RestScript::Request &request) -> std::optional<RestScript::Refusal> {
        if (broken && request.table == "fixtures"_L1)
            return RestScript::Refusal{status, code, "the table's trouble"};
        return std::nullopt;
    };
    rig.start();
    QVERIFY(rig.waitFor(State::Failed));
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.waiting, 3003, 60'000); // all else went through
    letBeatsPass();
    QCOMPARE(rig.cloud->count("-POST fixtures"), 1); // one error, not 3,003, and it is not asked again and again
    QCOMPARE(int(rig.error.kind), kind);
    QCOMPARE(rig.counts.refused, 0);
    // The other tables go on.
    RUN(u"UPDATE venues SET name = 'x' WHERE id = 1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.waiting, 3003, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.cloud->tables[u"venues"_s].first()["name"_L1].isString(), true, 60'000);
    QCOMPARE(rig.cloud->count("-POST fixtures"), 1);
    broken = false;
    rig.worker->retryRefused();
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
}

// A cloud that was restored from an old backup: rows that are clean here are gone there.
void TestTabularRefusals::lostParentsAreSentAgain()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    rig.cloud->tables.clear();
    RUN(u"UPDATE track_scores SET z_index = 7"_s); // their parents, and the parents of those
    QVERIFY(rig.cycle());
    QVERIFY(rig.settle());
    QCOMPARE(rig.cloud->tables[u"track_scores"_s].size(), 3);
    QCOMPARE(rig.cloud->tables[u"tracks"_s].size(), 2);
    RUN(u"UPDATE venue_implementation_overrides SET version = 9"_s);
    for (const QString &table : LumaDatabase::tableNames())
        RUN(u"UPDATE %1 SET version = version + 1"_s.arg(table));
    QVERIFY(rig.cycle());
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
    QCOMPARE(rig.counts.refused, 0);
}

void TestTabularRefusals::refusedParentThatTheCloudLost()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    rig.cloud->tables[u"venues"_s].clear();
    rig.cloud->tables[u"fixtures"_s].clear();
    rig.cloud->tables[u"venue_implementation_overrides"_s].clear();
    rig.cloud->refuseRow = refuseNames(u"poison"_s);
    RUN(u"UPDATE venues SET name = 'poison'"_s);
    RUN(u"UPDATE fixtures SET label = 'x'"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 2, 60'000);
    QCOMPARE(rig.counts.waiting, 2 + 3);
    RUN(u"UPDATE venues SET name = 'cured'"_s);
    QVERIFY(rig.settle());
    QCOMPARE(rig.cloud->tables[u"fixtures"_s].size(), 3);
    QCOMPARE(rig.counts.refused, 0);
}

LUMASYNC_SUITE(QCoreApplication, TestTabularRefusals)
#include "tst_tabularrefusals.moc"
