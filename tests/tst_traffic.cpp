// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "bytecounter.h"
#include "core/syncengine.h"
#include "localcloud.h"
#include "lumadatabase.h"
#include "suite.h"

#include <QSignalSpy>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What the tables cost a project: requests and bytes of each kind of cycle, as they are on the wire to the local cloud.
// The figures of docs/scale.md are this test's output.
class TestTraffic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void idle();
    void cycles_data();
    void cycles();
    void cleanupTestCase();

private:
    [[nodiscard]] int requests()
    {
        int sum = 0;
        for (const QJsonValue &count : m_cloud.requests())
            sum += count.toInt();
        return sum;
    }
    LocalCloud m_cloud;
    std::unique_ptr<ByteCounter> m_line;
    std::unique_ptr<LumaDatabase> m_host;
    std::unique_ptr<SyncEngine> m_engine;
};

void TestTraffic::initTestCase()
{
    QCOMPARE(m_cloud.start(), QString());
    (void)m_cloud.signUp(u"traffic@example.org"_s);
    m_line = std::make_unique<ByteCounter>(m_cloud.project().url);
    const auto project = Project::make(m_line->url().toString(), m_cloud.project().publishableKey);
    QVERIFY(project);
    m_host = std::make_unique<LumaDatabase>();
    SyncOptions options;
    options.databasePath = m_host->path();
    options.project = *project;
    options.keychainService.clear();
    options.uploadFiles = false;
    options.interval = 200ms;
    m_engine = std::make_unique<SyncEngine>(options);
    m_engine->start();
    m_engine->signIn(u"traffic@example.org"_s, u"correct horse battery"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->status().isEverythingBackedUp() && m_engine->status().lastSync.isValid(),
                             120'000);
    qInfo("sign-in and first backup of 31 rows: %d requests, %lld bytes up, %lld down, %d connections", requests(),
          static_cast<long long>(m_line->up), static_cast<long long>(m_line->down), m_line->connections);
    m_engine->setPaused(true);
}

void TestTraffic::cleanupTestCase()
{
    m_engine.reset();
}

void TestTraffic::idle()
{
    m_engine->setPaused(false);
    m_cloud.resetRequests();
    m_line->reset();
    QTest::qWait(2000); // ten intervals
    QCOMPARE(requests(), 0);
    QCOMPARE(m_line->up + m_line->down, 0);
    m_engine->setPaused(true);
    qInfo("an idle cycle: 0 requests, 0 bytes");
}

void TestTraffic::cycles_data()
{
    QTest::addColumn<QStringList>("edits");
    QTest::addColumn<int>("requestsExpected");
    QTest::newRow("one row") << QStringList{u"UPDATE venues SET name = 'x' WHERE id = 1"_s} << 2;
    QTest::newRow("ten rows of one table")
        << QStringList{u"WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 19)"
                       " INSERT INTO track_scores (id, score_id, pattern_id, start_time, end_time, z_index) SELECT i, 1, 1, i, i + 4, 0 FROM n"_s}
        << 2;
    QTest::newRow("one row in each of four tables")
        << QStringList{u"UPDATE venues SET name = 'y' WHERE id = 1"_s, u"UPDATE tracks SET title = 'y' WHERE id = 1"_s,
                       u"UPDATE scores SET name = 'y' WHERE id = 1"_s,
                       u"UPDATE track_scores SET z_index = 3 WHERE id = 1"_s}
        << 5;
    QTest::newRow("a deletion with its cascade") << QStringList{u"DELETE FROM scores WHERE id = 1"_s} << 3;
}

void TestTraffic::cycles()
{
    QFETCH(QStringList, edits);
    QFETCH(int, requestsExpected);
    QCOMPARE(m_host->runAll(edits), QString());
    m_cloud.resetRequests();
    m_line->reset();
    QSignalSpy cycle(m_engine.get(), &SyncEngine::cycleFinished);
    m_engine->setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(cycle.size(), 1, 60'000);
    QVERIFY(!cycle.first().first().value<Error>());
    m_engine->setPaused(true);
    qInfo("%s: %d requests, %lld bytes up, %lld down, %d new connections", QTest::currentDataTag(), requests(),
          static_cast<long long>(m_line->up), static_cast<long long>(m_line->down), m_line->connections);
    QCOMPARE(requests(), requestsExpected); // the look whether the project is there, and one for each table
}

LUMASYNC_SUITE(QCoreApplication, TestTraffic)
#include "tst_traffic.moc"
