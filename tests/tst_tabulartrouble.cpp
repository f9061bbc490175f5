// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "sqlitefaults.h"
#include "suite.h"
#include "tablerig.h"

#include <QFile>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = TabularWorker::State;

// The tabular worker when the library itself is in trouble, when the clocks jump, and at the end.
class TestTabularTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void busy();
    void refusedByTheDisk_data();
    void refusedByTheDisk();
    void corruptPage();
    void fileReplaced();
    void fileGone();
    void walMissing();
    void noTransactionWhileTheNetworkIsAwaited();
    void longerThanAnInterval();
    void wakeUpRunsOneCycle();
    void quitAtOnce_data();
    void quitAtOnce();
    void quitIsBounded_data();
    void quitIsBounded();
    void quitSendsWhatWasEditedMeanwhile();
    void flushGoesOnAfterwards();
};

namespace {

// A rig whose library is backed up.
std::unique_ptr<TableRig> settled(const LumaDatabase &host, const TableRig::Adjust &adjust = {})
{
    auto rig = std::make_unique<TableRig>(host.path(), adjust);
    rig->start();
    return rig->settle() ? std::move(rig) : nullptr;
}

int dirtyVenues(const LumaDatabase &host)
{
    return host.value(u"SELECT count(*) FROM venues WHERE needs_sync"_s).toInt();
}

} // namespace

void TestTabularTrouble::busy()
{
    LumaDatabase host;
    const auto rig = settled(host, [](TabularWorker::Options &options) { options.busyTimeout = 10ms; });
    QVERIFY(rig);
    RUN(u"UPDATE venues SET name = 'x'"_s);
    RUN(u"BEGIN IMMEDIATE"_s); // a host that imports for a minute
    QVERIFY(rig->waitFor(State::Failed));
    QCOMPARE(rig->error.code, u"busy"_s);
    const qsizetype states = rig->states.size();
    QTest::qWait(300);
    QVERIFY(rig->states.size() >= states); // it goes on trying, and does not fall over
    RUN(u"COMMIT"_s);
    QVERIFY(rig->settle());
    QCOMPARE(rig->difference(), QString());
    QVERIFY(!rig->states.contains(State::Offline));
}

void TestTabularTrouble::refusedByTheDisk_data()
{
    QTest::addColumn<QString>("pragma");
    QTest::addColumn<QString>("code");
    QTest::newRow("read-only") << u"PRAGMA query_only = ON"_s << u"readonly"_s;
    QTest::newRow("full") << u"PRAGMA max_page_count = 1"_s << u"full"_s; // no page more than there is
}

// Tests may run as root and on any disk, so SQLite itself is told to refuse.
void TestTabularTrouble::refusedByTheDisk()
{
    QFETCH(QString, pragma);
    QFETCH(QString, code);
    LumaDatabase host(LumaDatabase::Content::Schema); // the migration needs room
    RUN(u"INSERT INTO venues (name) VALUES ('Hall')"_s);
    SqliteFaults faults;
    faults.onOpen(pragma);
    TableRig rig(host.path());
    rig.start();
    QVERIFY(rig.waitFor(State::Failed));
    QCOMPARE(rig.error.kind, Error::Kind::Database);
    QCOMPARE(rig.error.code, code);
    QVERIFY(rig.error.message.endsWith(u'.'));
    QCOMPARE(host.value(u"SELECT count(*) FROM venues"_s).toInt(), 1);
    QCOMPARE(rig.cloud->requests(), 0);
    faults.onOpen({}); // the cause is gone
    QVERIFY(rig.settle());
    QCOMPARE(rig.difference(), QString());
}

