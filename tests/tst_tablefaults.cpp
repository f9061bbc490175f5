// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "sqlitedisk.h"
#include "sqlitefaults.h"
#include "suite.h"
#include "tablerig.h"

#include <QRandomGenerator>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Fault = RestScript::Fault;

// Fails one thing after the other, each once: every statement of SQLite, every access to the disk, every request, until
// none is left that could fail. After each the worker converges by itself, nobody asks it to, and the cloud equals the
// library.
class TestTableFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatement_data();
    void everyStatement();
    void everyStatementOfTheFirstRun();
    void everyAccess_data();
    void everyAccess();
    void everyAccessOfTheFirstRun_data();
    void everyAccessOfTheFirstRun();
    void everyRequest_data();
    void everyRequest();

private:
    template <typename Faults>
    void failOneAfterTheOther(LumaDatabase &host, const TrackedLibrary &library, Faults &faults);
    template <typename Faults>
    void failOneAfterTheOtherInTheFirstRun(typename Faults::Kind kind, int stride, int atLeast);
};

namespace {

constexpr int changeSets = 2;

// Edits, new rows, keys that are used again, replaced rows, cascades, the cycle and the self-reference; every second
// round undoes what the one before did.
QStringList changes(int round)
{
    const int set = round % changeSets;
    const int track = 8 + set;
    QStringList statements{
        u"UPDATE venues SET name = 'Arena %1' WHERE id = 2"_s.arg(round),
        u"DELETE FROM venues WHERE id = 1"_s,
        u"INSERT INTO venues (id, name) VALUES (1, 'Again')"_s,
        u"INSERT INTO fixtures (id, venue_id) VALUES ('55555555-5555-4555-8555-55555555555%1', 1)"_s.arg(set),
        u"INSERT INTO venue_implementation_overrides (venue_id, pattern_id, implementation_id) VALUES (1, %1, 2)"_s.arg(
            2 + set),
        u"INSERT OR REPLACE INTO venues (id, name) VALUES (7, 'New')"_s,
        u"INSERT OR REPLACE INTO fixtures (id, venue_id, label) VALUES ('44444444-4444-4844-8444-444444444444', 7, '%1')"_s
            .arg(round),
        u"INSERT OR REPLACE INTO tracks (id, track_hash, file_path) VALUES (%1, 'aa', '/replaced')"_s.arg(track),
        u"INSERT INTO track_beats (track_id, beats_json, downbeats_json) VALUES (%1, '[]', '[]')"_s.arg(track),
        u"INSERT INTO track_roots (track_id, sections_json) VALUES (%1, '[]')"_s.arg(track),
        u"INSERT INTO track_waveforms (track_id, preview_samples_json, sample_rate) VALUES (%1, '[1]', 44100)"_s.arg(
            track),
        u"INSERT INTO track_stems (track_id, stem_name, file_path) VALUES (%1, 'bass', '/b')"_s.arg(track),
        u"INSERT OR IGNORE INTO track_stems (track_id, stem_name, file_path) VALUES (2, 'bass', '/b'), (2, 'drums', '/d')"_s,
        u"UPDATE track_beats SET bpm = %1"_s.arg(round),
        u"INSERT OR REPLACE INTO track_scores (id, score_id, pattern_id, z_index) SELECT 9, id, 3, %1 FROM scores LIMIT 1"_s
            .arg(round),
    };
    if (set == 0) {
        statements << u"DELETE FROM scores WHERE id = 2"_s << u"DELETE FROM implementations WHERE id = 1"_s
                   << u"DELETE FROM pattern_categories WHERE id = 1"_s
                   << u"INSERT OR REPLACE INTO patterns (id, name, forked_from_id) VALUES (4, 'Fork', 3)"_s
                   << u"INSERT OR REPLACE INTO implementations (id, pattern_id, graph_json) VALUES (4, 4, '[]')"_s
                   << u"UPDATE patterns SET default_implementation_id = 4 WHERE id = 4"_s;
    } else {
        statements << u"INSERT OR REPLACE INTO scores (id, track_id) SELECT 2, id FROM tracks LIMIT 1"_s
                   << u"INSERT OR REPLACE INTO track_scores (id, score_id, pattern_id) VALUES (3, 2, 3)"_s
                   << u"INSERT OR REPLACE INTO implementations (id, pattern_id, graph_json) VALUES (1, 1, '[]')"_s
                   << u"INSERT OR REPLACE INTO pattern_categories (id, name) VALUES (1, 'Back')"_s
                   << u"UPDATE patterns SET category_id = 1"_s << u"DELETE FROM patterns WHERE id = 4"_s;
    }
    return statements;
}

// "./dev soak faults" fails each one; "./dev test" every so many-th, from a place that it prints.
struct Numbers
{
    explicit Numbers(int strideOfShortRun)
        : stride(qEnvironmentVariableIsSet("LUMASYNC_SOAK") ? 1 : strideOfShortRun)
        , first(1 + QRandomGenerator::global()->bounded(stride))
    {
        qInfo("%d, %d, ...", first, first + stride);
    }
    int stride;
    int first;
};

void quickBeats(TabularWorker::Options &options)
{
    options.interval = 4ms; // and so are the pauses after a failure
    options.busyTimeout = 1ms;
}

} // namespace

