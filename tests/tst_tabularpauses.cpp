// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"
#include "tablerig.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = TabularWorker::State;

// Tokens that the cloud does not take, and servers that want to be left alone.
class TestTabularPauses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expiredTokenIsRenewedOnce();
    void refusedTokenEndsSignedOut();
    void noTokenToBeHad();
    void issuedInTheFuture();
    void retryAfterIsObeyed();
    void failuresBackOff();
};

void TestTabularPauses::expiredTokenIsRenewedOnce()
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

void TestTabularPauses::refusedTokenEndsSignedOut()
{
    LumaDatabase host;
    TableRig rig(host.path(), [](TabularWorker::Options &options) { options.interval = 1h; }); // one cycle
    rig.onTokenWanted = [&] { rig.worker->setToken({"stale", RestScript::uid, QDeadlineTimer::Forever}); };
    rig.cloud->token = "never";
    rig.worker->start();
    rig.worker->syncNow();
    rig.worker->setToken({"stale", RestScript::uid, QDeadlineTimer::Forever});
    QVERIFY(rig.waitFor(State::SignedOut));
    QTRY_COMPARE_WITH_TIMEOUT(rig.reports.size(), 1, 60'000);
    QCOMPARE(rig.reports[0].error.kind, Error::Kind::SignedOut);
    QCOMPARE(rig.cloud->count("-token"), 2); // once with the old one, once with what came instead
    QCOMPARE(rig.tokensWanted, 1);
    QCOMPARE(host.value(u"SELECT count(*) FROM venues WHERE needs_sync"_s).toInt(), 2);
}

void TestTabularPauses::noTokenToBeHad()
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

void TestTabularPauses::issuedInTheFuture()
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

void TestTabularPauses::retryAfterIsObeyed()
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

void TestTabularPauses::failuresBackOff()
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

LUMASYNC_SUITE(QCoreApplication, TestTabularPauses)
#include "tst_tabularpauses.moc"
