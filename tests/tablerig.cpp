// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "tablerig.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTest>
#include <QTimer>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Schema schemaOf(const QString &path)
{
    const auto database = Database::open(path, 20s);
    if (!database)
        qFatal("%ls", qUtf16Printable(text(database.error())));
    const auto schema = Schema::resolve(SchemaDescription::luma(), database->connection());
    if (!schema)
        qFatal("%ls", qUtf16Printable(text(schema.error())));
    return *schema;
}

QString shown(const QJsonObject &row)
{
    return QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact));
}

// Unlike QTest::qWaitFor it does not sleep between two turns of the event loop: worker and cloud are in this thread,
// and each request is several turns.
bool waitUntil(const std::function<bool()> &isSo, int milliseconds)
{
    QTimer limit; // its end is an event as well
    limit.setSingleShot(true);
    limit.start(milliseconds);
    while (!isSo()) {
        if (!limit.isActive())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace

TableRig::TableRig(const QString &path, const Adjust &adjust)
    : cloud(std::make_shared<RestScript>(schemaOf(path)))
    , m_path(path)
{
    makeWorker(adjust);
}

TableRig::TableRig(TableRig &other, const Adjust &adjust)
    : QObject()
    , cloud(other.cloud)
    , m_path(other.m_path)
{
    makeWorker(adjust);
}

TableRig::~TableRig() = default;

void TableRig::makeWorker(const Adjust &adjust)
{
    TabularWorker::Options options;
    options.databasePath = m_path;
    options.project = cloud->project();
    options.schema = SchemaDescription::luma();
    options.interval = 20ms;
    options.jitter = [] { return 0.5; };
    if (adjust)
        adjust(options);
    worker = std::make_unique<TabularWorker>(options);
    onTokenWanted = [this] { worker->setToken(cloud->accessToken()); };
    connect(worker.get(), &TabularWorker::stateChanged, this, [this](State state, const Error &reason) {
        states << state;
        error = reason;
    });
    connect(worker.get(), &TabularWorker::countsChanged, this, [this](const RowCounts &now) { counts = now; });
    connect(worker.get(), &TabularWorker::cycleFinished, this,
            [this](const CycleReport &report) { reports << report; });
    connect(worker.get(), &TabularWorker::refusedListed, this,
            [this](const QList<RefusedRow> &rows) { refused = rows; });
    connect(worker.get(), &TabularWorker::stopped, this, [this] { ++stopped; });
    connect(worker.get(), &TabularWorker::flushed, this, [this] { ++flushed; });
    connect(
        worker.get(), &TabularWorker::tokenRefreshRequested, this,
        [this] {
            ++tokensWanted;
            onTokenWanted();
        },
        Qt::QueuedConnection);
}

void TableRig::start()
{
    worker->start();
    worker->syncNow(); // the first cycle need not wait for its jitter
    worker->setToken(cloud->accessToken());
}

bool TableRig::settle(int milliseconds)
{
    if (waitUntil([this] { return !reports.isEmpty() && counts.waiting == 0 && state() == State::Idle; }, milliseconds))
        return true;
    qWarning() << "not settled:" << state() << text(error) << counts.waiting << "wait," << counts.refused << "refused,"
               << reports.size() << "cycles, requests:" << cloud->log.last(std::min<qsizetype>(20, cloud->log.size()));
    return false;
}

bool TableRig::cycle()
{
    const qsizetype before = reports.size();
    worker->syncNow();
    return waitUntil([&] { return reports.size() > before; }, 60'000);
}

bool TableRig::waitFor(State wanted, int milliseconds)
{
    return waitUntil([&] { return state() == wanted; }, milliseconds);
}

bool TableRig::converge(const TrackedLibrary &library)
{
    return waitUntil(
        [&] {
            if (state() != State::Idle)
                return false;
            const auto waiting = library.rows().count();
            return waiting && *waiting == 0 && difference(library).isEmpty();
        },
        60'000);
}

QString TableRig::difference() const
{
    const TrackedLibrary library(m_path);
    return library.failure().isEmpty() ? difference(library) : library.failure();
}

QString TableRig::difference(const TrackedLibrary &library) const
{
    if (!cloud->violations.isEmpty())
        return cloud->violations.first();
    const auto rows = library.expectedCloud();
    if (!rows)
        return text(rows.error());
    RestScript::Rows expected;
    for (const auto &[id, json] : rows->asKeyValueRange())
        expected.insert(id, QJsonDocument::fromJson(json).object());
    return firstDifference(expected, cloud->all());
}

QString firstDifference(const RestScript::Rows &expected, const RestScript::Rows &found)
{
    for (const auto &[id, row] : expected.asKeyValueRange()) {
        if (!found.contains(id))
            return id + u" is missing in the cloud"_s;
        if (found[id] != row)
            return u"%1 in the cloud is %2 and should be %3"_s.arg(id, shown(found[id]), shown(row));
    }
    for (const auto &[id, row] : found.asKeyValueRange()) {
        if (!expected.contains(id))
            return id + u" is left over in the cloud"_s;
    }
    return {};
}

void letBeatsPass()
{
    QTest::qWait(500);
}

QString manyVenues(int count)
{
    return u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
           " INSERT INTO venues (id, name) SELECT i, 'venue ' || i FROM n"_s.arg(count);
}
