// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"
#include "tusturns.h"

using namespace LumaSync;
using namespace LumaSync::TusTurns;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTusSession : public QObject
{
    Q_OBJECT

private:
    QDateTime m_now = QDateTime::fromString(u"2026-11-23T10:00:00Z"_s, Qt::ISODate);

    TusSession session(const TusRequest &wanted) { return quickSession(wanted, m_now); }

private Q_SLOTS:
    void turns_data()
    {
        QTest::addColumn<bool>("resumes");
        QTest::addColumn<Turns>("turns");
        const qint64 chunk = 6 * MiB;
        const HttpResult offsetConflict = answer(409, "Upload-Offset conflict\n");
        const HttpResult exists = answer(409, "The resource already exists");
        const HttpResult gone = answer(410, "The file for this url no longer exists\n");
        const HttpResult unknown = answer(404, "The file for this url was not found\n");
        const HttpResult jwt = answer(400, expired);

        QTest::newRow("straight through")
            << false
            << Turns{created(), stored(0, chunk), took(chunk, A::Patch, chunk, chunk),
                     took(2 * chunk, A::Patch, 2 * chunk, 3 * MiB), took(15 * MiB, A::Done)};
        QTest::newRow("resume") << true
                                << Turns{feed(headSays(7 * MiB), A::Patch, 7 * MiB, chunk),
                                         took(13 * MiB, A::Patch, 13 * MiB, 2 * MiB), took(15 * MiB, A::Done)};
        QTest::newRow("resume from 0") << true << Turns{feed(headSays(0), A::Patch, 0, chunk)};
        QTest::newRow("nothing before the URL is stored")
            << false << Turns{created(), waited(A::StoreUrl), renewed(A::StoreUrl), stored(0, chunk)};
        QTest::newRow("relative Location")
            << false
            << Turns{feed(answer(201, {}, {{"Location", "/storage/v1/upload/resumable/x"}}), A::StoreUrl),
                     stored(0, chunk)};

        // POST
        QTest::newRow("create: Location elsewhere")
            << false << Turns{fails(answer(201, {}, {{"Location", "https://evil.example/x"}}), K::ForeignOrigin)};
        QTest::newRow("create: Location on plain http")
            << false
            << Turns{
                   fails(answer(201, {}, {{"Location", "http://h/storage/v1/upload/resumable/x"}}), K::ForeignOrigin)};
        QTest::newRow("create: Location with a user")
            << false << Turns{fails(answer(201, {}, {{"Location", "https://h@evil.example/x"}}), K::ForeignOrigin)};
        QTest::newRow("create: no Location") << false << Turns{fails(answer(201, {}), K::Protocol)};
        QTest::newRow("create: redirect") << false << Turns{fails(broken(K::ForeignOrigin), K::ForeignOrigin)};
        QTest::newRow("create: bad name") << false << Turns{fails(answer(400, "Invalid key: x"), K::Row)};
        QTest::newRow("create: metadata")
            << false << Turns{fails(answer(400, "Invalid upload-metadata\n"), K::Protocol)};
        QTest::newRow("create: no bucket") << false << Turns{fails(answer(404, "Bucket not found"), K::Schema)};
        QTest::newRow("create: policy") << false
                                        << Turns{fails(answer(403, "new row violates row-level security policy"),
                                                       K::Forbidden)};
        QTest::newRow("create: size") << false << Turns{fails(answer(413, "Maximum size exceeded\n"), K::TooLarge)};
        QTest::newRow("create: type") << false << Turns{fails(answer(415, "mime type x is not supported"), K::Row)};
        QTest::newRow("create: version") << false << Turns{fails(answer(412, "Tus-Resumable Required\n"), K::Protocol)};
        QTest::newRow("create: token") << false << Turns{feed(jwt, A::NeedToken), renewed(A::Create), created()};
        QTest::newRow("create: token, again, again")
            << false
            << Turns{feed(jwt, A::NeedToken), renewed(A::Create), feed(jwt, A::NeedToken), renewed(A::Create),
                     fails(jwt, K::SignedOut)};
        QTest::newRow("create: exists, ours")
            << false << Turns{feed(exists, A::CheckInfo), info(infoOf(15 * MiB, u"v9"_s), A::Fail, K::Conflict)};
        QTest::newRow("create: server") << false
                                        << Turns{feed(answer(500, "x"), A::Wait), waited(A::Create), created()};
        QTest::newRow("create: offline, offline, ...")
            << false << Turns{feed(broken(K::Offline), A::Wait),    waited(A::Create),
                              feed(broken(K::Offline), A::Wait),    waited(A::Create),
                              feed(broken(K::Timeout), A::Wait),    waited(A::Create),
                              fails(broken(K::Offline), K::Offline)};
        QTest::newRow("create: long Retry-After")
            << false << Turns{fails(answer(429, "x", {{"Retry-After", "600"}}), K::Busy)};
        QTest::newRow("create: TLS") << false << Turns{fails(broken(K::Tls), K::Tls)};

        // HEAD
        QTest::newRow("head: complete, stored")
            << true << Turns{feed(headSays(15 * MiB), A::CheckInfo), info(infoOf(15 * MiB, u"v1"_s), A::Done)};
        QTest::newRow("head: complete, not stored")
            << true
            << Turns{feed(headSays(15 * MiB), A::CheckInfo), info(infoError(K::Gone), A::Patch),
                     took(15 * MiB, A::Done)};
        QTest::newRow("head: complete, an older object")
            << true
            << Turns{feed(headSays(15 * MiB), A::CheckInfo), info(infoOf(15 * MiB, u"v0"_s), A::Patch),
                     feed(answer(404, "x"), A::ForgetUrl), forgotten(), created()};
        QTest::newRow("head: complete, empty PATCH refused")
            << true
            << Turns{feed(headSays(15 * MiB), A::CheckInfo), info(infoOf(3, u"v0"_s), A::Patch),
                     feed(offsetConflict, A::ForgetUrl), forgotten()};
        QTest::newRow("head: complete, empty PATCH breaks")
            << true << Turns{feed(headSays(15 * MiB), A::CheckInfo), info(infoError(K::Gone), A::Patch),
                             feed(broken(K::Offline), A::Head),      feed(headSays(15 * MiB), A::CheckInfo),
                             info(infoError(K::Gone), A::ForgetUrl), forgotten()};
        QTest::newRow("head: info forbidden")
            << true
            << Turns{feed(headSays(15 * MiB), A::CheckInfo), info(infoError(K::Forbidden), A::Fail, K::Forbidden)};
        QTest::newRow("head: info, server")
            << true
            << Turns{feed(headSays(15 * MiB), A::CheckInfo), info(infoError(K::Server), A::Wait), waited(A::CheckInfo)};
        QTest::newRow("head: info, token")
            << true
            << Turns{feed(headSays(15 * MiB), A::CheckInfo), info(infoError(K::SignedOut), A::NeedToken),
                     renewed(A::CheckInfo), info(infoOf(15 * MiB, u"v1"_s), A::Done)};
        QTest::newRow("head: gone, stored")
            << true << Turns{feed(answer(410, {}), A::CheckInfo), info(infoOf(15 * MiB, u"v1"_s), A::Done)};
        QTest::newRow("head: gone, not stored")
            << true
            << Turns{feed(answer(410, {}), A::CheckInfo), info(infoError(K::Gone), A::ForgetUrl), forgotten(),
                     created(), stored(0, chunk)};
        QTest::newRow("head: unknown") << true
                                       << Turns{feed(answer(404, {}), A::CheckInfo),
                                                info(infoError(K::Gone), A::ForgetUrl), forgotten()};
        QTest::newRow("head: token") << true
                                     << Turns{feed(answer(400, {}), A::NeedToken), renewed(A::Head),
                                              feed(headSays(chunk), A::Patch, chunk, chunk)};
        QTest::newRow("head: malformed id") << true
                                            << Turns{feed(answer(400, {}), A::NeedToken), renewed(A::Head),
                                                     feed(answer(400, {}), A::ForgetUrl), forgotten()};
        QTest::newRow("head: forbidden") << true << Turns{feed(answer(403, {}), A::ForgetUrl), forgotten()};
        QTest::newRow("head: locked") << true
                                      << Turns{feed(answer(423, {}), A::Wait), waited(A::Head),
                                               feed(headSays(0), A::Patch)};
        QTest::newRow("head: lock time-out") << true << Turns{feed(answer(503, {}), A::Wait), waited(A::Head)};
        QTest::newRow("head: offline") << true << Turns{feed(broken(K::Offline), A::Wait), waited(A::Head)};
        QTest::newRow("head: another length")
            << true
            << Turns{feed(answer(200, {}, {{"Upload-Offset", "5"}, {"Upload-Length", "99"}}), A::ForgetUrl),
                     forgotten()};
        QTest::newRow("head: beyond the end")
            << true << Turns{feed(answer(200, {}, {{"Upload-Offset", "99999999"}}), A::ForgetUrl)};
        QTest::newRow("head: no offset") << true << Turns{fails(answer(200, {}), K::Protocol)};
        QTest::newRow("head: negative offset")
            << true << Turns{fails(answer(200, {}, {{"Upload-Offset", "-5"}}), K::Protocol)};

        // PATCH
        QTest::newRow("patch: part of it")
            << true << Turns{feed(headSays(0), A::Patch), took(2097152, A::Patch, 2097152, chunk)};
        QTest::newRow("patch: nothing of it")
            << true << Turns{feed(headSays(5), A::Patch), took(5, A::Wait), waited(A::Head)};
        QTest::newRow("patch: no offset") << true << Turns{feed(headSays(0), A::Patch), feed(answer(204, {}), A::Head)};
        QTest::newRow("patch: conflict") << true
                                         << Turns{feed(headSays(0), A::Patch), feed(offsetConflict, A::Head),
                                                  feed(headSays(3), A::Patch, 3, chunk)};
        QTest::newRow("patch: conflict for ever") << true
                                                  << Turns{feed(headSays(0), A::Patch),
                                                           feed(offsetConflict, A::Head),
                                                           feed(headSays(0), A::Patch),
                                                           feed(offsetConflict, A::Wait),
                                                           waited(A::Head),
                                                           feed(headSays(0), A::Patch),
                                                           feed(offsetConflict, A::Wait),
                                                           waited(A::Head),
                                                           feed(headSays(0), A::Patch),
                                                           fails(offsetConflict, K::Conflict)};
        QTest::newRow("patch: broken, lower offset")
            << true
            << Turns{feed(headSays(chunk), A::Patch, chunk), feed(broken(K::Offline), A::Head),
                     feed(headSays(MiB), A::Patch, MiB, chunk), took(MiB + chunk, A::Patch)};
        QTest::newRow("patch: the server loses again and again") << true
                                                                 << Turns{feed(headSays(chunk), A::Patch),
                                                                          feed(broken(K::Offline), A::Head),
                                                                          feed(headSays(0), A::Patch),
                                                                          took(MiB, A::Patch),
                                                                          feed(broken(K::Offline), A::Wait),
                                                                          waited(A::Head),
                                                                          feed(headSays(0), A::Patch),
                                                                          feed(broken(K::Offline), A::Wait),
                                                                          waited(A::Head),
                                                                          feed(headSays(0), A::Patch),
                                                                          fails(broken(K::Offline), K::Offline)};
        QTest::newRow("patch: time-out, arrived")
            << true
            << Turns{feed(headSays(0), A::Patch), feed(broken(K::Timeout), A::Head),
                     feed(headSays(chunk), A::Patch, chunk)};
        QTest::newRow("patch: last one breaks, stored")
            << true
            << Turns{feed(headSays(2 * chunk), A::Patch, 2 * chunk, 3 * MiB), feed(broken(K::Offline), A::Head),
                     feed(headSays(15 * MiB), A::CheckInfo), info(infoOf(15 * MiB, u"v1"_s), A::Done)};
        QTest::newRow("patch: token") << true
                                      << Turns{feed(headSays(0), A::Patch), feed(jwt, A::NeedToken), renewed(A::Head),
                                               feed(headSays(chunk), A::Patch, chunk)};
        QTest::newRow("patch: 404") << true
                                    << Turns{feed(headSays(0), A::Patch),
                                             feed(unknown, A::CheckInfo),
                                             info(infoError(K::Gone), A::ForgetUrl),
                                             forgotten(),
                                             created(),
                                             stored(0, chunk)};
        QTest::newRow("patch: 410") << true
                                    << Turns{feed(headSays(0), A::Patch), feed(gone, A::CheckInfo),
                                             info(infoOf(15 * MiB, {}), A::ForgetUrl), forgotten()};
        QTest::newRow("patch: 413") << true
                                    << Turns{feed(headSays(0), A::Patch),
                                             fails(answer(413, "upload's size exceeded\n"), K::TooLarge)};
        QTest::newRow("patch: policy") << true
                                       << Turns{feed(headSays(0), A::Patch),
                                                fails(answer(403, "new row violates row-level security policy"),
                                                      K::Forbidden)};
        QTest::newRow("patch: client bug")
            << true
            << Turns{feed(headSays(0), A::Patch), fails(answer(403, "Upload-Offset header required\n"), K::Protocol)};
        QTest::newRow("patch: type") << true
                                     << Turns{feed(headSays(0), A::Patch), fails(answer(415, "mime type x"), K::Row)};
        QTest::newRow("patch: exists, not ours") << true
                                                 << Turns{feed(headSays(0), A::Patch), feed(exists, A::CheckInfo),
                                                          info(infoOf(3, u"v0"_s), A::Fail, K::Conflict)};
        QTest::newRow("patch: exists, ours")
            << true
            << Turns{feed(headSays(0), A::Patch), feed(exists, A::CheckInfo), info(infoOf(15 * MiB, u"v1"_s), A::Done)};
        QTest::newRow("patch: lock") << true
                                     << Turns{feed(headSays(0), A::Patch),
                                              feed(answer(503, "acquiring lock timeout"), A::Wait), waited(A::Head)};
        QTest::newRow("patch: 500") << true
                                    << Turns{feed(headSays(0), A::Patch), feed(answer(500, "x"), A::Wait),
                                             waited(A::Head)};
        QTest::newRow("patch: 544") << true
                                    << Turns{feed(headSays(0), A::Patch), feed(answer(544, "x"), A::Wait),
                                             waited(A::Head)};
        QTest::newRow("patch: redirect") << true
                                         << Turns{feed(headSays(0), A::Patch),
                                                  fails(broken(K::ForeignOrigin), K::ForeignOrigin)};
        QTest::newRow("patch: file") << true << Turns{feed(headSays(0), A::Patch), fails(broken(K::File), K::File)};

        const Turns lost{feed(headSays(0), A::Patch), feed(unknown, A::CheckInfo),
                         info(infoError(K::Gone), A::ForgetUrl), forgotten()};
        const Turns again{created(), stored(0, chunk), feed(unknown, A::CheckInfo),
                          info(infoError(K::Gone), A::ForgetUrl), forgotten()};
        const Turns last{created(), stored(0, chunk), feed(unknown, A::CheckInfo),
                         info(infoError(K::Gone), A::Fail, K::Gone)};
        QTest::newRow("begun anew a bounded number of times") << true << (lost + again + again + last);
    }
    void turns()
    {
        QFETCH(bool, resumes);
        QFETCH(Turns, turns);
        TusSession upload = session(request(resumes));
        QCOMPARE(upload.next().kind, resumes ? A::Head : A::Create);
        play(upload, turns);
    }

    void metadataProves()
    {
        TusRequest resumed = request(true);
        resumed.attributes.metadata = {{u"sha256"_s, u"abc"_s}, {u"n"_s, 5}};
        const QJsonObject more{{u"sha256"_s, u"abc"_s}, {u"n"_s, 5}, {u"other"_s, true}};
        TusSession proven = session(resumed);
        play(proven, {feed(headSays(15 * MiB), A::CheckInfo), info(infoOf(15 * MiB, u"any"_s, more), A::Done)});
        TusSession other = session(resumed);
        play(other, {feed(headSays(15 * MiB), A::CheckInfo),
                     info(infoOf(15 * MiB, u"v1"_s, {{u"sha256"_s, u"def"_s}}), A::Patch)});
    }

    void urlOfAnotherProject()
    {
        TusRequest foreign = request(true);
        foreign.uploadUrl = QUrl(u"https://other.example/storage/v1/upload/resumable/x"_s);
        TusSession upload = session(foreign);
        QCOMPARE(upload.next().kind, A::ForgetUrl);
        play(upload, {forgotten()});
    }

    void waits()
    {
        TusSession upload = session(request(true));
        upload.feed(answer(503, {}));
        QCOMPARE(upload.next().delay, 1000ms);
        upload.waited();
        upload.feed(answer(429, {}, {{"Retry-After", "20"}}));
        QCOMPARE(upload.next().delay, 20'000ms);
        upload.waited();
        upload.feed(answer(500, {}));
        QCOMPARE(upload.next().delay, 4000ms);
    }

    void metadataHeader()
    {
        TusRequest file = request(false);
        file.attributes.metadata = {{u"sha256"_s, u"ab"_s}};
        QCOMPARE(TusSession::uploadMetadata(file),
                 "bucketName " + QByteArray("tracks").toBase64() + ",objectName " + QByteArray("u/a.wav").toBase64() +
                     ",contentType " + QByteArray("audio/wav").toBase64() + ",cacheControl " +
                     QByteArray("3600").toBase64() + ",metadata " + QByteArray("{\"sha256\":\"ab\"}").toBase64());
    }
};

LUMASYNC_SUITE(QCoreApplication, TestTusSession)
#include "tst_tussession.moc"
