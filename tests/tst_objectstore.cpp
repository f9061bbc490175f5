// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "httpscript.h"
#include "net/objectstore.h"
#include "suite.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestObjectStore : public QObject
{
    Q_OBJECT

private:
    ObjectResult ended(ObjectJob *job)
    {
        QSignalSpy finished(job, &ObjectJob::finished);
        job->start();
        return finished.wait() ? finished.at(0).at(0).value<ObjectResult>() : ObjectResult();
    }

    ObjectStore *store(const HttpScript &server)
    {
        auto *store = new ObjectStore(&m_manager, {server.url(), "k"}, this);
        store->setToken({"one", u"u"_s, QDeadlineTimer(QDeadlineTimer::Forever)});
        return store;
    }

    QNetworkAccessManager m_manager;

private Q_SLOTS:
    void put()
    {
        HttpScript server;
        server.script({HttpScript::answer(200, R"({"Key":"k"})")});
        const ObjectAttributes attributes{u"image/jpeg"_s, u"60"_s, {{u"sha256"_s, u"x"_s}}};
        QCOMPARE(ended(store(server)->put(u"artwork"_s, u"u/a b.jpg"_s, "bytes", attributes)).status, 200);
        const HttpScript::Seen put = server.seen().at(0);
        QCOMPARE(put.verb, "POST");
        QCOMPARE(put.target, "/storage/v1/object/artwork/u/a%20b.jpg");
        QCOMPARE(put.headers.value("authorization"), "Bearer one");
        QCOMPARE(put.headers.value("x-upsert"), "true");
        QCOMPARE(put.headers.value("content-type"), "image/jpeg");
        QCOMPARE(put.headers.value("cache-control"), "max-age=60");
        QCOMPARE(QByteArray::fromBase64(put.headers.value("x-metadata")), R"({"sha256":"x"})");
        QCOMPARE(put.body, "bytes");
    }

    void putOfNothing()
    {
        HttpScript server;
        server.script({HttpScript::answer(200, R"({"Key":"k"})")});
        QCOMPARE(ended(store(server)->put(u"artwork"_s, u"u/a"_s, {}, {})).status, 200);
        QCOMPARE(server.seen().at(0).headers.value("content-length"), "0");
    }

    void putFile()
    {
        const QByteArray bytes(2'000'000, 'q');
        QTemporaryFile source;
        QVERIFY(source.open() && source.write(bytes) == bytes.size() && source.flush());
        HttpScript server;
        server.script({HttpScript::answer(200, R"({"Key":"k"})")});
        QCOMPARE(ended(store(server)->putFile(u"tracks"_s, u"u/a.wav"_s, source.fileName(), bytes.size(), {})).status,
                 200);
        QVERIFY(server.seen().at(0).body == bytes);
        // It grew, or is gone: nothing is sent.
        QCOMPARE(ended(store(server)->putFile(u"tracks"_s, u"u/a.wav"_s, source.fileName(), bytes.size() - 1, {}))
                     .error.kind,
                 Error::Kind::File);
        QCOMPARE(
            ended(store(server)->putFile(u"tracks"_s, u"u/a.wav"_s, source.fileName() + u".gone"_s, 5, {})).error.kind,
            Error::Kind::File);
        QCOMPARE(server.seen().size(), 1);
    }

    void info()
    {
        HttpScript server;
        server.script(
            {HttpScript::answer(
                 200, R"({"id":"1","version":"v","size":5,"etag":"e","content_type":"t","metadata":{"a":1}})"),
             HttpScript::answer(400, R"({"statusCode":"404","code":"NoSuchKey","message":"Object not found"})")});
        const ObjectResult found = ended(store(server)->info(u"tracks"_s, u"u/a.wav"_s));
        QCOMPARE(server.seen().at(0).target, "/storage/v1/object/info/authenticated/tracks/u/a.wav");
        QCOMPARE(found.info.id, u"1"_s);
        QCOMPARE(found.info.version, u"v"_s);
        QCOMPARE(found.info.size, 5);
        QCOMPARE(found.info.etag, u"e"_s);
        QCOMPARE(found.info.contentType, u"t"_s);
        QCOMPARE(found.info.metadata.value(u"a"_s).toInt(), 1);
        QCOMPARE(ended(store(server)->info(u"tracks"_s, u"u/b"_s)).error.kind, Error::Kind::Gone);
    }

    void download()
    {
        const QByteArray bytes(3'000'000, 'z');
        HttpScript server;
        server.script(
            {HttpScript::answer(200, bytes), HttpScript::answer(200, bytes),
             HttpScript::answer(400, R"({"statusCode":"404","code":"NoSuchKey","message":"Object not found"})")});
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto sink = [&hash](const QByteArray &piece) {
            hash.addData(piece);
            return true;
        };
        QCOMPARE(ended(store(server)->download(u"tracks"_s, u"u/a.wav"_s, sink)).status, 200);
        QCOMPARE(hash.result(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        const auto full = [](const QByteArray &) { return false; };
        QCOMPARE(ended(store(server)->download(u"tracks"_s, u"u/a.wav"_s, full)).error.kind, Error::Kind::File);
        // An error's body never reaches the sink.
        hash.reset();
        QCOMPARE(ended(store(server)->download(u"tracks"_s, u"u/b.wav"_s, sink)).error.kind, Error::Kind::Gone);
        QCOMPARE(hash.result(), QCryptographicHash::hash({}, QCryptographicHash::Sha256));
    }

    void badNames()
    {
        HttpScript server;
        ObjectStore *objects = store(server);
        QCOMPARE(ended(objects->put(u"tracks"_s, u"u/../a"_s, "x", {})).error.kind, Error::Kind::Configuration);
        QCOMPARE(ended(objects->putFile(u"tracks"_s, u"u/ü"_s, u"/etc/passwd"_s, 1, {})).error.kind,
                 Error::Kind::Configuration);
        QCOMPARE(ended(objects->info(u"a/b"_s, u"x"_s)).error.kind, Error::Kind::Configuration);
        QCOMPARE(ended(objects->download(u"tracks"_s, u""_s, [](const QByteArray &) { return true; })).error.kind,
                 Error::Kind::Configuration);
        QCOMPARE(server.connections(), 0);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestObjectStore)
#include "tst_objectstore.moc"
