// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/constants.h"
#include "localcloud.h"
#include "medialibrary.h"
#include "suite.h"
#include "tripwire.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString email = u"killed@example.org"_s;
const QString password = u"correct horse battery"_s;
constexpr int processLimit = 240'000; // milliseconds, on a busy machine

/// When the program dies.
struct Moment
{
    int time = -1; ///< milliseconds after its start; -1: by `trip`
    TripWire::Trip trip{};
};

/// Half of them anywhere in a run's time, half at the places where something is handed over.
Moment momentFrom(QRandomGenerator &random, int typicalTime)
{
    const bool before = random.bounded(2) == 0;
    switch (random.bounded(8)) {
    case 0:
        return {.trip = {.word = "post /storage/v1/upload/resumable", .before = before}};
    case 1:
        return {.trip = {.word = "/storage/v1/upload/resumable/", .inAnswer = true, .before = before}};
    case 2:
        return {.trip = {.word = "patch /storage/v1/upload", .times = 1, .further = random.bounded(UPLOAD_CHUNK_SIZE)}};
    case 3:
        return {
            .trip = {.word = "patch /storage/v1/upload", .times = 2, .further = random.bounded(UPLOAD_CHUNK_SIZE / 2)}};
    case 4:
        return {.trip = {.word = "tus-complete: 1", .inAnswer = true, .before = before}};
    default:
        return {.time = random.bounded(typicalTime)};
    }
}

} // namespace

/// The real program, killed again and again (SIGKILL) at seeded moments; after the last start everything is in the
/// cloud, once and right. LUMASYNC_SEED is the seed, LUMASYNC_KILLS how often it dies.
class TestKill : public QObject
{
    Q_OBJECT

    LocalCloud m_cloud;
    MediaLibrary m_library;
    std::unique_ptr<TripWire> m_wire;
    int m_tracks = 0;

