// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "net/errormapping.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using K = Error::Kind;

namespace {

HttpResult reply(int status, const QByteArray &body, const QByteArray &header = {}, const QByteArray &value = {})
{
    HttpResult result;
    result.status = status;
    result.body = body;
    if (!header.isEmpty())
        result.headers.append(header, value);
    return result;
}

QByteArray pg(const char *code, const char *message = "m")
{
    return R"({"code":")"_ba + code + R"(","details":null,"hint":null,"message":")" + message + R"("})";
}

QByteArray storageJson(const char *status, const char *code, const char *message)
{
    return R"({"statusCode":")"_ba + status + R"(","code":")" + code + R"(","error":"e","message":")" + message +
           R"("})";
}

QByteArray goTrueOld(const char *code)
{
    return R"({"code":400,"error_code":")"_ba + code + R"(","msg":"m"})";
}

QByteArray goTrueNew(const char *code)
{
    return R"({"code":")"_ba + code + R"(","message":"m"})";
}

} // namespace

class TestErrorMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgrest_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<K>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("200") << 200 << QByteArray() << K::None << QString();
        QTest::newRow("201") << 201 << QByteArray() << K::None << QString();
        QTest::newRow("204") << 204 << QByteArray() << K::None << QString();
        QTest::newRow("206") << 206 << QByteArray("[]") << K::None << QString();
        QTest::newRow("not null") << 400 << pg("23502") << K::Row << u"23502"_s;
        QTest::newRow("check") << 400 << pg("23514") << K::Row << u"23514"_s;
        QTest::newRow("unique") << 409 << pg("23505") << K::Row << u"23505"_s;
        QTest::newRow("foreign key") << 409 << pg("23503") << K::Parent << u"23503"_s;
        QTest::newRow("text for uuid") << 400 << pg("22P02") << K::Row << u"22P02"_s;
        QTest::newRow("out of range") << 400 << pg("22003") << K::Row << u"22003"_s;
        QTest::newRow("empty time") << 400 << pg("22007") << K::Row << u"22007"_s;
        QTest::newRow("month 13") << 400 << pg("22008") << K::Row << u"22008"_s;
        QTest::newRow("nul") << 400 << pg("22P05") << K::Row << u"22P05"_s;
        QTest::newRow("invalid utf-8") << 400 << pg("22021") << K::Row << u"22021"_s;
        QTest::newRow("trigger raise") << 400 << pg("P0001") << K::Row << u"P0001"_s;
        QTest::newRow("id twice") << 500 << pg("21000") << K::Row << u"21000"_s;
        QTest::newRow("id twice, stand-in") << 400 << pg("21000") << K::Row << u"21000"_s;
        QTest::newRow("policy") << 403 << pg("42501", "new row violates row-level security policy for table x")
                                << K::Forbidden << u"42501"_s;
        QTest::newRow("grant") << 403 << pg("42501", "permission denied for table x") << K::Forbidden << u"42501"_s;
        QTest::newRow("anonymous") << 401 << pg("42501") << K::SignedOut << u"42501"_s;
        QTest::newRow("no table") << 404 << pg("42P01") << K::Schema << u"42P01"_s;
        QTest::newRow("no table in cache") << 404 << pg("PGRST205") << K::Schema << u"PGRST205"_s;
        QTest::newRow("no column in cache") << 400 << pg("PGRST204") << K::Schema << u"PGRST204"_s;
        QTest::newRow("no column") << 400 << pg("42703") << K::Schema << u"42703"_s;
        QTest::newRow("no index for on_conflict") << 400 << pg("42P10") << K::Schema << u"42P10"_s;
        QTest::newRow("keys differ") << 400 << pg("PGRST102", "All object keys must match") << K::Protocol
                                     << u"PGRST102"_s;
        QTest::newRow("bad query") << 400 << pg("PGRST100") << K::Protocol << u"PGRST100"_s;
        QTest::newRow("bad JWT") << 401 << pg("PGRST301", "Expected 3 parts in JWT; got 1") << K::SignedOut
                                 << u"PGRST301"_s;
        QTest::newRow("anon disabled") << 401 << pg("PGRST302") << K::SignedOut << u"PGRST302"_s;
        QTest::newRow("expired") << 401 << pg("PGRST303", "JWT expired") << K::SignedOut << u"PGRST303"_s;
        QTest::newRow("issued at future") << 401 << pg("PGRST303", "JWT issued at future") << K::Busy << u"PGRST303"_s;
        QTest::newRow("not yet valid") << 401 << pg("PGRST303", "JWT not yet valid") << K::Busy << u"PGRST303"_s;
        QTest::newRow("unknown role") << 401 << pg("22023") << K::SignedOut << u"22023"_s;
        QTest::newRow("statement time-out") << 500 << pg("57014") << K::TooLarge << u"57014"_s;
        QTest::newRow("lock time-out") << 500 << pg("55P03") << K::Busy << u"55P03"_s;
        QTest::newRow("deadlock") << 500 << pg("40P01") << K::Busy << u"40P01"_s;
        QTest::newRow("serialization") << 500 << pg("40001") << K::Busy << u"40001"_s;
        QTest::newRow("disk full there") << 503 << pg("53100") << K::Server << u"53100"_s;
        QTest::newRow("too many connections") << 503 << pg("53300") << K::Server << u"53300"_s;
        QTest::newRow("connection") << 503 << pg("08006") << K::Server << u"08006"_s;
        QTest::newRow("shutdown") << 503 << pg("57P01") << K::Server << u"57P01"_s;
        QTest::newRow("no connection") << 503 << pg("PGRST000") << K::Server << u"PGRST000"_s;
        QTest::newRow("internal connection") << 503 << pg("PGRST001") << K::Server << u"PGRST001"_s;
        QTest::newRow("no schema cache") << 503 << pg("PGRST002") << K::Server << u"PGRST002"_s;
        QTest::newRow("pool exhausted") << 504 << pg("PGRST003") << K::Server << u"PGRST003"_s;
        QTest::newRow("read-only") << 405 << pg("25006") << K::Server << u"25006"_s;
        QTest::newRow("rate limit") << 429 << QByteArray("slow down") << K::Busy << QString();
        QTest::newRow("parameters") << 500 << pg("SUP", "MAX_PARAMETERS_EXCEEDED: too many") << K::TooLarge << u"SUP"_s;
        QTest::newRow("no apikey") << 401
                                   << QByteArray(R"({"message":"No API key found in request","hint":"No `apikey`"})")
                                   << K::Key << QString();
        QTest::newRow("wrong apikey") << 401 << QByteArray(R"({"message":"Invalid API key","hint":"Double check"})")
                                      << K::Key << QString();
        QTest::newRow("body too large") << 413 << QByteArray("<html>413</html>") << K::TooLarge << QString();
        QTest::newRow("url too long") << 414 << QByteArray("URI too long") << K::TooLarge << QString();
        QTest::newRow("headers too large") << 431 << QByteArray() << K::TooLarge << QString();
        QTest::newRow("bad gateway") << 502 << QByteArray("<html>") << K::Server << QString();
        QTest::newRow("paused project") << 540 << QByteArray() << K::Server << QString();
        QTest::newRow("not PostgREST") << 404 << QByteArray("<html>nginx</html>") << K::Schema << QString();
        QTest::newRow("text/plain 400") << 400 << QByteArray("Bad Request") << K::Protocol << QString();
    }
    void postgrest()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(K, kind);
        QFETCH(QString, code);
        const Error error = postgrestError(reply(status, body));
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.code, code);
        QCOMPARE(error.httpStatus, kind == K::None ? 0 : status);
        QCOMPARE(error.message.isEmpty(), kind == K::None);
    }

    void postgrestHead()
    {
        const Error error = postgrestError(reply(404, {}, "Proxy-Status", "PostgREST; error=PGRST205"));
        QCOMPARE(error.code, u"PGRST205"_s);
        QCOMPARE(error.kind, K::Schema);
    }

    void storage_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<K>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("204") << 204 << QByteArray() << K::None << QString();
        // The JWT check in front of everything: HTTP 400.
        QTest::newRow("expired") << 400 << storageJson("403", "AccessDenied", R"(\"exp\" claim timestamp check failed)")
                                 << K::SignedOut << u"AccessDenied"_s;
        QTest::newRow("malformed") << 400 << storageJson("403", "AccessDenied", "Invalid Compact JWS") << K::SignedOut
                                   << u"AccessDenied"_s;
        QTest::newRow("bad header") << 400 << storageJson("403", "AccessDenied", "JWS Protected Header is invalid")
                                    << K::SignedOut << u"AccessDenied"_s;
        QTest::newRow("other secret") << 400 << storageJson("403", "AccessDenied", "signature verification failed")
                                      << K::SignedOut << u"AccessDenied"_s;
        QTest::newRow("no Authorization")
            << 400 << storageJson("400", "InvalidRequest", "headers must have required property 'authorization'")
            << K::SignedOut << u"InvalidRequest"_s;
        QTest::newRow("HEAD, no body") << 400 << QByteArray() << K::SignedOut << QString();
        // The TUS layer: text with the true status.
        QTest::newRow("tus offset") << 409 << QByteArray("Upload-Offset conflict\n") << K::Conflict
                                    << u"UploadOffsetConflict"_s;
        QTest::newRow("tus exists") << 409 << QByteArray("The resource already exists") << K::Conflict
                                    << u"ResourceAlreadyExists"_s;
        QTest::newRow("tus unknown") << 404 << QByteArray("The file for this url was not found\n") << K::Gone
                                     << u"NoSuchUpload"_s;
        QTest::newRow("tus expired") << 410 << QByteArray("The file for this url no longer exists\n") << K::Gone
                                     << u"NoSuchUpload"_s;
        QTest::newRow("tus no bucket") << 404 << QByteArray("Bucket not found") << K::Schema << u"NoSuchBucket"_s;
        QTest::newRow("tus bucket name") << 400 << QByteArray("Bucket name invalid") << K::Row
                                         << u"InvalidBucketName"_s;
        QTest::newRow("tus key") << 400 << QByteArray("Invalid key: tracks/ü") << K::Row << u"InvalidKey"_s;
        QTest::newRow("tus id") << 400 << QByteArray("Invalid upload id") << K::Gone << u"InvalidUploadId"_s;
        QTest::newRow("tus size") << 413 << QByteArray("Maximum size exceeded\n") << K::TooLarge << u"EntityTooLarge"_s;
        QTest::newRow("tus beyond length")
            << 413 << QByteArray("upload's size exceeded\n") << K::TooLarge << u"UploadSizeExceeded"_s;
        QTest::newRow("tus mime") << 415 << QByteArray("mime type text/plain is not supported") << K::Row
                                  << u"InvalidMimeType"_s;
        QTest::newRow("tus policy") << 403 << QByteArray("new row violates row-level security policy") << K::Forbidden
                                    << u"RowLevelSecurity"_s;
        QTest::newRow("tus no offset header")
            << 403 << QByteArray("Upload-Offset header required\n") << K::Protocol << QString();
        QTest::newRow("tus no type header")
            << 403 << QByteArray("Content-Type header required\n") << K::Protocol << QString();
        QTest::newRow("tus version") << 412 << QByteArray("Tus-Resumable Required\n") << K::Protocol << QString();
        QTest::newRow("tus metadata") << 400 << QByteArray("Invalid upload-metadata\n") << K::Protocol << QString();
        QTest::newRow("tus lock") << 503 << QByteArray("acquiring lock timeout") << K::Busy << u"LockTimeout"_s;
        QTest::newRow("tus locked") << 423 << QByteArray("locked") << K::Busy << QString();
        QTest::newRow("tus unknown role") << 500 << QByteArray("database error, code: 22023") << K::Server << QString();
        QTest::newRow("tus slow down") << 429 << QByteArray() << K::Busy << QString();
        QTest::newRow("tus database") << 544 << QByteArray() << K::Server << QString();
        // The object API: HTTP 400 with the true status inside.
        QTest::newRow("object missing") << 400 << storageJson("404", "NoSuchKey", "Object not found") << K::Gone
                                        << u"NoSuchKey"_s;
        QTest::newRow("object exists") << 400 << storageJson("409", "KeyAlreadyExists", "The resource already exists")
                                       << K::Conflict << u"KeyAlreadyExists"_s;
        QTest::newRow("object policy") << 400
                                       << storageJson("403", "AccessDenied",
                                                      "new row violates row-level security policy")
                                       << K::Forbidden << u"AccessDenied"_s;
        QTest::newRow("object denied") << 400 << storageJson("403", "AccessDenied", "Access denied") << K::Forbidden
                                       << u"AccessDenied"_s;
        QTest::newRow("object bucket") << 400 << storageJson("404", "NoSuchBucket", "Bucket not found") << K::Schema
                                       << u"NoSuchBucket"_s;
        QTest::newRow("object mime") << 400 << storageJson("415", "InvalidMimeType", "mime type x") << K::Row
                                     << u"InvalidMimeType"_s;
        QTest::newRow("object size") << 400 << storageJson("413", "EntityTooLarge", "too large") << K::TooLarge
                                     << u"EntityTooLarge"_s;
        QTest::newRow("object key") << 400 << storageJson("400", "InvalidKey", "Invalid key: x") << K::Row
                                    << u"InvalidKey"_s;
        QTest::newRow("object database") << 544 << storageJson("544", "DatabaseTimeout", "t") << K::Server
                                         << u"DatabaseTimeout"_s;
        QTest::newRow("object slow down") << 429 << storageJson("429", "SlowDown", "s") << K::Busy << u"SlowDown"_s;
        QTest::newRow("object unknown code") << 400 << storageJson("404", "Novel", "m") << K::Gone << u"Novel"_s;
        QTest::newRow("no route") << 404
                                  << QByteArray(
                                         R"({"message":"Route GET:/x not found","error":"Not Found","statusCode":404})")
                                  << K::Schema << QString();
        QTest::newRow("gateway key") << 401 << QByteArray(R"({"message":"Invalid API key"})") << K::Key << QString();
        QTest::newRow("gateway 502") << 502 << QByteArray("<html>") << K::Server << QString();
    }
    void storage()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(K, kind);
        QFETCH(QString, code);
        const Error error = storageError(reply(status, body));
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.code, code);
    }

    void goTrue_data()
    {
        QTest::addColumn<AuthRequest>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<K>("kind");
        using A = AuthRequest;
        QTest::newRow("wrong password") << A::SignIn << 400 << goTrueOld("invalid_credentials") << K::Credentials;
        QTest::newRow("wrong password, new form")
            << A::SignIn << 400 << goTrueNew("invalid_credentials") << K::Credentials;
        QTest::newRow("wrong password, oauth form")
            << A::SignIn << 400
            << QByteArray(R"({"error":"invalid_grant","error_description":"Invalid login credentials"})")
            << K::Credentials;
        QTest::newRow("unconfirmed") << A::SignIn << 400 << goTrueOld("email_not_confirmed") << K::Credentials;
        QTest::newRow("malformed sign-in") << A::SignIn << 400 << goTrueOld("validation_failed") << K::Credentials;
        QTest::newRow("banned at sign-in") << A::SignIn << 400 << goTrueOld("user_banned") << K::Credentials;
        QTest::newRow("exists") << A::SignUp << 422 << goTrueOld("user_already_exists") << K::Credentials;
        QTest::newRow("weak") << A::SignUp << 422 << goTrueOld("weak_password") << K::Credentials;
        for (const char *code : {"refresh_token_not_found", "refresh_token_already_used", "session_not_found",
                                 "session_expired", "user_banned", "validation_failed"}) {
            QTest::addRow("gone %s", code) << A::Refresh << 400 << goTrueOld(code) << K::SignedOut;
            QTest::addRow("gone %s, new form", code) << A::Refresh << 400 << goTrueNew(code) << K::SignedOut;
        }
        QTest::newRow("gone, oauth form")
            << A::Refresh << 400
            << QByteArray(R"({"error":"invalid_grant","error_description":"Invalid Refresh Token"})") << K::SignedOut;
        QTest::newRow("rate limit") << A::Refresh << 429 << goTrueOld("over_request_rate_limit") << K::Busy;
        QTest::newRow("concurrent refresh") << A::Refresh << 409 << goTrueOld("conflict") << K::Busy;
        QTest::newRow("server") << A::Refresh << 500 << goTrueOld("unexpected_failure") << K::Server;
        QTest::newRow("server with a session code") << A::Refresh << 500 << goTrueOld("session_not_found") << K::Server;
        QTest::newRow("gateway") << A::Refresh << 502 << QByteArray("<html>") << K::Server;
        QTest::newRow("unknown 400 keeps the session") << A::Refresh << 400 << goTrueOld("novel_code") << K::Protocol;
        QTest::newRow("unknown 401 keeps the session") << A::Refresh << 401 << QByteArray("?") << K::Protocol;
        QTest::newRow("captive portal 404") << A::Refresh << 404 << QByteArray("<html>") << K::Protocol;
        QTest::newRow("sign-out of a gone session")
            << A::SignOut << 403 << goTrueOld("session_not_found") << K::SignedOut;
        QTest::newRow("wrong apikey") << A::SignIn << 401 << QByteArray(R"({"message":"Invalid API key"})") << K::Key;
    }
    void goTrue()
    {
        QFETCH(AuthRequest, request);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(K, kind);
        QCOMPARE(goTrueError(reply(status, body), request).kind, kind);
    }

    void goTrueHeaderCode()
    {
        const Error error =
            goTrueError(reply(400, "{}", "x-sb-error-code", "refresh_token_not_found"), AuthRequest::Refresh);
        QCOMPARE(error.kind, K::SignedOut);
        QCOMPARE(error.code, u"refresh_token_not_found"_s);
    }

    void transportErrorsPassThrough()
    {
        HttpResult result;
        result.error = {K::Timeout, 0, {}, u"late"_s, {}};
        QCOMPARE(postgrestError(result).kind, K::Timeout);
        QCOMPARE(storageError(result).kind, K::Timeout);
        QCOMPARE(goTrueError(result, AuthRequest::Refresh).kind, K::Timeout);
        QCOMPARE(postgrestError({}).kind, K::Protocol); // neither an answer nor an error
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("absent") << QByteArray() << qint64(0);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("seconds") << QByteArray(" 7 ") << qint64(7000);
        QTest::newRow("absurd") << QByteArray("99999999") << qint64(3'600'000);
        QTest::newRow("overflow") << QByteArray("99999999999999999999999") << qint64(0);
        QTest::newRow("negative") << QByteArray("-5") << qint64(0);
        QTest::newRow("date") << QByteArray("Mon, 23 Nov 2026 17:25:10 GMT") << qint64(60'000);
        QTest::newRow("past date") << QByteArray("Mon, 23 Nov 2026 17:00:00 GMT") << qint64(0);
        QTest::newRow("words") << QByteArray("soon") << qint64(0);
    }
    void retryAfter()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);
        HttpResult result = reply(429, "x", "Date", "Mon, 23 Nov 2026 17:24:10 GMT");
        if (!value.isEmpty())
            result.headers.append("Retry-After", value);
        QCOMPARE(postgrestError(result).retryAfter.count(), milliseconds);
    }

    void cleans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cleaned");
        QTest::newRow("plain") << u"null value in column \"name\""_s << u"null value in column \"name\""_s;
        QTest::newRow("lines") << u"a\n  b\tc\u0000d"_s << u"a b cd"_s;
        QTest::newRow("jwt") << u"bad eyJhbGciOi.eyJzdWIiOi.abc-_x here"_s << u"bad [hidden] here"_s;
        QTest::newRow("half a jwt") << u"eyJhbGciOi.eyJzdW"_s << u"[hidden]"_s;
        QTest::newRow("key") << u"key sb_publishable_AbC-1 and sb_secret_x"_s << u"key [hidden] and [hidden]"_s;
        QTest::newRow("bearer") << u"Authorization: Bearer abcdef"_s << u"Authorization: Bearer [hidden]"_s;
        QTest::newRow("signed url") << u"at https://h/x?token=abc ok"_s << u"at https://[hidden] ok"_s;
        QTest::newRow("long") << QString(1000, u'a') << QString(QString(299, u'a') + u'…');
    }
    void cleans()
    {
        QFETCH(QString, text);
        QFETCH(QString, cleaned);
        QCOMPARE(LumaSync::cleaned(text), cleaned);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestErrorMapping)
#include "tst_errormapping.moc"
