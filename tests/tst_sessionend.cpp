// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/syncengine.h"
#include "lumadatabase.h"
#include "net/tokenprovider.h"
#include "restscript.h"
#include "suite.h"

#include <QGuiApplication>
#include <QMetaMethod>
#include <QTest>
#include <QThread>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A host's own sign-in.
class HostSignIn : public TokenProvider
{
public:
    [[nodiscard]] AccessToken token() const override { return current; }
    void requestRefresh(const AccessToken &) override
    {
        ++asked;
        Q_EMIT tokenChanged(current);
    }
    AccessToken current;
    int asked = 0;
};

/// The cloud answers while the GUI thread waits, so it lives in a thread of its own.
class CloudThread
{
public:
    explicit CloudThread(const Schema &schema)
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_context, [&] { m_cloud = std::make_unique<RestScript>(schema); }, Qt::BlockingQueuedConnection);
    }
    ~CloudThread()
    {
        QMetaObject::invokeMethod(&m_context, [&] { m_cloud.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] Project project() const { return m_cloud->project(); }
    [[nodiscard]] AccessToken token() const { return m_cloud->accessToken(); }
    [[nodiscard]] RestScript::Rows all()
    {
        RestScript::Rows rows;
        QMetaObject::invokeMethod(&m_context, [&] { rows = m_cloud->all(); }, Qt::BlockingQueuedConnection);
        return rows;
    }
    void expireToken()
    {
        QMetaObject::invokeMethod(&m_context, [&] { m_cloud->token = "two"; }, Qt::BlockingQueuedConnection);
    }
    void silence()
    {
        QMetaObject::invokeMethod(
            &m_context, [&] { m_cloud->health = [] { return HttpScript::stall(); }; }, Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<RestScript> m_cloud;
};

// A host with a sign-in of its own, in a desktop session that ends.
class TestSessionEnd : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void hostsOwnSignIn();
    void sessionEnds();
    void sessionEndIsBounded();

private:
    /// What the session manager does when the person logs out.
    static void endSession()
    {
        const int signal = qGuiApp->metaObject()->indexOfSignal("commitDataRequest(QSessionManager&)");
        void *arguments[] = {nullptr, nullptr}; // the manager is not looked at
        QMetaObject::activate(qGuiApp, signal, arguments);
    }
    [[nodiscard]] QString hallInTheCloud() { return m_cloud->all().first()["name"_L1].toString(); }

    std::unique_ptr<LumaDatabase> m_host;
    std::unique_ptr<CloudThread> m_cloud;
    std::unique_ptr<HostSignIn> m_signIn;
    std::unique_ptr<SyncEngine> m_engine;
};

void TestSessionEnd::init()
{
    m_host = std::make_unique<LumaDatabase>(LumaDatabase::Content::Schema);
    QCOMPARE(m_host->run(u"INSERT INTO venues (name) VALUES ('Hall')"_s), QString());
    const auto database = Database::open(m_host->path());
    const auto schema = Schema::resolve(SchemaDescription::luma(), database->connection());
    m_cloud = std::make_unique<CloudThread>(*schema);
    m_signIn = std::make_unique<HostSignIn>();
    m_signIn->current = m_cloud->token();
    SyncOptions options;
    options.databasePath = m_host->path();
    options.project = m_cloud->project();
    options.uploadFiles = false;
    options.interval = 1h;
    options.quitLimit = 1s;
    m_engine = std::make_unique<SyncEngine>(options, m_signIn.get());
    m_engine->start();
    m_engine->syncNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->status().isEverythingBackedUp() && m_engine->status().lastSync.isValid(),
                             60'000);
}

void TestSessionEnd::cleanup()
{
    m_engine.reset();
    m_signIn.reset();
    m_cloud.reset();
    m_host.reset();
}

void TestSessionEnd::hostsOwnSignIn()
{
    QCOMPARE(hallInTheCloud(), u"Hall"_s);
    QCOMPARE(m_signIn->asked, 0);
    m_cloud->expireToken(); // the server is asked for a new one, once
    m_signIn->current = m_cloud->token();
    QCOMPARE(m_host->run(u"UPDATE venues SET name = 'Arena'"_s), QString());
    m_engine->syncNow();
    QTRY_COMPARE_WITH_TIMEOUT(hallInTheCloud(), u"Arena"_s, 60'000);
    QCOMPARE(m_signIn->asked, 1);
    Q_EMIT m_signIn->signedOut({});
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->status().state, SyncStatus::State::SignedOut, 60'000);
}

void TestSessionEnd::sessionEnds()
{
    QCOMPARE(m_host->run(u"UPDATE venues SET name = 'the last word'"_s), QString());
    endSession();
    QCOMPARE(hallInTheCloud(), u"the last word"_s); // before the call returned
    // The person calls the log-out off: it goes on.
    QCOMPARE(m_host->run(u"UPDATE venues SET name = 'one more'"_s), QString());
    m_engine->syncNow();
    QTRY_COMPARE_WITH_TIMEOUT(hallInTheCloud(), u"one more"_s, 60'000);
}

void TestSessionEnd::sessionEndIsBounded()
{
    m_cloud->silence();
    QCOMPARE(m_host->run(u"UPDATE venues SET name = 'kept'"_s), QString());
    endSession(); // returns
    QCOMPARE(m_host->value(u"SELECT needs_sync FROM venues"_s).toInt(), 1);
    m_engine->stop(); // and so does the end that follows
    QCOMPARE(m_engine->status().state, SyncStatus::State::Stopped);
}

LUMASYNC_SUITE(QGuiApplication, TestSessionEnd)
#include "tst_sessionend.moc"
