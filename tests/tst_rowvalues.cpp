// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "lumadatabase.h"
#include "suite.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace LumaSync;
using namespace Qt::StringLiterals;

// From an SQL literal in a column to the bytes of the request: the table of docs/values.md, row by row.
class TestRowValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcome_data();
    void outcome();
    void misfitIsHeldBackAndTriedAgainWhenItChanges();
    void oneMisfitAmongMany();
    void badKeys_data();
    void badKeys();
    void manyBadKeysDoNotBlockTheRest();
    void blobKeys();
    void mixedKeys();

private:
    // What one column of a freshly read row looks like, or the code of the refusal.
    static QString sent(LumaDatabase &host, const QString &declaration, ColumnKind kind, const QString &literal);
};

void TestRowValues::outcome_data()
{
    QTest::addColumn<QString>("declaration"); // column type in SQLite
    QTest::addColumn<ColumnKind>("kind");
    QTest::addColumn<QString>("literal");
    QTest::addColumn<QString>("json"); // or the code of the refusal
    using enum ColumnKind;
    const auto add = [](const char *declaration, ColumnKind kind, const char *literal, const char *json) {
        QTest::addRow("%s kind %d: %s", declaration, int(kind), literal)
            << QString::fromUtf8(declaration) << kind << QString::fromUtf8(literal) << QString::fromUtf8(json);
    };
    for (const auto &[type, kind] : {std::pair("TEXT", Text),
                                     {"INTEGER", Integer},
                                     {"REAL", Real},
                                     {"BOOLEAN", Boolean},
                                     {"DATETIME", Timestamp},
                                     {"JSON", Json},
                                     {"BLOB", Bytes}})
        add(type, kind, "NULL", "null");

    add("TEXT", Text, "'abc'", "\"abc\"");
    add("TEXT", Text, "''", "\"\"");
    add("TEXT", Text, "42", "\"42\"");
    add("TEXT", Text, "1.5", "\"1.5\"");
    add("TEXT", Text, "'\xc3\xa9\xf0\x9f\x98\x80'", "\"\xc3\xa9\xf0\x9f\x98\x80\"");
    add("TEXT", Text, "char(1, 9, 31)", "\"\\u0001\\u0009\\u001f\"");
    add("TEXT", Text, "'a' || char(0) || 'b'", "LUMA_NUL");
    add("TEXT", Text, "CAST(x'ff' AS TEXT)", "LUMA_UTF8");
    add("TEXT", Text, "CAST(x'eda080' AS TEXT)", "LUMA_UTF8");
    add("TEXT", Text, "CAST(x'61c3' AS TEXT)", "LUMA_UTF8");
    add("TEXT", Text, "x'616263'", "LUMA_TYPE");
    add("TEXT", Text, "x''", "LUMA_TYPE");
    add("", Text, "9223372036854775807", "\"9223372036854775807\"");
    add("", Text, "1.5", "\"1.5\"");
    add("", Text, "0.1 + 0.2", "LUMA_TYPE"); // SQLite's text of it is 0.3
    add("", Text, "1e999", "LUMA_TYPE");
    add("VARCHAR(3)", Text, "'longer'", "\"longer\"");

    add("INTEGER", Integer, "9223372036854775807", "9223372036854775807");
    add("INTEGER", Integer, "-9223372036854775808", "-9223372036854775808");
    add("INTEGER", Integer, "9007199254740993", "9007199254740993");
    add("INTEGER", Integer, "'12'", "12"); // SQLite's affinity made it a number
    add("INTEGER", Integer, "12.0", "12");
    add("INTEGER", Integer, "'twelve'", "LUMA_TYPE");
    add("INTEGER", Integer, "''", "LUMA_TYPE");
    add("INTEGER", Integer, "1.5", "LUMA_TYPE");
    add("INTEGER", Integer, "9223372036854775808", "LUMA_TYPE");
    add("INTEGER", Integer, "x'31'", "LUMA_TYPE");

    add("REAL", Real, "0.1 + 0.2", "0.30000000000000004");
    add("REAL", Real, "3", "3");
    add("REAL", Real, "1e999", "LUMA_RANGE");
    add("REAL", Real, "-1e999", "LUMA_RANGE");
    add("REAL", Real, "1e999 - 1e999", "null"); // SQLite has no NaN
    add("REAL", Real, "'x'", "LUMA_TYPE");
    add("REAL", Real, "x'00'", "LUMA_TYPE");
    add("NUMERIC", Real, "9007199254740993", "LUMA_RANGE");
    add("DECIMAL(10,2)", Real, "12.25", "12.25");

    add("BOOLEAN", Boolean, "0", "false");
    add("BOOLEAN", Boolean, "1", "true");
    add("BOOLEAN", Boolean, "TRUE", "true");
    add("BOOLEAN", Boolean, "'1'", "true");
    add("BOOLEAN", Boolean, "2", "LUMA_TYPE");
    add("BOOLEAN", Boolean, "'true'", "LUMA_TYPE");

    add("TEXT", Timestamp, "'2024-02-29 01:02:03'", "\"2024-02-29 01:02:03Z\"");
    add("TEXT", Timestamp, "'2024-02-29T01:02:03.5+02:00'", "\"2024-02-29T01:02:03.5+02:00\"");
    add("TEXT", Timestamp, "'2024-02-29'", "\"2024-02-29 00:00:00Z\"");
    add("TEXT", Timestamp, "'yesterday'", "LUMA_TIME");
    add("TEXT", Timestamp, "''", "LUMA_TIME");
    add("DATETIME", Timestamp, "1709168523", "LUMA_TIME");
    add("DATETIME", Timestamp, "2460369.5", "LUMA_TIME");
    add("TEXT", Timestamp, "CAST(x'ff' AS TEXT)", "LUMA_TIME");
    add("TEXT", Timestamp, "x'323032342d30322d3239'", "LUMA_TYPE");

    add("TEXT", Json, R"('{"a":[1,2.50,null]}')", R"({"a":[1,2.50,null]})");
    add("TEXT", Json, "'12345678901234567890'", "12345678901234567890");
    add("TEXT", Json, "'\"text\"'", "\"text\"");
    add("TEXT", Json, "'null'", "null");
    add("TEXT", Json, "'{'", "LUMA_JSON");
    add("TEXT", Json, "''", "LUMA_JSON");
    add("TEXT", Json, "'{a:1}'", "LUMA_JSON");
    add("TEXT", Json, R"('"\u0000"')", "LUMA_NUL");
    add("TEXT", Json, R"('"\\u0000"')", R"("\\u0000")");
    add("TEXT", Json, R"('"\ud800"')", "LUMA_UTF8");
    add("TEXT", Json, "CAST(x'22ff22' AS TEXT)", "LUMA_UTF8");
    add("TEXT", Json, "x'7b7d'", "LUMA_TYPE");
    add("JSON", Json, "9007199254740993", "9007199254740993");
    add("JSON", Json, "0.1 + 0.2", "0.30000000000000004");

    add("BLOB", Bytes, "x'00ff'", R"("\\x00ff")");
    add("BLOB", Bytes, "x''", R"("\\x")");
    add("BLOB", Bytes, "'text'", "LUMA_TYPE");
    add("BLOB", Bytes, "5", "LUMA_TYPE");
    add("BLOB", Bytes, "5.5", "LUMA_TYPE");
}

