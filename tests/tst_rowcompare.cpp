// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/rowmerge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace LumaSync;

class TestRowCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsRows_data();
    void cutsRows();
    void decodesText_data();
    void decodesText();
    void readsTimes_data();
    void readsTimes();
    void comparesValues_data();
    void comparesValues();
    void comparesDeepJsonByItsBytes();
    void merges_data();
    void merges();
    void mergesPieceByPiece();
    void namesTheColumn();
    void reportsWhatCannotTravel();
};

void TestRowCompare::cutsRows_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QByteArray>("cut"); // name=value;name=value|...
    QTest::newRow("empty") << "[]"_ba << true << ""_ba;
    QTest::newRow("blanks") << " [ { } ] \n"_ba << true << ""_ba;
    QTest::newRow("one") << R"([{"a":1}])"_ba << true << "a=1"_ba;
    QTest::newRow("as PostgREST writes it")
        << "[{\"a\":1,\"b\":null}, \n {\"a\":2,\"b\":\"x\"}]"_ba << true << R"(a=1;b=null|a=2;b="x")"_ba;
    QTest::newRow("nested") << R"([{"a":{"b":[1,{"c":"]}"}]},"d":[ ]}])"_ba << true
                            << R"(a={"b":[1,{"c":"]}"}]};d=[ ])"_ba;
    QTest::newRow("quotes in texts") << R"([{"a":"\"}, {\"","b\"c":true}])"_ba << true << R"(a="\"}, {\"";b"c=true)"_ba;
    QTest::newRow("backslash at the end") << R"([{"a":"\\","b":2}])"_ba << true << R"(a="\\";b=2)"_ba;
    QTest::newRow("big number") << "[{\"a\": 9223372036854775807 , \"b\":-1.50e+3}]"_ba << true
                                << "a=9223372036854775807;b=-1.50e+3"_ba;
    QTest::newRow("not an array") << R"({"message":"no"})"_ba << false << QByteArray();
    QTest::newRow("not objects") << "[1,2]"_ba << false << QByteArray();
    QTest::newRow("cut off") << R"([{"a":1},{"a":)"_ba << false << QByteArray();
    QTest::newRow("cut off in a text") << R"([{"a":"x)"_ba << false << QByteArray();
    QTest::newRow("no value") << R"([{"a":}])"_ba << false << QByteArray();
    QTest::newRow("something behind") << "[] []"_ba << false << QByteArray();
    QTest::newRow("nothing") << ""_ba << false << QByteArray();
}

void TestRowCompare::cutsRows()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, good);
    QFETCH(QByteArray, cut);
    const auto rows = jsonRows(json);
    QCOMPARE(rows.has_value(), good);
    if (!good)
        return;
    QByteArrayList lines;
    for (const JsonRow &row : *rows) {
        QByteArrayList members;
        for (const JsonMember &member : row)
            members.append(member.name + '=' + member.value.toByteArray());
        lines.append(members.join(';'));
    }
    QCOMPARE(lines.join('|'), cut);
}

void TestRowCompare::decodesText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << "\"abc\""_ba << true << "abc"_ba;
    QTest::newRow("empty") << "\"\""_ba << true << ""_ba;
    QTest::newRow("escapes") << R"("a\"\\\/\n\t")"_ba << true << "a\"\\/\n\t"_ba;
    QTest::newRow("u") << R"("\u00e9\ud83c\udfb5")"_ba << true << "\xc3\xa9\xf0\x9f\x8e\xb5"_ba;
    QTest::newRow("UTF-8") << "\"\xc3\xa9\""_ba << true << "\xc3\xa9"_ba;
    QTest::newRow("number") << "1"_ba << false << QByteArray();
    QTest::newRow("null") << "null"_ba << false << QByteArray();
    QTest::newRow("nothing") << ""_ba << false << QByteArray();
}

void TestRowCompare::decodesText()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, good);
    QFETCH(QByteArray, text);
    const auto decoded = jsonText(json);
    QCOMPARE(decoded.has_value(), good);
    if (good)
        QCOMPARE(*decoded, text);
}

