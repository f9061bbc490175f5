// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/zstddevice.h"

#include <QBuffer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

QByteArray sound(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char((i * i / 97) ^ (random.generate() & 15));
    return bytes;
}

/// Comes again after `period` bytes: what a job knows of those before it shows in its bytes.
QByteArray echo(qsizetype size, qsizetype period)
{
    QByteArray bytes = sound(period);
    while (bytes.size() < size)
        bytes += bytes.first(qMin(period, size - bytes.size()));
    return bytes;
}

QByteArray compressed(const QByteArray &input, ZstdOptions options, qsizetype piece)
{
    QBuffer target;
    target.open(QIODevice::WriteOnly);
    ZstdDevice device(&target, options);
    if (!device.open(QIODevice::WriteOnly))
        return {};
    for (qsizetype done = 0; done < input.size(); done += piece) {
        const QByteArrayView part = QByteArrayView(input).sliced(done, qMin(piece, input.size() - done));
        if (device.write(part.data(), part.size()) != part.size())
            return {};
    }
    if (!device.finish())
        return {};
    device.close();
    return target.data();
}

QByteArray decompressed(const QByteArray &input)
{
    QProcess zstd;
    zstd.start(u"zstd"_s, {u"-d"_s, u"-c"_s});
    zstd.write(input);
    zstd.closeWriteChannel();
    if (!zstd.waitForFinished(60000) || zstd.exitCode() != 0)
        return "zstd failed";
    return zstd.readAllStandardOutput();
}

/// Takes `room` bytes, then refuses.
class SmallDevice : public QIODevice
{
public:
    explicit SmallDevice(qint64 room)
        : m_room(room)
    {
        open(WriteOnly | Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        m_room -= size;
        return m_room < 0 ? -1 : size;
    }

private:
    qint64 m_room;
};

} // namespace

class TestZstdDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<int>("level");
        for (qsizetype size : {0, 1, 511, 128 * 1024, 2 * 1024 * 1024, 9000001}) {
            for (int level : {1, 3, 15})
                QTest::addRow("%lld bytes at level %d", qlonglong(size), level) << size << level;
        }
        QTest::addRow("level 22") << qsizetype(3000000) << 22;
    }
    void roundTrip()
    {
        QFETCH(qsizetype, size);
        QFETCH(int, level);
        const QByteArray input = sound(size);
        const QByteArray output = compressed(input, {.level = level}, 1 << 20);
        QVERIFY(!output.isEmpty());
        QVERIFY(decompressed(output) == input);
    }

    void sameBytesForAnyThreadsAndPieces_data()
    {
        QTest::addColumn<int>("level");
        for (int level : {1, 3, 9, 16})
            QTest::addRow("level %d", level) << level;
    }
    void sameBytesForAnyThreadsAndPieces()
    {
        QFETCH(int, level);
        // Within the window, but further away than the overlap of two jobs: where they are cut matters.
        const QByteArray input = echo(level > 12 ? 2500000 : 9000000, level == 1 ? 200000 : 700000);
        const QByteArray expected = compressed(input, {.level = level, .workers = 1}, input.size());
        QVERIFY(expected.size() > 100000);
        for (int workers : {2, 4}) {
            for (qsizetype piece : {4096, 333333})
                QVERIFY(compressed(input, {.level = level, .workers = workers}, piece) == expected);
        }
    }

    void hasAChecksum()
    {
        QByteArray output = compressed(sound(300000), {}, 4096);
        output[output.size() - 2] = char(output[output.size() - 2] ^ 1);
        QCOMPARE(decompressed(output), "zstd failed");
    }

    void refusesAWrongLevel_data()
    {
        QTest::addColumn<int>("level");
        QTest::newRow("0") << 0;
        QTest::newRow("23") << 23;
        QTest::newRow("-5") << -5;
    }
    void refusesAWrongLevel()
    {
        QFETCH(int, level);
        QBuffer target;
        target.open(QIODevice::WriteOnly);
        ZstdDevice device(&target, {.level = level});
        QVERIFY(!device.open(QIODevice::WriteOnly));
        QCOMPARE(device.failure().kind, Error::Kind::Configuration);
    }

    void refusesToRead()
    {
        QBuffer target;
        ZstdDevice device(&target);
        QVERIFY(!device.open(QIODevice::ReadOnly));
        QVERIFY(!device.open(QIODevice::ReadWrite));
    }

    void aRefusingTargetIsAnError()
    {
        SmallDevice target(1000);
        ZstdDevice device(&target);
        QVERIFY(device.open(QIODevice::WriteOnly));
        const QByteArray input = sound(30000000);
        QCOMPARE(device.write(input), -1);
        QCOMPARE(device.failure().kind, Error::Kind::File);
        QCOMPARE(device.write(input), -1);
        QVERIFY(!device.finish());
    }

    void cancels()
    {
        QBuffer target;
        target.open(QIODevice::WriteOnly);
        std::stop_source stop;
        ZstdDevice device(&target, {}, stop.get_token());
        QVERIFY(device.open(QIODevice::WriteOnly));
        QCOMPARE(device.write("some bytes"), 10);
        stop.request_stop();
        QCOMPARE(device.write("more"), -1);
        QVERIFY(!device.finish());
        QCOMPARE(device.failure().kind, Error::Kind::Canceled);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestZstdDevice)
#include "tst_zstddevice.moc"
