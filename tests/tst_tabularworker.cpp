// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "tablerig.h"

#include <QTest>

#include <cmath>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = TabularWorker::State;

// What the tabular worker does about what the cloud answers: rows that are refused, tables that it does not take,
// tokens, servers that want to be left alone.
class TestTabularWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingArrives();
    void idleSendsNothing();
    void poisonRows_data();
    void poisonRows();
    void poisonVenueWithManyFixtures();
    void refusedRowIsTriedAgain();
    void descendantsWaitWithoutARequest();
    void refusedRowsAloneCostNothing();
    void parkedTable_data();
    void parkedTable();
    void expiredTokenIsRenewedOnce();
    void refusedTokenEndsSignedOut();
    void noTokenToBeHad();
    void issuedInTheFuture();
    void retryAfterIsObeyed();
    void failuresBackOff();
    void firstRequestAfterAPause();
    void lostAnswers();
    void tooMuchAtOnce_data();
    void tooMuchAtOnce();
    void lostParentsAreSentAgain();
    void refusedParentThatTheCloudLost();
    void twoPrograms();
};

#define RUN(sql) QCOMPARE(host.run(sql), QString())

namespace {

// Venues with consecutive ids and the given names.
QString manyVenues(int count)
{
    return u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
           " INSERT INTO venues (id, name) SELECT i, 'venue ' || i FROM n"_s.arg(count);
}

auto refuseNames(const QString &part)
{
    return [part](const QString &, const QJsonObject &row) -> std::optional<RestScript::Refusal> {
        if (row["name"_L1].toString().contains(part))
            return RestScript::Refusal{400, "23514", "violates check constraint"};
        return std::nullopt;
    };
}

// Nothing is to happen: a few dozen beats pass.
void letBeatsPass()
{
    QTest::qWait(500);
}

} // namespace

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

void TestTabularWorker::poisonRows_data()
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

void TestTabularWorker::poisonRows()
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

void TestTabularWorker::poisonVenueWithManyFixtures()
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

void TestTabularWorker::refusedRowIsTriedAgain()
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

void TestTabularWorker::descendantsWaitWithoutARequest()
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

void TestTabularWorker::refusedRowsAloneCostNothing()
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

void TestTabularWorker::parkedTable_data()
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

void TestTabularWorker::parkedTable()
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

void TestTabularWorker::expiredTokenIsRenewedOnce()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.settle());
    RUN(u"UPDATE venues SET name = 'x'"_s);
    rig.cloud->token = "two"; // the old one has expired on the server
    QVERIFY(rig.cycle());
    QVERIFY(rig.settle());
    QCOMPARE(rig.cloud->count("-token"), 1);
    QCOMPARE(rig.tokensWanted, 1);
    QCOMPARE(rig.difference(), QString());
    QVERIFY(rig.states.lastIndexOf(State::SignedOut) <= 0); // but for the time before the sign-in
}

void TestTabularWorker::refusedTokenEndsSignedOut()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.onTokenWanted = [&] { rig.worker->setToken({"stale", RestScript::uid, QDeadlineTimer::Forever}); };
    rig.cloud->token = "never";
    rig.worker->start();
    rig.worker->setToken({"stale", RestScript::uid, QDeadlineTimer::Forever});
    QVERIFY(rig.waitFor(State::SignedOut));
    QTRY_COMPARE_WITH_TIMEOUT(rig.reports.size(), 1, 60'000);
    QCOMPARE(rig.reports[0].error.kind, Error::Kind::SignedOut);
    QCOMPARE(rig.cloud->count("-token"), 2); // once with the old one, once with what came instead
    QCOMPARE(rig.tokensWanted, 1);
    QCOMPARE(host.value(u"SELECT count(*) FROM venues WHERE needs_sync"_s).toInt(), 2);
}