void TestTableFaults::everyStatement_data()
{
    QTest::addColumn<SqliteFaults::Kind>("kind");
    QTest::addColumn<bool>("opening");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("atLeast");
    QTest::addRow("broken, in a cycle") << SqliteFaults::Kind::Broken << false << 19 << 300;
    QTest::addRow("broken, while opening") << SqliteFaults::Kind::Broken << true << 9 << 100;
    QTest::addRow("cut behind a row, in a cycle") << SqliteFaults::Kind::Cut << false << 9 << 150;
    QTest::addRow("cut behind a row, while opening") << SqliteFaults::Kind::Cut << true << 61 << 700;
    QTest::addRow("busy, in a cycle") << SqliteFaults::Kind::Busy << false << 3 << 40;
}

// Each fault meets both sets of changes: in the cycle of a worker that has run for a while, or in one that opens the
// library.
template <typename Faults>
void TestTableFaults::failOneAfterTheOther(LumaDatabase &host, const TrackedLibrary &library, Faults &faults)
{
    QFETCH(typename Faults::Kind, kind);
    QFETCH(bool, opening);
    QFETCH(int, stride);
    QFETCH(int, atLeast);
    auto rig = std::make_unique<TableRig>(host.path(), quickBeats);
    rig->start();
    QVERIFY(rig->settle());
    const Numbers numbers(stride);
    int round = 0;
    int number = numbers.first - numbers.stride;
    for (bool hasFailed = true; hasFailed;) {
        number += numbers.stride;
        hasFailed = false;
        for (int set = 0; set < changeSets; ++set) {
            if (opening)
                rig = std::make_unique<TableRig>(*rig, quickBeats);
            connect(rig->worker.get(), &TabularWorker::migrated, this, [&] { hasFailed = faults.hasFailed(); });
            QCOMPARE(host.runAll(changes(round++)), QString());
            faults.fail(number, kind);
            if (opening)
                rig->start();
            if (!rig->converge(library))
                QFAIL(qPrintable(u"fault %1, set %2: %3"_s.arg(number).arg(set).arg(rig->difference(library))));
            QCOMPARE(rig->counts.refused, 0);
            if (!opening)
                hasFailed = hasFailed || faults.hasFailed();
            faults.fail(0);
        }
    }
    qInfo("none left at %d", number);
    QVERIFY2(number > atLeast, "fewer than there were");
}

void TestTableFaults::everyStatement()
{
    LumaDatabase host;
    const TrackedLibrary library(host.path()); // before the faults: it has none
    QCOMPARE(library.failure(), QString());
    SqliteFaults faults;
    faults.onOpen(u"PRAGMA synchronous = OFF"_s);
    QVERIFY(faults.openBlocker(host.path()));
    failOneAfterTheOther(host, library, faults);
}

template <typename Faults>
void TestTableFaults::failOneAfterTheOtherInTheFirstRun(typename Faults::Kind kind, int stride, int atLeast)
{
    const Numbers numbers(stride);
    int number = numbers.first;
    for (;; number += numbers.stride) {
        LumaDatabase host;
        Faults faults;
        TableRig rig(host.path(), quickBeats);
        faults.fail(number, kind);
        rig.start();
        QVERIFY2(rig.settle(), qPrintable(u"fault %1"_s.arg(number)));
        if (!faults.hasFailed())
            break;
        faults.fail(0);
        const QString difference = rig.difference();
        QVERIFY2(difference.isEmpty(), qPrintable(u"fault %1: %2"_s.arg(number).arg(difference)));
        QCOMPARE(rig.counts.refused, 0);
    }
    qInfo("none left at %d", number);
    QVERIFY(number > atLeast);
}

