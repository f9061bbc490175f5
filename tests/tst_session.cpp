// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "httpscript.h"
#include "net/session.h"
#include "suite.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpScript::Step session(int number, int expiresIn = 3600)
{
    const QByteArray n = QByteArray::number(number);
    return HttpScript::answer(200, R"({"access_token":"jwt)" + n + R"(","token_type":"bearer","expires_in":)" +
                                       QByteArray::number(expiresIn) + R"(,"refresh_token":"refresh)" + n +
                                       R"(","user":{"id":"0B7E","email":"a@b.c"}})");
}

HttpScript::Step refusal(int status, const char *code)
{
    return HttpScript::answer(status, R"({"code":400,"error_code":")"_ba + code + R"(","msg":"m"})");
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private:
    static Session::Options quick()
    {
        Session::Options options;
        options.backoff = Backoff{20ms, 100ms, [] { return 1.0; }};
        return options;
    }

    QNetworkAccessManager m_manager;

private Q_SLOTS:
    void signIn()
    {
        HttpScript server;
        server.script({session(1)});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy finished(&session, &Session::signInFinished);
        QStringList order;
        connect(&session, &Session::sessionRotated, this, [&](const StoredSession &stored) {
            order << u"rotated "_s + QString::fromLatin1(stored.refreshToken);
            QVERIFY(session.token().jwt.isEmpty()); // stored before it is used
        });
        connect(&session, &Session::tokenChanged, this,
                [&](const AccessToken &token) { order << u"token "_s + QString::fromLatin1(token.jwt); });
        connect(&session, &Session::signInFinished, this, [&] { order << u"finished"_s; });
        session.signIn(u"a@b.c"_s, u"pass"_s);
        QCOMPARE(session.state(), Session::State::SigningIn);
        QVERIFY(finished.wait());
        QCOMPARE(order, (QStringList{u"rotated refresh1"_s, u"token jwt1"_s, u"finished"_s}));
        QVERIFY(!finished.at(0).at(0).value<Error>());
        QCOMPARE(session.state(), Session::State::SignedIn);
        QVERIFY(session.token().isValid());
        QCOMPARE(session.token().uid, u"0b7e"_s);
        QCOMPARE(session.email(), u"a@b.c"_s);
        const HttpScript::Seen seen = server.seen().first();
        QCOMPARE(seen.target, "/auth/v1/token?grant_type=password");
        QCOMPARE(seen.body, R"({"email":"a@b.c","password":"pass"})");
        QVERIFY(!seen.headers.contains("authorization"));
    }

    void signInFails_data()
    {
        QTest::addColumn<HttpScript::Step>("step");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("wrong password") << refusal(400, "invalid_credentials") << Error::Kind::Credentials;
        QTest::newRow("rate limit") << refusal(429, "over_request_rate_limit") << Error::Kind::Busy;
        QTest::newRow("server") << refusal(500, "unexpected_failure") << Error::Kind::Server;
        QTest::newRow("nonsense") << HttpScript::answer(200, "<html>welcome</html>") << Error::Kind::Protocol;
        QTest::newRow("no user") << HttpScript::answer(200,
                                                       R"({"access_token":"x","refresh_token":"y","expires_in":5})")
                                 << Error::Kind::Protocol;
        QTest::newRow("captive portal") << HttpScript::answer(302, {}, {"Location: http://portal.example/"})
                                        << Error::Kind::ForeignOrigin;
    }
    void signInFails()
    {
        QFETCH(HttpScript::Step, step);
        QFETCH(Error::Kind, kind);
        HttpScript server;
        server.script({step});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy finished(&session, &Session::signInFinished);
        session.signIn(u"a@b.c"_s, u"secret-pass"_s);
        QVERIFY(finished.wait());
        const Error error = finished.at(0).at(0).value<Error>();
        QCOMPARE(error.kind, kind);
        QVERIFY(!error.message.contains(u"secret-pass"_s));
        QCOMPARE(session.state(), Session::State::SignedOut);
        QVERIFY(!session.token().isValid());
    }

    void failedSignInKeepsTheSessionBefore()
    {
        HttpScript server;
        server.script({session(1), refusal(400, "invalid_credentials"), session(2)});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy changed(&session, &Session::tokenChanged);
        QSignalSpy signedOut(&session, &Session::signedOut);
        QSignalSpy finished(&session, &Session::signInFinished);
        session.signIn(u"a"_s, u"b"_s);
        QVERIFY(changed.wait());
        session.signIn(u"a"_s, u"wrong"_s);
        session.requestRefresh(session.token()); // answered by what comes of it
        QVERIFY(changed.wait());
        QCOMPARE(finished.at(1).at(0).value<Error>().kind, Error::Kind::Credentials);
        QCOMPARE(session.token().jwt, "jwt2");
        QCOMPARE(server.seen().last().body, R"({"refresh_token":"refresh1"})");
        QCOMPARE(signedOut.size(), 0);
    }

    void askedWhileSigningIn()
    {
        HttpScript server;
        server.script({refusal(400, "invalid_credentials")});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy signedOut(&session, &Session::signedOut);
        session.signIn(u"a"_s, u"wrong"_s);
        session.requestRefresh({});
        QVERIFY(signedOut.wait());
        QCOMPARE(signedOut.size(), 1);
    }

    void oneRefreshForAll()
    {
        HttpScript server;
        server.script({session(1), session(2)});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy changed(&session, &Session::tokenChanged);
        session.signIn(u"a"_s, u"b"_s);
        QVERIFY(changed.wait());
        const AccessToken stale = session.token();
        for (int i = 0; i < 5; ++i)
            session.requestRefresh(stale);
        QVERIFY(changed.wait());
        QCOMPARE(session.token().jwt, "jwt2");
        QCOMPARE(server.seen().size(), 2);
        QCOMPARE(server.seen().last().target, "/auth/v1/token?grant_type=refresh_token");
        QCOMPARE(server.seen().last().body, R"({"refresh_token":"refresh1"})");
        // A latecomer with the old token gets the new one without a request.
        session.requestRefresh(stale);
        QCOMPARE(changed.size(), 2); // not from inside the call
        QVERIFY(changed.wait());
        QCOMPARE(changed.at(2).at(0).value<AccessToken>().jwt, "jwt2");
        QCOMPARE(server.seen().size(), 2);
    }

    void refreshesAheadOfExpiry()
    {
        HttpScript server;
        server.script({session(1, 1), session(2, 3600)});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy changed(&session, &Session::tokenChanged);
        session.signIn(u"a"_s, u"b"_s);
        QVERIFY(changed.wait());
        QVERIFY(changed.wait(3000)); // by itself, at half of its life
        QCOMPARE(changed.at(1).at(0).value<AccessToken>().jwt, "jwt2");
    }

    // This machine's clock may be hours off: neither `expires_at` nor the token's own claims are measured by it.
    void wallClockDoesNotMatter_data()
    {
        QTest::addColumn<qint64>("hours");
        QTest::newRow("our clock is ahead") << qint64(-24);
        QTest::newRow("our clock is behind") << qint64(24);
    }
    void wallClockDoesNotMatter()
    {
        QFETCH(qint64, hours);
        const qint64 expiry = QDateTime::currentSecsSinceEpoch() + hours * 3600;
        const QByteArray claims = QByteArray(R"({"sub":"0b7e","exp":)" + QByteArray::number(expiry) + '}')
                                      .toBase64(QByteArray::Base64UrlEncoding);
        HttpScript server;
        server.script({HttpScript::answer(
            200, R"({"access_token":"h.)" + claims + R"(.s","token_type":"bearer","expires_in":3600,"expires_at":)" +
                     QByteArray::number(expiry) + R"(,"refresh_token":"r","user":{"id":"0b7e"}})")});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy changed(&session, &Session::tokenChanged);
        session.signIn(u"a"_s, u"b"_s);
        QVERIFY(changed.wait());
        QVERIFY(session.token().isValid());
        const auto left = session.token().expiry.remainingTimeAsDuration();
        QVERIFY(left > 3000s && left <= 3600s);
        QTest::qWait(100);
        QCOMPARE(server.seen().size(), 1); // no refresh in a hurry
    }

    void refreshDelay_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("delay");
        QTest::newRow("an hour") << 3600 << 3510;
        QTest::newRow("ten minutes") << 600 << 510;
        QTest::newRow("two minutes") << 120 << 60;
        QTest::newRow("ten seconds") << 10 << 5;
    }
    void refreshDelay()
    {
        QFETCH(int, seconds);
        QFETCH(int, delay);
        QCOMPARE(Session::refreshDelay(std::chrono::seconds(seconds), 90s).count(), delay * 1000);
    }

    void refreshOutcomes_data()
    {
        QTest::addColumn<HttpScript::Step>("step");
        QTest::addColumn<bool>("ends");
        for (const char *code : {"refresh_token_not_found", "refresh_token_already_used", "session_not_found",
                                 "session_expired", "user_banned", "validation_failed"})
            QTest::newRow(code) << refusal(400, code) << true;
        QTest::newRow("rate limit") << refusal(429, "over_request_rate_limit") << false;
        QTest::newRow("conflict") << refusal(409, "conflict") << false;
        QTest::newRow("server") << refusal(500, "unexpected_failure") << false;
        QTest::newRow("gateway") << HttpScript::answer(502, "<html>") << false;
        QTest::newRow("reset") << HttpScript::reset() << false;
        QTest::newRow("redirect") << HttpScript::answer(302, {}, {"Location: http://portal.example/"}) << false;
        QTest::newRow("captive portal") << HttpScript::answer(200, "<html>") << false;
        QTest::newRow("unknown 400") << refusal(400, "novel") << false;
        QTest::newRow("unknown 401") << HttpScript::answer(401, "?") << false;
    }
    void refreshOutcomes()
    {
        QFETCH(HttpScript::Step, step);
        QFETCH(bool, ends);
        HttpScript server;
        server.script({session(1), step, step, session(2)}); // twice: a broken connection is tried again at once
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy changed(&session, &Session::tokenChanged);
        QSignalSpy signedOut(&session, &Session::signedOut);
        QSignalSpy failed(&session, &Session::refreshFailed);
        QSignalSpy rotated(&session, &Session::sessionRotated);
        session.signIn(u"a"_s, u"b"_s);
        QVERIFY(changed.wait());
        QByteArray kept;
        connect(&session, &Session::refreshFailed, this, [&] { kept = session.token().jwt; });
        session.requestRefresh(session.token());
        QTRY_VERIFY(signedOut.size() + failed.size() > 0);
        QCOMPARE(signedOut.size(), ends ? 1 : 0);
        if (ends) {
            QCOMPARE(session.state(), Session::State::SignedOut);
            QVERIFY(!session.token().isValid());
            QVERIFY(rotated.last().at(0).value<StoredSession>().refreshToken.isEmpty());
            return;
        }
        QCOMPARE(kept, "jwt1"); // goes on with what it has, and tries again by itself
        QTRY_COMPARE(session.token().jwt, "jwt2");
        QCOMPARE(signedOut.size(), 0);
    }

    void restore()
    {
        HttpScript server;
        server.script({HttpScript::answer(503, "x"), session(5)});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy finished(&session, &Session::signInFinished);
        QSignalSpy changed(&session, &Session::tokenChanged);
        session.restore("stored");
        QVERIFY(finished.wait());
        QCOMPARE(finished.at(0).at(0).value<Error>().kind, Error::Kind::Server);
        QVERIFY(session.state() != Session::State::SignedOut);
        QVERIFY(changed.wait()); // it goes on trying
        QCOMPARE(session.token().jwt, "jwt5");
        QCOMPARE(finished.size(), 1);
        QCOMPARE(server.seen().first().body, R"({"refresh_token":"stored"})");
    }

    void restoreOfARevokedSession()
    {
        HttpScript server;
        server.script({refusal(400, "refresh_token_not_found")});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy finished(&session, &Session::signInFinished);
        session.restore("stored");
        QVERIFY(finished.wait());
        QCOMPARE(finished.at(0).at(0).value<Error>().kind, Error::Kind::SignedOut);
        QCOMPARE(session.state(), Session::State::SignedOut);
        session.restore({});
        QTRY_COMPARE(finished.size(), 2);
    }

    void signOut()
    {
        HttpScript server;
        server.script({session(1), HttpScript::answer(204)});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy changed(&session, &Session::tokenChanged);
        QSignalSpy signedOut(&session, &Session::signedOut);
        session.signIn(u"a"_s, u"b"_s);
        QVERIFY(changed.wait());
        session.signOut();
        QCOMPARE(signedOut.size(), 1);
        QVERIFY(!signedOut.at(0).at(0).value<Error>());
        QVERIFY(session.token().jwt.isEmpty());
        QTRY_COMPARE(server.seen().size(), 2);
        QCOMPARE(server.seen().last().target, "/auth/v1/logout?scope=local");
        QCOMPARE(server.seen().last().headers.value("authorization"), "Bearer jwt1");
        // Nobody is signed in: a request for a token is answered all the same.
        session.requestRefresh({});
        QVERIFY(signedOut.wait());
        QCOMPARE(signedOut.size(), 2);
    }

    void signInReplacesARefresh()
    {
        HttpScript server;
        server.script({HttpScript::stall(), session(3)});
        Session session(&m_manager, {server.url(), "k"}, quick());
        QSignalSpy changed(&session, &Session::tokenChanged);
        session.restore("stored");
        QTRY_COMPARE(server.seen().size(), 1);
        session.signIn(u"a"_s, u"b"_s);
        QVERIFY(changed.wait());
        QCOMPARE(session.token().jwt, "jwt3");
        QTest::qWait(50);
        QCOMPARE(changed.size(), 1);
    }

    void destroyedWhileRefreshing()
    {
        HttpScript server;
        server.script({HttpScript::stall()});
        {
            Session session(&m_manager, {server.url(), "k"}, quick());
            session.restore("stored");
            QTRY_COMPARE(server.seen().size(), 1);
        }
        QTest::qWait(20);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestSession)
#include "tst_session.moc"
