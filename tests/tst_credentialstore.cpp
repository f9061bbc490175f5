// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/account.h"
#include "core/credentialstore.h"
#include "httpscript.h"
#include "suite.h"

#include <QSignalSpy>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

namespace {

const QUrl origin(u"https://abc.supabase.co"_s);
const QString service = u"LumaSync test"_s;

} // namespace

// Where the sign-in is kept between runs; here on a machine that has no keychain.
class TestCredentialStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void json();
    void foreignEntries_data();
    void foreignEntries();
    void memoryOnly();
    void noKeychain();
    void accountSaysSoAndGoesOn();
};

void TestCredentialStore::initTestCase()
{
    // No bus, so neither the Secret Service nor KWallet, whatever the desktop of whoever runs this has.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
}

void TestCredentialStore::json()
{
    const StoredSession session{u"0b7e"_s, u"ä@example.org"_s, "re\"fresh"};
    const StoredSession read = CredentialStore::fromJson(CredentialStore::toJson(session));
    QCOMPARE(read.uid, session.uid);
    QCOMPARE(read.email, session.email);
    QCOMPARE(read.refreshToken, session.refreshToken);
}

void TestCredentialStore::foreignEntries_data()
{
    QTest::addColumn<QByteArray>("entry");
    for (const char *entry : {"", "a password", "[]", "{}", "{\"refresh_token\":7}", "{\"refresh_token\":"})
        QTest::newRow(entry) << QByteArray(entry);
}

void TestCredentialStore::foreignEntries()
{
    QFETCH(QByteArray, entry);
    QCOMPARE(CredentialStore::fromJson(entry).refreshToken, QByteArray());
}

void TestCredentialStore::memoryOnly()
{
    CredentialStore store({}, origin);
    QSignalSpy loaded(&store, &CredentialStore::loaded);
    QSignalSpy unavailable(&store, &CredentialStore::unavailable);
    store.load();
    QCOMPARE(loaded.size(), 0); // from the event loop
    QVERIFY(loaded.wait());
    store.save({u"u"_s, u"e"_s, "r"});
    QTest::qWait(50);
    QCOMPARE(unavailable.size(), 0); // the host wished it so
}

void TestCredentialStore::noKeychain()
{
    CredentialStore store(service, origin);
    QSignalSpy loaded(&store, &CredentialStore::loaded);
    QSignalSpy unavailable(&store, &CredentialStore::unavailable);
    store.load();
    QVERIFY(loaded.wait(20'000));
    QCOMPARE(loaded.first().first().value<StoredSession>().refreshToken, QByteArray());
    QCOMPARE(unavailable.size(), 1);
    store.save({u"u"_s, u"e"_s, "secret-token"});
    store.save({});
    QTRY_COMPARE_WITH_TIMEOUT(unavailable.size(), 3, 20'000);
    for (const QList<QVariant> &call : unavailable) {
        const Error error = call.first().value<Error>();
        QVERIFY(error.message.contains(u"only until the program ends"_s));
        QVERIFY(!error.message.contains(u"secret-token"_s));
    }
}

// In memory the session works all the same; the person is told that it ends with the program.
void TestCredentialStore::accountSaysSoAndGoesOn()
{
    HttpScript server;
    server.script({HttpScript::answer(200, R"({"access_token":"jwt1","token_type":"bearer","expires_in":3600,)"
                                           R"("refresh_token":"refresh1","user":{"id":"0b7e","email":"a@b.c"}})")});
    Account account({server.url(), "k"}, service);
    QSignalSpy told(&account, &Account::sessionNotKept);
    QSignalSpy token(&account, &Account::tokenChanged);
    account.start();
    account.signIn(u"a@b.c"_s, u"pass"_s);
    QTRY_COMPARE_WITH_TIMEOUT(token.size(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 20'000);
    QCOMPARE(token.first().first().value<AccessToken>().jwt, "jwt1");
}

LUMASYNC_SUITE(QCoreApplication, TestCredentialStore)
#include "tst_credentialstore.moc"
