// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/cloudid.h"

#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

class TestCloudId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standard();
    void ids_data();
    void ids();
    void distinct();
    void newUuidsOnRequest();
};

// RFC 9562, A.4: version 5 of "www.example.com" in the DNS namespace. The table name is the first part of the name.
void TestCloudId::standard()
{
    const QUuid dns(u"6ba7b810-9dad-11d1-80b4-00c04fd430c8"_s);
    QCOMPARE(QUuid::createUuidV5(dns, QByteArray("www.example.com")).toByteArray(QUuid::WithoutBraces),
             QByteArray("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    QCOMPARE(CloudIds(dns).id(u"t"_s, "1"),
             QUuid::createUuidV5(dns, QByteArray("t/1")).toByteArray(QUuid::WithoutBraces));
}

void TestCloudId::ids_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("remoteId");
    QTest::addColumn<QByteArray>("id"); // empty: a computed one
    const QByteArray uuid("0123abcd-0123-4123-8123-0123456789ab");
    const QByteArray other("ffffffff-0123-4123-8123-0123456789ab");
    QTest::newRow("number") << QByteArray("1") << QByteArray() << QByteArray();
    QTest::newRow("text") << QByteArray("'a'") << QByteArray() << QByteArray();
    QTest::newRow("two columns") << QByteArray("1,'a'") << QByteArray() << QByteArray();
    QTest::newRow("uuid key") << QByteArray("'" + uuid + "'") << QByteArray() << uuid;
    QTest::newRow("uuid key in capitals") << QByteArray("'" + uuid.toUpper() + "'") << QByteArray() << QByteArray();
    QTest::newRow("uuid key in braces") << QByteArray("'{" + uuid + "}'") << QByteArray() << QByteArray();
    QTest::newRow("uuid key without dashes")
        << QByteArray("'" + QByteArray(uuid).replace('-', "") + "'") << QByteArray() << QByteArray();
    QTest::newRow("uuid in the first of two columns")
        << QByteArray("'" + uuid + "','a'") << QByteArray() << QByteArray();
    QTest::newRow("remote id") << QByteArray("1") << other << other;
    QTest::newRow("remote id before uuid key") << QByteArray("'" + uuid + "'") << other << other;
    QTest::newRow("remote id that is none") << QByteArray("1") << QByteArray("17") << QByteArray();
    QTest::newRow("remote id in capitals") << QByteArray("1") << other.toUpper() << QByteArray();
    QTest::newRow("empty key") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("invalid UTF-8") << QByteArray("'\xff'") << QByteArray() << QByteArray();
}

void TestCloudId::ids()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, remoteId);
    QFETCH(QByteArray, id);
    const QUuid library = QUuid::createUuid();
    const QByteArray found = CloudIds(library).id(u"tracks"_s, key, remoteId);
    QCOMPARE(found, id.isEmpty()
                        ? QUuid::createUuidV5(library, QByteArray("tracks/" + key)).toByteArray(QUuid::WithoutBraces)
                        : id);
    QCOMPARE(CloudIds(library).id(u"tracks"_s, key, remoteId), found); // and again
    QCOMPARE(found.size(), 36);
    QCOMPARE(found, found.toLower());
}

void TestCloudId::distinct()
{
    const CloudIds ids(QUuid::createUuid());
    QSet<QByteArray> seen;
    for (const QString &table : {u"tracks"_s, u"track"_s, u"tr\u00e4cks"_s}) {
        for (const char *key : {"1", "'1'", "11", "1,1", "'1,1'", "'1','1'", "NULL", "X'31'"})
            seen.insert(ids.id(table, key));
    }
    QCOMPARE(seen.size(), 24);
    QVERIFY(CloudIds(QUuid::createUuid()).id(u"tracks"_s, "1") != ids.id(u"tracks"_s, "1")); // another library
}

void TestCloudId::newUuidsOnRequest()
{
    const QByteArray key("'0123abcd-0123-4123-8123-0123456789ab'");
    const QByteArray id = CloudIds(QUuid::createUuid(), false).id(u"fixtures"_s, key);
    QCOMPARE(id.size(), 36);
    QVERIFY(!key.contains(id));
}

LUMASYNC_SUITE(QCoreApplication, TestCloudId)
#include "tst_cloudid.moc"
