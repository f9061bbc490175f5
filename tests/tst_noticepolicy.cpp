// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "ui/noticepolicy.h"

#include <QTest>

using namespace LumaSync;
using namespace std::chrono_literals;
using Notice = NoticePolicy::Notice;
using State = SyncStatus::State;

namespace {

SyncStatus failed(qint64 count)
{
    SyncStatus status;
    status.state = count > 0 ? State::NeedsAttention : State::UpToDate;
    status.uploadsFailed = count;
    return status;
}

SyncStatus in(State state)
{
    SyncStatus status;
    status.state = state;
    return status;
}

} // namespace

class TestNoticePolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveThousandFailuresAreOneNotice()
    {
        NoticePolicy policy;
        int notices = 0;
        NoticePolicy::Time now = 0ms;
        for (int count = 1; count <= 5'000; ++count, now += 20ms)
            notices += policy.feed(failed(count), now) != Notice::None;
        for (int i = 0; i < 10'000; ++i, now += 60s) // for days
            notices += policy.feed(failed(5'000), now) != Notice::None;
        QCOMPARE(notices, 1);
    }

    void waitsUntilItStands()
    {
        NoticePolicy policy;
        QCOMPARE(policy.feed(failed(1), 0ms), Notice::None);
        QCOMPARE(policy.nextCheck(), NoticePolicy::settling);
        QCOMPARE(policy.feed(failed(0), 1s), Notice::None); // gone by itself
        QVERIFY(!policy.nextCheck());
        QCOMPARE(policy.feed(failed(0), 10s), Notice::None);
        QCOMPARE(policy.feed(failed(1), 20s), Notice::None);
        QCOMPARE(policy.feed(failed(1), 20s + NoticePolicy::settling), Notice::NeedsAttention);
    }

    void tellsAgainAfterAllWasWell()
    {
        NoticePolicy policy;
        (void)policy.feed(failed(1), 0ms);
        QCOMPARE(policy.feed(failed(1), 3s), Notice::NeedsAttention);
        (void)policy.feed(failed(0), 20s);
        QCOMPARE(policy.feed(failed(2), 30s), Notice::None);
        QCOMPARE(policy.feed(failed(2), 60s), Notice::None); // not so soon
        QCOMPARE(policy.feed(failed(2), 3s + NoticePolicy::quiet), Notice::NeedsAttention);
    }

    void pausesProveNothing()
    {
        NoticePolicy policy;
        (void)policy.feed(failed(1), 0ms);
        QCOMPARE(policy.feed(failed(1), 3s), Notice::NeedsAttention);
        for (const State state : {State::Paused, State::Offline, State::Starting})
            QCOMPARE(policy.feed(in(state), 1h), Notice::None);
        QCOMPARE(policy.feed(failed(1), 2h), Notice::None);
        QCOMPARE(policy.feed(failed(1), 3h), Notice::None);
    }

    void signedOut()
    {
        NoticePolicy policy;
        QCOMPARE(policy.feed(in(State::SignedOut), 0ms), Notice::None); // the first start
        QCOMPARE(policy.feed(in(State::SignedOut), 1h), Notice::None);
        (void)policy.feed(in(State::UpToDate), 2h);
        (void)policy.feed(in(State::SignedOut), 3h);
        QCOMPARE(policy.feed(in(State::SignedOut), 3h + 3s), Notice::SignedOut);
        QCOMPARE(policy.feed(in(State::SignedOut), 9h), Notice::None);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestNoticePolicy)
#include "tst_noticepolicy.moc"
