// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "suite.h"

#include "core/rowencoder.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace LumaSync;
using namespace Qt::StringLiterals;

// The table of docs/values.md for values as Qt's driver gives them: text as UTF-8 bytes where the query casts it, else
// as QString.
class TestRowEncoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void append_data();
    void append();
    void times_data();
    void times();
    void escapesInJson_data();
    void escapesInJson();
    void strings_data();
    void strings();
    void messagesNameNoContent();

private:
    static QString encoded(ColumnKind kind, const QVariant &value);
};

// The JSON, or the code of the problem.
QString TestRowEncoder::encoded(ColumnKind kind, const QVariant &value)
{
    QByteArray json;
    const auto problem = RowEncoder::append(json, kind, value);
    return problem ? problem->code : QString::fromUtf8(json);
}

void TestRowEncoder::append_data()
{
    QTest::addColumn<ColumnKind>("kind");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("result");
    using enum ColumnKind;
    const auto add = [](const char *name, ColumnKind kind, const QVariant &value, const char *result) {
        QTest::newRow(name) << kind << value << QString::fromUtf8(result);
    };
    const QVariant null(QMetaType::fromType<QString>());
    for (ColumnKind kind : {Text, Integer, Real, Boolean, Timestamp, Json, Bytes})
        QTest::addRow("NULL, kind %d", int(kind)) << kind << null << u"null"_s;

    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    constexpr qint64 smallest = std::numeric_limits<qint64>::min();
    constexpr qint64 beyond = (qint64(1) << 53) + 1;
    add("integer", Integer, qint64(42), "42");
    add("integer, largest", Integer, largest, "9223372036854775807");
    add("integer, smallest", Integer, smallest, "-9223372036854775808");
    add("integer, 2^53+1", Integer, beyond, "9007199254740993");
    add("integer, text", Integer, u"12"_s, "LUMA_TYPE");
    add("integer, real", Integer, 1.5, "LUMA_TYPE");
    add("integer, blob", Integer, QByteArray("12"), "LUMA_TYPE");

    add("real", Real, 0.1, "0.1");
    add("real, shortest that comes back", Real, 0.1 + 0.2, "0.30000000000000004");
    add("real, whole", Real, 3.0, "3");
    add("real, tiny", Real, 5e-324, "5e-324");
    add("real, largest", Real, std::numeric_limits<double>::max(), "1.7976931348623157e+308");
    add("real, negative zero", Real, -0.0, "0"); // equal to every reader
    add("real, integer", Real, qint64(7), "7");
    add("real, integer 2^53", Real, qint64(1) << 53, "9007199254740992");
    add("real, integer 2^53+1", Real, beyond, "LUMA_RANGE");
    add("real, smallest integer", Real, smallest, "LUMA_RANGE");
    add("real, infinity", Real, std::numeric_limits<double>::infinity(), "LUMA_RANGE");
    add("real, minus infinity", Real, -std::numeric_limits<double>::infinity(), "LUMA_RANGE");
    add("real, not a number", Real, std::nan(""), "LUMA_RANGE");
    add("real, text", Real, u"1.5"_s, "LUMA_TYPE");
    add("real, blob", Real, QByteArray("1.5"), "LUMA_TYPE");

    add("boolean, 0", Boolean, qint64(0), "false");
    add("boolean, 1", Boolean, qint64(1), "true");
    add("boolean, 2", Boolean, qint64(2), "LUMA_TYPE");
    add("boolean, -1", Boolean, qint64(-1), "LUMA_TYPE");
    add("boolean, text", Boolean, u"true"_s, "LUMA_TYPE");
    add("boolean, real", Boolean, 1.0, "LUMA_TYPE");

    add("text", Text, QByteArray("abc"), "\"abc\"");
    add("text, empty", Text, QByteArray(""), "\"\"");
    add("text, empty and null bytes", Text, QByteArray(), "\"\"");
    add("text, number as text", Text, QByteArray("007"), "\"007\"");
    add("text, U+0000", Text, QByteArray("a\0b", 3), "LUMA_NUL");
    add("text, invalid UTF-8", Text, QByteArray("\xff"), "LUMA_UTF8");
    add("text, cut sequence", Text, QByteArray("a\xe2\x82"), "LUMA_UTF8");
    add("text, overlong", Text, QByteArray("\xc0\xaf"), "LUMA_UTF8");
    add("text, lone surrogate", Text, QByteArray("\xed\xa0\x80"), "LUMA_UTF8");
    add("text, beyond U+10FFFF", Text, QByteArray("\xf4\x90\x80\x80"), "LUMA_UTF8");

    add("json, object", Json, QByteArray("{\"a\": [1, 2.50]}"), "{\"a\": [1, 2.50]}");
    add("json, scalar", Json, QByteArray("12345678901234567890"), "12345678901234567890");
    add("json, null", Json, QByteArray("null"), "null");
    add("json, integer", Json, largest, "9223372036854775807");
    add("json, integer 2^53+1", Json, beyond, "9007199254740993");
    add("json, real", Json, 1.25, "1.25");
    add("json, not JSON", Json, u"{"_s, "LUMA_JSON");
    add("json, invalid UTF-8", Json, QByteArray("\"\xff\""), "LUMA_UTF8");

    add("bytes", Bytes, QByteArray("\x00\x01\xff", 3), "\"\\\\x0001ff\"");
    add("bytes, empty", Bytes, QByteArray(), "\"\\\\x\"");
    add("bytes, text", Bytes, u"abc"_s, "LUMA_TYPE");
    add("bytes, integer", Bytes, qint64(1), "LUMA_TYPE");
}