    void addTrack()
    {
        const auto seed = quint32(++m_tracks);
        const qint64 track = m_library.addTrack(u"killed%1"_s.arg(m_tracks), true,
                                                noiseBytes(UPLOAD_CHUNK_SIZE + 700'000 * (m_tracks % 4 + 1), seed));
        m_library.addAnalysis(track, 2'300'000);
    }

    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LUMASYNC_PASSWORD"_s, password);
        return environment;
    }
    [[nodiscard]] QStringList projectArguments(quint16 port) const
    {
        return {u"--database"_s, m_library.databasePath(),
                u"--url"_s,      u"http://127.0.0.1:%1"_s.arg(port),
                u"--key"_s,      QString::fromLatin1(m_cloud.project().publishableKey),
                u"--email"_s,    email};
    }

    /// One start of the program; -9: it was killed.
    int sync(const Moment &moment = {})
    {
        QProcess program;
        program.setProcessEnvironment(environment());
        program.setStandardInputFile(QProcess::nullDevice());
        program.setProcessChannelMode(QProcess::MergedChannels);
        QSignalSpy finished(&program, &QProcess::finished);
        m_wire->set(moment.trip, [&] { program.kill(); });
        if (moment.time >= 0)
            QTimer::singleShot(moment.time, &program, [&] { program.kill(); });
        program.start(QStringLiteral(LUMASYNC_PROGRAM),
                      QStringList{u"sync"_s, u"--cache"_s, m_library.path(u"cache"_s)} +
                          projectArguments(m_wire->port()));
        const bool ended = finished.wait(processLimit);
        m_wire->set({}, {});
        if (!ended || (program.exitStatus() == QProcess::NormalExit && program.exitCode() != 0))
            qWarning("lumasync: %s", program.readAll().constData());
        if (!ended)
            return -1;
        return program.exitStatus() == QProcess::CrashExit ? -9 : program.exitCode();
    }

    [[nodiscard]] bool isComplete() const
    {
        return m_library.value(u"SELECT count(*) FROM storage_sync_queue WHERE status = 'completed'"_s).toInt() ==
               3 * m_tracks;
    }

    /// Where the newest track was when the program died.
    [[nodiscard]] QString phase() const
    {
        const QVariant track = m_library.value(u"SELECT max(id) FROM tracks"_s);
        const auto count = [&](const QString &where) {
            return m_library
                .value(u"SELECT count(*) FROM storage_sync_queue WHERE track_id = ? AND "_s + where, {track})
                .toInt();
        };
        if (count(u"1"_s) < 3)
            return u"enqueue"_s;
        if (count(u"upload_url IS NOT NULL AND bytes_uploaded > 0"_s) > 0)
            return u"after a chunk"_s;
        if (count(u"upload_url IS NOT NULL"_s) > 0)
            return u"first chunk"_s;
        if (count(u"status = 'uploading'"_s) > 0)
            return u"create or put"_s;
        return count(u"status = 'completed'"_s) == 3 ? u"completed"_s : u"build or between"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString trouble = m_cloud.start({u"--etag"_s, u"mtime"_s});
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        QVERIFY(m_cloud.signUp(email, password).token.isValid());
        m_library.run(u"DROP TABLE lumasync_meta"_s); // a library that was never synced
        const QUrl url = m_cloud.project().url;
        m_wire = std::make_unique<TripWire>(QHostAddress(url.host()), quint16(url.port()));
    }

    void survivesEveryKill()
    {
        bool isGiven = false;
        const quint32 given = qEnvironmentVariable("LUMASYNC_SEED").toUInt(&isGiven);
        const quint32 seed = isGiven ? given : QRandomGenerator::global()->bounded(1'000'000'000U);
        const int wanted = qMax(1, qEnvironmentVariable("LUMASYNC_KILLS", u"5"_s).toInt());
        qInfo("kills with seed %u (LUMASYNC_SEED=%u LUMASYNC_KILLS=%d)", seed, seed, wanted);
        QRandomGenerator random(seed);

        addTrack();
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(sync(), 0); // how long it takes when nothing happens
        const int typicalTime = int(clock.elapsed());
        QVERIFY(isComplete());

        int kills = 0;
        QMap<QString, int> phases;
        for (int starts = 0; kills < wanted; ++starts) {
            QVERIFY2(starts < 4 * wanted + 20, "the program hardly ever dies");
            if (isComplete())
                addTrack();
            const int code = sync(momentFrom(random, typicalTime));
            QVERIFY2(code == 0 || code == -9, qPrintable(QString::number(code)));
            if (code == -9) {
                ++kills;
                ++phases[phase()];
            }
        }
        QCOMPARE(sync(), 0);
        QVERIFY(isComplete());
        qInfo() << kills << "kills:" << phases;
        for (const QString &name : {u"enqueue"_s, u"first chunk"_s, u"after a chunk"_s})
            QVERIFY2(wanted < 50 || phases.contains(name), qPrintable(name)); // few kills need not meet all of them

        // Once and right: by a second implementation that shares no code with the program.
        QProcess verify;
        verify.setProcessEnvironment(environment());
        verify.setProcessChannelMode(QProcess::MergedChannels);
        verify.start(u"node"_s, QStringList{QStringLiteral(LUMASYNC_CLOUD) + u"/verify.mjs"_s} +
                                    projectArguments(quint16(m_cloud.project().url.port())));
        QVERIFY(verify.waitForFinished(processLimit));
        const QByteArray report = verify.readAll();
        QVERIFY2(verify.exitCode() == 0, report.constData());
        const QJsonArray objects = m_cloud.sql(u"select count(*)::int as n from storage.objects"_s);
        QCOMPARE(objects[0]["n"_L1].toInt(), 3 * m_tracks);

        QStringList strays;
        QDirIterator files(m_library.path(u"cache"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            strays.append(files.next());
        QCOMPARE(strays, QStringList());

        const qint64 beyond = bytesReceived() - bytesNeeded();
        qInfo() << "bytes beyond the files' sizes:" << beyond;
        QVERIFY2(beyond >= 0 && beyond <= kills * UPLOAD_CHUNK_SIZE, qPrintable(QString::number(beyond)));
    }

private:
    /// By resumable uploads.
    qint64 bytesReceived()
    {
        qint64 bytes = 0;
        const QJsonObject uploads = m_cloud.uploads();
        for (const QJsonValue &upload : uploads) {
            for (const QJsonValue &patch : upload.toArray())
                bytes += patch["received"_L1].toInteger();
        }
        return bytes;
    }
    [[nodiscard]] qint64 bytesNeeded() const
    {
        return m_library
            .value(u"SELECT sum(file_size) FROM storage_sync_queue WHERE file_size > ?"_s, {UPLOAD_CHUNK_SIZE})
            .toLongLong();
    }
};

LUMASYNC_SUITE(QCoreApplication, TestKill)
#include "tst_kill.moc"