void TestTabularTrouble::corruptPage()
{
    LumaDatabase host;
    auto rig = settled(host);
    QVERIFY(rig);
    RUN(u"UPDATE venues SET name = 'x'"_s);
    rig.reset();
    RUN(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    const int size = host.value(u"PRAGMA page_size"_s).toInt();
    const int page = host.value(u"SELECT rootpage FROM sqlite_master WHERE name = 'venues'"_s).toInt();
    QFile file(host.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(qint64(page - 1) * size));
    const QByteArray before = file.read(size);
    QVERIFY(file.seek(qint64(page - 1) * size));
    file.write(QByteArray(size, '\xa5'));
    QVERIFY(file.flush());

    TableRig broken(host.path());
    broken.start();
    QVERIFY(broken.waitFor(State::Failed));
    QCOMPARE(broken.error.code, u"corrupt"_s);
    QCOMPARE(broken.cloud->count("DELETE"), 0);  // the cloud keeps what it has
    QVERIFY(file.seek(qint64(page - 1) * size)); // repaired
    file.write(before);
    QVERIFY(file.flush());
    QVERIFY(broken.waitFor(State::Idle));
    QTRY_COMPARE_WITH_TIMEOUT(broken.cloud->tables[u"venues"_s].size(), 2, 60'000);
}

// A backup is put back while we run: another file under the same name.
void TestTabularTrouble::fileReplaced()
{
    LumaDatabase host;
    const auto rig = settled(host);
    QVERIFY(rig);
    const QString copy = host.path() + u".copy"_s;
    QCOMPARE(host.run(u"VACUUM INTO ?"_s, {copy}), QString());
    {
        const auto other = Database::open(copy);
        QVERIFY(other.hasValue());
        QCOMPARE(text(other->run(u"UPDATE venues SET name = 'from the backup'"_s)), QString());
    }
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(host.path() + suffix);
    QVERIFY(QFile::rename(copy, host.path()));
    QTRY_COMPARE_WITH_TIMEOUT(rig->cloud->tables[u"venues"_s].first()["name"_L1].toString(), u"from the backup"_s,
                              60'000);
    QVERIFY(rig->settle());
    QCOMPARE(rig->difference(), QString());
}

void TestTabularTrouble::fileGone()
{
    LumaDatabase host;
    const auto rig = settled(host);
    QVERIFY(rig);
    RUN(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    QVERIFY(QFile::rename(host.path(), host.path() + u".away"_s));
    QVERIFY(rig->waitFor(State::Failed));
    QCOMPARE(rig->error.code, u"nofile"_s);
    QVERIFY(!QFile::exists(host.path())); // no empty library in its place
    QCOMPARE(rig->cloud->count("DELETE"), 0);
    QVERIFY(QFile::rename(host.path() + u".away"_s, host.path()));
    QVERIFY(rig->waitFor(State::Idle));
}

// Somebody "tidied up" the files beside the library while nobody had it open: what was in them is lost, no more.
void TestTabularTrouble::walMissing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"library.db"_s);
    {
        LumaDatabase host;
        QVERIFY(settled(host));
        RUN(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        RUN(u"PRAGMA wal_autocheckpoint = 0"_s);
        RUN(u"UPDATE venues SET name = 'only in the WAL'"_s);
        QVERIFY(QFile::exists(host.path() + u"-wal"_s));
        QVERIFY(QFile::copy(host.path(), path)); // as after a crash, without its -wal
    }
    TableRig rig(path);
    rig.start();
    QVERIFY(rig.waitFor(State::Idle));
    QCOMPARE(rig.cloud->count("DELETE"), 0);
    {
        const auto again = Database::open(path);
        QVERIFY(again.hasValue());
        QCOMPARE(text(again->run(u"UPDATE venues SET name = 'y'"_s)), QString());
    }
    QTRY_COMPARE_WITH_TIMEOUT(rig.cloud->tables[u"venues"_s].size(), 2, 60'000);
}

void TestTabularTrouble::noTransactionWhileTheNetworkIsAwaited()
{
    LumaDatabase host;
    RUN(u"PRAGMA busy_timeout = 0"_s);
    TableRig rig(host.path());
    int writes = 0;
    QString failure;
    rig.cloud->refuse = [&](const RestScript::Request &request) -> std::optional<RestScript::Refusal> {
        // The request is on its way, the answer is not: the host must be able to write at once.
        failure += host.run(u"INSERT OR REPLACE INTO settings (key, value) VALUES ('%1', '1')"_s.arg(request.table));
        ++writes;
        return std::nullopt;
    };
    rig.start();
    QVERIFY(rig.settle());
    RUN(u"DELETE FROM tracks"_s);
    QVERIFY(rig.cycle());
    QVERIFY(rig.settle());
    QCOMPARE(failure, QString());
    QVERIFY(writes > 14);
}

void TestTabularTrouble::longerThanAnInterval()
{
    LumaDatabase host;
    TableRig rig(host.path(), [](TabularWorker::Options &options) { options.interval = 1ms; });
    rig.start();
    QVERIFY(rig.settle());
    RUN(u"UPDATE venues SET name = 'x'"_s); // nobody asks: the beat goes on
    QTRY_VERIFY_WITH_TIMEOUT(dirtyVenues(host) == 0, 60'000);
}

// Hours of sleep, or of a clock that was set: one cycle, and not one for each interval that was missed.
void TestTabularTrouble::wakeUpRunsOneCycle()
{
    LumaDatabase host;
    auto now = std::make_shared<std::chrono::milliseconds>(QDateTime::currentMSecsSinceEpoch());
    bool isDown = true;
    TableRig rig(host.path(), [&](TabularWorker::Options &options) {
        options.interval = 1h;
        options.jitter = [] { return 0.0; };
        options.wallClock = [now] { return *now += 1s; };
    });
    rig.cloud->health = [&] { return isDown ? HttpScript::reset() : HttpScript::answer(200); };
    rig.worker->start();
    rig.worker->syncNow();
    rig.worker->setToken(rig.cloud->accessToken());
    QVERIFY(rig.waitFor(State::Offline));
    isDown = false;
    QTest::qWait(1500); // the watch has looked at the clock
    QVERIFY(rig.reports.isEmpty());
    *now += 8h;
    QTRY_COMPARE_WITH_TIMEOUT(rig.reports.size(), 1, 60'000);
    QVERIFY(rig.settle());
    QTest::qWait(2500);
    QCOMPARE(rig.reports.size(), 1);
    QCOMPARE(rig.states.count(State::Syncing), 1);
}

void TestTabularTrouble::quitAtOnce_data()
{
    QTest::addColumn<QString>("why");
    for (const char *why : {"nothing dirty", "offline", "signed out", "paused", "another account"})
        QTest::newRow(why) << QString::fromLatin1(why);
}

void TestTabularTrouble::quitAtOnce()
{
    QFETCH(QString, why);
    LumaDatabase host;
    const auto rig = settled(host, [](TabularWorker::Options &options) { options.interval = 1h; });
    QVERIFY(rig);
    if (why != "nothing dirty"_L1)
        RUN(u"UPDATE venues SET name = 'x'"_s);
    if (why == "offline"_L1) {
        rig->cloud->health = [] { return HttpScript::reset(); };
        rig->worker->syncNow();
        QVERIFY(rig->waitFor(State::Offline));
    } else if (why == "signed out"_L1) {
        rig->worker->signedOut();
    } else if (why == "paused"_L1) {
        rig->worker->setPaused(true);
    } else if (why == "another account"_L1) {
        rig->worker->setToken({"two", u"11111111-1111-4111-8111-111111111111"_s, QDeadlineTimer::Forever});
        QVERIFY(rig->waitFor(State::OtherAccount));
    }
    const int before = rig->cloud->requests();
    rig->worker->finish(1h);
    QCOMPARE(rig->stopped, 1); // not even an event loop is needed
    QCOMPARE(rig->cloud->requests(), before);
    QCOMPARE(dirtyVenues(host), why == "nothing dirty"_L1 ? 0 : 2);
}

void TestTabularTrouble::quitIsBounded_data()
{
    QTest::addColumn<bool>("atProbe");
    QTest::addColumn<HttpScript::Step>("step");
    HttpScript::Step drip = HttpScript::answer(201, QByteArray(1000, 'x'));
    drip.dripMs = 50;
    for (const bool atProbe : {true, false}) {
        const char *where = atProbe ? "probe" : "rows";
        QTest::addRow("%s: silent", where) << atProbe << HttpScript::stall();
        QTest::addRow("%s: drip-feeding", where) << atProbe << drip;
    }
}

// Without the limit each of these would take a minute or more.
void TestTabularTrouble::quitIsBounded()
{
    QFETCH(bool, atProbe);
    QFETCH(HttpScript::Step, step);
    LumaDatabase host;
    const auto rig = settled(host, [](TabularWorker::Options &options) { options.interval = 1h; });
    QVERIFY(rig);
    RUN(u"UPDATE venues SET name = 'x'"_s);
    (atProbe ? rig->cloud->health : rig->cloud->instead) = [step] { return step; };
    rig->worker->finish(200ms);
    QTRY_COMPARE_WITH_TIMEOUT(rig->stopped, 1, 30'000);
    QCOMPARE(dirtyVenues(host), 2); // not lost
}

void TestTabularTrouble::quitSendsWhatWasEditedMeanwhile()
{
    LumaDatabase host;
    TableRig rig(host.path(), [](TabularWorker::Options &options) { options.interval = 1h; });
    bool finished = false;
    rig.cloud->refuse = [&](const RestScript::Request &request) -> std::optional<RestScript::Refusal> {
        if (request.table == "track_scores"_L1 && !std::exchange(finished, true)) {
            // The person edits a last time and quits, while a cycle is under way whose turn of venues is over.
            (void)host.run(u"UPDATE venues SET name = 'the last word'"_s);
            rig.worker->finish(1h);
        }
        return std::nullopt;
    };
    rig.worker->start();
    rig.worker->syncNow();
    rig.worker->setToken(rig.cloud->accessToken());
    QTRY_COMPARE_WITH_TIMEOUT(rig.stopped, 1, 60'000);
    QVERIFY(finished);
    QCOMPARE(rig.difference(), QString());
    QCOMPARE(rig.cloud->tables[u"venues"_s].first()["name"_L1].toString(), u"the last word"_s);
    QCOMPARE(dirtyVenues(host), 0);
}

void TestTabularTrouble::flushGoesOnAfterwards()
{
    LumaDatabase host;
    const auto rig = settled(host, [](TabularWorker::Options &options) { options.interval = 1h; });
    QVERIFY(rig);
    rig->worker->flush(1h); // nothing dirty
    QCOMPARE(rig->flushed, 1);
    RUN(u"UPDATE venues SET name = 'x'"_s);
    rig->worker->flush(1h);
    QTRY_COMPARE_WITH_TIMEOUT(rig->flushed, 2, 60'000);
    QCOMPARE(dirtyVenues(host), 0);
    RUN(u"UPDATE venues SET name = 'y'"_s);
    rig->cloud->health = [] { return HttpScript::stall(); };
    rig->worker->flush(100ms); // its time is up; the probe is left to end by itself
    QTRY_COMPARE_WITH_TIMEOUT(rig->flushed, 3, 60'000);
    QCOMPARE(rig->stopped, 0);
    rig->cloud->health = {};
    QVERIFY(rig->waitFor(State::Offline)); // the 5 s of the probe
    QVERIFY(rig->cycle());
    QVERIFY(rig->settle());
    QCOMPARE(rig->difference(), QString());
}

LUMASYNC_SUITE(QCoreApplication, TestTabularTrouble)
#include "tst_tabulartrouble.moc"
