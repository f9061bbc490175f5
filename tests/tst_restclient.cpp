// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "httpscript.h"
#include "net/restclient.h"
#include "suite.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestRestClient : public QObject
{
    Q_OBJECT

private:
    const Project m_project{QUrl(u"https://h"_s), "sb_publishable_k"};
    QNetworkAccessManager m_manager;

    static RestResult ended(RestJob *job)
    {
        QSignalSpy finished(job, &RestJob::finished);
        job->start();
        if (!finished.wait())
            return {};
        return finished.at(0).at(0).value<RestResult>();
    }

private Q_SLOTS:
    void addresses()
    {
        QCOMPARE(RestClient::upsertUrl(m_project, u"tracks"_s, {u"id"_s, u"uid"_s}).toEncoded(),
                 "https://h/rest/v1/tracks?on_conflict=id&columns=id,uid");
        QCOMPARE(
            RestClient::upsertUrl(m_project, u"my table"_s, {u"id"_s, u"a,b"_s, u"say \"ü\""_s, u"a\\b"_s}).toEncoded(),
            "https://h/rest/v1/"
            "my%20table?on_conflict=id&columns=id,%22a%2Cb%22,%22say%20%5C%22%C3%BC%5C%22%22,%22a%5C%5Cb%22");
        // A table so wide that its names would make too long a line: all objects have the same ones.
        QStringList wide;
        for (int i = 0; i < 200; ++i)
            wide.append(u"a_rather_long_name_of_a_measured_value_%1"_s.arg(i));
        QCOMPARE(RestClient::upsertUrl(m_project, u"t"_s, wide).toEncoded(), "https://h/rest/v1/t?on_conflict=id");
        SelectQuery all;
        all.columns = wide;
        QCOMPARE(RestClient::selectUrl(m_project, u"t"_s, all).toEncoded(), "https://h/rest/v1/t?select=*&limit=1000");
        QCOMPARE(RestClient::removeUrl(m_project, u"t"_s, {u"0b7e-1"_s, u"x,y"_s}).toEncoded(),
                 "https://h/rest/v1/t?id=in.(0b7e-1,%22x%2Cy%22)");
        SelectQuery query;
        QCOMPARE(RestClient::selectUrl(m_project, u"t"_s, query).toEncoded(),
                 "https://h/rest/v1/t?select=*&limit=1000");
        query.columns = {u"id"_s, u"name"_s};
        query.filters = {{u"id"_s, u"gt.0b7e"_s}, {u"name"_s, u"eq.a+b&c"_s}};
        query.order = u"id.asc"_s;
        query.offset = 20;
        query.limit = 10;
        QCOMPARE(RestClient::selectUrl(m_project, u"t"_s, query).toEncoded(),
                 "https://h/rest/v1/"
                 "t?select=id,name&id=gt.0b7e&name=eq.a%2Bb%26c&order=id.asc&offset=20&limit=10");
    }

    void splits_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("maxBytes");
        QTest::addColumn<QList<int>>("sizes");
        QTest::newRow("none") << 0 << 6000 << QList<int>{};
        QTest::newRow("one") << 1 << 6000 << QList<int>{1};
        QTest::newRow("fits") << 162 << 6000 << QList<int>{162}; // 37 bytes each
        QTest::newRow("one more") << 163 << 6000 << QList<int>{162, 1};
        QTest::newRow("many") << 400 << 6000 << QList<int>{162, 162, 76};
        QTest::newRow("never empty") << 3 << 10 << QList<int>{1, 1, 1};
    }
    void splits()
    {
        QFETCH(int, count);
        QFETCH(int, maxBytes);
        QFETCH(QList<int>, sizes);
        QStringList ids;
        for (int i = 0; i < count; ++i)
            ids << u"00000000-0000-4000-8000-%1"_s.arg(i, 12, 10, QLatin1Char('0'));
        const QList<QStringList> lists = RestClient::splitForUrl(ids, maxBytes);
        QList<int> got;
        QStringList together;
        for (const QStringList &list : lists) {
            got << int(list.size());
            together += list;
            if (list.size() > 1)
                QVERIFY(RestClient::removeUrl(m_project, u"tracks"_s, list).toEncoded().size() < maxBytes + 60);
        }
        QCOMPARE(got, sizes);
        QCOMPARE(together, ids);
    }

    void upsert()
    {
        HttpScript server;
        server.script({HttpScript::answer(201)});
        RestClient client(&m_manager, {server.url(), "sb_publishable_k"});
        client.setToken({"jwt", u"u"_s, QDeadlineTimer(QDeadlineTimer::Forever)});
        const RestResult result = ended(client.upsert(u"tracks"_s, {u"id"_s, u"name"_s}, R"([{"id":"1","name":"a"}])"));
        QVERIFY(!result.error.isError());
        QCOMPARE(result.status, 201);
        const HttpScript::Seen seen = server.seen().first();
        QCOMPARE(seen.verb, "POST");
        QCOMPARE(seen.target, "/rest/v1/tracks?on_conflict=id&columns=id,name");
        QCOMPARE(seen.headers.value("prefer"), "resolution=merge-duplicates,return=minimal");
        QCOMPARE(seen.headers.value("content-type"), "application/json");
        QCOMPARE(seen.headers.value("apikey"), "sb_publishable_k");
        QCOMPARE(seen.headers.value("authorization"), "Bearer jwt");
        QCOMPARE(seen.body, R"([{"id":"1","name":"a"}])");
    }

    void removeAndSelect()
    {
        HttpScript server;
        server.script({HttpScript::answer(204), HttpScript::answer(200, "[{\"id\":\"1\"}]")});
        RestClient client(&m_manager, {server.url(), "sb_publishable_k"});
        QVERIFY(!ended(client.remove(u"tracks"_s, {u"1"_s})).error);
        QCOMPARE(server.seen().at(0).verb, "DELETE");
        QVERIFY(!server.seen().at(0).headers.contains("authorization")); // never the key as a token
        const RestResult page = ended(client.select(u"tracks"_s, {}));
        QCOMPARE(page.body, "[{\"id\":\"1\"}]");
    }

    /// An expired token with a large body: the 401 comes before the body is read, then the connection is cut.
    void expiredTokenWithLargeBody()
    {
        HttpScript server;
        server.script({HttpScript::refuseEarly(401, R"({"code":"PGRST303","message":"JWT expired"})", 8192),
                       HttpScript::answer(201)});
        RestClient client(&m_manager, {server.url(), "k"});
        const RestResult refused = ended(client.upsert(u"t"_s, {u"id"_s}, QByteArray(3'000'000, ' ')));
        QCOMPARE(refused.error.kind, Error::Kind::SignedOut);
        QCOMPARE(refused.status, 401);
        QCOMPARE(ended(client.upsert(u"t"_s, {u"id"_s}, "[]")).status, 201); // the next one is not harmed
    }

    void canceled()
    {
        HttpScript server;
        server.script({HttpScript::stall()});
        RestClient client(&m_manager, {server.url(), "k"});
        RestJob *job = client.upsert(u"t"_s, {u"id"_s}, "[]");
        QSignalSpy finished(job, &RestJob::finished);
        job->start();
        QTRY_COMPARE(server.seen().size(), 1);
        job->cancel();
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.at(0).at(0).value<RestResult>().error.kind, Error::Kind::Canceled);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestRestClient)
#include "tst_restclient.moc"
