// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/rowencoder.h"

#include <QLocale>
#include <QUtf8StringView>

#include <cmath>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

using Problem = std::optional<ValueProblem>;

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
        json += QByteArray::number(value.toLongLong());
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

bool digitsAt(QByteArrayView text, std::initializer_list<qsizetype> separators)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool separator = std::find(separators.begin(), separators.end(), i) != separators.end();
        if (!separator && (text[i] < '0' || text[i] > '9'))
            return false;
    }
    return true;
}

// "YYYY-MM-DD HH:MM:SS[.fff]" is SQLite's CURRENT_TIMESTAMP form, in UTC, and gets its "Z"; a text with a zone is left as it is.
// Zone-less text would be read in the session's zone by PostgreSQL.
Problem appendTimestamp(QByteArray &json, const QVariant &value)
{
    const QByteArray text = value.toByteArray();
    const QByteArrayView view(text);
    if (!isText(value) || text.size() < 10 || !digitsAt(view.first(10), {4, 7}) || text[4] != '-' || text[7] != '-')
        return ValueProblem{u"LUMA_TIME"_s, u"A time column holds something other than 'YYYY-MM-DD HH:MM:SS'."_s};
    if (auto problem = appendText(json, text))
        return problem;
    const QByteArrayView time = view.sliced(10);
    if (time.isEmpty())
        json.insert(json.size() - 1, " 00:00:00Z");
    else if (!time.contains('Z') && !time.contains('z') && !time.contains('+') && !time.contains('-'))
        json.insert(json.size() - 1, 'Z');
    return {};
}

// Precondition: the reader asked SQLite's json_valid() and gives invalid text as a QString, valid text as a QByteArray.
Problem appendJson(QByteArray &json, const QVariant &value)
{
    if (isWhole(value) || value.typeId() == QMetaType::Double)
        return appendReal(json, value);
    const QByteArray text = value.toByteArray();
    if (value.typeId() != QMetaType::QByteArray)
        return ValueProblem{u"LUMA_JSON"_s, u"A JSON column holds text that is not JSON."_s};
    if (!QUtf8StringView(text).isValidUtf8())
        return ValueProblem{u"LUMA_UTF8"_s, u"A JSON text is not valid UTF-8."_s};
    if (text.contains("\\u0000"))
        return ValueProblem{u"LUMA_NUL"_s, u"A JSON text contains the character U+0000, which PostgreSQL cannot store."_s};
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
    case ColumnKind::Text: return appendText(json, value.toByteArray());
    case ColumnKind::Integer: return appendInteger(json, value);
    case ColumnKind::Real: return appendReal(json, value);
    case ColumnKind::Boolean: return appendBoolean(json, value);
    case ColumnKind::Timestamp: return appendTimestamp(json, value);
    case ColumnKind::Json: return appendJson(json, value);
    case ColumnKind::Bytes: return appendBytes(json, value);
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
