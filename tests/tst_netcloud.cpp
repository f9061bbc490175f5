// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "localcloud.h"
#include "net/objectstore.h"
#include "net/reachability.h"
#include "net/restclient.h"
#include "net/session.h"
#include "net/tusupload.h"
#include "suite.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString uuid(int number)
{
    return u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 16, QLatin1Char('0'));
}

QByteArray venues(const QString &uid, int from, int count, const QString &name = u"hall"_s)
{
    QJsonArray rows;
    for (int i = from; i < from + count; ++i)
        rows << QJsonObject{{u"id"_s, uuid(i)}, {u"uid"_s, uid}, {u"name"_s, name}};
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

} // namespace

/// The network layer against the local cloud, end to end.
class TestNetCloud : public QObject
{
    Q_OBJECT
    static constexpr qint64 MiB = 1024 * 1024;
    static constexpr qint64 size = 20 * MiB + 17;

    template <typename Result, typename JobType>
    static Result ended(JobType *job)
    {
        QSignalSpy finished(job, &JobType::finished);
        job->start();
        if (!finished.wait(60'000)) {
            Result late;
            late.error = {Error::Kind::Timeout, 0, {}, u"the job did not finish"_s, {}};
            return late;
        }
        return finished.at(0).at(0).template value<Result>();
    }

    TusRequest request(const QString &name) const
    {
        TusRequest request;
        request.filePath = m_source.fileName();
        request.size = size;
        request.bucket = u"packages"_s;
        request.objectName = m_alice.token.uid + u'/' + name;
        request.attributes.contentType = u"application/zstd"_s;
        request.attributes.metadata = {{u"sha256"_s, QString::fromLatin1(m_hash.toHex())}};
        return request;
    }

    TusUpload *upload(const TusRequest &request, const AccessToken &token)
    {
        auto *job = new TusUpload(&m_manager, m_cloud.project(), request, token, {}, this);
        connect(job, &TusUpload::urlCreated, this, [this, job](const QUrl &url, const QDateTime &expires) {
            m_url = url;
            m_expires = expires;
            job->confirmUrl();
        });
        return job;
    }

    QByteArray hashInTheCloud(const QString &name)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        ObjectStore store(&m_manager, m_cloud.project());
        store.setToken(m_alice.token);
        const auto result = ended<ObjectResult>(
            store.download(u"packages"_s, m_alice.token.uid + u'/' + name, [&hash](const QByteArray &piece) {
                hash.addData(piece);
                return true;
            }));
        return result.error ? result.error.message.toUtf8() : hash.result();
    }

