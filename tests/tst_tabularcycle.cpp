// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/tabularcycle.h"

#include "httpscript.h"
#include "lumadatabase.h"
#include "suite.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

/// When the rows of an acknowledged request are marked as clean: while the next one is on its way, and in any case
/// before the cycle ends, however it ends.
class TestTabularCycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void clearedWhileTheNextRequestIsUnderWay();
    void clearedWhenTheNextRequestFails();
    void clearedWhenCanceled();

private:
    [[nodiscard]] int dirty() const
    {
        return m_host->value(u"SELECT count(*) FROM pattern_categories WHERE needs_sync = 1"_s).toInt();
    }

    std::unique_ptr<LumaDatabase> m_host;
    std::unique_ptr<TrackedLibrary> m_library;
    std::unique_ptr<HttpScript> m_server;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<RestClient> m_rest;
    std::unique_ptr<TabularCycle> m_cycle;
};

// Six rows, two a request.
void TestTabularCycle::init()
{
    m_host = std::make_unique<LumaDatabase>(LumaDatabase::Content::Schema);
    m_library = std::make_unique<TrackedLibrary>(m_host->path());
    QCOMPARE(m_library->failure(), QString());
    QCOMPARE(m_host->run(u"INSERT INTO pattern_categories (name) VALUES ('a'), ('b'), ('c'), ('d'), ('e'), ('f')"_s),
             QString());
    m_library->rows().setOwner(u"00000000-0000-4000-8000-000000000000"_s);
    m_server = std::make_unique<HttpScript>();
    m_manager = std::make_unique<QNetworkAccessManager>();
    const auto project = Project::make(m_server->url().toString(), "sb_publishable_test");
    QVERIFY(project);
    m_rest = std::make_unique<RestClient>(m_manager.get(), *project);
    m_cycle = std::make_unique<TabularCycle>(
        TabularCycle::Parts{m_library->schema(), m_library->rows(), m_library->tombstones(), *m_rest, {.rows = 2}},
        nullptr);
}

void TestTabularCycle::cleanup()
{
    m_cycle.reset();
    m_rest.reset();
    m_manager.reset();
    m_server.reset();
    m_library.reset();
    m_host.reset();
}

void TestTabularCycle::clearedWhileTheNextRequestIsUnderWay()
{
    m_server->script({HttpScript::answer(201), HttpScript::stall()});
    m_cycle->start();
    QTRY_COMPARE(dirty(), 4);
    QTRY_COMPARE(m_server->seen().size(), 2);
}

void TestTabularCycle::clearedWhenTheNextRequestFails()
{
    m_server->script({HttpScript::answer(201), HttpScript::answer(503)});
    QSignalSpy finished(m_cycle.get(), &TabularCycle::finished);
    m_cycle->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<CycleReport>().rowsSent, 2);
    QCOMPARE(dirty(), 4);
}

void TestTabularCycle::clearedWhenCanceled()
{
    m_server->script({HttpScript::answer(201), HttpScript::stall()});
    QSignalSpy finished(m_cycle.get(), &TabularCycle::finished);
    connect(m_cycle.get(), &TabularCycle::progressed, m_cycle.get(), &TabularCycle::cancel);
    m_cycle->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<CycleReport>().error.kind, Error::Kind::Canceled);
    QCOMPARE(dirty(), 4);
}

LUMASYNC_SUITE(QCoreApplication, TestTabularCycle)
#include "tst_tabularcycle.moc"
