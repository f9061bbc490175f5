// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/storageplan.h"

#include "core/clockjump.h"
#include "core/linkrate.h"
#include "core/transferrate.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestStoragePlan : public QObject
{
    Q_OBJECT

    static UploadJob job()
    {
        UploadJob job;
        job.id = 7;
        job.localPath = u"/a.wav"_s;
        job.objectName = u"h.wav"_s;
        job.source = {.size = 10, .modified = 20};
        return job;
    }
    static UploadRequest request()
    {
        UploadRequest request;
        request.localPath = u"/a.wav"_s;
        request.objectName = u"h.wav"_s;
        request.source = {.size = 10, .modified = 20};
        return request;
    }

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<StorageFacts>("facts");
        QTest::addColumn<int>("step");
        const StorageFacts ready{.isOpen = true, .hasToken = true, .isTokenValid = true, .hasDueJob = true};
        const auto row = [](const char *name, StorageFacts facts, StorageStep step) {
            QTest::newRow(name) << facts << int(step);
        };
        const auto with = [&](auto change) {
            StorageFacts facts = ready;
            change(facts);
            return facts;
        };
        row("ready", ready, StorageStep::TakeJob);
        row("busy before all", with([](StorageFacts &f) { f.isBusy = f.isPaused = true; }), StorageStep::Nothing);
        row("paused", with([](StorageFacts &f) { f.isPaused = f.mustWait = true; }), StorageStep::RestPaused);
        row("throttled", with([](StorageFacts &f) { f.mustWait = true; }), StorageStep::Wait);
        row("paused before the library is open", with([](StorageFacts &f) { f.isPaused = true, f.isOpen = false; }),
            StorageStep::Open);
        row("library not open", with([](StorageFacts &f) { f.isOpen = false; }), StorageStep::Open);
        row("library in trouble", with([](StorageFacts &f) { f.isOpen = false, f.mustWait = true; }),
            StorageStep::Wait);
        row("signed out", with([](StorageFacts &f) { f.hasToken = f.isTokenValid = false; }),
            StorageStep::RestSignedOut);
        row("another account", with([](StorageFacts &f) { f.isOwner = false; }), StorageStep::RestOtherAccount);
        row("offline", with([](StorageFacts &f) { f.isOnline = false; }), StorageStep::Probe);
        row("nothing due", with([](StorageFacts &f) { f.hasDueJob = false; }), StorageStep::RestIdle);
        row("nothing due, token old", with([](StorageFacts &f) { f.hasDueJob = f.isTokenValid = false; }),
            StorageStep::RestIdle);
        row("only held ones", with([](StorageFacts &f) {
                f.hasDueJob = f.isTokenValid = false;
                f.hasHeldJob = true;
            }),
            StorageStep::RestHeld);
        row("a small one beside a held one", with([](StorageFacts &f) { f.hasHeldJob = true; }), StorageStep::TakeJob);
        row("token old", with([](StorageFacts &f) { f.isTokenValid = false; }), StorageStep::AskToken);
    }
    void steps()
    {
        QFETCH(StorageFacts, facts);
        QTEST(int(nextStep(facts)), "step");
    }

    void holds_data()
    {
        using Hold = SyncStatus::Hold;
        QTest::addColumn<SystemConditions>("conditions");
        QTest::addColumn<bool>("onMetered");
        QTest::addColumn<bool>("onPowerSaving");
        QTest::addColumn<Hold>("hold");
        const SystemConditions both{.isMetered = true, .isPowerSaving = true};
        QTest::newRow("nothing said") << SystemConditions() << false << false << Hold::None;
        QTest::newRow("metered") << SystemConditions{.isMetered = true} << false << false << Hold::Metered;
        QTest::newRow("metered, allowed") << SystemConditions{.isMetered = true} << true << false << Hold::None;
        QTest::newRow("saving") << SystemConditions{.isPowerSaving = true} << true << false << Hold::PowerSaving;
        QTest::newRow("saving, allowed") << SystemConditions{.isPowerSaving = true} << false << true << Hold::None;
        QTest::newRow("both, one allowed") << both << true << false << Hold::PowerSaving;
        QTest::newRow("both, both allowed") << both << true << true << Hold::None;
    }
    void holds()
    {
        QFETCH(SystemConditions, conditions);
        QFETCH(bool, onMetered);
        QFETCH(bool, onPowerSaving);
        QTEST(holdFor(conditions, onMetered, onPowerSaving), "hold");
    }

    void linkRateIsTheBestOfLate()
    {
        LinkRate rate;
        QCOMPARE(rate.best(), 0.0);
        rate.add(1000, 1ms); // says nothing
        QCOMPARE(rate.best(), 0.0);
        rate.add(20'000'000, 2s);
        rate.add(2'000'000, 2s);
        QCOMPARE(rate.best(), 10e6);
        for (int i = 0; i < 8; ++i)
            rate.add(2'000'000, 1s);
        QCOMPARE(rate.best(), 2e6); // the fast network is forgotten
    }

    void clockJumps()
    {
        ClockJump jump;
        QVERIFY(!jump.note(1000ms, 50h)); // the first look
        QVERIFY(!jump.note(21000ms, 50h + 20s));
        QVERIFY(!jump.note(41000ms, 50h + 45s)); // drifts, and small corrections
        QVERIFY(jump.note(61000ms, 51h));        // slept
        QVERIFY(!jump.note(81000ms, 51h + 20s));
        QVERIFY(jump.note(101000ms, 50h)); // set back
        QVERIFY(!jump.note(121000ms, 50h + 20s));
    }

    void plans_data()
    {
        using Kind = UploadPlan::Kind;
        QTest::addColumn<UploadJob>("known");
        QTest::addColumn<std::optional<UploadRequest>>("wanted");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("forgetUrl");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const UploadJob &known, const std::optional<UploadRequest> &wanted,
                            Kind kind, bool forgetUrl = false, const QString &code = {}) {
            QTest::newRow(name) << known << wanted << int(kind) << forgetUrl << code;
        };
        const auto jobWith = [](auto change) {
            UploadJob changed = job();
            change(changed);
            return changed;
        };
        const auto requestWith = [](auto change) {
            UploadRequest changed = request();
            change(changed);
            return changed;
        };
        row("go", job(), request(), Kind::Go);
        row("not wanted any more", job(), std::nullopt, Kind::Drop);
        row("larger", job(), requestWith([](auto &r) { r.source.size = 11; }), Kind::StartOver);
        row("touched", job(), requestWith([](auto &r) { r.source.modified = 21; }), Kind::StartOver);
        row("another hash", job(), requestWith([](auto &r) { r.objectName = u"i.wav"_s; }), Kind::StartOver);
        row("gone", job(), requestWith([](auto &r) { r.source = {}; }), Kind::Fail, false, u"missing"_s);
        row("moved", job(), requestWith([](auto &r) { r.localPath = u"/b.wav"_s; }), Kind::Go);
        row("a package's part is gone", job(), requestWith([](auto &r) { r.source = {}, r.form = FileForm::Package; }),
            Kind::Go);
        row("bad name", jobWith([](auto &j) { j.objectName = u"../x"_s; }),
            requestWith([](auto &r) { r.objectName = u"../x"_s; }), Kind::Fail);
        row("resumes", jobWith([](auto &j) { j.uploadUrl = u"https://x"_s, j.uploadUid = u"me"_s; }), request(),
            Kind::Go);
        row("another user's upload", jobWith([](auto &j) { j.uploadUrl = u"https://x"_s, j.uploadUid = u"you"_s; }),
            request(), Kind::Go, true);
    }
    void plans()
    {
        QFETCH(UploadJob, known);
        QFETCH(std::optional<UploadRequest>, wanted);
        const UploadPlan plan = planUpload(known, wanted, u"tracks"_s, u"me"_s);
        QTEST(int(plan.kind), "kind");
        QTEST(plan.forgetUrl, "forgetUrl");
        QTEST(plan.error.code, "code");
        QCOMPARE(plan.kind == UploadPlan::Kind::Fail, plan.error.isError());
    }

    void rateIsTheMeanWhileYoung()
    {
        TransferRate rate;
        rate.add(0ms, 5000000); // resumed there: no bytes of this run
        QCOMPARE(rate.bytesPerSecond(), 0.0);
        rate.add(300ms, 5300000);
        QCOMPARE(qRound(rate.bytesPerSecond()), 1000000);
    }

    // The first bytes wait for a server that wakes up: that is no rate yet, and no time left can be told from it.
    void rateIsNotGuessed()
    {
        TransferRate waking;
        waking.add(0ms, 0);
        waking.add(5000ms, 16384);
        QCOMPARE(waking.bytesPerSecond(), 0.0);
        waking.add(5500ms, 1016384);
        QVERIFY(waking.bytesPerSecond() > 100000);
        TransferRate slow; // but a slow line is told, too
        for (int i = 0; i <= 20; ++i)
            slow.add(i * 1000ms, i * 5000);
        QCOMPARE(qRound(slow.bytesPerSecond()), 5000);
    }

    void rateDoesNotJump()
    {
        TransferRate rate;
        qint64 total = 0;
        for (int i = 0; i < 100; ++i)
            rate.add(i * 100ms, total += 100000);
        QCOMPARE(qRound(rate.bytesPerSecond()), 1000000);
        rate.add(10000ms, total += 1000000); // one burst, ten times as fast
        QVERIFY(rate.bytesPerSecond() < 1400000);
        rate.add(10050ms, 10); // begun anew
        rate.add(10150ms, 100010);
        QVERIFY(rate.bytesPerSecond() > 900000 && rate.bytesPerSecond() < 1400000);
        for (int i = 0; i < 100; ++i)
            rate.add(11000ms + i * 100ms, 100010); // silence
        QVERIFY(rate.bytesPerSecond() < 50000);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestStoragePlan)
#include "tst_storageplan.moc"
