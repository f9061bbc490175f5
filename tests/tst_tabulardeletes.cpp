// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"
#include "tablerig.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = TabularWorker::State;

// What becomes of deletions that the cloud does not carry out: each waits by itself, with its reason, and holds up
// nothing else.
class TestTabularDeletes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deletesOfAParkedTableWait();
    void aRefusedRowStillRefers();
    void somethingElseRefers();
    void refusedDeletionsAloneCostNothing();
    void retriedWhenWhatReferredHasGoneUp();
    void theRowComesBack();
    void manyAreRefused();
    void siblingsInSeveralRequests();
};

namespace {

// A table of the project that the library knows nothing of.
auto keptByOrders(const QString &table, const QSet<QString> &ids)
{
    return [table, ids](const QString &of, const QString &id) -> std::optional<RestScript::Refusal> {
        if (of == table && ids.contains(id))
            return RestScript::Refusal{409, "23503",
                                       "update or delete on table 'venues' violates foreign key constraint "
                                       "'orders_venue_fkey' on table 'orders'"};
        return std::nullopt;
    };
}

std::optional<RestScript::Refusal> refusePoison(const QString &, const QJsonObject &row)
{
    return row["label"_L1] == "poison"_L1 ? std::optional(RestScript::Refusal{400, "23514"}) : std::nullopt;
}

/// The cloud id of the venue of this name; empty as long as it is not there.
QString venue(const TableRig &rig, const QString &name)
{
    for (const QJsonObject &row : std::as_const(rig.cloud->tables[u"venues"_s])) {
        if (row["name"_L1].toString() == name)
            return row["id"_L1].toString();
    }
    return {};
}

} // namespace

void TestTabularDeletes::deletesOfAParkedTableWait()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    bool broken = true;
    rig.cloud->refuse = [&](const RestScript::Request &request) -> std::optional<RestScript::Refusal> {
        if (broken && request.verb == "DELETE" && request.table == "track_stems"_L1)
            return RestScript::Refusal{403, "42501", "permission denied"};
        return std::nullopt;
    };
    RUN(u"DELETE FROM tracks WHERE id = 1"_s); // its stems first; the cloud does not let the track go before them
    QVERIFY(rig.waitFor(State::Failed));
    letBeatsPass();
    QCOMPARE(rig.cloud->count("-DELETE track_stems"), 1);
    broken = false;
    rig.worker->retryRefused();
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
}

