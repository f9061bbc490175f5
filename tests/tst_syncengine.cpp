// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/syncengine.h"

#include "httpscript.h"
#include "localcloud.h"
#include "medialibrary.h"
#include "suite.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString password = u"correct horse battery"_s;

SyncOptions optionsFor(const MediaLibrary &library, const Project &project)
{
    SyncOptions options;
    options.databasePath = library.databasePath();
    options.project = project;
    options.keychainService.clear();
    options.cacheFolder = library.path(u"cache"_s);
    options.interval = 300ms;
    options.uploadPause = 10ms;
    return options;
}

} // namespace

class TestSyncEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void rowsAndFilesArrive();
    void neverGreenTooEarly();
    void idleSendsNothing();
    void editIsDirtyUntilSent();
    void otherAccount();
    void missingLibrary();
    void givesWayToThePerson();
    void quit_data();
    void quit();
    void quitSendsTheLastEdit();
    void destroyedInAnyState();

private:
    /// A signed-in engine on `library` that has backed everything up.
    std::unique_ptr<SyncEngine> syncedEngine(const MediaLibrary &library, const QString &email);
    LocalCloud m_cloud;
};

void TestSyncEngine::initTestCase()
{
    QCOMPARE(m_cloud.start(), QString());
}

std::unique_ptr<SyncEngine> TestSyncEngine::syncedEngine(const MediaLibrary &library, const QString &email)
{
    auto engine = std::make_unique<SyncEngine>(optionsFor(library, m_cloud.project()));
    engine->start();
    engine->signIn(email, password);
    if (!QTest::qWaitFor([&] { return engine->status().isEverythingBackedUp() && engine->status().lastSync.isValid(); },
                         60'000))
        return nullptr;
    return engine;
}

void TestSyncEngine::rowsAndFilesArrive()
{
    MediaLibrary library;
    const qint64 track = library.addTrack(u"aa11"_s);
    library.addAnalysis(track);
    library.run(u"INSERT INTO venues (name) VALUES ('Hall'), ('Club')"_s);
    const AuthSession user = m_cloud.signUp(u"arrive@example.org"_s, password);
    const AuthSession stranger = m_cloud.signUp(u"stranger@example.org"_s, password);
    const auto engine = syncedEngine(library, u"arrive@example.org"_s);
    QVERIFY(engine);

    const QString mine = u" where uid = '"_s + user.token.uid + u'\'';
    QCOMPARE(m_cloud.sql(u"select count(*)::int as n from venues"_s + mine)[0]["n"_L1].toInt(), 2);
    QCOMPARE(m_cloud.sql(u"select count(*)::int as n from track_stems"_s + mine)[0]["n"_L1].toInt(), 4);
    // The storage paths that the uploads left in the library went up as well, and as files they are the user's.
    const QJsonArray tracks = m_cloud.sql(u"select storage_path, album_art_storage_path from tracks"_s + mine);
    QCOMPARE(tracks.size(), 1);
    QVERIFY(tracks[0]["storage_path"_L1].toString().contains(user.token.uid));
    QVERIFY(tracks[0]["album_art_storage_path"_L1].toString().endsWith("aa11_thumb.jpg"_L1));
    const QJsonArray objects = m_cloud.sql(u"select bucket_id, name from storage.objects where name like '"_s +
                                           user.token.uid + u"/%' order by 1"_s);
    QCOMPARE(objects.size(), 3);
    // Row-level security, by SQL: another user sees none of it.
    const QJsonArray seen =
        m_cloud.sql(u"begin; set local role authenticated; select set_config('request.jwt.claims', '{\"sub\":\""_s +
                    stranger.token.uid +
                    u"\",\"role\":\"authenticated\"}', true);"
                    " select (select count(*) from tracks)::int as n"_s);
    QCOMPARE(seen[0]["n"_L1].toInt(-1), 0);
}

// The end of an upload makes a row dirty again, which the tables' side learns a moment later.
void TestSyncEngine::neverGreenTooEarly()
{
    MediaLibrary library;
    library.addTrack(u"ab12"_s);
    (void)m_cloud.signUp(u"green@example.org"_s, password);
    SyncOptions options = optionsFor(library, m_cloud.project());
    options.uploadPause = 500ms;
    int green = 0;
    QStringList tooEarly;
    SyncEngine engine(options);
    connect(&engine, &SyncEngine::statusChanged, this, [&](const SyncStatus &status) {
        if (!status.isEverythingBackedUp())
            return;
        ++green;
        if (const int dirty = library.value(u"SELECT count(*) FROM tracks WHERE needs_sync <> 0"_s).toInt(); dirty > 0)
            tooEarly.append(QString::number(dirty));
    });
    engine.start();
    engine.signIn(u"green@example.org"_s, password);
    QTRY_VERIFY_WITH_TIMEOUT(green > 0 && engine.status().isEverythingBackedUp(), 60'000);
    QCOMPARE(tooEarly, QStringList());
}

void TestSyncEngine::idleSendsNothing()
{
    MediaLibrary library;
    library.run(u"INSERT INTO venues (name) VALUES ('Hall')"_s);
    (void)m_cloud.signUp(u"idle@example.org"_s, password);
    const auto engine = syncedEngine(library, u"idle@example.org"_s);
    QVERIFY(engine);
    m_cloud.resetRequests();
    QSignalSpy status(engine.get(), &SyncEngine::statusChanged);
    // A dozen beats of the worker: syncNow() is one, and the interval gives the others.
    for (int i = 0; i < 10; ++i) {
        engine->syncNow();
        QTest::qWait(100);
    }
    QCOMPARE(m_cloud.requests(), QJsonObject());
    QVERIFY(engine->status().isEverythingBackedUp());
}

void TestSyncEngine::editIsDirtyUntilSent()
{
    MediaLibrary library;
    library.run(u"INSERT INTO venues (name) VALUES ('Hall')"_s);
    const AuthSession user = m_cloud.signUp(u"edit@example.org"_s, password);
    {
        const auto engine = syncedEngine(library, u"edit@example.org"_s);
        QVERIFY(engine);
        engine->setPaused(true);
        library.run(u"UPDATE venues SET name = 'Big Hall'"_s);
        QCOMPARE(library.value(u"SELECT needs_sync FROM venues"_s).toInt(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(engine->status().rowsWaiting, 1, 10'000);
        engine->setPaused(false);
        QTRY_VERIFY_WITH_TIMEOUT(engine->status().isEverythingBackedUp(), 20'000);
    }
    QCOMPARE(library.value(u"SELECT needs_sync FROM venues"_s).toInt(), 0);
    QCOMPARE(library.value(u"SELECT version FROM venues"_s).toInt(), 2); // the host's trigger, once
    const QJsonArray row =
        m_cloud.sql(u"select name, version::int as version from venues where uid = '"_s + user.token.uid + u'\'');
    QCOMPARE(row[0]["name"_L1].toString(), u"Big Hall"_s);
    QCOMPARE(row[0]["version"_L1].toInt(), 2);
}

void TestSyncEngine::otherAccount()
{
    MediaLibrary library;
    library.run(u"INSERT INTO venues (name) VALUES ('Hall')"_s);
    library.addTrack(u"bb22"_s);
    const AuthSession first = m_cloud.signUp(u"first@example.org"_s, password);
    const AuthSession second = m_cloud.signUp(u"second@example.org"_s, password);
    QVERIFY(syncedEngine(library, u"first@example.org"_s));

    library.run(u"UPDATE venues SET name = 'Secret Hall'"_s);
    SyncEngine engine(optionsFor(library, m_cloud.project()));
    engine.start();
    engine.signIn(u"second@example.org"_s, password);
    QTRY_COMPARE_WITH_TIMEOUT(engine.status().problem.code, u"other-account"_s, 20'000);
    QCOMPARE(engine.status().state, SyncStatus::State::NeedsAttention);
    const QString owned =
        u"select (select count(*) from venues where uid = '%1')::int + (select count(*) from storage.objects where name like '%1/%')::int as n"_s
            .arg(second.token.uid);
    for (int i = 0; i < 5; ++i) {
        engine.syncNow();
        QTest::qWait(100);
    }
    QCOMPARE(m_cloud.sql(owned)[0]["n"_L1].toInt(-1), 0);

    engine.adoptLibrary();
    QTRY_VERIFY_WITH_TIMEOUT(engine.status().isEverythingBackedUp(), 60'000);
    QCOMPARE(m_cloud.sql(owned)[0]["n"_L1].toInt(), 3); // the venue, the audio file and the thumbnail
    // The former account keeps what it had, as it was.
    const QJsonArray kept = m_cloud.sql(u"select name from venues where uid = '"_s + first.token.uid + u'\'');
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0]["name"_L1].toString(), u"Hall"_s);
}

void TestSyncEngine::missingLibrary()
{
    SyncOptions options;
    options.databasePath = u"/nonexistent/library.sqlite"_s;
    options.project = m_cloud.project();
    options.keychainService.clear();
    SyncEngine engine(options);
    engine.start();
    QTRY_COMPARE(engine.status().state, SyncStatus::State::NeedsAttention);
    QCOMPARE(engine.status().problem.code, u"nofile"_s);
    QVERIFY(!engine.status().isEverythingBackedUp());
}

void TestSyncEngine::givesWayToThePerson()
{
#ifdef Q_OS_LINUX
    MediaLibrary library;
    SyncEngine engine(optionsFor(library, m_cloud.project()));
    engine.start();
    // proc_pid_stat(5): the name in brackets, then the state, which is field 3; the nice value is field 19.
    const auto niceValues = [] {
        QMap<QByteArray, int> values;
        for (const QString &thread : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(u"/proc/self/task/%1/stat"_s.arg(thread));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray line = file.readAll();
            const qsizetype open = line.indexOf('(');
            const qsizetype close = line.lastIndexOf(')');
            values.insert(line.sliced(open + 1, close - open - 1), line.sliced(close + 2).split(' ').value(16).toInt());
        }
        return values;
    };
    QTRY_COMPARE(niceValues().value("lumasync-tables"), 10);
    QTRY_COMPARE(niceValues().value("lumasync-files"), 10);
#else
    QSKIP("Linux only");
#endif
}

void TestSyncEngine::quit_data()
{
    QTest::addColumn<int>("behaviour");
    QTest::addColumn<bool>("isBounded"); // false: at once
    QTest::newRow("dead server") << static_cast<int>(HttpScript::Then::Reset) << false;
    QTest::newRow("silent server") << static_cast<int>(HttpScript::Then::Stall) << true;
}

void TestSyncEngine::quit()
{
    QFETCH(int, behaviour);
    QFETCH(bool, isBounded);
    MediaLibrary library;
    library.run(u"INSERT INTO venues (name) VALUES ('Hall')"_s);
    HttpScript server;
    bool signedIn = false;
    server.setHandler([&](const HttpScript::Seen &seen) -> HttpScript::Step {
        if (seen.target.contains("/token")) {
            signedIn = true;
            const QByteArray body =
                "{\"access_token\":\"a.eyJzdWIiOiIwMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDAifQ.c\","
                "\"token_type\":\"bearer\",\"expires_in\":3600,\"refresh_token\":\"r\","
                "\"user\":{\"id\":\"00000000-0000-4000-8000-000000000000\",\"email\":\"a@example.org\"}}";
            return {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\n\r\n" + body};
        }
        return {{}, static_cast<HttpScript::Then>(behaviour)};
    });
    const auto project = Project::make(server.url().toString(), "sb_publishable_test");
    QVERIFY(project);
    SyncOptions options = optionsFor(library, *project);
    options.quitLimit = 1s;
    options.interval = 60s;
    SyncEngine engine(options);
    engine.start();
    engine.signIn(u"a@example.org"_s, password);
    QTRY_VERIFY_WITH_TIMEOUT(signedIn, 10'000);
    if (!isBounded)
        QTRY_COMPARE_WITH_TIMEOUT(engine.status().state, SyncStatus::State::Offline, 20'000);

    QSignalSpy stopped(&engine, &SyncEngine::stopped);
    QElapsedTimer timer;
    timer.start();
    engine.finish();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 30'000);
    // Generous: that it ends at all is the point, the limit of 1 s is checked against a multiple of it on a busy
    // machine.
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(library.value(u"SELECT needs_sync FROM venues"_s).toInt(), 1); // not lost
}

void TestSyncEngine::quitSendsTheLastEdit()
{
    MediaLibrary library;
    library.run(u"INSERT INTO venues (name) VALUES ('Hall')"_s);
    const AuthSession user = m_cloud.signUp(u"quit@example.org"_s, password);
    const auto engine = syncedEngine(library, u"quit@example.org"_s);
    QVERIFY(engine);
    library.run(u"UPDATE venues SET name = 'Last Hall'"_s);
    engine->stop(); // blocks, bounded
    QCOMPARE(engine->status().state, SyncStatus::State::Stopped);
    QCOMPARE(m_cloud.sql(u"select name from venues where uid = '"_s + user.token.uid + u'\'')[0]["name"_L1].toString(),
             u"Last Hall"_s);
    QCOMPARE(library.value(u"SELECT needs_sync FROM venues"_s).toInt(), 0);
}

void TestSyncEngine::destroyedInAnyState()
{
    MediaLibrary library;
    library.addAnalysis(library.addTrack(u"cc33"_s), 2'000'000);
    (void)m_cloud.signUp(u"destroy@example.org"_s, password);
    for (int pause : {0, 5, 20, 60, 150, 300, 600}) {
        SyncEngine engine(optionsFor(library, m_cloud.project()));
        engine.start();
        engine.signIn(u"destroy@example.org"_s, password);
        QTest::qWait(pause);
    }
    QVERIFY(syncedEngine(library, u"destroy@example.org"_s));
}

LUMASYNC_SUITE(QCoreApplication, TestSyncEngine)
#include "tst_syncengine.moc"
