// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"
#include "tablerig.h"

#include <QTest>
#include <QTimer>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// When the tabular worker beats next, read from its timer.
class TestTabularBeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFleetDriftsApart_data();
    void aFleetDriftsApart();
    void pausesGrow();
};

namespace {

std::chrono::milliseconds nextBeat(const TableRig &rig)
{
    for (const QTimer *timer : rig.worker->findChildren<QTimer *>(Qt::FindDirectChildrenOnly)) {
        if (timer->isSingleShot() && timer->isActive())
            return timer->intervalAsDuration();
    }
    return -1ms;
}

} // namespace

void TestTabularBeat::aFleetDriftsApart_data()
{
    QTest::addColumn<double>("jitter");
    QTest::addColumn<std::chrono::milliseconds>("first");
    QTest::addColumn<std::chrono::milliseconds>("period");
    QTest::newRow("least") << 0.0 << 0ms << 54'000ms;
    QTest::newRow("middle") << 0.5 << 3'000ms << 60'000ms;
    QTest::newRow("most") << 1.0 << 6'000ms << 66'000ms;
}

void TestTabularBeat::aFleetDriftsApart()
{
    QFETCH(double, jitter);
    QFETCH(std::chrono::milliseconds, first);
    QFETCH(std::chrono::milliseconds, period);
    LumaDatabase host;
    TableRig rig(host.path(), [jitter](TabularWorker::Options &options) {
        options.interval = 1min;
        options.jitter = [jitter] { return jitter; };
    });
    rig.worker->start();
    QCOMPARE(nextBeat(rig), period);
    rig.worker->setToken(rig.cloud->accessToken());
    QCOMPARE(nextBeat(rig), first);
}

void TestTabularBeat::pausesGrow()
{
    LumaDatabase host;
    TableRig rig(host.path(), [](TabularWorker::Options &options) { options.interval = 1min; });
    rig.cloud->refuse = [](const RestScript::Request &) -> std::optional<RestScript::Refusal> {
        return RestScript::Refusal{503, "PGRST002", "no connection to the database"};
    };
    rig.start();
    QVERIFY(rig.waitFor(TableRig::State::Failed));
    QList<std::chrono::seconds> pauses{std::chrono::round<std::chrono::seconds>(nextBeat(rig))};
    while (pauses.size() < 8) {
        QVERIFY(rig.cycle());
        pauses.append(std::chrono::round<std::chrono::seconds>(nextBeat(rig)));
    }
    // Never shorter than a beat, doubled each time, three quarters of it with this jitter, and of 15 min at the most.
    QCOMPARE(pauses, (QList<std::chrono::seconds>{60s, 60s, 90s, 180s, 360s, 675s, 675s, 675s}));
    rig.cloud->refuse = {};
    QVERIFY(rig.cycle());
    QVERIFY(rig.settle());
    QCOMPARE(nextBeat(rig), 60'000ms);
}

LUMASYNC_SUITE(QCoreApplication, TestTabularBeat)
#include "tst_tabularbeat.moc"
