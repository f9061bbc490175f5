// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "sqlitefaults.h"
#include "tablerig.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Fault = RestScript::Fault;

// Fails one thing after the other, each once: every statement of SQLite, then every request, until a round meets no
// fault any more. After each the system converges by itself, and the cloud equals the library.
class TestTableFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStatementOfTheFirstRun();
    void everyStatement_data();
    void everyStatement();
    void everyRequest_data();
    void everyRequest();
};

namespace {

// Edits, new rows, keys that are used again, replaced rows, cascades, the cycle and the self-reference; every second
// round undoes what the one before did.
QStringList changes(int round)
{
    QStringList statements{
        u"UPDATE venues SET name = 'Arena %1' WHERE id = 2"_s.arg(round),
        u"DELETE FROM venues WHERE id = 1"_s,
        u"INSERT INTO venues (id, name) VALUES (1, 'Again')"_s,
        u"INSERT OR REPLACE INTO venues (id, name) VALUES (7, 'New')"_s,
        u"INSERT OR REPLACE INTO fixtures (id, venue_id, label) VALUES ('44444444-4444-4844-8444-444444444444', 7, '%1')"_s
            .arg(round),
        u"INSERT OR REPLACE INTO tracks (id, track_hash, file_path) VALUES (%1, 'aa', '/replaced')"_s.arg(8 +
                                                                                                          round % 2),
        u"UPDATE track_beats SET bpm = %1"_s.arg(round),
        u"INSERT OR REPLACE INTO track_scores (id, score_id, pattern_id, z_index) SELECT 9, id, 3, %1 FROM scores LIMIT 1"_s
            .arg(round),
    };
    if (round % 2 == 0) {
        statements << u"DELETE FROM scores WHERE id = 2"_s << u"DELETE FROM implementations WHERE id = 1"_s
                   << u"DELETE FROM pattern_categories WHERE id = 1"_s
                   << u"INSERT OR REPLACE INTO patterns (id, name, forked_from_id) VALUES (4, 'Fork', 3)"_s
                   << u"INSERT OR REPLACE INTO implementations (id, pattern_id, graph_json) VALUES (4, 4, '[]')"_s
                   << u"UPDATE patterns SET default_implementation_id = 4 WHERE id = 4"_s;
    } else {
        statements << u"INSERT OR REPLACE INTO scores (id, track_id) SELECT 2, id FROM tracks LIMIT 1"_s
                   << u"INSERT OR REPLACE INTO implementations (id, pattern_id, graph_json) VALUES (1, 1, '[]')"_s
                   << u"INSERT OR REPLACE INTO pattern_categories (id, name) VALUES (1, 'Back')"_s
                   << u"UPDATE patterns SET category_id = 1"_s << u"DELETE FROM patterns WHERE id = 4"_s;
    }
    return statements;
}

} // namespace

void TestTableFaults::initTestCase()
{
    QVERIFY2(SqliteFaults::areAvailable(), "libsqlite3.so.0, which Qt's driver uses, was not found");
}

// The migration's own statements are failed one by one in tst_migration; of that long list every seventh will do here.
void TestTableFaults::everyStatementOfTheFirstRun()
{
    int number = 1;
    for (;; number += 7) {
        LumaDatabase host;
        SqliteFaults faults;
        TableRig rig(host.path());
        faults.failStatement(number);
        rig.start();
        QVERIFY2(rig.settle(), qPrintable(u"statement %1"_s.arg(number)));
        if (!faults.hasFailed())
            break;
        faults.failStatement(0);
        const QString difference = rig.difference();
        QVERIFY2(difference.isEmpty(), qPrintable(u"statement %1: %2"_s.arg(number).arg(difference)));
        QCOMPARE(rig.counts.refused, 0);
    }
    qInfo("%d statements, every seventh failed", number);
    QVERIFY(number > 200);
}

// In eighths, because one function of a test has only so much time on a busy machine.
void TestTableFaults::everyStatement_data()
{
    QTest::addColumn<int>("first");
    for (int first = 1; first <= 8; ++first)
        QTest::addRow("%d, %d, ...", first, first + 8) << first;
}

void TestTableFaults::everyStatement()
{
    QFETCH(int, first);
    LumaDatabase host;
    SqliteFaults faults;
    TableRig rig(host.path(), [](TabularWorker::Options &options) { options.interval = 1h; });
    TrackedLibrary library(host.path());
    QCOMPARE(library.failure(), QString());
    rig.start();
    QVERIFY(rig.settle());
    int number = first;
    int round = 1;
    for (;; number += 8) {
        QCOMPARE(host.runAll(changes(round++)), QString());
        faults.failStatement(number);
        rig.worker->syncNow();
        QVERIFY2(rig.converge(library), qPrintable(u"statement %1: %2"_s.arg(number).arg(rig.difference(library))));
        QCOMPARE(rig.counts.refused, 0);
        if (!faults.hasFailed())
            break;
        faults.failStatement(0);
    }
    qInfo("%d statements, %d of them failed", number, round - 2);
    QVERIFY(number > 100);
}

void TestTableFaults::everyRequest_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("width");
    for (const auto &[name, fault] : {std::pair("reset before", Fault::ResetBefore),
                                      {"reset in the middle", Fault::ResetInBody},
                                      {"reset after the commit", Fault::ResetAfter}}) {
        for (int width : {1, 2}) // one reset is repeated at once; two in a row end the cycle
            QTest::addRow("%s, %d in a row", name, width) << int(fault) << width;
    }
}

void TestTableFaults::everyRequest()
{
    QFETCH(int, fault);
    QFETCH(int, width);
    LumaDatabase host;
    TableRig rig(host.path(), [](TabularWorker::Options &options) { options.interval = 1h; });
    TrackedLibrary library(host.path());
    QCOMPARE(library.failure(), QString());
    rig.start();
    QVERIFY(rig.settle());
    int number = 1;
    for (;; ++number) {
        QCOMPARE(host.runAll(changes(number)), QString());
        const int first = rig.cloud->requests() + number;
        bool hasFailed = false;
        rig.cloud->fault = [&](int request) {
            const bool isDue = request >= first && request < first + width;
            hasFailed = hasFailed || isDue;
            return isDue ? static_cast<Fault>(fault) : Fault::None;
        };
        rig.worker->syncNow();
        QVERIFY2(rig.converge(library), qPrintable(u"request %1: %2"_s.arg(number).arg(rig.difference(library))));
        QCOMPARE(rig.counts.refused, 0);
        if (!hasFailed)
            break;
    }
    qInfo("%d requests, each failed", number - 1);
    QVERIFY(number > 14);
}

QTEST_GUILESS_MAIN(TestTableFaults)
#include "tst_tablefaults.moc"
