// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "files.h"
#include "suite.h"

#include "core/packagebuilder.h"
#include "core/packagefolder.h"
#include "core/preparejob.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <functional>

#include <thread>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto fileHash = "0123abcd"_L1;

QByteArray noise(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (char &byte : bytes)
        byte = char(random.generate() & 0x3f);
    return bytes;
}

void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// What the reference application packs.
PackageSource packed(const QString &artwork, const QByteArray &waveform, const QString &logits,
                     const std::function<QString(const QString &)> &stemPath)
{
    PackageSource source{fileHash + u"_analysis"_s, {}};
    if (!artwork.isEmpty())
        source.entries.append({u"artwork.jpg"_s, artwork});
    source.entries.append({u"waveform.json"_s, {}, waveform});
    source.entries.append({u"logits.bin"_s, logits});
    for (const QString &stem : {u"bass"_s, u"drums"_s, u"vocals"_s, u"other"_s})
        source.entries.append({u"stems/"_s + stem + u".wav"_s, stemPath(stem)});
    return source;
}

/// The media of one track in a folder.
PackageSource media(const QString &folder, qsizetype stemSize = 200000)
{
    put(folder + u"/cover.JPG"_s, noise(5000, 1));
    put(folder + u"/l.bin"_s, noise(70001, 2));
    quint32 seed = 3;
    for (const QString &stem : {u"bass"_s, u"drums"_s, u"vocals"_s, u"other"_s}) {
        put(folder + u"/s_"_s + stem + u".wav"_s, noise(stemSize + seed, seed));
        ++seed;
    }
    return packed(folder + u"/cover.JPG"_s, "{\"full_samples\":[1]}", folder + u"/l.bin"_s,
                  [=](const QString &stem) -> QString { return folder + u"/s_"_s + stem + u".wav"_s; });
}

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return "FAILED: " + process.readAll();
    return process.readAll();
}

} // namespace

class TestPackageBuilder : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    [[nodiscard]] QString sub(const QString &name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void contentsAndOrder()
    {
        const PackageSource source = media(sub(u"m1"_s));
        const PackageResult result = PackageBuilder({.folder = sub(u"out1"_s)}).build(source);
        QVERIFY2(!result.error, qPrintable(result.error.message));
        QCOMPARE(result.path, sub(u"out1"_s) + u"/0123abcd_analysis.tar.zst"_s);
        QCOMPARE(leftIn(sub(u"out1"_s)), QStringList{u"0123abcd_analysis.tar.zst"_s});
        QVERIFY(!output(u"zstd"_s, {u"-t"_s, u"-q"_s, result.path}).startsWith("FAILED"));
        QCOMPARE(output(u"tar"_s, {u"--zstd"_s, u"-tf"_s, result.path}),
                 "artwork.jpg\nwaveform.json\nlogits.bin\nstems/bass.wav\nstems/drums.wav\nstems/"
                 "vocals.wav\nstems/other.wav\n");
        const QByteArray details = output(u"tar"_s, {u"--zstd"_s, u"--utc"_s, u"-tvf"_s, result.path});
        QCOMPARE(details.count("-rw-r--r-- root/root"), 7);
        QCOMPARE(details.count("1970-01-01 00:00"), 7);

        QFile file(result.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(result.size, file.size());
        QCOMPARE(result.sha256, QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex());

        QDir().mkpath(sub(u"x1"_s));
        QVERIFY(!output(u"tar"_s, {u"--zstd"_s, u"-xf"_s, result.path, u"-C"_s, sub(u"x1"_s)}).startsWith("FAILED"));
        for (const PackageEntry &entry : source.entries) {
            QFile unpacked(sub(u"x1"_s) + u'/' + entry.name);
            QVERIFY(unpacked.open(QIODevice::ReadOnly));
            QFile original(entry.path);
            const QByteArray expected = entry.path.isEmpty()                 ? entry.content
                                        : original.open(QIODevice::ReadOnly) ? original.readAll()
                                                                             : QByteArray("unreadable");
            QVERIFY2(unpacked.readAll() == expected, qPrintable(entry.name));
        }
    }

    void sameContentSameBytes()
    {
        const PackageSource first = media(sub(u"m2a"_s), 3000000);
        const PackageSource second = media(sub(u"elsewhere/m2b"_s), 3000000);
        for (const PackageEntry &entry : second.entries) {
            if (entry.path.isEmpty())
                continue;
            QFile file(entry.path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1000000000), QFileDevice::FileModificationTime));
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        }
        const PackageResult a = PackageBuilder({.folder = sub(u"out2a"_s), .workers = 1}).build(first);
        const PackageResult b = PackageBuilder({.folder = sub(u"out2b"_s), .workers = 3}).build(second);
        QVERIFY(!a.error && !b.error);
        QCOMPARE(a.sha256, b.sha256);
        QFile fileA(a.path);
        QFile fileB(b.path);
        QVERIFY(fileA.open(QIODevice::ReadOnly) && fileB.open(QIODevice::ReadOnly));
        QVERIFY(fileA.readAll() == fileB.readAll());
        // Once more over the finished one.
        QCOMPARE(PackageBuilder({.folder = sub(u"out2a"_s)}).build(first).sha256, a.sha256);
        QCOMPARE(leftIn(sub(u"out2a"_s)).size(), 1);
    }

    void ownerOnly()
    {
#ifdef Q_OS_UNIX
        const PackageResult result = PackageBuilder({.folder = sub(u"deep/er/out3"_s)}).build(media(sub(u"m3"_s)));
        QVERIFY(!result.error);
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                              QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(result.path).permissions() & others));
        QVERIFY(!(QFileInfo(sub(u"deep/er/out3"_s)).permissions() & others));
