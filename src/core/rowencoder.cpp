// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/rowencoder.h"

#include <QDate>
#include <QLocale>
#include <QUtf8StringView>

#include <cmath>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

using Problem = std::optional<ValueProblem>;

constexpr qint64 exactInDouble = qint64(1) << 53;

bool isText(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray || value.typeId() == QMetaType::QString;
}

bool isWhole(const QVariant &value)
{
    return value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int;
}

Problem appendText(QByteArray &json, const QByteArray &utf8)
{
    if (!QUtf8StringView(utf8).isValidUtf8())
        return ValueProblem{u"LUMA_UTF8"_s, u"A text is not valid UTF-8."_s};
    if (utf8.contains('\0'))
        return ValueProblem{u"LUMA_NUL"_s, u"A text contains the character U+0000, which PostgreSQL cannot store."_s};
    RowEncoder::appendString(json, utf8);
    return {};
}

Problem appendInteger(QByteArray &json, const QVariant &value)
{
    if (!isWhole(value))
        return ValueProblem{u"LUMA_TYPE"_s, u"A whole-number column holds something else."_s};
    json += QByteArray::number(value.toLongLong());
    return {};
}

Problem appendReal(QByteArray &json, const QVariant &value)
{
    if (isWhole(value)) {
        const qint64 whole = value.toLongLong();
        if (whole < -exactInDouble || whole > exactInDouble)
            return ValueProblem{u"LUMA_RANGE"_s,
                                u"A whole number in a number column is too large to be kept exactly."_s};
        json += QByteArray::number(whole);
        return {};
    }
    if (value.typeId() != QMetaType::Double)
        return ValueProblem{u"LUMA_TYPE"_s, u"A number column holds something else."_s};
    const double number = value.toDouble();
    if (!std::isfinite(number))
        return ValueProblem{u"LUMA_RANGE"_s, u"A number is infinite or not a number."_s};
    json += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    return {};
}

Problem appendBoolean(QByteArray &json, const QVariant &value)
{
    if (!isWhole(value) || value.toLongLong() < 0 || value.toLongLong() > 1)
        return ValueProblem{u"LUMA_TYPE"_s, u"A boolean column holds something other than 0 and 1."_s};
    json += value.toLongLong() == 1 ? "true" : "false";
    return {};
}

// Reads ASCII digits from the front of `text`, exactly `count`; -1 where they are not there.
int takeNumber(QByteArrayView &text, qsizetype count)
{
    int number = 0;
    if (text.size() < count)
        return -1;
    for (const char c : text.first(count)) {
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
    }
    text = text.sliced(count);
    return number;
}

bool take(QByteArrayView &text, QByteArrayView anyOf)
{
    if (text.isEmpty() || !anyOf.contains(text.front()))
        return false;
    text = text.sliced(1);
    return true;
}

