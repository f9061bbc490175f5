// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// Who cancels a package does not wait for libzstd, which lets go when it has done its jobs: seconds, at the highest
// levels.
#include "core/packagebuilder.h"
#include "core/packagefolder.h"
#include "core/preparejob.h"
#include "core/storagebench.h"
#include "files.h"
#include "medialibrary.h"
#include "suite.h"

#include <QDir>
#include <QElapsedTimer>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <atomic>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

constexpr int deadlock = 20'000; // ms; a helper that nobody frees by then has been waited for
constexpr int slowestLevel = 22;

} // namespace

/// Work that goes on until it is freed, whatever is asked of it.
struct StuckWork
{
    QSemaphore running;
    QSemaphore freed;
    std::atomic_int ended{0};

    [[nodiscard]] PrepareJob::Work work()
    {
        return [this](const std::stop_token &) -> PreparedFile {
            running.release();
            (void)freed.tryAcquire(1, deadlock);
            ++ended;
            return {};
        };
    }
};

class TestPackageCancel : public QObject
{
    Q_OBJECT
    static constexpr int patience = 60'000; // ms

    QTemporaryDir m_dir;
    [[nodiscard]] QString sub(const QString &name) const { return m_dir.filePath(name); }

    /// Four stems that do not compress.
    PackageSource stems(qsizetype size) const
    {
        PackageSource source{u"0123abcd_analysis"_s, {}};
        for (const QString &stem : {u"bass"_s, u"drums"_s, u"vocals"_s, u"other"_s}) {
            const QString path = sub(stem + QString::number(size));
            QFile file(path);
            if (!file.exists() && (!file.open(QIODevice::WriteOnly) || file.write(noiseBytes(size, 7)) != size))
                qFatal("a stem cannot be written");
            source.entries.append({u"stems/"_s + stem + u".wav"_s, path});
        }
        return source;
    }

private Q_SLOTS:
    void cancels_data()
    {
        QTest::addColumn<int>("level");
        for (int level : {1, 3, 9, 19})
            QTest::addRow("level %d", level) << level;
    }
    // By steps, not by the clock: not one more byte leaves, though the most part of the sources was not read.
    void cancels()
    {
        QFETCH(int, level);
        const PackageSource source = stems(level > 9 ? 2'000'000 : 10'000'000);
        std::stop_source stop;
        struct Canceler : QIODevice
        {
            std::stop_source *stop = nullptr;
            int writes = 0;
            qint64 readData(char *, qint64) override { return -1; }
            qint64 writeData(const char *, qint64 size) override
            {
                ++writes;
                stop->request_stop();
                return size;
            }
        } device;
        device.stop = &stop;
        device.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        QElapsedTimer timer;
        timer.start();
        const Error error = PackageBuilder::write(source, &device, {.level = level}, stop.get_token());
        qInfo() << "ended after" << timer.elapsed() << "ms, the first output included";
        QCOMPARE(error.kind, Error::Kind::Canceled);
        QCOMPARE(device.writes, 1);
    }

    void aCanceledBuildLeavesNothing()
    {
        const PackageSource source = stems(20'000'000);
        std::stop_source stop;
        // Asked for the free space after the folder is made: the building begins.
        const PackageSettings settings{.folder = sub(u"cancelout"_s), .freeBytes = [&](const QString &) {
                                           stop.request_stop();
                                           return Q_INT64_C(1) << 40;
                                       }};
        QCOMPARE(PackageBuilder(settings).build(source, stop.get_token()).error.kind, Error::Kind::Canceled);
        QCOMPARE(leftIn(sub(u"cancelout"_s)), QStringList());
    }

    // The person does not wait for the helper: it is stuck here until we have seen the end.
    void cancelIsReportedAtOnce()
    {
        StuckWork stuck;
        QThreadPool pool; // its end waits for the helper, which uses what stands above
        const auto free = qScopeGuard([&] { stuck.freed.release(); });
        auto *job = new PrepareJob(&pool, stuck.work(), this);
        QSignalSpy finished(job, &PrepareJob::finished);
        job->start();
        QTRY_COMPARE(stuck.running.available(), 1);
        job->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<PreparedFile>().error.kind, Error::Kind::Canceled);
    }

    // The helper is in the middle of it: the file is gone before the call is over, and the end comes with the next turn
    // of the event loop.
    void theFileGoesWithTheCall()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        const QString folder = sub(u"vanish"_s);
        auto *job = new PrepareJob(
            &pool, PrepareJob::package(stems(5'000'000), {.folder = folder, .level = slowestLevel}, {}), this);
        QSignalSpy finished(job, &PrepareJob::finished);
        job->start();
        QTRY_COMPARE_WITH_TIMEOUT(leftIn(folder).size(), 1, patience);
        job->cancel();
        QCOMPARE(leftIn(folder), QStringList());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<PreparedFile>().error.kind, Error::Kind::Canceled);
        pool.waitForDone();
        QCOMPARE(leftIn(folder), QStringList());
    }

    void aStuckHelperIsNotWaitedFor()
    {
        const MediaLibrary library;
        StuckWork stuck;
        const auto free = qScopeGuard([&] { stuck.freed.release(2); });
        auto bench = StorageBench::open(library.databasePath(), SchemaDescription::luma(), sub(u"cache"_s));
        QVERIFY(bench);
        QObject owner;
        auto *job = new PrepareJob((*bench)->pool.get(), stuck.work(), &owner);
        auto *next = new PrepareJob((*bench)->pool.get(), stuck.work(), &owner);
        job->start();
        next->start();
        QTRY_COMPARE_WITH_TIMEOUT(stuck.running.available(), 1, patience);
        delete job;
        delete next;
        bench->reset();
        QCOMPARE(stuck.ended.load(), 0);
        stuck.freed.release();
        QTRY_COMPARE_WITH_TIMEOUT(stuck.ended.load(), 1, patience);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(patience));
        QCOMPARE(stuck.running.available(), 1); // the other one never began
    }

    void oneHelperAtATime()
    {
        const MediaLibrary library;
        StuckWork stuck;
        const auto bench = StorageBench::open(library.databasePath(), SchemaDescription::luma(), sub(u"cache"_s));
        QVERIFY(bench);
        QObject owner;
        for (int i = 0; i < 3; ++i) {
            auto *job = new PrepareJob((*bench)->pool.get(), stuck.work(), &owner);
            job->start();
            QCoreApplication::sendPostedEvents();
            job->cancel();
        }
        QCOMPARE((*bench)->pool->activeThreadCount(), 1);
        stuck.freed.release(3);
        QTRY_COMPARE_WITH_TIMEOUT(stuck.ended.load(), 3, patience);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestPackageCancel)
#include "tst_packagecancel.moc"