void TestRowCompare::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<qint64>("value");
    const qint64 base = 1'795'368'841'000'000; // 2026-11-22 17:34:01 UTC
    QTest::newRow("epoch") << "1970-01-01 00:00:00Z"_ba << true << qint64(0);
    QTest::newRow("SQLite, as sent") << "2026-11-22 17:34:01Z"_ba << true << base;
    QTest::newRow("PostgREST") << "2026-11-22T17:34:01+00:00"_ba << true << base;
    QTest::newRow("the stand-in") << "2026-11-22 17:34:01+00"_ba << true << base;
    QTest::newRow("microseconds") << "2026-11-22T17:34:01.213611+00:00"_ba << true << base + 213'611;
    QTest::newRow("milliseconds") << "2026-11-22 17:34:01.213Z"_ba << true << base + 213'000;
    QTest::newRow("nanoseconds are rounded") << "2026-11-22 17:34:01.213611499Z"_ba << true << base + 213'611;
    QTest::newRow("nanoseconds are rounded up") << "2026-11-22 17:34:01.9999999Z"_ba << true << base + 1'000'000;
    QTest::newRow("east") << "2026-11-22T19:34:01+02:00"_ba << true << base;
    QTest::newRow("west, no colon") << "2026-11-22T14:04:01-0330"_ba << true << base;
    QTest::newRow("zone with seconds") << "2026-11-22T17:34:31+00:00:30"_ba << true << base;
    QTest::newRow("small letters") << "2026-11-22t17:34:01z"_ba << true << base;
    QTest::newRow("no seconds") << "2026-11-22 17:34Z"_ba << true << base - 1'000'000;
    QTest::newRow("midnight at the end of the day")
        << "2026-11-21 24:00:00Z"_ba << true << base - (17 * 3600 + 34 * 60 + 1) * 1'000'000LL;
    QTest::newRow("before 1970") << "1969-12-31 23:59:59.5Z"_ba << true << qint64(-500'000);
    QTest::newRow("no zone") << "2026-11-22 17:34:01"_ba << false << qint64(0);
    QTest::newRow("day 31 of November") << "2026-11-31 17:34:01Z"_ba << false << qint64(0);
    QTest::newRow("date only") << "2026-11-22"_ba << false << qint64(0);
    QTest::newRow("infinity") << "infinity"_ba << false << qint64(0);
    QTest::newRow("something behind") << "2026-11-22 17:34:01Z BC"_ba << false << qint64(0);
    QTest::newRow("nothing") << ""_ba << false << qint64(0);
}

void TestRowCompare::readsTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    QFETCH(qint64, value);
    const auto time = timestampValue(text);
    QCOMPARE(time.has_value(), good);
    if (good)
        QCOMPARE(*time, value);
}