// A refused row in the cloud still refers to what was deleted here. That must not hold up the table's other rows.
void TestTabularDeletes::aRefusedRowStillRefers()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    rig.cloud->refuseRow = refusePoison;
    RUN(u"UPDATE fixtures SET venue_id = 2, label = 'poison' WHERE venue_id = 1"_s);
    RUN(u"DELETE FROM venue_implementation_overrides WHERE venue_id = 1"_s);
    RUN(u"DELETE FROM venues WHERE id = 1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 3, 60'000); // two fixtures, and the deletion
    QTRY_VERIFY_WITH_TIMEOUT(rig.cloud->count("-DELETE venues") > 0, 60'000);
    RUN(u"INSERT INTO venues (id, name) VALUES (9, 'New')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.cloud->tables[u"venues"_s].size(), 3, 60'000);
    rig.cloud->refuseRow = {};
    rig.worker->retryRefused();
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
}

// Nothing here can help it: the row is named with what refers to it, and its neighbours are deleted all the same.
void TestTabularDeletes::somethingElseRefers()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    const qsizetype before = rig.cloud->tables[u"venues"_s].size();
    RUN(u"INSERT INTO venues (id, name) VALUES (21, 'a'), (22, 'b'), (23, 'c'), (24, 'd')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.cloud->tables[u"venues"_s].size(), before + 4, 60'000);
    const QString kept = venue(rig, u"c"_s);
    rig.cloud->refuseDelete = keptByOrders(u"venues"_s, {kept});
    RUN(u"DELETE FROM venues WHERE id > 20"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 1, 60'000);
    QCOMPARE(rig.counts.waiting, 1);
    QCOMPARE(rig.cloud->tables[u"venues"_s].size(), before + 1);
    QVERIFY(rig.waitFor(State::Idle)); // it is the row that needs somebody, not the table
    rig.worker->listRefused();
    QCOMPARE(rig.refused.size(), 1);
    QCOMPARE(rig.refused[0].table, u"venues"_s);
    QCOMPARE(rig.refused[0].key, "23");
    QCOMPARE(rig.refused[0].code, u"23503"_s);
    QVERIFY2(rig.refused[0].message.contains("on table 'orders'"_L1), qPrintable(rig.refused[0].message));
    // What referred to it is gone, and the person asks.
    rig.cloud->refuseDelete = {};
    rig.worker->retryRefused();
    QVERIFY(rig.settle());
    QCOMPARE(rig.counts.refused, 0);
    QCOMPARE(rig.difference(), QString());
}

void TestTabularDeletes::refusedDeletionsAloneCostNothing()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    RUN(u"INSERT INTO venues (id, name) VALUES (21, 'a')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!venue(rig, u"a"_s).isEmpty(), 60'000);
    rig.cloud->refuseDelete = keptByOrders(u"venues"_s, {venue(rig, u"a"_s)});
    RUN(u"DELETE FROM venues WHERE id = 21"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 1, 60'000);
    QVERIFY(rig.cycle());
    const int requests = rig.cloud->requests();
    letBeatsPass();
    QCOMPARE(rig.cloud->requests(), requests);
}

void TestTabularDeletes::retriedWhenWhatReferredHasGoneUp()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    rig.cloud->refuseRow = refusePoison;
    RUN(u"UPDATE fixtures SET venue_id = 2, label = 'poison' WHERE venue_id = 1"_s);
    RUN(u"DELETE FROM venue_implementation_overrides WHERE venue_id = 1"_s);
    RUN(u"DELETE FROM venues WHERE id = 1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 3, 60'000);
    RUN(u"UPDATE fixtures SET label = 'fine' WHERE label = 'poison'"_s); // nobody asks for the deletion
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 0, 60'000);
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
}

void TestTabularDeletes::theRowComesBack()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    const qsizetype before = rig.cloud->tables[u"venues"_s].size();
    RUN(u"INSERT INTO venues (id, name) VALUES (21, 'a')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.cloud->tables[u"venues"_s].size(), before + 1, 60'000);
    rig.cloud->refuseDelete = keptByOrders(u"venues"_s, {venue(rig, u"a"_s)});
    RUN(u"DELETE FROM venues WHERE id = 21"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 1, 60'000);
    RUN(u"INSERT INTO venues (id, name) VALUES (21, 'again')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, 0, 60'000);
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
}

// So many at once are left for the cycles to come, and none is lost.
void TestTabularDeletes::manyAreRefused()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    constexpr int count = 120;
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
        "INSERT INTO venues (id, name) SELECT 100 + i, 'v' FROM n"_s.arg(count));
    QTRY_VERIFY_WITH_TIMEOUT(rig.cloud->tables[u"venues"_s].size() > count, 60'000);
    bool broken = true;
    rig.cloud->refuseDelete = [&](const QString &table, const QString &) -> std::optional<RestScript::Refusal> {
        return broken && table == "venues"_L1 ? std::optional(RestScript::Refusal{409, "23503"}) : std::nullopt;
    };
    RUN(u"DELETE FROM venues WHERE id > 100"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rig.counts.refused, count, 60'000);
    QCOMPARE(rig.counts.waiting, count);
    broken = false;
    rig.worker->retryRefused();
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
}

// A row and what it was forked from, deleted together, in more rows than one request takes: neither order is refused
// for good.
void TestTabularDeletes::siblingsInSeveralRequests()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    constexpr int count = 400;
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
        "INSERT INTO patterns (id, name, forked_from_id) SELECT 1000 + i, 'p', CASE WHEN i > 1 THEN 1000 + i - 1 END "
        "FROM n"_s.arg(count));
    QTRY_VERIFY_WITH_TIMEOUT(rig.cloud->tables[u"patterns"_s].size() > count, 60'000);
    QVERIFY(rig.cycle()); // and where they were forked from
    QVERIFY(rig.settle());
    // Not what the module's own migrations say ("on delete set null"): a project may be stricter.
    rig.cloud->setsNull = false;
    RUN(u"DELETE FROM patterns WHERE id > 1000"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rig.cloud->tables[u"patterns"_s].size() < 100, 60'000);
    QVERIFY(rig.settle());
    QCOMPARE(rig.counts.refused, 0);
    QCOMPARE(rig.difference(), QString());
}

LUMASYNC_SUITE(QCoreApplication, TestTabularDeletes)
#include "tst_tabulardeletes.moc"