    LocalCloud m_cloud;
    QNetworkAccessManager m_manager;
    AuthSession m_alice;
    AuthSession m_bob;
    QTemporaryFile m_source;
    QByteArray m_hash;
    QUrl m_url;
    QDateTime m_expires;

private Q_SLOTS:
    void initTestCase()
    {
        const QString trouble = m_cloud.start();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        m_alice = m_cloud.signUp(u"alice@example.org"_s);
        m_bob = m_cloud.signUp(u"bob@example.org"_s);
        QVERIFY(m_alice.token.isValid() && m_bob.token.isValid());
        QVERIFY(m_source.open());
        QByteArray bytes;
        for (int i = 0; bytes.size() < size; ++i)
            bytes += QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256);
        bytes.truncate(size);
        QCOMPARE(m_source.write(bytes), size);
        QVERIFY(m_source.flush());
        m_hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }

    void reachable()
    {
        auto *probe = new ReachabilityProbe(&m_manager, m_cloud.project(), this);
        QSignalSpy finished(probe, &ReachabilityProbe::finished);
        probe->start();
        QVERIFY(finished.wait());
        QVERIFY(!finished.at(0).at(0).value<Error>());
    }

    void session()
    {
        Session session(&m_manager, m_cloud.project(), {});
        QSignalSpy finished(&session, &Session::signInFinished);
        session.signIn(u"alice@example.org"_s, u"wrong"_s);
        QVERIFY(finished.wait());
        QCOMPARE(finished.at(0).at(0).value<Error>().kind, Error::Kind::Credentials);
        session.signIn(u"alice@example.org"_s, u"correct horse battery"_s);
        QVERIFY(finished.wait());
        QVERIFY(!finished.at(1).at(0).value<Error>());
        QCOMPARE(session.token().uid, m_alice.token.uid);

        QByteArray stored;
        connect(&session, &Session::sessionRotated, this,
                [&stored](const StoredSession &rotated) { stored = rotated.refreshToken; });
        QSignalSpy changed(&session, &Session::tokenChanged);
        session.requestRefresh(session.token());
        QVERIFY(changed.wait());
        QVERIFY(session.token().isValid());
        QVERIFY(!stored.isEmpty());

        Session later(&m_manager, m_cloud.project(), {});
        QSignalSpy restored(&later, &Session::signInFinished);
        later.restore(stored);
        QVERIFY(restored.wait());
        QVERIFY(!restored.at(0).at(0).value<Error>());
        later.restore("garbage");
        QVERIFY(restored.wait());
        QCOMPARE(restored.at(1).at(0).value<Error>().kind, Error::Kind::SignedOut);
    }

    void wrongKey()
    {
        RestClient client(&m_manager, {m_cloud.project().url, "sb_publishable_wrong"});
        QCOMPARE(ended<RestResult>(client.select(u"venues"_s, {})).error.kind, Error::Kind::Key);
    }

    void rows()
    {
        RestClient alice(&m_manager, m_cloud.project());
        alice.setToken(m_alice.token);
        const QStringList columns{u"id"_s, u"uid"_s, u"name"_s};
        const auto upsert = [&](const QByteArray &rows) {
            return ended<RestResult>(alice.upsert(u"venues"_s, columns, rows));
        };
        RestResult result = upsert(venues(m_alice.token.uid, 0, 500));
        QVERIFY2(!result.error, qPrintable(result.error.message));
        QCOMPARE(result.status, 201);
        result = upsert(venues(m_alice.token.uid, 0, 500, u"renamed"_s));
        QVERIFY2(!result.error, qPrintable(result.error.message));
        QCOMPARE(
            m_cloud.sql(u"select count(*)::int as n from public.venues where name = 'renamed'"_s).at(0)["n"_L1].toInt(),
            500);

        // Refusals, each by its class.
        QCOMPARE(upsert(venues(m_bob.token.uid, 900, 1)).error.kind, Error::Kind::Forbidden);
        QCOMPARE(upsert(R"([{"id":"nonsense"}])").error.kind, Error::Kind::Row);
        QCOMPARE(ended<RestResult>(alice.upsert(u"nothing"_s, columns, venues(m_alice.token.uid, 0, 1))).error.kind,
                 Error::Kind::Schema);
        QCOMPARE(ended<RestResult>(alice.upsert(u"venues"_s, {u"id"_s, u"nonsense"_s}, "[{}]")).error.kind,
                 Error::Kind::Schema);
        RestClient anonymous(&m_manager, m_cloud.project());
        QCOMPARE(ended<RestResult>(anonymous.upsert(u"venues"_s, columns, venues(m_alice.token.uid, 0, 1))).error.kind,
                 Error::Kind::SignedOut);

        // Bob sees and deletes nothing of it.
        RestClient bob(&m_manager, m_cloud.project());
        bob.setToken(m_bob.token);
        QCOMPARE(ended<RestResult>(bob.select(u"venues"_s, {})).body, "[]");
        QVERIFY(!ended<RestResult>(bob.remove(u"venues"_s, {uuid(0)})).error);

        SelectQuery page;
        page.columns = {u"id"_s};
        page.filters = {{u"id"_s, u"gt."_s + uuid(9)}};
        page.order = u"id.asc"_s;
        page.limit = 7;
        const QJsonArray got = QJsonDocument::fromJson(ended<RestResult>(alice.select(u"venues"_s, page)).body).array();
        QCOMPARE(got.size(), 7);
        QCOMPARE(got.at(0)["id"_L1].toString(), uuid(10));

        QStringList ids;
        for (int i = 0; i < 400; ++i)
            ids << uuid(i);
        for (const QStringList &list : RestClient::splitForUrl(ids))
            QVERIFY(!ended<RestResult>(alice.remove(u"venues"_s, list)).error);
        QCOMPARE(m_cloud.sql(u"select count(*)::int as n from public.venues"_s).at(0)["n"_L1].toInt(), 100);
    }

    void uploadThrough()
    {
        m_cloud.resetRequests();
        const auto result = ended<UploadResult>(upload(request(u"a.tar.zst"_s), m_alice.token));
        QVERIFY2(!result.error, qPrintable(result.error.message));
        QCOMPARE(result.acknowledged, size);
        QCOMPARE(hashInTheCloud(u"a.tar.zst"_s), m_hash);
        const QJsonObject requests = m_cloud.requests();
        QCOMPARE(requests[u"PATCH /storage/v1/upload/resumable/:id"_s].toInt(), 4);
        QCOMPARE(requests[u"HEAD /storage/v1/upload/resumable/:id"_s].toInt(), 0);
        // Again: the same name, replaced.
        QVERIFY(!ended<UploadResult>(upload(request(u"a.tar.zst"_s), m_alice.token)).error);
    }

    void uploadAbortedAndResumed()
    {
        TusUpload *first = upload(request(u"b.tar.zst"_s), m_alice.token);
        connect(first, &TusUpload::progressed, this, [first](qint64, qint64 sent) {
            if (sent > 8 * MiB)
                first->cancel(); // in the middle of the second chunk
        });
        const auto canceled = ended<UploadResult>(first);
        QCOMPARE(canceled.error.kind, Error::Kind::Canceled);
        QVERIFY(canceled.acknowledged >= 6 * MiB);
        m_cloud.resetRequests();
        TusRequest again = request(u"b.tar.zst"_s);
        again.uploadUrl = m_url;
        again.uploadExpires = m_expires;
        TusUpload *second = upload(again, m_alice.token);
        qint64 firstOffset = -1;
        connect(second, &TusUpload::progressed, this, [&firstOffset](qint64 acknowledged) {
            if (firstOffset < 0)
                firstOffset = acknowledged;
        });
        const auto result = ended<UploadResult>(second);
        QVERIFY2(!result.error, qPrintable(result.error.message));
        QVERIFY(firstOffset >= 6 * MiB);
        QCOMPARE(m_cloud.requests()[u"POST /storage/v1/upload/resumable"_s].toInt(), 0);
        QCOMPARE(hashInTheCloud(u"b.tar.zst"_s), m_hash);
    }

    void uploadOfAnExpiredUrl()
    {
        TusUpload *first = upload(request(u"c.tar.zst"_s), m_alice.token);
        connect(first, &TusUpload::progressed, this, [first](qint64 acknowledged) {
            if (acknowledged == 6 * MiB)
                first->cancel();
        });
        QCOMPARE(ended<UploadResult>(first).error.kind, Error::Kind::Canceled);
        m_cloud.expireUpload(m_url);
        TusRequest again = request(u"c.tar.zst"_s);
        again.uploadUrl = m_url;
        TusUpload *second = upload(again, m_alice.token);
        QSignalSpy forgotten(second, &TusUpload::urlForgotten);
        QVERIFY(!ended<UploadResult>(second).error);
        QCOMPARE(forgotten.size(), 1);
        QCOMPARE(hashInTheCloud(u"c.tar.zst"_s), m_hash);
    }

    void uploadAlreadyComplete()
    {
        QVERIFY(!ended<UploadResult>(upload(request(u"d.tar.zst"_s), m_alice.token)).error);
        TusRequest again = request(u"d.tar.zst"_s); // the last answer was lost: we know only the URL
        again.uploadUrl = m_url;
        m_cloud.resetRequests();
        QVERIFY(!ended<UploadResult>(upload(again, m_alice.token)).error);
        QCOMPARE(m_cloud.requests()[u"PATCH /storage/v1/upload/resumable/:id"_s].toInt(), 0);
        m_cloud.expireUpload(m_url); // and even the URL is dead
        QVERIFY(!ended<UploadResult>(upload(again, m_alice.token)).error);
        QCOMPARE(m_cloud.requests()[u"POST /storage/v1/upload/resumable"_s].toInt(), 0);
    }

    void uploadRefusals()
    {
        TusRequest foreign = request(u"x"_s);
        foreign.objectName = m_bob.token.uid + u"/x"_s;
        QCOMPARE(ended<UploadResult>(upload(foreign, m_alice.token)).error.kind, Error::Kind::Forbidden);
        TusRequest nowhere = request(u"x"_s);
        nowhere.bucket = u"nowhere"_s;
        QCOMPARE(ended<UploadResult>(upload(nowhere, m_alice.token)).error.kind, Error::Kind::Schema);
        AccessToken bad = m_alice.token;
        bad.jwt += "x";
        TusUpload *unsigned_ = upload(request(u"x"_s), bad);
        connect(unsigned_, &TusUpload::tokenNeeded, this, [unsigned_, this] { unsigned_->setToken(m_alice.token); });
        QVERIFY(!ended<UploadResult>(unsigned_).error); // a good token heals it
    }

    void objects()
    {
        ObjectStore store(&m_manager, m_cloud.project());
        store.setToken(m_alice.token);
        const QString name = m_alice.token.uid + u"/a_thumb.jpg"_s;
        const ObjectAttributes attributes{u"image/jpeg"_s, u"3600"_s, {{u"sha256"_s, u"abc"_s}}};
        for (const QByteArray &bytes : {QByteArray("first"), QByteArray("second one")}) {
            const auto put = ended<ObjectResult>(store.put(u"artwork"_s, name, bytes, attributes));
            QVERIFY2(!put.error, qPrintable(put.error.message));
        }
        const auto info = ended<ObjectResult>(store.info(u"artwork"_s, name));
        QVERIFY2(!info.error, qPrintable(info.error.message));
        QCOMPARE(info.info.size, 10);
        QCOMPARE(info.info.metadata.value(u"sha256"_s).toString(), u"abc"_s);
        QByteArray got;
        const auto sink = [&got](const QByteArray &piece) {
            got += piece;
            return true;
        };
        QVERIFY(!ended<ObjectResult>(store.download(u"artwork"_s, name, sink)).error);
        QCOMPARE(got, "second one");
        QCOMPARE(ended<ObjectResult>(store.info(u"artwork"_s, m_alice.token.uid + u"/none.jpg"_s)).error.kind,
                 Error::Kind::Gone);
        QCOMPARE(
            ended<ObjectResult>(store.put(u"artwork"_s, m_bob.token.uid + u"/x.jpg"_s, "x", attributes)).error.kind,
            Error::Kind::Forbidden);
        QCOMPARE(ended<ObjectResult>(store.put(u"nowhere"_s, name, "x", attributes)).error.kind, Error::Kind::Schema);
        store.setToken(m_bob.token);
        QCOMPARE(ended<ObjectResult>(store.info(u"artwork"_s, name)).error.kind, Error::Kind::Gone);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestNetCloud)
#include "tst_netcloud.moc"