QString TestRowValues::sent(LumaDatabase &host, const QString &declaration, ColumnKind kind, const QString &literal)
{
    if (const QString error = host.runAll({u"CREATE TABLE t (id INTEGER PRIMARY KEY, v "_s + declaration + u')',
                                           u"INSERT INTO t (v) VALUES (%1)"_s.arg(literal)});
        !error.isEmpty())
        return error;
    TrackedLibrary library(host.path(), SchemaDescription{{{u"t"_s, {}, {{u"v"_s, kind}}}}});
    if (!library.failure().isEmpty())
        return library.failure();
    const auto read = library.read(u"t"_s);
    if (!read)
        return text(read.error());
    if (!read->misfits.isEmpty())
        return read->misfits.first().second.code;
    const QByteArray json = read->rows.value(0).json;
    if (QJsonDocument::fromJson(json).isNull())
        return u"no JSON"_s;
    const qsizetype start = json.indexOf("\"v\":") + 4;
    return QString::fromUtf8(json.sliced(start, json.size() - 1 - start));
}

void TestRowValues::outcome()
{
    QFETCH(QString, declaration);
    QFETCH(ColumnKind, kind);
    QFETCH(QString, literal);
    QFETCH(QString, json);
    LumaDatabase host(LumaDatabase::Content::Nothing);
    QCOMPARE(sent(host, declaration, kind, literal), json);
}