void TestRowEncoder::append()
{
    QFETCH(ColumnKind, kind);
    QFETCH(QVariant, value);
    QFETCH(QString, result);
    QCOMPARE(encoded(kind, value), result);
}

void TestRowEncoder::times_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("result");
    const auto good = [](const char *time, const char *result) {
        QTest::newRow(time) << QString::fromLatin1(time) << u'"' + QLatin1StringView(result) + u'"';
    };
    const auto bad = [](const char *time) { QTest::newRow(time) << QString::fromLatin1(time) << u"LUMA_TIME"_s; };
    good("2024-02-29 23:59:59", "2024-02-29 23:59:59Z");
    good("2024-02-29T23:59:59", "2024-02-29T23:59:59Z");
    good("2024-02-29 23:59", "2024-02-29 23:59Z");
    good("2024-02-29 23:59:59.5", "2024-02-29 23:59:59.5Z");
    good("2024-02-29 23:59:59.123456", "2024-02-29 23:59:59.123456Z");
    good("2024-02-29T23:59:59.123456789Z", "2024-02-29T23:59:59.123456789Z");
    good("2024-02-29 23:59:59Z", "2024-02-29 23:59:59Z");
    good("2024-02-29 23:59:59+01:00", "2024-02-29 23:59:59+01:00");
    good("2024-02-29 23:59:59-0930", "2024-02-29 23:59:59-0930");
    good("2024-02-29 23:59:59+01", "2024-02-29 23:59:59+01");
    good("2024-02-29", "2024-02-29 00:00:00Z");
    good("0001-01-01", "0001-01-01 00:00:00Z");
    good("9999-12-31 00:00:00", "9999-12-31 00:00:00Z");
    for (const char *time : {"",
                             "now",
                             "2024",
                             "2024-02",
                             "2023-02-29",
                             "2024-13-01",
                             "2024-00-01",
                             "2024-01-00",
                             "0000-01-01",
                             "24-01-01",
                             "20240229",
                             "2024-02-29 ",
                             "2024-02-29 23",
                             "2024-02-29 24:00:00",
                             "2024-02-29 23:60:00",
                             "2024-02-29 23:59:60",
                             "2024-02-29 23:59:59.",
                             "2024-02-29 23:59:59.1234567890",
                             "2024-02-29 23:59:59 Z",
                             "2024-02-29 23:59:59+1",
                             "2024-02-29 23:59:59+99",
                             "2024-02-29 23:59:59+01:60",
                             "2024-02-29 23:59:59 UTC",
                             "2024-02-29x23:59:59",
                             " 2024-02-29",
                             "2024-02-29 23:59:59\"",
                             "1709251199",
                             "10000-01-01",
                             "-001-01-01"})
        bad(time);
}

