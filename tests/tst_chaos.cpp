// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "chaosproxy.h"
#include "cloudobjects.h"
#include "localcloud.h"
#include "medialibrary.h"
#include "runningworker.h"
#include "suite.h"

#include <QDir>
#include <QRandomGenerator>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = StorageWorker::State;

namespace {

constexpr int convergence = 240'000; // milliseconds that a run may take on a busy machine
constexpr qint64 MiB = 1024 * 1024;

} // namespace

/// Three uploads through a network at its worst: whatever happens on the way, in the end the cloud has what the disk
/// has. LUMASYNC_SEED is the first run's seed (its successors follow), LUMASYNC_CHAOS_RUNS how many there are.
class TestChaos : public QObject
{
    Q_OBJECT

    LocalCloud m_cloud;

private Q_SLOTS:
    void initTestCase()
    {
        const QString trouble = m_cloud.start({u"--etag"_s, u"mtime"_s});
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    void converges_data()
    {
        QTest::addColumn<quint32>("seed");
        bool isGiven = false;
        const quint32 given = qEnvironmentVariable("LUMASYNC_SEED").toUInt(&isGiven);
        const quint32 first = isGiven ? given : QRandomGenerator::global()->bounded(1'000'000'000U);
        const int runs = qMax(1, qEnvironmentVariable("LUMASYNC_CHAOS_RUNS", u"4"_s).toInt());
        for (int i = 0; i < runs; ++i)
            QTest::addRow("LUMASYNC_SEED=%u LUMASYNC_CHAOS_RUNS=1", first + quint32(i)) << first + quint32(i);
    }
    void converges()
    {
        QFETCH(quint32, seed);
        qInfo("chaos with seed %u", seed);
        QRandomGenerator random(seed);
        MediaLibrary library;
        const qint64 track =
            library.addTrack(u"chaos%1"_s.arg(seed), true, noiseBytes(MiB + random.bounded(14 * MiB), seed));
        library.addAnalysis(track, 500'000 + random.bounded(3 * MiB));
        const AuthSession user = m_cloud.signUp(u"chaos%1@example.org"_s.arg(seed));
        QVERIFY(user.token.isValid());
        ChaosProxy proxy;
        const QString trouble = proxy.start(m_cloud.project(), seed, u"wild"_s);
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));

        StorageWorker::Options options;
        options.databasePath = library.databasePath();
        options.project = proxy.project();
        options.cacheFolder = library.path(u"cache"_s);
        options.pause = 0ms;
        options.stallLimit = 1500ms; // some stalls are longer, some are shorter
        options.retry.jobBackoff = {.first = 50ms, .cap = 500ms};
        options.retry.workerBackoff = {.first = 50ms, .cap = 500ms};
        {
            RunningWorker run(options);
            run.begin(user.token);
            QTRY_VERIFY2_WITH_TIMEOUT(!run.drained.isEmpty() && run.state() == State::Idle, qPrintable(story(run)),
                                      convergence);
        }
        const StorageQueue queue(&library.database());
        QCOMPARE(queue.counts()->waiting() + queue.counts()->failed.jobs, 0);
        const QHash<QString, QByteArray> expected = expectedObjects(library, user.token.uid);
        QCOMPARE(expected.size(), 3);
        QCOMPARE(objectsInCloud(m_cloud.project(), user.token, expected.keys()), expected);
        const QJsonArray stored =
            m_cloud.sql(u"select count(*)::int as n from storage.objects where name like '%1/%'"_s.arg(user.token.uid));
        QCOMPARE(stored[0]["n"_L1].toInt(), 3);
        const QDir cache(library.path(u"cache"_s));
        for (const QString &folder : cache.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QCOMPARE(QDir(cache.filePath(folder)).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

private:
    static QString story(const RunningWorker &run)
    {
        QStringList ends;
        for (const QList<QVariant> &end : run.finished)
            ends.append(end.first().value<UploadProgress>().kind + u": "_s + end.at(1).value<Error>().message);
        return QVariant::fromValue(run.state()).toString() + u'\n' + ends.join(u'\n');
    }
};

LUMASYNC_SUITE(QCoreApplication, TestChaos)
#include "tst_chaos.moc"