#endif
    }

    void badSources_data()
    {
        QTest::addColumn<QString>("victim");
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QString>("code");
        QTest::newRow("stem is gone") << u"s_drums.wav"_s << u"remove"_s << u"missing"_s;
        QTest::newRow("logits are gone") << u"l.bin"_s << u"remove"_s << u"missing"_s;
        QTest::newRow("artwork is gone") << u"cover.JPG"_s << u"remove"_s << u"missing"_s;
        QTest::newRow("stem is a folder") << u"s_bass.wav"_s << u"folder"_s << u"missing"_s;
        QTest::newRow("stem beyond 8 GiB") << u"s_other.wav"_s << u"huge"_s << u"toolarge"_s;
    }
    void badSources()
    {
        QFETCH(QString, victim);
        QFETCH(QString, deed);
        QFETCH(QString, code);
        const QString name = QString::fromLatin1(QTest::currentDataTag()).remove(u' ');
        const PackageSource source = media(sub(name));
        const QString path = sub(name) + u'/' + victim;
        if (deed != u"huge")
            QVERIFY(QFile::remove(path));
        if (deed == u"folder")
            QVERIFY(QDir().mkdir(path));
        QFile file(path);
        if (deed == u"huge")
            QVERIFY(file.resize(Q_INT64_C(9) << 30)); // sparse
        const PackageSettings settings{.folder = sub(name + u"out"_s),
                                       .freeBytes = [](const QString &) { return Q_INT64_C(1) << 40; }};
        const PackageResult result = PackageBuilder(settings).build(source);
        QCOMPARE(result.error.kind, Error::Kind::File);
        QCOMPARE(result.error.code, code);
        QVERIFY(result.error.message.contains(victim));
        QCOMPARE(leftIn(sub(name + u"out"_s)), QStringList());
    }

    void changesWhileRead_data()
    {
        QTest::addColumn<QString>("deed");
        for (const char *deed : {"shorter", "longer", "touched"})
            QTest::newRow(deed) << QString::fromLatin1(deed);
    }
    // A device that changes the stem in the middle of the archive.
    void changesWhileRead()
    {
        QFETCH(QString, deed);
        const QString name = u"change"_s + deed;
        const PackageSource source = media(sub(name), 20000000);
        const QString path = sub(name) + u"/s_drums.wav"_s;
        struct Saboteur : QIODevice
        {
            std::function<void()> act;
            qint64 seen = 0;
            qint64 readData(char *, qint64) override { return -1; }
            qint64 writeData(const char *, qint64 size) override
            {
                // The bass stem is about 15 MB compressed; the drums come after it.
                if (seen < 22000000 && (seen += size) >= 22000000)
                    act();
                return size;
            }
        } device;
        device.act = [&] {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            if (deed == u"shorter")
                QVERIFY(file.resize(15000000));
            if (deed == u"longer")
                QVERIFY(file.resize(21000000));
            if (deed == u"touched")
                QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1000000000), QFileDevice::FileModificationTime));
        };
        device.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        const Error error = PackageBuilder::write(source, &device, {});
        QVERIFY(device.seen >= 22000000);
        QCOMPARE(error.kind, Error::Kind::File);
        QCOMPARE(error.code, u"changed"_s);
    }

    void noSpaceIsSaidFirst()
    {
        PackageSettings settings{.folder = sub(u"outfull"_s),
                                 .freeBytes = [](const QString &) { return qint64(100000); }};
        const PackageResult result = PackageBuilder(settings).build(media(sub(u"mfull"_s)));
        QCOMPARE(result.error.kind, Error::Kind::DiskFull);
        QCOMPARE(leftIn(sub(u"outfull"_s)), QStringList());
    }

    void diskFillsUpMeanwhile()
    {
        if (!QFileInfo::exists(u"/dev/full"_s))
            return;
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const Error error = PackageBuilder::write(media(sub(u"mdevfull"_s)), &full, {});
        QCOMPARE(error.kind, Error::Kind::DiskFull);
    }

    void folderCannotBeMade()
    {
        put(sub(u"afile"_s), "x");
        const PackageResult result = PackageBuilder({.folder = sub(u"afile/out"_s)}).build(media(sub(u"mnf"_s)));
        QCOMPARE(result.error.kind, Error::Kind::File);
        QCOMPARE(result.error.code, u"folder"_s);
    }

    void unreadableStem()
    {
#ifdef Q_OS_LINUX
        const PackageSource source = media(sub(u"unreadable"_s));
        QVERIFY(QFile::setPermissions(sub(u"unreadable/s_drums.wav"_s), QFile::Permissions()));
        QVERIFY(QFile::setPermissions(m_dir.path(), QFile::Permissions::fromInt(0x7777)));
        QVERIFY(QDir().mkpath(sub(u"anyone"_s)));
        QVERIFY(QFile::setPermissions(sub(u"anyone"_s), QFile::Permissions::fromInt(0x7777)));
        const QString folder = sub(u"anyone/out"_s);
        PackageResult result;
        std::thread builder([&] {
            if (::geteuid() == 0)
                ::syscall(SYS_setfsuid, 65534); // this thread alone looks at files as nobody
            result = PackageBuilder({.folder = folder}).build(source);
        });
        builder.join();
        QCOMPARE(result.error.kind, Error::Kind::File);
        QCOMPARE(result.error.code, u"unreadable"_s);
        QVERIFY2(result.error.message.contains(u"s_drums.wav"_s), qPrintable(result.error.message));
        QVERIFY(QFileInfo(folder).isDir());
        QCOMPARE(leftIn(folder), QStringList());
#endif
    }

    // A disk of our own that is really full. Mounting needs root, which ./dev has; elsewhere /dev/full has to do.
    void aFullDiskLeavesNothing()
    {
#ifdef Q_OS_LINUX
        const QString disk = sub(u"disk"_s);
        QVERIFY(QDir().mkpath(disk));
        if (::unshare(CLONE_NEWNS) != 0 ||
            ::mount("tmpfs", QFile::encodeName(disk).constData(), "tmpfs", 0, "size=256k") != 0) {
            qInfo() << "no right to mount a small disk";
            return;
        }
        const PackageSettings settings{.folder = disk + u"/out"_s, .freeBytes = [](const QString &) {
                                           return Q_INT64_C(1) << 40; // another program takes it meanwhile
                                       }};
        const PackageResult result = PackageBuilder(settings).build(media(sub(u"mdisk"_s), 2'000'000));
        const QStringList left = leftIn(disk + u"/out"_s);
        const PackageResult asked =
            PackageBuilder({.folder = disk + u"/out"_s}).build(media(sub(u"mdisk"_s), 2'000'000));
        ::umount(QFile::encodeName(disk).constData());
        QCOMPARE(result.error.kind, Error::Kind::DiskFull);
        QCOMPARE(left, QStringList());
        QCOMPARE(asked.error.code, u"nospace"_s); // by the system's own word
        QVERIFY2(asked.error.message.contains(u"are free"_s), qPrintable(asked.error.message));
#endif
    }

    void everyThreadGivesWay()
    {
#ifdef Q_OS_LINUX
        const PackageSource source = media(sub(u"background"_s), 10'000'000);
        struct Looker : QIODevice
        {
            QList<int> niceness; ///< of each thread of this process while the compressor's run
            qint64 readData(char *, qint64) override { return -1; }
            qint64 writeData(const char *, qint64 size) override
            {
                if (niceness.isEmpty()) {
                    const QStringList tasks = QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
                    for (const QString &task : tasks)
                        niceness.append(::getpriority(PRIO_PROCESS, task.toUInt()));
                }
                return size;
            }
        } device;
        device.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        const int own = ::getpriority(PRIO_PROCESS, 0);
        QThreadPool pool;
        auto *job = new PrepareJob(
            &pool,
            [&](const std::stop_token &stop) -> PreparedFile {
                return {.error = PackageBuilder::write(source, &device, {.workers = 2}, stop)};
            },
            this);
        QSignalSpy finished(job, &PrepareJob::finished);
        job->start();
        QVERIFY(finished.wait(60'000));
        QVERIFY(!finished.first().first().value<PreparedFile>().error);
        QVERIFY2(device.niceness.count(qMin(19, qMax(own, 10))) >= 3,
                 "the builder and both of the compressor's threads");
        QCOMPARE(::getpriority(PRIO_PROCESS, 0), own); // but not whoever asked for it
#endif
    }

    void sweeps()
    {
        const QString path = sub(u"outsweep"_s);
        const PackageFolder folder(path);
        QVERIFY(!folder.prepare());
        QVERIFY(folder.temporaryPath(u"a"_s) != folder.temporaryPath(u"a"_s));
        put(folder.temporaryPath(u"a_analysis"_s), "half");
        put(folder.temporaryPath(u"b_analysis"_s), "half");
        put(folder.packagePath(u"c_analysis"_s), "whole");
        put(folder.packagePath(u"d_analysis"_s), "whole, wanted");
        put(path + u"/somebody's.txt"_s, "not ours");
        QCOMPARE(folder.sweep({folder.packagePath(u"d_analysis"_s)}), 3);
        QCOMPARE(leftIn(path), (QStringList{u"d_analysis.tar.zst"_s, u"somebody's.txt"_s}));
    }
};

LUMASYNC_SUITE(QCoreApplication, TestPackageBuilder)
#include "tst_packagebuilder.moc"
