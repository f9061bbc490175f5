// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "localcloud.h"
#include "net/objectstore.h"
#include "net/tusupload.h"
#include "suite.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

/// tus-js-client and ours on the same server: what one begins the other ends, and both leave the same object.
class TestInterop : public QObject
{
    Q_OBJECT
    static constexpr qint64 chunk = 6 * 1024 * 1024;
    static constexpr qint64 size = 3 * chunk + 4321;
    static constexpr int limit = 120'000; // ms

    LocalCloud m_cloud;
    QNetworkAccessManager m_manager;
    AuthSession m_user;
    QTemporaryFile m_source;
    QByteArray m_hash;
    QUrl m_url;

    struct Theirs
    {
        QUrl url;
        QStringList requests;
    };

    [[nodiscard]] QString object(const QString &name) const { return m_user.token.uid + u'/' + name; }

    Theirs runTheirs(const QString &name, const QStringList &more = {})
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LUMASYNC_TOKEN"_s, QString::fromLatin1(m_user.token.jwt));
        program.setProcessEnvironment(environment);
        program.start(u"node"_s,
                      QStringList{QStringLiteral(LUMASYNC_CLOUD) + u"/tusclient.mjs"_s, u"--url"_s,
                                  m_cloud.project().url.toString(), u"--key"_s,
                                  QString::fromLatin1(m_cloud.project().publishableKey), u"--file"_s,
                                  m_source.fileName(), u"--bucket"_s, u"packages"_s, u"--object"_s, object(name)} +
                          more);
        if (!program.waitForFinished(limit) || program.exitCode() != 0)
            qWarning("%s", program.readAllStandardError().constData());
        const QJsonObject answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        return {QUrl(answer["url"_L1].toString()), answer["requests"_L1].toVariant().toStringList()};
    }

    UploadResult runOurs(const QString &name, const QUrl &url = {}, qint64 stopAfter = size + 1)
    {
        TusRequest request;
        request.filePath = m_source.fileName();
        request.size = size;
        request.bucket = u"packages"_s;
        request.objectName = object(name);
        request.attributes.contentType = u"application/zstd"_s;
        request.uploadUrl = url;
        auto *job = new TusUpload(&m_manager, m_cloud.project(), request, m_user.token, {}, this);
        connect(job, &TusUpload::urlCreated, this, [this, job](const QUrl &created) {
            m_url = created;
            job->confirmUrl();
        });
        connect(job, &TusUpload::progressed, this, [=](qint64 acknowledged) {
            if (acknowledged >= stopAfter)
                job->cancel();
        });
        QSignalSpy finished(job, &TusUpload::finished);
        job->start();
        if (!finished.wait(limit))
            return {{Error::Kind::Timeout, 0, {}, u"our upload did not end"_s, {}}, 0};
        return finished.first().first().value<UploadResult>();
    }

    ObjectInfo infoOf(const QString &name)
    {
        ObjectStore store(&m_manager, m_cloud.project());
        store.setToken(m_user.token);
        ObjectJob *job = store.info(u"packages"_s, object(name));
        QSignalSpy finished(job, &ObjectJob::finished);
        job->start();
        return finished.wait(limit) ? finished.first().first().value<ObjectResult>().info : ObjectInfo();
    }

    QByteArray hashInTheCloud(const QString &name)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        ObjectStore store(&m_manager, m_cloud.project());
        store.setToken(m_user.token);
        ObjectJob *job = store.download(u"packages"_s, object(name), [&hash](const QByteArray &piece) {
            hash.addData(piece);
            return true;
        });
        QSignalSpy finished(job, &ObjectJob::finished);
        job->start();
        return finished.wait(limit) ? hash.result() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString trouble = m_cloud.start();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        m_user = m_cloud.signUp(u"interop@example.org"_s);
        QVERIFY(m_user.token.isValid());
        QVERIFY(m_source.open());
        QByteArray bytes;
        for (int i = 0; bytes.size() < size; ++i)
            bytes += QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256);
        bytes.truncate(size);
        QCOMPARE(m_source.write(bytes), size);
        QVERIFY(m_source.flush());
        m_hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }

    void bothLeaveTheSame()
    {
        QCOMPARE(runTheirs(u"theirs"_s).requests,
                 (QStringList{u"POST 201"_s, u"PATCH 204"_s, u"PATCH 204"_s, u"PATCH 204"_s, u"PATCH 204"_s}));
        const UploadResult ours = runOurs(u"ours"_s);
        QVERIFY2(!ours.error, qPrintable(ours.error.message));
        QCOMPARE(hashInTheCloud(u"theirs"_s), m_hash);
        QCOMPARE(hashInTheCloud(u"ours"_s), m_hash);
        const ObjectInfo a = infoOf(u"theirs"_s);
        const ObjectInfo b = infoOf(u"ours"_s);
        QCOMPARE(a.size, size);
        QCOMPARE(b.size, a.size);
        QCOMPARE(b.contentType, a.contentType);
        QCOMPARE(b.etag, a.etag);
    }

    void theyEndWhatWeBegan()
    {
        const UploadResult canceled = runOurs(u"begun-by-us"_s, {}, chunk);
        QCOMPARE(canceled.error.kind, Error::Kind::Canceled);
        QVERIFY(canceled.acknowledged >= chunk && canceled.acknowledged < size);
        const Theirs theirs = runTheirs(u"begun-by-us"_s, {u"--upload-url"_s, m_url.toString(QUrl::FullyEncoded)});
        QCOMPARE(theirs.url, m_url);
        QCOMPARE(theirs.requests.value(0), u"HEAD 200"_s);
        QVERIFY(!theirs.requests.contains(u"POST 201"_s));
        QCOMPARE(theirs.requests.last(), u"PATCH 204"_s);
        QCOMPARE(hashInTheCloud(u"begun-by-us"_s), m_hash);
    }

    void weEndWhatTheyBegan()
    {
        const Theirs theirs = runTheirs(u"begun-by-them"_s, {u"--stop-after"_s, QString::number(chunk)});
        QVERIFY(!theirs.url.isEmpty());
        m_cloud.resetRequests();
        const UploadResult ours = runOurs(u"begun-by-them"_s, theirs.url);
        QVERIFY2(!ours.error, qPrintable(ours.error.message));
        const QJsonObject requests = m_cloud.requests();
        QCOMPARE(requests["POST /storage/v1/upload/resumable"_L1].toInt(), 0);
        QCOMPARE(requests["HEAD /storage/v1/upload/resumable/:id"_L1].toInt(), 1);
        QVERIFY(requests["PATCH /storage/v1/upload/resumable/:id"_L1].toInt() <= 3); // the first chunk was theirs
        QCOMPARE(hashInTheCloud(u"begun-by-them"_s), m_hash);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestInterop)
#include "tst_interop.moc"