void TestRowEncoder::times()
{
    QFETCH(QString, time);
    QFETCH(QString, result);
    QCOMPARE(encoded(ColumnKind::Timestamp, time.toUtf8()), result);
}

void TestRowEncoder::escapesInJson_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("problem");
    const auto add = [](const char *name, const char *json, const char *problem) {
        QTest::newRow(name) << QString::fromLatin1(json) << QString::fromLatin1(problem);
    };
    add("U+0000", R"("a\u0000b")", "LUMA_NUL");
    add("U+0000 behind a backslash", R"("a\\\u0000")", "LUMA_NUL");
    add("the text of it only", R"("a\\u0000")", "");
    add("a pair", R"("\ud83d\ude00")", "");
    add("a pair in capitals", R"("\uD83D\uDE00")", "");
    add("two pairs", R"("\ud83d\ude00\ud83d\ude00")", "");
    add("high at the end", R"("\ud83d")", "LUMA_UTF8");
    add("high before text", R"("\ud83dx")", "LUMA_UTF8");
    add("high before another escape", R"("\ud83d\n\ude00")", "LUMA_UTF8");
    add("high twice", R"("\ud83d\ud83d\ude00")", "LUMA_UTF8");
    add("low alone", R"("\ude00")", "LUMA_UTF8");
    add("low after text", R"("\u0041\ude00")", "LUMA_UTF8");
    add("halves in two strings", R"(["\ud83d","\ude00"])", "LUMA_UTF8");
    add("other escapes", R"("\"\\\/\b\f\n\r\t\u00e9")", "");
    add("in a name", R"({"\u0000":1})", "LUMA_NUL");
}

void TestRowEncoder::escapesInJson()
{
    QFETCH(QString, json);
    QFETCH(QString, problem);
    QCOMPARE(encoded(ColumnKind::Json, json.toUtf8()), problem.isEmpty() ? json : problem);
}

void TestRowEncoder::strings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("quotes") << QByteArray(R"(say "a\b")") << QByteArray(R"("say \"a\\b\"")");
    QTest::newRow("control characters") << QByteArray("a\b\f\n\r\t\x01\x1f\x7f z")
                                        << QByteArray("\"a\\u0008\\u000c\\u000a\\u000d\\u0009\\u0001\\u001f\x7f z\"");
    QTest::newRow("two, three and four bytes")
        << QByteArray("\u00e9\u20ac\U0001f600") << QByteArray("\"\u00e9\u20ac\U0001f600\"");
    QTest::newRow("line separators") << QByteArray("\u2028\u2029") << QByteArray("\"\u2028\u2029\"");
    QTest::newRow("not characters") << QByteArray("\ufffe\uffff") << QByteArray("\"\ufffe\uffff\"");
    QTest::newRow("slash") << QByteArray("</script>") << QByteArray("\"</script>\"");
}

void TestRowEncoder::strings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    QByteArray result;
    QVERIFY(!RowEncoder::append(result, ColumnKind::Text, text));
    QCOMPARE(result, json);
}

void TestRowEncoder::messagesNameNoContent()
{
    for (ColumnKind kind : {ColumnKind::Integer, ColumnKind::Real, ColumnKind::Boolean, ColumnKind::Timestamp,
                            ColumnKind::Json, ColumnKind::Bytes}) {
        QByteArray json;
        const auto problem = RowEncoder::append(json, kind, u"secret-content"_s);
        QVERIFY(problem);
        QVERIFY(!problem->message.contains(u"secret"_s));
        QVERIFY(problem->message.endsWith(u'.'));
    }
}

LUMASYNC_SUITE(QCoreApplication, TestRowEncoder)
#include "tst_rowencoder.moc"
