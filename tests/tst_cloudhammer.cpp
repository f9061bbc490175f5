// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "chaosproxy.h"
#include "core/syncengine.h"
#include "hosthammer.h"
#include "localcloud.h"
#include "lumadatabase.h"
#include "suite.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The whole module against a real cloud behind a bad network, while a host writes at full speed with eight connections.
class TestCloudHammer : public QObject
{
    Q_OBJECT
    static inline const QString password = u"correct horse battery"_s;
    static inline const QString email = u"hammer@example.org"_s;
    static constexpr int writerCount = 8;
    // All must be reached, however slow the machine is.
    static constexpr int leastCycles = 12;
    static constexpr int leastRows = 300; ///< that the cloud has acknowledged
    static constexpr int leastStatements = 2000;

private Q_SLOTS:
    void hammer();

private:
    /// Compares library and cloud with none of the module's code; empty where they are the same.
    QString verify(const LumaDatabase &library, const Project &project) const;
};

QString TestCloudHammer::verify(const LumaDatabase &library, const Project &project) const
{
    QProcess node;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LUMASYNC_PASSWORD"_s, password);
    node.setProcessEnvironment(environment);
    node.start(u"node"_s, {QStringLiteral(LUMASYNC_CLOUD) + u"/verify.mjs"_s, u"--rows"_s, u"--json"_s, u"--database"_s,
                           library.path(), u"--url"_s, project.url.toString(), u"--key"_s,
                           QString::fromLatin1(project.publishableKey), u"--email"_s, email});
    if (!node.waitForFinished(120'000))
        return u"verify.mjs did not end"_s;
    return node.exitCode() == 0 ? QString() : QString::fromUtf8(node.readAllStandardError());
}

void TestCloudHammer::hammer()
{
    const auto duration = std::chrono::seconds(qEnvironmentVariableIntValue("LUMASYNC_SOAK"));
    LocalCloud cloud;
    QCOMPARE(cloud.start(), QString());
    (void)cloud.signUp(email, password);
    ChaosProxy chaos;
    const QString profile = duration.count() > 0 ? u"wild"_s : u"mild"_s;
    const quint32 seed = qEnvironmentVariableIntValue("LUMASYNC_SEED");
    QCOMPARE(chaos.start(cloud.project(), seed, profile), QString());

    LumaDatabase host;
    SyncOptions options;
    options.databasePath = host.path();
    options.project = chaos.project();
    options.keychainService.clear();
    options.uploadFiles = false;
    options.interval = 50ms;
    SyncEngine engine(options);
    QSignalSpy cycles(&engine, &SyncEngine::cycleFinished);
    int through = 0;
    qint64 rows = 0;
    connect(&engine, &SyncEngine::cycleFinished, this, [&](const Error &error, qint64 sent, qint64) {
        through += !error;
        rows += sent;
        engine.syncNow(); // back to back
    });
    engine.start();
    engine.signIn(email, password);
    QTRY_VERIFY_WITH_TIMEOUT(!cycles.isEmpty(), 120'000);

    std::vector<std::unique_ptr<HostHammer>> writers;
    for (int i = 0; i < writerCount; ++i)
        writers.push_back(std::make_unique<HostHammer>(host.path(), i));
    const auto statements = [&] {
        return std::accumulate(writers.cbegin(), writers.cend(), 0,
                               [](int sum, const auto &writer) { return sum + writer->statements(); });
    };
    QElapsedTimer clock;
    clock.start();
    const qsizetype first = cycles.size();
    through = 0;
    rows = 0;
    QVERIFY(QTest::qWaitFor(
        [&] {
            return cycles.size() - first >= leastCycles && rows >= leastRows && statements() >= leastStatements &&
                   clock.durationElapsed() >= duration;
        },
        300'000 + int(duration.count()) * 2000));
    for (const auto &writer : writers) {
        writer->stop();
        QCOMPARE(writer->failure(), QString());
    }
    qInfo("%d statements of %d writers; %lld cycles, %d of them through; %lld rows sent in %.1f s", statements(),
          writerCount, static_cast<long long>(cycles.size() - first), through, static_cast<long long>(rows),
          double(clock.elapsed()) / 1000);

    QVERIFY(chaos.calm());
    QStringList counts{u"(SELECT count(*) FROM lumasync_tombstones)"_s};
    for (const QString &table : LumaDatabase::tableNames())
        counts << u"(SELECT count(*) FROM %1 WHERE needs_sync = 1)"_s.arg(table);
    const QString left = u"SELECT "_s + counts.join(u" + "_s);
    through = 0;
    engine.syncNow();
    QVERIFY(QTest::qWaitFor([&] { return host.value(left).toInt() == 0; }, 120'000));
    QVERIFY2(through <= 3, qPrintable(QString::number(through))); // the one that was running, and two
    QTRY_VERIFY_WITH_TIMEOUT(engine.status().isEverythingBackedUp(), 60'000);
    engine.disconnect(this);
    engine.stop();
    QCOMPARE(verify(host, cloud.project()), QString());
    QCOMPARE(host.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    QCOMPARE(host.value(u"SELECT count(*) FROM lumasync_refused_rows"_s).toInt(), 0);
}

LUMASYNC_SUITE(QCoreApplication, TestCloudHammer)
#include "tst_cloudhammer.moc"
