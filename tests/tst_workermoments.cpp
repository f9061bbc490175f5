// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// What comes to the tabular worker at the worst moments: another account, a wish, a pause.
#include "core/tabularworker.h"
#include "httpscript.h"
#include "lumadatabase.h"
#include "suite.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;
using namespace std::chrono_literals;
using State = TabularWorker::State;

namespace {

constexpr int patience = 60'000; // ms

AccessToken tokenOf(const QString &uid)
{
    return {.jwt = "token-of-" + uid.toLatin1(), .uid = uid, .expiry = QDeadlineTimer(10min)};
}

} // namespace

class TestWorkerMoments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsStayWithTheirAccount_data();
    void rowsStayWithTheirAccount();
    void aWishDoesNotStopTheBeat();
    void pauseIsKept();

private:
    [[nodiscard]] static TabularWorker::Options optionsFor(const LumaDatabase &library, const HttpScript &server);
};

TabularWorker::Options TestWorkerMoments::optionsFor(const LumaDatabase &library, const HttpScript &server)
{
    TabularWorker::Options options;
    options.databasePath = library.path();
    options.project = *Project::make(server.url().toString(), "sb_publishable_x");
    options.schema = SchemaDescription::luma();
    options.interval = 20ms;
    return options;
}

void TestWorkerMoments::rowsStayWithTheirAccount_data()
{
    QTest::addColumn<QByteArray>("moment"); // the verb of the first request that comes in before the change
    QTest::addColumn<bool>("isFinishing");
    QTest::newRow("while it asks whether the project is there") << QByteArray("HEAD") << false;
    QTest::newRow("while a batch is on its way") << QByteArray("POST") << false;
    QTest::newRow("before the last cycle") << QByteArray("HEAD") << true;
}

// No request with a row in it ever bears the other account's token.
void TestWorkerMoments::rowsStayWithTheirAccount()
{
    QFETCH(QByteArray, moment);
    QFETCH(bool, isFinishing);
    LumaDatabase library;
    HttpScript server;
    TabularWorker worker(optionsFor(library, server));
    bool changed = false;
    server.setHandler([&](const HttpScript::Seen &seen) {
        if (seen.verb == moment && !std::exchange(changed, true)) {
            QMetaObject::invokeMethod(&worker, [&] {
                worker.setToken(tokenOf(u"bob"_s));
                if (isFinishing)
                    worker.finish(5s);
            });
        }
        return HttpScript::answer(seen.verb == "POST" ? 201 : 200);
    });
    QSignalSpy states(&worker, &TabularWorker::stateChanged);
    QSignalSpy stopped(&worker, &TabularWorker::stopped);
    worker.setToken(tokenOf(u"ada"_s));
    worker.start();
    const auto isShut = [&] {
        return changed && !states.isEmpty() &&
               (isFinishing ? !stopped.isEmpty() : states.last().first().value<State>() == State::OtherAccount);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isShut(), patience);
    for (const HttpScript::Seen &seen : server.seen())
        QVERIFY2(!seen.headers.value("authorization").contains("bob"), seen.target.constData());
    QCOMPARE(library.value(u"SELECT value FROM lumasync_meta WHERE key = 'uid'"_s).toString(), u"ada"_s);
    if (isFinishing)
        return;
    // The former account comes back: all of it goes to her.
    worker.setToken(tokenOf(u"ada"_s));
    QSignalSpy synced(&worker, &TabularWorker::synced);
    QTRY_VERIFY_WITH_TIMEOUT(!synced.isEmpty() && states.last().first().value<State>() == State::Idle, patience);
    QCOMPARE(library.value(u"SELECT count(*) FROM tracks WHERE needs_sync = 1"_s).toInt(), 0);
}

void TestWorkerMoments::aWishDoesNotStopTheBeat()
{
    LumaDatabase library;
    HttpScript server;
    TabularWorker worker(optionsFor(library, server));
    server.setHandler([&](const HttpScript::Seen &seen) {
        if (seen.verb == "HEAD")
            QMetaObject::invokeMethod(&worker, &TabularWorker::syncNow); // runs before the answer is read
        return HttpScript::answer(seen.verb == "POST" ? 201 : 200);
    });
    QSignalSpy synced(&worker, &TabularWorker::synced);
    worker.setToken(tokenOf(u"ada"_s));
    worker.start();
    QTRY_VERIFY_WITH_TIMEOUT(!synced.isEmpty(), patience);
    QCOMPARE(library.run(u"INSERT INTO venues (name) VALUES ('Hall')"_s), QString());
    QTRY_COMPARE_WITH_TIMEOUT(library.value(u"SELECT count(*) FROM venues WHERE needs_sync = 1"_s).toInt(), 0,
                              patience);
}

// What a person paused stays paused in the next run, whoever said so, and until somebody ends it.
void TestWorkerMoments::pauseIsKept()
{
    LumaDatabase library;
    HttpScript server;
    server.setHandler([](const HttpScript::Seen &seen) { return HttpScript::answer(seen.verb == "POST" ? 201 : 200); });
    {
        TabularWorker first(optionsFor(library, server));
        first.setPaused(true); // before the library is open
        first.setToken(tokenOf(u"ada"_s));
        first.start();
    }
    TabularWorker second(optionsFor(library, server));
    QSignalSpy pauses(&second, &TabularWorker::pauseChanged);
    QSignalSpy migrated(&second, &TabularWorker::migrated);
    QSignalSpy counts(&second, &TabularWorker::countsChanged);
    second.setToken(tokenOf(u"ada"_s));
    connect(&second, &TabularWorker::migrated, this, [&] { QCOMPARE(pauses.size(), 1); }); // told in time
    second.start();
    QCOMPARE(migrated.size(), 1);
    QVERIFY(pauses.at(0).at(0).toBool());
    second.syncNow();
    const qsizetype before = counts.size();
    QCOMPARE(library.run(u"UPDATE lumasync_meta SET value = value WHERE key = 'paused'"_s), QString());
    QCOMPARE(library.run(u"INSERT INTO venues (name) VALUES ('Hall')"_s), QString());
    QTRY_VERIFY_WITH_TIMEOUT(counts.size() > before, patience); // it goes on counting
    QCOMPARE(server.seen().size(), 0);
    QCOMPARE(library.run(u"DELETE FROM lumasync_meta WHERE key = 'paused'"_s), QString()); // as another program would
    QSignalSpy synced(&second, &TabularWorker::synced);
    QTRY_COMPARE_WITH_TIMEOUT(pauses.size(), 2, patience);
    QVERIFY(!pauses.at(1).at(0).toBool());
    QTRY_VERIFY_WITH_TIMEOUT(!synced.isEmpty(), patience);
}

LUMASYNC_SUITE(QCoreApplication, TestWorkerMoments)
#include "tst_workermoments.moc"
