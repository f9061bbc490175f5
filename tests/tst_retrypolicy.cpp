// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/retrypolicy.h"
#include "net/tussession.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Action = RetryPolicy::Action;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

    static Error serverError()
    {
        Error error;
        error.kind = Error::Kind::Server;
        return error;
    }
    static RetryPolicy policy(double jitter = 0.0)
    {
        RetryPolicy result;
        result.jobBackoff.jitter = result.workerBackoff.jitter = [jitter] { return jitter; };
        return result;
    }

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<int>("troubles");
        QTest::addColumn<int>("action");
        QTest::addColumn<int>("attemptsAfter");
        QTest::addColumn<qint64>("delay");
        using K = Error::Kind;
        const auto row = [](const char *name, K kind, const QString &code, int attempts, int troubles, Action action,
                            int after, std::chrono::milliseconds delay, std::chrono::milliseconds retryAfter = 0ms) {
            QTest::newRow(name) << Error{.kind = kind, .code = code, .message = {}, .retryAfter = retryAfter}
                                << attempts << troubles << int(action) << after << qint64(delay.count());
        };
        row("canceled", K::Canceled, {}, 2, 0, Action::Leave, 2, 0ms);
        row("offline is not an attempt", K::Offline, {}, 5, 0, Action::WaitOnline, 5, 0ms);
        row("silence", K::Timeout, {}, 5, 30, Action::WaitOnline, 5, 0ms);
        row("token", K::SignedOut, {}, 5, 9, Action::WaitToken, 5, 0ms);
        row("429", K::Busy, {}, 5, 0, Action::PauseAll, 5, 1s);
        row("429 with Retry-After", K::Busy, {}, 0, 0, Action::PauseAll, 0, 7min, 7min);
        row("tls", K::Tls, {}, 0, 1, Action::PauseAll, 0, 2s);
        row("foreign origin", K::ForeignOrigin, {}, 0, 0, Action::PauseAll, 0, 1s);
        row("wrong key", K::Key, {}, 0, 0, Action::PauseAll, 0, 1s);
        row("database", K::Database, u"busy"_s, 0, 0, Action::PauseAll, 0, 1s);
        row("500", K::Server, {}, 0, 0, Action::RetryJob, 1, 2500ms);
        row("500 again", K::Server, {}, 1, 0, Action::RetryJob, 2, 5s);
        row("500 with Retry-After", K::Server, {}, 1, 0, Action::RetryJob, 2, 60s, 60s);
        row("500, the last try", K::Server, {}, 4, 0, Action::RetryJob, 5, 40s);
        row("500, one too many", K::Server, {}, 5, 0, Action::FailJob, 6, 0ms);
        row("policy", K::Forbidden, {}, 0, 0, Action::RetryJob, 1, 2500ms);
        row("no bucket", K::Schema, {}, 0, 0, Action::RetryJob, 1, 2500ms);
        row("upload lost", K::Gone, {}, 0, 0, Action::RetryJob, 1, 2500ms);
        row("too large", K::TooLarge, {}, 0, 0, Action::FailJob, 1, 0ms);
        row("slower than its URL's life is not an attempt", K::TooLarge, urlLife, 5, 0, Action::RetryJob, 5, 30min);
        row("bad name", K::Configuration, u"InvalidKey"_s, 0, 0, Action::FailJob, 1, 0ms);
        row("file is gone", K::File, u"missing"_s, 0, 0, Action::FailJob, 1, 0ms);
        row("picture is damaged", K::File, u"image"_s, 0, 0, Action::FailJob, 1, 0ms);
        row("file cannot be read", K::File, u"unreadable"_s, 0, 0, Action::RetryJob, 1, 2500ms);
        row("file changed", K::File, u"changed"_s, 0, 0, Action::RetryJob, 1, 2500ms);
        row("disk full is not an attempt", K::DiskFull, u"nospace"_s, 5, 0, Action::RetryJob, 5, 5min);
    }
    void decides()
    {
        QFETCH(Error, error);
        QFETCH(int, attempts);
        QFETCH(int, troubles);
        const RetryPolicy::Decision decision = policy().decide(error, attempts, troubles);
        QTEST(int(decision.action), "action");
        QTEST(decision.attempts, "attemptsAfter");
        QTEST(qint64(decision.delay.count()), "delay");
    }

    void aBrokenConnectionIsNotCountedEither()
    {
        Error error;
        error.kind = Error::Kind::Offline;
        QCOMPARE(policy().afterProbe(error, 5, 0), (RetryPolicy::Decision{Action::RetryJob, 5, 2500ms}));
        QCOMPARE(policy().afterProbe(error, 5, 2), (RetryPolicy::Decision{Action::RetryJob, 5, 10s}));
    }

    void jitterSpreads()
    {
        const Error error = serverError();
        QCOMPARE(policy(0.0).decide(error, 2, 0).delay, 10s);
        QCOMPARE(policy(0.5).decide(error, 2, 0).delay, 15s);
    }

    void neverBeyondTheCap()
    {
        RetryPolicy many = policy(1.0);
        many.maxAttempts = 1000;
        for (int i = 0; i < 1000; ++i)
            QVERIFY(many.decide(serverError(), i, i).delay <= 1h);
    }

    void troublesSlowTheWorkerDown()
    {
        QCOMPARE(policy().betweenUploads(0, 1s), 1s);
        QCOMPARE(policy().betweenUploads(1, 1s), 1s);
        QCOMPARE(policy().betweenUploads(4, 1s), 8s);
        QCOMPARE(policy().betweenUploads(100, 1s), 150s);
        QCOMPARE(policy().betweenUploads(0, 0s), 0s);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestRetryPolicy)
#include "tst_retrypolicy.moc"