// "HH:MM[:SS[.f...]]"; a fraction of up to nine digits, of which PostgreSQL keeps microseconds.
bool takeTimeOfDay(QByteArrayView &text)
{
    const int hour = takeNumber(text, 2);
    const int minute = take(text, ":") ? takeNumber(text, 2) : -1;
    int second = 0;
    if (take(text, ":")) {
        second = takeNumber(text, 2);
        if (take(text, ".")) {
            qsizetype digits = 0;
            while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
                ++digits;
            if (digits < 1 || digits > 9)
                return false;
            text = text.sliced(digits);
        }
    }
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

// "Z", "+HH", "+HHMM" or "+HH:MM", to the end.
bool isZone(QByteArrayView text)
{
    if (take(text, "Zz"))
        return text.isEmpty();
    if (!take(text, "+-"))
        return false;
    const int hours = takeNumber(text, 2);
    if (text.isEmpty())
        return hours >= 0 && hours < 16;
    take(text, ":");
    const int minutes = takeNumber(text, 2);
    return hours >= 0 && hours < 16 && minutes >= 0 && minutes < 60 && text.isEmpty();
}

// "YYYY-MM-DD HH:MM:SS[.fff]" is SQLite's CURRENT_TIMESTAMP form, in UTC, and gets its "Z"; a text with a zone is left
// as it is. Zone-less text would be read in the session's zone by PostgreSQL.
Problem appendTimestamp(QByteArray &json, const QVariant &value)
{
    const ValueProblem problem{u"LUMA_TIME"_s, u"A time column holds something other than 'YYYY-MM-DD HH:MM:SS'."_s};
    const QByteArray text = value.toByteArray();
    QByteArrayView rest(text);
    const int year = takeNumber(rest, 4);
    const int month = take(rest, "-") ? takeNumber(rest, 2) : -1;
    const int day = take(rest, "-") ? takeNumber(rest, 2) : -1;
    if (!isText(value) || !QDate::isValid(year, month, day) || year == 0)
        return problem;
    json += '"' + text;
    if (rest.isEmpty()) {
        json += " 00:00:00Z\"";
        return {};
    }
    if (!take(rest, " Tt") || !takeTimeOfDay(rest) || !(rest.isEmpty() || isZone(rest)))
        return problem;
    json += rest.isEmpty() ? "Z\"" : "\"";
    return {};
}

// What `jsonb` refuses although it is valid JSON: U+0000, and halves of surrogate pairs. Both can only be escapes.
Problem problemInEscapes(const QByteArray &text)
{
    bool high = false; // the escape before was the first half of a pair
    for (qsizetype i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i)) {
        const bool isUnicode = i + 5 < text.size() && text[i + 1] == 'u';
        const uint code = isUnicode ? text.sliced(i + 2, 4).toUInt(nullptr, 16) : 0x20;
        const bool isLow = code >= 0xdc00 && code < 0xe000;
        if (code == 0)
            return ValueProblem{u"LUMA_NUL"_s,
                                u"A JSON text contains the character U+0000, which PostgreSQL cannot store."_s};
        if (isLow != high)
            return ValueProblem{u"LUMA_UTF8"_s, u"A JSON text contains one half of a surrogate pair."_s};
        high = code >= 0xd800 && code < 0xdc00;
        i += isUnicode ? 6 : 2;
        if (high && !(i < text.size() && text[i] == '\\'))
            return ValueProblem{u"LUMA_UTF8"_s, u"A JSON text contains one half of a surrogate pair."_s};
    }
    return {};
}

// Precondition: the reader asked SQLite's json_valid() and gives invalid text as a QString, valid text as a QByteArray.
Problem appendJson(QByteArray &json, const QVariant &value)
{
    if (isWhole(value))
        return appendInteger(json, value);
    if (value.typeId() == QMetaType::Double)
        return appendReal(json, value);
    const QByteArray text = value.toByteArray();
    if (value.typeId() != QMetaType::QByteArray)
        return ValueProblem{u"LUMA_JSON"_s, u"A JSON column holds text that is not JSON."_s};
    if (!QUtf8StringView(text).isValidUtf8())
        return ValueProblem{u"LUMA_UTF8"_s, u"A JSON text is not valid UTF-8."_s};
    if (auto problem = problemInEscapes(text))
        return problem;
    json += text;
    return {};
}

Problem appendBytes(QByteArray &json, const QVariant &value)
{
    if (value.typeId() != QMetaType::QByteArray)
        return ValueProblem{u"LUMA_TYPE"_s, u"A binary column holds something other than a BLOB."_s};
    json += "\"\\\\x" + value.toByteArray().toHex() + '"';
    return {};
}

} // namespace

std::optional<ValueProblem> RowEncoder::append(QByteArray &json, ColumnKind kind, const QVariant &value)
{
    if (value.isNull()) {
        json += "null";
        return {};
    }
    switch (kind) {
    case ColumnKind::Text:
        return appendText(json, value.toByteArray());
    case ColumnKind::Integer:
        return appendInteger(json, value);
    case ColumnKind::Real:
        return appendReal(json, value);
    case ColumnKind::Boolean:
        return appendBoolean(json, value);
    case ColumnKind::Timestamp:
        return appendTimestamp(json, value);
    case ColumnKind::Json:
        return appendJson(json, value);
    case ColumnKind::Bytes:
        return appendBytes(json, value);
    }
    return {};
}

void RowEncoder::appendString(QByteArray &json, QByteArrayView utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    json += '"';
    qsizetype start = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        json.append(utf8.sliced(start, i - start));
        start = i + 1;
        if (c == '"' || c == '\\')
            json.append('\\').append(static_cast<char>(c));
        else
            json.append("\\u00").append(hex[c >> 4]).append(hex[c & 15]);
    }
    json.append(utf8.sliced(start));
    json += '"';
}

} // namespace LumaSync