// The migration's own statements are failed one by one in tst_migration; of that long list few will do in a short run.
void TestTableFaults::everyStatementOfTheFirstRun()
{
    failOneAfterTheOtherInTheFirstRun<SqliteFaults>(SqliteFaults::Kind::Broken, 97, 600);
}

void TestTableFaults::everyAccess_data()
{
    QTest::addColumn<SqliteDisk::Kind>("kind");
    QTest::addColumn<bool>("opening");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("atLeast");
    QTest::addRow("full, in a cycle") << SqliteDisk::Kind::Full << false << 41 << 200;
    QTest::addRow("write error, in a cycle") << SqliteDisk::Kind::WriteError << false << 41 << 200;
    QTest::addRow("read error, in a cycle") << SqliteDisk::Kind::ReadError << false << 7 << 30;
    QTest::addRow("read error, while opening") << SqliteDisk::Kind::ReadError << true << 7 << 20;
}

// Below SQLite: what of a page or of the journal could not be read, written or made safe.
void TestTableFaults::everyAccess()
{
    LumaDatabase host;
    const TrackedLibrary library(host.path()); // before the faults: it has none
    QCOMPARE(library.failure(), QString());
    SqliteDisk disk;
    failOneAfterTheOther(host, library, disk);
}

void TestTableFaults::everyAccessOfTheFirstRun_data()
{
    QTest::addColumn<SqliteDisk::Kind>("kind");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("atLeast");
    QTest::addRow("full") << SqliteDisk::Kind::Full << 61 << 200;
    QTest::addRow("sync error") << SqliteDisk::Kind::SyncError << 11 << 20;
}

void TestTableFaults::everyAccessOfTheFirstRun()
{
    QFETCH(SqliteDisk::Kind, kind);
    QFETCH(int, stride);
    QFETCH(int, atLeast);
    failOneAfterTheOtherInTheFirstRun<SqliteDisk>(kind, stride, atLeast);
}

void TestTableFaults::everyRequest_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("width");
    for (const auto &[name, fault] : {std::pair("reset before", Fault::ResetBefore),
                                      {"reset in the middle", Fault::ResetInBody},
                                      {"reset after the commit", Fault::ResetAfter}}) {
        for (int width : {1, 2}) // one reset is repeated at once; two in a row end the cycle
            QTest::addRow("%s, %d in a row", name, width) << fault << width;
    }
}

void TestTableFaults::everyRequest()
{
    QFETCH(Fault, fault);
    QFETCH(int, width);
    LumaDatabase host;
    const TrackedLibrary library(host.path());
    QCOMPARE(library.failure(), QString());
    TableRig rig(host.path(), quickBeats);
    rig.start();
    QVERIFY(rig.settle());
    int round = 0;
    int ofOneCycle = 0;              // where nothing fails
    while (round < 2 * changeSets) { // the first time there is more to change
        const int before = rig.cloud->requests();
        QCOMPARE(host.runAll(changes(round++)), QString());
        QVERIFY(rig.converge(library));
        ofOneCycle = round <= changeSets ? 0 : std::max(ofOneCycle, rig.cloud->requests() - before);
    }
    const Numbers numbers(5);
    int number = numbers.first - numbers.stride;
    for (bool hasFailed = true; hasFailed;) {
        number += numbers.stride;
        hasFailed = false;
        for (int set = 0; set < changeSets; ++set) {
            QCOMPARE(host.runAll(changes(round++)), QString());
            const int first = rig.cloud->requests() + number;
            rig.cloud->fault = [&](int request) {
                const bool isDue = request >= first && request < first + width;
                hasFailed = hasFailed || isDue;
                return isDue ? fault : Fault::None;
            };
            if (!rig.converge(library))
                QFAIL(qPrintable(u"request %1, set %2: %3"_s.arg(number).arg(set).arg(rig.difference(library))));
            QCOMPARE(rig.counts.refused, 0);
        }
    }
    QVERIFY(number > ofOneCycle); // none was missed
    QVERIFY(number - numbers.stride <= ofOneCycle);
}

LUMASYNC_SUITE(QCoreApplication, TestTableFaults)
#include "tst_tablefaults.moc"
