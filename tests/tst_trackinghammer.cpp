// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "hosthammer.h"
#include "lumadatabase.h"
#include "suite.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <numeric>

using namespace LumaSync;
using namespace Qt::StringLiterals;

// Writers at full speed on connections of their own, while cycles run back to back against a pretended cloud. When they
// stop, the cloud must become equal to the library.
class TestTrackingHammer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hammer_data();
    void hammer();
};

namespace {

constexpr int writerCount = 8;
// Both must be reached, however slow the machine is.
constexpr int leastCycles = 20;
constexpr int leastStatements = 4000;
constexpr int leastEditedInFlight = 20;
constexpr int statementsInFlight = 8; ///< of the host, while a batch is on its way

// LUMASYNC_SOAK: seconds that are hammered at least.
std::chrono::milliseconds duration()
{
    return std::chrono::seconds(qEnvironmentVariableIntValue("LUMASYNC_SOAK"));
}

} // namespace

void TestTrackingHammer::hammer_data()
{
    QTest::addColumn<bool>("recursive");
    QTest::addColumn<QString>("hostTrigger");
    QTest::newRow("usual host") << false << QString();
    QTest::newRow("recursive triggers") << true << QString();
    // Not skipped by the guard, so the host's triggers are taken out and put back around each bookkeeping.
    QTest::newRow("host with a BEFORE trigger")
        << false
        << u"CREATE TRIGGER before_venues BEFORE UPDATE ON venues BEGIN INSERT INTO settings VALUES (randomblob(8), 1); END"_s;
}

void TestTrackingHammer::hammer()
{
    QFETCH(bool, recursive);
    QFETCH(QString, hostTrigger);
    LumaDatabase host;
    if (!hostTrigger.isEmpty())
        QCOMPARE(host.run(hostTrigger), QString());
    TrackedLibrary library(host.path());
    QCOMPARE(library.failure(), QString());
    std::vector<std::unique_ptr<HostHammer>> writers;
    for (int i = 0; i < writerCount; ++i)
        writers.push_back(std::make_unique<HostHammer>(host.path(), i, recursive));
    const auto statements = [&] {
        return std::accumulate(writers.cbegin(), writers.cend(), 0,
                               [](int sum, const auto &writer) { return sum + writer->statements(); });
    };
    library.inFlight = [&] {
        for (const int before = statements(); statements() < before + statementsInFlight;)
            QThread::yieldCurrentThread();
    };
    QElapsedTimer clock;
    clock.start();
    int cycles = 0;
    QString failure;
    while (failure.isEmpty() &&
           (cycles < leastCycles || statements() < leastStatements || library.editedInFlight() < leastEditedInFlight ||
            clock.durationElapsed() < duration())) {
        failure = library.sendAll();
        ++cycles;
    }
    for (const auto &writer : writers) {
        writer->stop();
        QCOMPARE(writer->failure(), QString());
    }
    QCOMPARE(failure, QString());
    library.inFlight = {};
    for (int i = 0; i < 2; ++i)
        QCOMPARE(library.sendAll(), QString());
    qInfo("%d statements, %d cycles, %lld rows, %d edited in flight, %d refused for a missing parent on the way",
          statements(), cycles, static_cast<long long>(library.cloud().size()), library.editedInFlight(),
          library.orphans());
    const auto expected = library.expectedCloud();
    QVERIFY2(expected.hasValue(), qPrintable(expected ? QString() : text(expected.error())));
    QCOMPARE(library.cloud().keys(), expected->keys());
    QCOMPARE(library.cloud(), *expected);
    QCOMPARE(library.rows().any().value(), false);
    QCOMPARE(library.rows().count().value(), 0);
    QCOMPARE(host.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

LUMASYNC_SUITE(QCoreApplication, TestTrackingHammer)
#include "tst_trackinghammer.moc"
