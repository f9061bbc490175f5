// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "net/accesstoken.h"
#include "net/backoff.h"
#include "net/objectname.h"
#include "net/project.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("allowPlain");
        QTest::addColumn<QString>("rest");
        QTest::newRow("hosted") << u"https://abc.supabase.co"_s << false << u"https://abc.supabase.co/rest/v1/tracks"_s;
        QTest::newRow("slash, blanks") << u" https://abc.supabase.co// "_s << false
                                       << u"https://abc.supabase.co/rest/v1/tracks"_s;
        QTest::newRow("port, prefix") << u"https://host:8443/sb"_s << false << u"https://host:8443/sb/rest/v1/tracks"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:54321"_s << false << u"http://127.0.0.1:54321/rest/v1/tracks"_s;
        QTest::newRow("loopback 6") << u"http://[::1]:54321"_s << false << u"http://[::1]:54321/rest/v1/tracks"_s;
        QTest::newRow("localhost") << u"http://localhost:54321"_s << false
                                   << u"http://localhost:54321/rest/v1/tracks"_s;
        QTest::newRow("plain, allowed") << u"http://nas.lan:8000"_s << true << u"http://nas.lan:8000/rest/v1/tracks"_s;
    }
    void accepts()
    {
        QFETCH(QString, text);
        QFETCH(bool, allowPlain);
        QFETCH(QString, rest);
        const auto project = Project::make(text, " sb_publishable_abc\n", allowPlain);
        QVERIFY(project.hasValue());
        QCOMPARE(project->rest(u"tracks"_s).toString(QUrl::FullyEncoded), rest);
        QCOMPARE(project->publishableKey, "sb_publishable_abc");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("word");
        const QByteArray key = "sb_publishable_abc";
        const QByteArray serviceRole =
            "eyJhbGciOiJIUzI1NiJ9." +
            QByteArray("{\"role\":\"service_role\"}").toBase64(QByteArray::Base64UrlEncoding) + ".x";
        QTest::newRow("empty") << QString() << key << u"URL is missing"_s;
        QTest::newRow("no scheme") << u"abc.supabase.co"_s << key << u"must look like"_s;
        QTest::newRow("other scheme") << u"ftp://abc.supabase.co"_s << key << u"must look like"_s;
        QTest::newRow("no host") << u"https://"_s << key << u"must look like"_s;
        QTest::newRow("words") << u"my project"_s << key << u"must look like"_s;
        QTest::newRow("user name") << u"https://me:pw@abc.supabase.co"_s << key << u"user name"_s;
        QTest::newRow("query") << u"https://abc.supabase.co/?a=b"_s << key << u"user name"_s;
        QTest::newRow("plain http") << u"http://abc.supabase.co"_s << key << u"https://"_s;
        QTest::newRow("looks like loopback") << u"http://127.0.0.1.evil.example"_s << key << u"https://"_s;
        QTest::newRow("no key") << u"https://abc.supabase.co"_s << QByteArray() << u"key is missing"_s;
        QTest::newRow("broken key") << u"https://abc.supabase.co"_s << QByteArray("sb_publi shable") << u"blank"_s;
        QTest::newRow("line in key") << u"https://abc.supabase.co"_s << QByteArray("a\r\nX: y") << u"blank"_s;
        QTest::newRow("secret key") << u"https://abc.supabase.co"_s << QByteArray("sb_secret_abc") << u"secret key"_s;
        QTest::newRow("service role") << u"https://abc.supabase.co"_s << serviceRole << u"secret key"_s;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, key);
        QFETCH(QString, word);
        const auto project = Project::make(text, key);
        QVERIFY(!project.hasValue());
        QCOMPARE(project.error().kind, Error::Kind::Configuration);
        QVERIFY2(project.error().message.contains(word), qPrintable(project.error().message));
        QVERIFY(!key.startsWith("sb_secret") || !project.error().message.contains(QString::fromLatin1(key)));
    }

    void addresses()
    {
        const Project project{QUrl(u"https://h/p"_s), "k"};
        QCOMPARE(project.auth(u"token?grant_type=password"_s).toEncoded(),
                 "https://h/p/auth/v1/token?grant_type=password");
        QCOMPARE(project.tusEndpoint().toEncoded(), "https://h/p/storage/v1/upload/resumable");
        QCOMPARE(project.rest(u"a table/ü?"_s).toEncoded(), "https://h/p/rest/v1/a%20table%2F%C3%BC%3F");
        QCOMPARE(project.storage(u"object/"_s + encodedObjectPath(u"b"_s, u"u/a b+c&d@e.wav"_s)).toEncoded(),
                 "https://h/p/storage/v1/object/b/u/a%20b%2Bc%26d%40e.wav");
    }

    void sameOrigin_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("same") << u"https://h.example/storage/v1/x"_s << true;
        QTest::newRow("explicit port") << u"https://h.example:443/x"_s << true;
        QTest::newRow("case") << u"https://H.Example/x"_s << true;
        QTest::newRow("other port") << u"https://h.example:8443/x"_s << false;
        QTest::newRow("other host") << u"https://evil.example/x"_s << false;
        QTest::newRow("subdomain") << u"https://h.example.evil.example/x"_s << false;
        QTest::newRow("plain") << u"http://h.example/x"_s << false;
        QTest::newRow("user") << u"https://h.example@evil.example/x"_s << false;
        QTest::newRow("user on same host") << u"https://u:p@h.example/x"_s << false;
        QTest::newRow("relative") << u"/x"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void sameOrigin()
    {
        QFETCH(QString, other);
        QFETCH(bool, same);
        const Project project{QUrl(u"https://h.example"_s), "k"};
        QCOMPARE(project.isSameOrigin(QUrl(other)), same);
    }

    void valuesInObjectNames_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("part");
        QTest::newRow("as it was") << u"0b7e-abc=3.wav"_s << u"0b7e-abc=3.wav"_s;
        QTest::newRow("spells another's name") << u"B=C3=BCcher"_s << u"B=3DC3=3DBCcher"_s;
        QTest::newRow("folders") << u"2026/diary"_s << u"2026/diary"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("other script") << u"日記"_s << u"=E6=97=A5=E8=A8=98"_s;
        QTest::newRow("accents") << u"Bücher 2026/für uns"_s << u"B=C3=BCcher 2026/f=C3=BCr uns"_s;
        QTest::newRow("beyond 16 bits") << u"\U0001F4D4"_s << u"=F0=9F=93=94"_s;
        QTest::newRow("signs") << u"100% [a]=#1~"_s << u"100=25 =5Ba=5D=3D=231=7E"_s;
        QTest::newRow("control characters") << u"a\nb\x7f"_s << u"a=0Ab=7F"_s;
        QTest::newRow("just fits") << u"日"_s.repeated(20) << u"=E6=97=A5"_s.repeated(20);
        QTest::newRow("long ASCII") << QString(250, u'a') << QString(250, u'a');
    }
    void valuesInObjectNames()
    {
        QFETCH(QString, value);
        QFETCH(QString, part);
        QCOMPARE(objectNamePart(value), part);
        QVERIFY(part.isEmpty() || isValidObjectName(part));
    }
    void longValuesInObjectNames()
    {
        const QString one = objectNamePart(u"日"_s.repeated(300));
        const QString other = objectNamePart(u"日"_s.repeated(299) + u"本"_s);
        QVERIFY(isValidObjectName(one) && isValidObjectName(other));
        QVERIFY(one != other);
        QCOMPARE(one, objectNamePart(u"日"_s.repeated(300)));
        const QString begin = u"=E6=97=A5"_s.repeated(20);
        QVERIFY(one.startsWith(begin) && other.startsWith(begin));
        QCOMPARE(one.size(), begin.size() + 17);
    }

    void objectNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("valid");
        QTest::newRow("plain") << u"0b7e/abc.wav"_s << true;
        QTest::newRow("all signs") << u"a/_!.*'() &$=@;:+,?-"_s << true;
        QTest::newRow("dots inside") << u"a/..b/c..d"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("empty segment") << u"a//b"_s << false;
        QTest::newRow("leading slash") << u"/a"_s << false;
        QTest::newRow("trailing slash") << u"a/"_s << false;
        QTest::newRow("dot segment") << u"a/./b"_s << false;
        QTest::newRow("dot dot segment") << u"a/../b"_s << false;
        QTest::newRow("dot dot") << u".."_s << false;
        for (const QString &bad : {u"ü"_s, u"日本"_s, u"#"_s, u"\\"_s, u"%"_s, u"~"_s, u"^"_s, u"["_s, u"{"_s, u"<"_s,
                                   u"|"_s, u"\""_s, u"`"_s, u"\n"_s, u"\x7f"_s})
            QTest::addRow("bad %s", bad.toUtf8().toPercentEncoding().constData()) << QString(u"a/b"_s + bad) << false;
        QTest::newRow("long segment") << QString(256, u'a') << false;
        QTest::newRow("long") << QString(u"abc/"_s.repeated(256) + u'a') << false;
        QTest::newRow("just fits") << QString(u"abc/"_s.repeated(255) + u"abcd"_s) << true;
    }
    void objectNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, valid);
        QCOMPARE(isValidObjectName(name), valid);
        QCOMPARE(checkObjectName(u"tracks"_s, name).isError(), !valid);
        QVERIFY(checkObjectName(u"a/b"_s, u"x"_s).isError());
        QVERIFY(!isValidBucketName(QString(101, u'b')));
    }

    void subjects()
    {
        const QByteArray claims =
            QByteArray("{\"sub\":\"0B7E2D6C-0000-4000-8000-000000000000\"}").toBase64(QByteArray::Base64UrlEncoding);
        QCOMPARE(subjectOf("x." + claims + ".y"), u"0b7e2d6c-0000-4000-8000-000000000000"_s);
        QCOMPARE(subjectOf("garbage"), QString());
        QCOMPARE(subjectOf("a.!!.c"), QString());
    }

    void backoff_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<double>("jitter");
        QTest::addColumn<int>("atLeast");
        QTest::addColumn<int>("delay");
        QTest::newRow("first, low") << 1 << 0.0 << 0 << 500;
        QTest::newRow("first, high") << 1 << 1.0 << 0 << 1000;
        QTest::newRow("third") << 3 << 1.0 << 0 << 4000;
        QTest::newRow("capped") << 10 << 1.0 << 0 << 8000;
        QTest::newRow("far beyond") << 1000 << 0.0 << 0 << 4000;
        QTest::newRow("retry-after") << 1 << 0.0 << 7000 << 7000;
        QTest::newRow("never below one") << 0 << 1.0 << 0 << 1000;
    }
    void backoff()
    {
        QFETCH(int, attempt);
        QFETCH(double, jitter);
        QFETCH(int, atLeast);
        QFETCH(int, delay);
        const Backoff backoff{1s, 8s, [jitter] { return jitter; }};
        QCOMPARE(backoff.delay(attempt, std::chrono::milliseconds(atLeast)).count(), delay);
    }
};

LUMASYNC_SUITE(QCoreApplication, TestProject)
#include "tst_project.moc"
