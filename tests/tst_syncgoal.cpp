// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "cli/console.h"
#include "cli/syncgoal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;
using namespace LumaSync::Cli;
using State = SyncStatus::State;
using Kind = Error::Kind;

class TestSyncGoal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheEngine_data();
    void followsTheEngine();
    void endsWhereADiskIsFull();
    void mapsErrors_data();
    void mapsErrors();
    void formats();
};

namespace {

SyncStatus status(State state, qint64 rows, qint64 uploads = 0, qint64 refused = 0, qint64 failed = 0,
                  Kind problem = Kind::None)
{
    SyncStatus status;
    status.state = state;
    status.rowsWaiting = rows;
    status.uploadsWaiting = uploads;
    status.rowsRefused = refused;
    status.uploadsFailed = failed;
    status.problem.kind = problem;
    return status;
}

/// What the engine says, or what the goal is expected to answer to it: w(ait), s(ync), c(omplete), l(eft), e(rror).
struct Step
{
    SyncStatus status;
    bool isCycle = false;
    qint64 sent = 0;
    Kind error = Kind::None;
    char expected = 'w';
};

Step said(const SyncStatus &status, char expected)
{
    return {.status = status, .expected = expected};
}

Step cycle(qint64 sent, char expected, Kind error = Kind::None)
{
    return {.status = {}, .isCycle = true, .sent = sent, .error = error, .expected = expected};
}

} // namespace

void TestSyncGoal::followsTheEngine_data()
{
    QTest::addColumn<QList<Step>>("steps");
    QTest::addColumn<bool>("withFiles");
    const auto row = [](const char *name, const QList<Step> &steps, bool withFiles = true) {
        QTest::newRow(name) << steps << withFiles;
    };
    row("nothing to do", {said(status(State::Starting, 0), 'w'), said(status(State::UpToDate, 0), 'c')});
    row("rows", {said(status(State::Syncing, 9), 'w'), said(status(State::Syncing, 0), 'w'), cycle(9, 'w'),
                 said(status(State::UpToDate, 0), 'c')});
    row("rows, then files, then the rows that these changed",
        {said(status(State::Syncing, 9, 3), 'w'), cycle(9, 'w'), said(status(State::Uploading, 0, 3), 'w'),
         said(status(State::Waiting, 0, 1), 'w'), said(status(State::Waiting, 3), 's'),
         said(status(State::Syncing, 3), 'w'), said(status(State::Syncing, 0), 'w'), cycle(3, 'w'),
         said(status(State::UpToDate, 0), 'c')});
    row("paused", {said(status(State::Paused, 9, 3), 'e')});
    row("paused meanwhile", {said(status(State::Syncing, 9), 'w'), said(status(State::Paused, 5), 'e')});
    row("asks once", {said(status(State::Waiting, 3), 's'), said(status(State::Waiting, 3), 'w'),
                      said(status(State::Waiting, 4), 'w')});
    row("a refused row is left",
        {said(status(State::Syncing, 3), 'w'), said(status(State::Syncing, 1, 0, 1), 'w'), cycle(2, 'w'),
         said(status(State::NeedsAttention, 1, 0, 1), 's'), said(status(State::Syncing, 1, 0, 1), 'w'), cycle(0, 'w'),
         said(status(State::NeedsAttention, 1, 0, 1), 'l')});
    row("edited while it was stuck",
        {said(status(State::NeedsAttention, 1, 0, 1), 's'), said(status(State::Syncing, 1, 0, 1), 'w'), cycle(0, 'w'),
         said(status(State::NeedsAttention, 2, 0, 1), 's')});
    row("a failed upload is left", {said(status(State::NeedsAttention, 0, 0, 0, 1), 'l')});
    row("an upload waits for its next attempt",
        {said(status(State::Waiting, 0, 1), 'w'), said(status(State::NeedsAttention, 0, 1, 0, 1), 'w')});
    row("without files", {said(status(State::UpToDate, 0, 5), 'c')}, false);
    row("offline is waited out",
        {said(status(State::Offline, 3, 0, 0, 0, Kind::Offline), 'w'), said(status(State::Waiting, 3), 's')});
    row("a server's trouble is waited out",
        {said(status(State::NeedsAttention, 3, 0, 0, 0, Kind::Server), 'w'), cycle(0, 'w', Kind::Server),
         said(status(State::NeedsAttention, 3, 0, 0, 0, Kind::Server), 'w')});
    for (const Kind kind :
         {Kind::Configuration, Kind::Database, Kind::Key, Kind::Forbidden, Kind::Schema, Kind::DiskFull, Kind::Tls})
        row(qPrintable(u"definite: "_s + kindName(kind)), {said(status(State::NeedsAttention, 3, 1, 0, 0, kind), 'e')});
    row("definite, in a cycle", {said(status(State::Syncing, 3), 'w'), cycle(0, 'e', Kind::Key)});
}

void TestSyncGoal::followsTheEngine()
{
    QFETCH(QList<Step>, steps);
    QFETCH(bool, withFiles);
    SyncGoal goal(withFiles);
    for (const Step &step : std::as_const(steps)) {
        Error error;
        error.kind = step.error;
        const SyncGoal::Next next =
            step.isCycle ? goal.cycleFinished(error, step.sent, 0) : goal.statusChanged(step.status);
        const char answer = next == SyncGoal::Next::Wait   ? 'w'
                            : next == SyncGoal::Next::Sync ? 's'
                            : goal.error()                 ? 'e'
                            : goal.isComplete()            ? 'c'
                                                           : 'l';
        QCOMPARE(QChar::fromLatin1(answer), QChar::fromLatin1(step.expected));
    }
}

