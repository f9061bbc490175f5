// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/rowcompare.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

QByteArray unquoted(QByteArrayView value)
{
    const auto text = jsonText(value);
    return text ? *text : value.toByteArray();
}

bool isSameInteger(QByteArrayView sent, QByteArrayView received)
{
    bool good = false;
    bool alsoGood = false;
    return unquoted(sent).toLongLong(&good) == unquoted(received).toLongLong(&alsoGood) && good && alsoGood;
}

bool isSameReal(QByteArrayView sent, QByteArrayView received)
{
    bool good = false;
    bool alsoGood = false;
    return unquoted(sent).toDouble(&good) == unquoted(received).toDouble(&alsoGood) && good && alsoGood;
}

bool isSameText(QByteArrayView sent, QByteArrayView received)
{
    const auto a = jsonText(sent);
    const auto b = jsonText(received);
    return a && b && *a == *b;
}

bool isSameTime(QByteArrayView sent, QByteArrayView received)
{
    const auto a = timestampValue(unquoted(sent));
    const auto b = timestampValue(unquoted(received));
    return a && b ? *a == *b : isSameText(sent, received);
}

bool isSameTree(const QJsonValue &a, const QJsonValue &b)
{
    if (a.type() != b.type())
        return false;
    if (a.isDouble())
        return a.toDouble() == b.toDouble();
    if (a.isArray()) {
        const QJsonArray left = a.toArray();
        const QJsonArray right = b.toArray();
        return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(), isSameTree);
    }
    if (!a.isObject())
        return a == b;
    const QJsonObject left = a.toObject();
    const QJsonObject right = b.toObject();
    if (left.size() != right.size())
        return false;
    for (auto member = left.begin(); member != left.end(); ++member) {
        const auto other = right.find(member.key());
        if (other == right.end() || !isSameTree(member.value(), other.value()))
            return false;
    }
    return true;
}

// What Qt cannot read (nested deeper than 1,024, numbers beyond a double) is equal only where the bytes are, and those
// were compared already.
bool isSameJson(QByteArrayView sent, QByteArrayView received)
{
    const QJsonDocument a = QJsonDocument::fromJson('[' + sent.toByteArray() + ']');
    const QJsonDocument b = QJsonDocument::fromJson('[' + received.toByteArray() + ']');
    return a.isArray() && b.isArray() && isSameTree(a.array(), b.array());
}

/// Takes figures off the front of a text.
class Figures
{
public:
    explicit Figures(QByteArrayView text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] char front() const { return m_text.isEmpty() ? '\0' : m_text.front(); }
    bool take(char c)
    {
        if (front() != c)
            return false;
        m_text = m_text.sliced(1);
        return true;
    }
    std::optional<int> number(qsizetype digits)
    {
        if (m_text.size() < digits)
            return {};
        int value = 0;
        for (const char c : m_text.first(digits)) {
            if (c < '0' || c > '9')
                return {};
            value = value * 10 + (c - '0');
        }
        m_text = m_text.sliced(digits);
        return value;
    }
    qint64 microseconds() // of the digits behind the point, rounded
    {
        double value = 0;
        double weight = 1e5;
        for (; front() >= '0' && front() <= '9'; m_text = m_text.sliced(1), weight /= 10)
            value += (front() - '0') * weight;
        return qRound64(value);
    }

private:
    QByteArrayView m_text;
};

std::optional<qint64> zoneSeconds(Figures &figures)
{
    if (figures.take('Z') || figures.take('z'))
        return 0;
    const bool west = figures.front() == '-';
    if (!figures.take('-') && !figures.take('+'))
        return {};
    qint64 seconds = 0;
    for (const int unit : {3600, 60, 1}) {
        if (unit < 3600)
            figures.take(':');
        if (unit < 3600 && figures.isEmpty())
            break;
        const auto part = figures.number(2);
        if (!part)
            return {};
        seconds += *part * unit;
    }
    return west ? -seconds : seconds;
}

} // namespace

std::optional<qint64> timestampValue(QByteArrayView text)
{
    Figures figures(text);
    const auto year = figures.number(4);
    const bool dash = figures.take('-');
    const auto month = figures.number(2);
    const bool secondDash = figures.take('-');
    const auto day = figures.number(2);
    if (!year || !dash || !month || !secondDash || !day || !QDate::isValid(*year, *month, *day))
        return {};
    if (!figures.take('T') && !figures.take('t') && !figures.take(' '))
        return {};
    const auto hours = figures.number(2);
    const bool colon = figures.take(':');
    const auto minutes = figures.number(2);
    if (!hours || !colon || !minutes)
        return {};
    std::optional<int> seconds = 0;
    qint64 micro = 0;
    if (figures.take(':')) {
        seconds = figures.number(2);
        if (figures.take('.'))
            micro = figures.microseconds();
    }
    const auto zone = zoneSeconds(figures);
    if (!seconds || !zone || !figures.isEmpty())
        return {};
    const qint64 days = QDate(1970, 1, 1).daysTo(QDate(*year, *month, *day));
    return (days * 86'400 + *hours * 3600 + *minutes * 60 + *seconds - *zone) * 1'000'000 + micro;
}

bool isSameValue(ColumnKind kind, QByteArrayView sent, QByteArrayView received)
{
    if (sent == received)
        return true;
    if (sent == "null" || received == "null" || sent.isEmpty() || received.isEmpty())
        return false;
    switch (kind) {
    case ColumnKind::Text:
        return isSameText(sent, received);
    case ColumnKind::Integer:
        return isSameInteger(sent, received);
    case ColumnKind::Real:
        return isSameReal(sent, received);
    case ColumnKind::Boolean:
        return false; // "true" and "false" have one spelling
    case ColumnKind::Timestamp:
        return isSameTime(sent, received);
    case ColumnKind::Json:
        return isSameJson(sent, received);
    case ColumnKind::Bytes:
        return unquoted(sent).compare(unquoted(received), Qt::CaseInsensitive) == 0;
    }
    return false;
}

} // namespace LumaSync