void TestRowCompare::comparesValues_data()
{
    using K = ColumnKind;
    QTest::addColumn<ColumnKind>("kind");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, K kind, const QByteArray &sent, const QByteArray &received, bool same) {
        QTest::newRow(name) << kind << sent << received << same;
    };
    row("text", K::Text, R"("a")", R"("a")", true);
    row("text differs", K::Text, R"("a")", R"("A")", false);
    row("text, other escapes", K::Text, R"("a\u000ab")", R"("a\nb")", true);
    row("text, escaped and not", K::Text, "\"\xc3\xa9\"", R"("\u00e9")", true);
    row("text, blank at the end", K::Text, R"("a")", R"("a ")", false);
    row("text like null", K::Text, R"("null")", "null", false);
    row("null", K::Text, "null", "null", true);
    row("null and empty", K::Text, "null", R"("")", false);
    row("column missing", K::Text, R"("a")", "", false);
    row("null column missing", K::Text, "null", "", false);

    row("integer", K::Integer, "5", "5", true);
    row("integer differs", K::Integer, "5", "6", false);
    row("beyond 2^53", K::Integer, "9007199254740993", "9007199254740993", true);
    row("beyond 2^53 by one", K::Integer, "9007199254740993", "9007199254740992", false);
    row("2^63-1", K::Integer, "9223372036854775807", "9223372036854775807", true);
    row("2^63-1 quoted", K::Integer, "9223372036854775807", R"("9223372036854775807")", true);
    row("2^63-1 rounded", K::Integer, "9223372036854775807", "9223372036854776000", false);
    row("-2^63", K::Integer, "-9223372036854775808", R"("-9223372036854775808")", true);
    row("integer and null", K::Integer, "0", "null", false);
    row("integer and text", K::Integer, "0", R"("x")", false);

    row("real", K::Real, "0.1", "0.1", true);
    row("real, other spelling", K::Real, "1e+22", "10000000000000000000000", true);
    row("real, whole", K::Real, "3", "3.0", true);
    row("real, last digit", K::Real, "0.1", "0.10000000000000002", false);
    row("real, negative zero", K::Real, "-0", "0", true);
    row("real, smallest", K::Real, "5e-324", "4.9406564584124654e-324", true);
    row("real and text", K::Real, "1", R"("x")", false);

    row("boolean", K::Boolean, "true", "true", true);
    row("boolean differs", K::Boolean, "true", "false", false);
    row("boolean and number", K::Boolean, "true", "1", false);

    row("time, PostgREST", K::Timestamp, R"("2026-11-22 17:34:01Z")", R"("2026-11-22T17:34:01+00:00")", true);
    row("time, stand-in", K::Timestamp, R"("2026-11-22 17:34:01.500Z")", R"("2026-11-22 17:34:01.5+00")", true);
    row("time differs", K::Timestamp, R"("2026-11-22 17:34:01Z")", R"("2026-11-22 17:34:02+00")", false);
    row("time, other zone", K::Timestamp, R"("2026-11-22T18:34:01+01:00")", R"("2026-11-22T17:34:01+00:00")", true);
    row("time, not one", K::Timestamp, R"("infinity")", R"("infinity")", true);

    row("JSON, key order and blanks", K::Json, R"({"b":1,"a":[1,2]})", R"({"a": [1, 2], "b": 1})", true);
    row("JSON, array order", K::Json, "[1,2]", "[2, 1]", false);
    row("JSON, repeated key", K::Json, R"({"a":1,"a":2})", R"({"a": 2})", true);
    row("JSON, number spelling", K::Json, "[1.0, 1e2, 0.10]", "[1, 100, 0.1]", true);
    row("JSON, large number rounded", K::Json, "[12345678901234567890]", "[12345678901234567000]", true);
    row("JSON, number differs", K::Json, "[1.5]", "[1.25]", false);
    row("JSON, number and text", K::Json, "[1]", R"(["1"])", false);
    row("JSON, null member", K::Json, R"({"a":null})", "{}", false);
    row("JSON, key differs", K::Json, R"({"a":1})", R"({"b": 1})", false);
    row("JSON, text escapes", K::Json, R"(["\u00e9"])", "[\"\xc3\xa9\"]", true);
    row("JSON, a text as such", K::Json, R"("a")", R"("a")", true);
    row("JSON null and SQL null", K::Json, "null", "null", true);
    row("JSON and null", K::Json, "{}", "null", false);
    row("JSON, empty containers", K::Json, "[]", "{}", false);
    row("JSON, longer", K::Json, "[1]", "[1, 2]", false);
    row("JSON, true", K::Json, "[true]", "[false]", false);

    row("bytes", K::Bytes, R"("\\x00ff")", R"("\\x00ff")", true);
    row("bytes, capitals", K::Bytes, R"("\\x00ff")", R"("\\x00FF")", true);
    row("bytes differ", K::Bytes, R"("\\x00ff")", R"("\\x00fe")", false);
    row("bytes, empty", K::Bytes, R"("\\x")", R"("\\x")", true);
}

void TestRowCompare::comparesValues()
{
    QFETCH(ColumnKind, kind);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, received);
    QFETCH(bool, same);
    QCOMPARE(isSameValue(kind, sent, received), same);
}

void TestRowCompare::comparesDeepJsonByItsBytes()
{
    const QByteArray deep = QByteArray(5000, '[') + QByteArray(5000, ']');
    QVERIFY(isSameValue(ColumnKind::Json, deep, deep));
    QVERIFY(!isSameValue(ColumnKind::Json, deep, "[]"));
    const QByteArray row = "[{\"a\":" + deep + "}]";
    const auto rows = jsonRows(row);
    QVERIFY(rows);
    QCOMPARE(rows->first().first().value, QByteArrayView(deep));
}

namespace {

LocalRow localRow(const QByteArray &id, int value)
{
    return {.id = id, .key = "'k'", .json = "{\"id\":\"" + id + "\",\"v\":" + QByteArray::number(value) + '}'};
}

RowMerge merge()
{
    return RowMerge(u"things"_s, {{"id", ColumnKind::Text}, {"v", ColumnKind::Integer}});
}

QString shortText(const QList<VerifyDifference> &differences)
{
    QString text;
    for (const VerifyDifference &difference : differences)
        text += QStringList{u"-"_s, u"+"_s, u"!"_s, u"?"_s}[static_cast<int>(difference.kind)] + difference.id;
    return text;
}

/// "a1b2" as a JSON array of rows with these ids and values.
QByteArray cloudRows(const QByteArray &text)
{
    QByteArrayList rows;
    for (qsizetype i = 0; i + 1 < text.size(); i += 2)
        rows.append("{\"id\":\"" + text.sliced(i, 1) + "\", \"v\":" + text.sliced(i + 1, 1) + '}');
    return '[' + rows.join(',') + ']';
}

} // namespace