void TestTabularWorker::noTokenToBeHad()
{
    LumaDatabase host;
    TableRig rig(host.path());
    const Error offline{.kind = Error::Kind::Offline, .code = u"HostNotFound"_s, .message = u"No network."_s};
    rig.onTokenWanted = [&] { rig.worker->refreshFailed(offline); };
    rig.cloud->token = "two";
    rig.worker->start();
    rig.worker->setToken({"one", RestScript::uid, QDeadlineTimer::Forever});
    QVERIFY(rig.waitFor(State::Offline)); // and not signed out: the session stands
    QVERIFY(rig.states.lastIndexOf(State::SignedOut) <= 0);
    // Likewise where our own clock says that the token is over.
    TableRig other(host.path());
    other.onTokenWanted = [&] { other.worker->refreshFailed(offline); };
    other.worker->start();
    other.worker->setToken({"one", RestScript::uid, QDeadlineTimer(0)});
    QVERIFY(other.waitFor(State::Offline));
    QCOMPARE(other.cloud->requests(), 0);
}

void TestTabularWorker::issuedInTheFuture()
{
    LumaDatabase host;
    TableRig rig(host.path());
    int future = 1;
    rig.cloud->refuse = [&](const RestScript::Request &) -> std::optional<RestScript::Refusal> {
        if (future-- > 0)
            return RestScript::Refusal{401, "PGRST303", "JWT issued at future"};
        return std::nullopt;
    };
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.reports.size(), 1, 60'000);
    QCOMPARE(rig.reports[0].error.kind, Error::Kind::Busy);
    QCOMPARE(rig.tokensWanted, 0); // a new one would be as young
    QVERIFY(rig.states.lastIndexOf(State::SignedOut) <= 0);
    QVERIFY(rig.settle()); // 10 s later, by itself
    QCOMPARE(rig.difference(), QString());
}

void TestTabularWorker::retryAfterIsObeyed()
{
    LumaDatabase host;
    TableRig rig(host.path());
    rig.cloud->refuse = [](const RestScript::Request &) -> std::optional<RestScript::Refusal> {
        return RestScript::Refusal{429, {}, "slow down", {"Retry-After: 3600"}};
    };
    rig.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.reports.size(), 1, 60'000);
    QCOMPARE(rig.reports[0].error.kind, Error::Kind::Busy);
    const int before = rig.cloud->requests();
    rig.worker->look();
    rig.worker->syncNow();
    rig.worker->setToken({"two", RestScript::uid, QDeadlineTimer::Forever});
    RUN(u"UPDATE venues SET name = 'x'"_s);
    letBeatsPass();
    QCOMPARE(rig.cloud->requests(), before);
    rig.worker->finish(1h); // at once: the server does not want us
    QTRY_COMPARE_WITH_TIMEOUT(rig.stopped, 1, 60'000);
    QCOMPARE(rig.cloud->requests(), before);
    QCOMPARE(host.value(u"SELECT count(*) FROM venues WHERE needs_sync"_s).toInt(), 2);
}

void TestTabularWorker::failuresBackOff()
{
    LumaDatabase host;
    TableRig rig(host.path(), [](TabularWorker::Options &options) { options.interval = 1h; });
    rig.cloud->refuse = [](const RestScript::Request &) -> std::optional<RestScript::Refusal> {
        return RestScript::Refusal{503, "PGRST002", "no connection to the database"};
    };
    rig.worker->start();
    rig.worker->syncNow();
    rig.worker->setToken(rig.cloud->accessToken());
    QTRY_COMPARE_WITH_TIMEOUT(rig.reports.size(), 1, 60'000);
    QCOMPARE(rig.reports[0].error.kind, Error::Kind::Server);
    const int before = rig.cloud->requests();
    rig.worker->look(); // an upload is through, say
    rig.worker->setToken(rig.cloud->accessToken());
    letBeatsPass();
    QCOMPARE(rig.cloud->requests(), before);
    rig.cloud->refuse = {};
    QVERIFY(rig.cycle()); // the person does not have to wait
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
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

// A cloud that was restored from an old backup: rows that are clean here are gone there.
void TestTabularWorker::lostParentsAreSentAgain()
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

void TestTabularWorker::refusedParentThatTheCloudLost()
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

QTEST_GUILESS_MAIN(TestTabularWorker)
#include "tst_tabularworker.moc"