void TestSyncGoal::endsWhereADiskIsFull()
{
    SyncGoal goal(true);
    QCOMPARE(goal.uploadFinished({}), SyncGoal::Next::Wait);
    QCOMPARE(goal.uploadFinished({.kind = Kind::Server, .code = {}, .message = {}}), SyncGoal::Next::Wait);
    QCOMPARE(goal.uploadFinished({.kind = Kind::DiskFull, .code = {}, .message = {}}), SyncGoal::Next::Done);
    QCOMPARE(goal.error().kind, Kind::DiskFull);
}

void TestSyncGoal::mapsErrors_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("says");
    const auto row = [](Kind kind, const QString &code, ExitCode exit, const QString &says) {
        QTest::addRow("%s %s", kindName(kind).data(), qPrintable(code))
            << kind << code << static_cast<int>(exit) << says;
    };
    row(Kind::Configuration, u"nofile"_s, ExitCode::Library, u"Because"_s);
    row(Kind::Configuration, u"unsynced"_s, ExitCode::Left, u"lumasync sync"_s);
    row(Kind::Configuration, {}, ExitCode::Usage, u"Because"_s);
    row(Kind::Database, u"busy"_s, ExitCode::Library, u"locked by another program"_s);
    row(Kind::Database, u"full"_s, ExitCode::Files, u"free some space"_s);
    row(Kind::Database, u"corrupt"_s, ExitCode::Library, u"Because"_s);
    row(Kind::Offline, {}, ExitCode::Network, u"No connection to host (Because): check the network"_s);
    row(Kind::Timeout, {}, ExitCode::Network, u"check the network"_s);
    row(Kind::Tls, {}, ExitCode::Network, u"clock"_s);
    row(Kind::ForeignOrigin, {}, ExitCode::Network, u"sends us elsewhere"_s);
    row(Kind::Key, {}, ExitCode::SignIn, u"publishable key"_s);
    row(Kind::Credentials, u"invalid_credentials"_s, ExitCode::SignIn, u"password is wrong"_s);
    row(Kind::Credentials, u"user_already_exists"_s, ExitCode::SignIn, u"leave out --sign-up"_s);
    row(Kind::Credentials, u"email_not_confirmed"_s, ExitCode::SignIn, u"follow the link"_s);
    row(Kind::Credentials, u"weak_password"_s, ExitCode::SignIn, u"(Because)"_s);
    row(Kind::Credentials, u"no-password"_s, ExitCode::SignIn, u"LUMASYNC_PASSWORD"_s);
    row(Kind::SignedOut, {}, ExitCode::SignIn, u"sign in anew"_s);
    row(Kind::Forbidden, u"other-account"_s, ExitCode::SignIn, u"Because"_s);
    row(Kind::Forbidden, u"42501"_s, ExitCode::Refused, u"apply the SQL files"_s);
    row(Kind::Schema, u"PGRST205"_s, ExitCode::Refused, u"apply the SQL files"_s);
    row(Kind::Gone, {}, ExitCode::Network, u"does not answer like a Supabase project"_s);
    row(Kind::Protocol, {}, ExitCode::Network, u"does not answer like a Supabase project"_s);
    row(Kind::Server, {}, ExitCode::Network, u"try again later"_s);
    row(Kind::Busy, {}, ExitCode::Network, u"try again later"_s);
    row(Kind::File, u"missing"_s, ExitCode::Files, u"Because"_s);
    row(Kind::DiskFull, {}, ExitCode::Files, u"free some space"_s);
    row(Kind::Canceled, {}, ExitCode::Interrupted, u"run this again"_s);
}

void TestSyncGoal::mapsErrors()
{
    QFETCH(Kind, kind);
    QFETCH(QString, code);
    QFETCH(int, exit);
    QFETCH(QString, says);
    const Error error{.kind = kind, .code = code, .message = u"Because."_s};
    const Outcome outcome = outcomeOf(error, u"host"_s);
    QCOMPARE(static_cast<int>(outcome.code), exit);
    QVERIFY2(outcome.sentence.contains(says), qPrintable(outcome.sentence));
    QVERIFY2(outcome.sentence.endsWith(u'.'), qPrintable(outcome.sentence));
}

void TestSyncGoal::formats()
{
    QCOMPARE(bytesText(0), u"0 B"_s);
    QCOMPARE(bytesText(999), u"999 B"_s);
    QCOMPARE(bytesText(1000), u"1.0 kB"_s);
    QCOMPARE(bytesText(12'345'678), u"12.3 MB"_s);
    QCOMPARE(bytesText(5'000'000'000'000'000), u"5000.0 TB"_s);
    QCOMPARE(counted(1, u"row"_s, u"rows"_s), u"1 row"_s);
    QCOMPARE(counted(0, u"row"_s, u"rows"_s), u"0 rows"_s);
    QCOMPARE(countedBoth(1, 0), u"1 row"_s);
    QCOMPARE(countedBoth(2, 1), u"2 rows and 1 file"_s);
    QCOMPARE(countedBoth(0, 0), QString());
    QCOMPARE(progressLine(u"rows"_s, 0.5, u"1/2"_s), u"rows   [############------------] 1/2"_s);
    QCOMPARE(progressLine(u"rows"_s, 7, u""_s), u"rows   [########################] "_s);
}

LUMASYNC_SUITE(QCoreApplication, TestSyncGoal)
#include "tst_syncgoal.moc"