void TestRowCompare::merges_data()
{
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<QByteArray>("cloud");
    QTest::addColumn<QString>("differences");
    QTest::newRow("both empty") << ""_ba << ""_ba << u""_s;
    QTest::newRow("same") << "a1b2c3"_ba << "a1b2c3"_ba << u""_s;
    QTest::newRow("cloud empty") << "a1b2"_ba << ""_ba << u"-a-b"_s;
    QTest::newRow("library empty") << ""_ba << "a1b2"_ba << u"+a+b"_s;
    QTest::newRow("first missing") << "a1b2"_ba << "b2"_ba << u"-a"_s;
    QTest::newRow("last missing") << "a1b2"_ba << "a1"_ba << u"-b"_s;
    QTest::newRow("extra in the middle") << "a1c3"_ba << "a1b2c3"_ba << u"+b"_s;
    QTest::newRow("extra at both ends") << "b2"_ba << "a1b2c3"_ba << u"+a+c"_s;
    QTest::newRow("different") << "a1b2c3"_ba << "a1b9c3"_ba << u"!b"_s;
    QTest::newRow("everything") << "a1b2d4"_ba << "b9c3d4"_ba << u"-a!b+c"_s;
}

void TestRowCompare::merges()
{
    QFETCH(QByteArray, local);
    QFETCH(QByteArray, cloud);
    QFETCH(QString, differences);
    RowMerge rows = merge();
    for (qsizetype i = 0; i < local.size(); i += 2)
        rows.add(localRow(local.sliced(i, 1), local.at(i + 1) - '0'));
    const QByteArray json = cloudRows(cloud);
    QCOMPARE(shortText(rows.compare(*jsonRows(json), {})), differences);
    QVERIFY(rows.isEmpty());
    QCOMPARE(rows.compared(), local.size() / 2);
}

void TestRowCompare::mergesPieceByPiece()
{
    RowMerge rows = merge();
    for (const char id : {'a', 'c', 'e', 'g'})
        rows.add(localRow(QByteArray(1, id), 1));
    const QByteArray first = cloudRows("a1b1");
    QCOMPARE(shortText(rows.compare(*jsonRows(first), "b")), u"+b"_s);
    QCOMPARE(rows.size(), 3);
    const QByteArray second = cloudRows("c1d1");
    QCOMPARE(shortText(rows.compare(*jsonRows(second), "f")), u"+d-e"_s);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.lastId(), "g"_ba);
    QCOMPARE(shortText(rows.compare({}, {})), u"-g"_s);
    QCOMPARE(rows.compared(), 4);
}

void TestRowCompare::namesTheColumn()
{
    RowMerge rows = merge();
    LocalRow row = localRow("a", 1);
    row.isWaiting = true;
    rows.add(row);
    const QByteArray json = cloudRows("a2");
    const auto differences = rows.compare(*jsonRows(json), {});
    QCOMPARE(differences.size(), 1);
    const VerifyDifference expected{.kind = VerifyDifference::Kind::Different,
                                    .place = u"things"_s,
                                    .id = u"a"_s,
                                    .key = u"'k'"_s,
                                    .column = u"v"_s,
                                    .isWaiting = true};
    QCOMPARE(differences.first(), expected);
}

void TestRowCompare::reportsWhatCannotTravel()
{
    for (const QByteArray &cloud : {""_ba, "a1"_ba}) {
        RowMerge rows = merge();
        rows.add({.id = "a", .key = "1", .json = {}, .problem = u"A text is not valid UTF-8."_s});
        const QByteArray json = cloudRows(cloud);
        const auto differences = rows.compare(*jsonRows(json), {});
        QCOMPARE(differences.size(), 1);
        QCOMPARE(differences.first().kind, VerifyDifference::Kind::Unreadable);
        QCOMPARE(differences.first().detail, u"A text is not valid UTF-8."_s);
    }
}

LUMASYNC_SUITE(QCoreApplication, TestRowCompare)
#include "tst_rowcompare.moc"
