// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/statusfacts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace LumaSync;
using Tables = TabularWorker::State;
using Files = StorageWorker::State;

class TestStatusFacts : public QObject
{
    Q_OBJECT
    using State = SyncStatus::State;

private Q_SLOTS:
    void state_data();
    void state();
    void greenOnlyWhenNothingIsLeft();
    void saysWhyLargeUploadsWait();
    void timeLeftDoesNotJump();
};

namespace {

StatusFacts facts(Tables tables, Files files, qint64 rows = 0, qint64 refused = 0, qint64 waiting = 0,
                  qint64 failed = 0)
{
    StatusFacts value;
    value.tables = tables;
    value.files = files;
    value.rows = {rows, refused};
    value.queue.pending.jobs = waiting;
    value.queue.failed.jobs = failed;
    return value;
}

} // namespace

void TestStatusFacts::state_data()
{
    QTest::addColumn<StatusFacts>("given");
    QTest::addColumn<State>("expected");
    QTest::newRow("before the library is open") << facts(Tables::Starting, Files::Starting) << State::Starting;
    QTest::newRow("the queue was not counted yet") << facts(Tables::Idle, Files::Starting) << State::Starting;
    QTest::newRow("nothing left") << facts(Tables::Idle, Files::Idle) << State::UpToDate;
    QTest::newRow("a row waits") << facts(Tables::Idle, Files::Idle, 1) << State::Waiting;
    QTest::newRow("a file waits") << facts(Tables::Idle, Files::Idle, 0, 0, 1) << State::Waiting;
    QTest::newRow("a row was refused") << facts(Tables::Idle, Files::Idle, 1, 1) << State::NeedsAttention;
    QTest::newRow("a file failed") << facts(Tables::Idle, Files::Idle, 0, 0, 0, 1) << State::NeedsAttention;
    QTest::newRow("rows go up") << facts(Tables::Syncing, Files::Idle, 5) << State::Syncing;
    QTest::newRow("no network") << facts(Tables::Offline, Files::Idle, 5) << State::Offline;
    QTest::newRow("no network for files") << facts(Tables::Idle, Files::Offline, 0, 0, 2) << State::Offline;
    QTest::newRow("nobody signed in") << facts(Tables::SignedOut, Files::Idle) << State::SignedOut;
    QTest::newRow("another account") << facts(Tables::OtherAccount, Files::Idle, 3) << State::NeedsAttention;
    QTest::newRow("database trouble") << facts(Tables::Failed, Files::Idle) << State::NeedsAttention;
    QTest::newRow("another account, for files") << facts(Tables::Idle, Files::OtherAccount, 3) << State::NeedsAttention;
    StatusFacts uploading = facts(Tables::Syncing, Files::Working, 5, 0, 2);
    uploading.isUploading = true;
    QTest::newRow("a file goes up") << uploading << State::Uploading;
    // The sign must not come and go with each of many files.
    QTest::newRow("between two files") << facts(Tables::Idle, Files::Working, 0, 0, 2) << State::Uploading;
    QTest::newRow("between two files, rows go up")
        << facts(Tables::Syncing, Files::Working, 5, 0, 2) << State::Uploading;
    QTest::newRow("the last file is done") << facts(Tables::Syncing, Files::Working, 5) << State::Syncing;
    StatusFacts uncounted = facts(Tables::Idle, Files::Working);
    uncounted.uncounted = 1;
    QTest::newRow("what the last file made dirty is not counted yet") << uncounted << State::Syncing;
    StatusFacts paused = facts(Tables::Idle, Files::Idle, 5);
    paused.paused = true;
    QTest::newRow("paused") << paused << State::Paused;
    StatusFacts stopping = facts(Tables::Syncing, Files::Idle, 5);
    stopping.stopping = true;
    QTest::newRow("the last cycle") << stopping << State::Stopping;
    QTest::newRow("ended") << facts(Tables::Stopped, Files::Stopped) << State::Stopped;
}

void TestStatusFacts::state()
{
    QFETCH(StatusFacts, given);
    QFETCH(State, expected);
    QCOMPARE(given.status().state, expected);
}

// Whatever the workers say: "everything is backed up" never stands beside something that is not.
void TestStatusFacts::greenOnlyWhenNothingIsLeft()
{
    QRandomGenerator random(20260101);
    int green = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto few = [&] { return random.bounded(4) == 0 ? random.bounded(3) : 0; };
        StatusFacts given =
            facts(static_cast<Tables>(random.bounded(static_cast<int>(Tables::Stopped) + 1)),
                  static_cast<Files>(random.bounded(static_cast<int>(Files::Stopped) + 1)), few(), few(), few(), few());
        given.paused = random.bounded(8) == 0;
        given.stopping = random.bounded(8) == 0;
        given.isUploading = random.bounded(8) == 0;
        given.uncounted = random.bounded(8) == 0;
        const SyncStatus status = given.status();
        if (!status.isEverythingBackedUp())
            continue;
        ++green;
        QCOMPARE(status.rowsWaiting + status.rowsRefused + status.uploadsWaiting + status.uploadsFailed, 0);
        QVERIFY(given.tables == Tables::Idle && given.uncounted == 0);
        QVERIFY(given.files != Files::Failed && given.files != Files::Starting && !given.isUploading);
    }
    QVERIFY(green > 0);
}

void TestStatusFacts::saysWhyLargeUploadsWait()
{
    StatusFacts value = facts(Tables::Idle, Files::Held, 0, 0, 3);
    value.hold = SyncStatus::Hold::Metered;
    QCOMPARE(value.status().state, State::Waiting);
    QCOMPARE(value.status().hold, SyncStatus::Hold::Metered);
    QVERIFY(!value.status().isEverythingBackedUp());
    value.files = Files::Working;
    QCOMPARE(value.status().hold, SyncStatus::Hold::None);
}

// 100 MB at a steady 1 MB/s, acknowledged 6 MB at a time: the time left falls by the second, not by the chunk.
void TestStatusFacts::timeLeftDoesNotJump()
{
    constexpr qint64 size = 100'000'000;
    constexpr qint64 chunk = 6'000'000;
    StatusFacts value = facts(Tables::Idle, Files::Working);
    QCOMPARE(value.status().secondsLeft(), -1);
    value.isUploading = true;
    QCOMPARE(value.status().secondsLeft(), -1); // no rate yet
    value.upload.bytesPerSecond = 1e6;
    for (int second = 0; second <= 100; ++second) {
        value.upload.sent = second * 1'000'000LL;
        value.upload.acknowledged = value.upload.sent / chunk * chunk;
        value.queue.uploading = {.jobs = 1, .bytes = size, .uploaded = value.upload.acknowledged};
        QCOMPARE(value.status().secondsLeft(), 100 - second);
    }
}

LUMASYNC_SUITE(QCoreApplication, TestStatusFacts)
#include "tst_statusfacts.moc"