void TestRowValues::misfitIsHeldBackAndTriedAgainWhenItChanges()
{
    LumaDatabase host;
    TRACK(library);
    SEND(library);
    RUN(u"UPDATE implementations SET graph_json = 'secret-content' WHERE id = 1"_s);
    SEND(library);
    const auto refused = library.refused().list();
    QCOMPARE(refused->size(), 1);
    const RefusedRow row = refused->first();
    QCOMPARE(row.table, u"implementations"_s);
    QCOMPARE(row.key, QByteArray("1"));
    QCOMPARE(row.code, u"LUMA_JSON"_s);
    QVERIFY(!row.message.isEmpty() && !row.message.contains(u"secret"_s));
    QCOMPARE(row.attempts, 1);
    QCOMPARE(library.rows().any().value(), true); // it is not backed up, and that is not hidden
    SEND(library);
    QCOMPARE(library.refused().list()->first().attempts, 1); // not tried again
    RUN(u"UPDATE implementations SET graph_json = 'still wrong' WHERE id = 1"_s);
    SEND(library);
    QCOMPARE(library.refused().list()->first().attempts, 2);
    RUN(u"UPDATE implementations SET graph_json = '{}' WHERE id = 1"_s);
    SEND(library);
    QCOMPARE(library.refused().list()->size(), 0);
    QCOMPARE(library.rows().any().value(), false);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

void TestRowValues::oneMisfitAmongMany()
{
    LumaDatabase host(LumaDatabase::Content::Schema);
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO venues (id, name) SELECT i, 'v' FROM n"_s);
    RUN(u"UPDATE venues SET name = CAST(x'ff' AS TEXT) WHERE id = 50"_s);
    RUN(u"INSERT INTO fixtures (id, venue_id) VALUES ('a', 50), ('b', 51)"_s);
    TRACK(library);
    SEND(library);
    QCOMPARE(host.rows(u"SELECT id FROM venues WHERE needs_sync = 1"_s), u"50"_s);
    QCOMPARE(host.rows(u"SELECT id FROM fixtures WHERE needs_sync = 1"_s), u"a"_s); // waits for its venue
    QCOMPARE(library.refused().list()->size(), 1);
}

void TestRowValues::badKeys_data()
{
    QTest::addColumn<QString>("literal");
    QTest::newRow("NULL") << u"NULL"_s;
    QTest::newRow("invalid UTF-8") << u"CAST(x'ff' AS TEXT)"_s;
    QTest::newRow("lone surrogate") << u"CAST(x'eda080' AS TEXT)"_s;
    QTest::newRow("U+0000") << u"'b' || char(0)"_s;
}

// Such a row is refused by name, does not stop the ones around it, and does not make the reading go in circles.
void TestRowValues::badKeys()
{
    QFETCH(QString, literal);
    for (int limit : {1, 2, 100}) {
        LumaDatabase host(LumaDatabase::Content::Nothing);
        RUN(u"CREATE TABLE t (id TEXT PRIMARY KEY, v TEXT)"_s);
        RUN(u"INSERT INTO t VALUES ('a', '1'), (%1, '2'), ('\u00e9', '3'), ('z', '4')"_s.arg(literal));
        TRACK(library, SchemaDescription{{{u"t"_s, {}, {}}}});
        HeldRows held(1);
        QVariantList cursor;
        int sent = 0;
        bool atEnd = false;
        for (int i = 0; i < 10 && !atEnd; ++i) {
            const auto read = library.rows().read(0, cursor, false, held, {limit, 1 << 20});
            QVERIFY(read.hasValue());
            sent += static_cast<int>(read->rows.size());
            QCOMPARE(text(library.rows().clear(0, read->rows)), QString());
            cursor = read->cursor;
            atEnd = read->atEnd;
        }
        QVERIFY(atEnd);
        QCOMPARE(sent, 3);
        QCOMPARE(host.value(u"SELECT count(*) FROM t WHERE needs_sync = 1"_s).toInt(), 1);
        QCOMPARE(library.refused().list()->size(), 1);
        QCOMPARE(library.refused().list()->first().code, u"LUMA_KEY"_s);
        const int attempts = library.refused().list()->first().attempts;
        SEND(library);
        QCOMPARE(library.refused().list()->first().attempts, attempts); // waits
        RUN(u"UPDATE t SET id = 'good' WHERE v = '2'"_s);
        SEND(library);
        QCOMPARE(library.rows().any().value(), false);
        QCOMPARE(text(library.refused().sweep(library.schema())), QString());
        QCOMPARE(library.refused().count(), 0);
        QCOMPARE(library.cloud().size(), 1); // the other three were cleared by hand above
    }
}

void TestRowValues::manyBadKeysDoNotBlockTheRest()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a, b))"_s);
    RUN(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) INSERT INTO t SELECT 'a', NULL FROM n"_s);
    RUN(u"INSERT INTO t VALUES ('a', 'x'), ('b', NULL), ('c', 'y')"_s);
    TRACK(library, SchemaDescription{{{u"t"_s, {}, {}}}});
    HeldRows held(1);
    QStringList keys;
    QVariantList cursor;
    for (int i = 0; i < 5; ++i) {
        const auto read = library.rows().read(0, cursor, false, held, {1, 1 << 20});
        for (const OutgoingRow &row : read->rows)
            keys.append(QString::fromUtf8(row.keyText));
        cursor = read->cursor;
        if (read->atEnd)
            break;
    }
    QCOMPARE(keys, (QStringList{u"'a','x'"_s, u"'c','y'"_s}));
}

void TestRowValues::blobKeys()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE t (id BLOB PRIMARY KEY NOT NULL, v TEXT)"_s);
    RUN(u"INSERT INTO t VALUES (x'00ff', '1'), (x'', '2'), (x'6162', '3')"_s);
    TRACK(library, SchemaDescription{{{u"t"_s, {}, {}}}});
    SEND(library);
    QCOMPARE(library.rows().any().value(), false);
    RUN(u"UPDATE t SET v = 'new' WHERE id = x'00ff'"_s);
    RUN(u"DELETE FROM t WHERE id = x'6162'"_s);
    SEND(library);
    QCOMPARE(library.cloud().size(), 2);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

// A key column without a type takes everything; each value is found again as what it is.
void TestRowValues::mixedKeys()
{
    LumaDatabase host(LumaDatabase::Content::Nothing);
    RUN(u"CREATE TABLE t (id PRIMARY KEY NOT NULL, v TEXT)"_s);
    RUN(u"INSERT INTO t VALUES (1, '1'), ('1', '2'), (x'31', '3'), (1.5, '4'), ('', '5'), (-0.1, '6')"_s);
    TRACK(library, SchemaDescription{{{u"t"_s, {}, {}}}});
    SEND(library);
    QCOMPARE(library.cloud().size(), 6);
    QCOMPARE(library.rows().any().value(), false);
    RUN(u"UPDATE t SET v = v || 'x'"_s);
    SEND(library);
    RUN(u"DELETE FROM t WHERE typeof(id) <> 'text'"_s);
    SEND(library);
    QCOMPARE(library.cloud().size(), 2);
    QCOMPARE(library.cloud(), library.expectedCloud().value());
}

LUMASYNC_SUITE(QCoreApplication, TestRowValues)
#include "tst_rowvalues.moc"
