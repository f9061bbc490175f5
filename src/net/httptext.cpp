// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/httptext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr std::chrono::milliseconds longestPause = std::chrono::hours(1);
constexpr qsizetype longestText = 300;

} // namespace

QDateTime httpDate(QByteArrayView text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeZone(QTimeZone::UTC);
    return date;
}

std::chrono::milliseconds retryAfter(const QHttpHeaders &headers)
{
    const QByteArrayView value = headers.value(QHttpHeaders::WellKnownHeader::RetryAfter).trimmed();
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    std::chrono::milliseconds pause(0);
    if (isNumber) {
        pause = std::chrono::seconds(std::clamp<qint64>(seconds, 0, 3600));
    } else if (const QDateTime until = httpDate(value); until.isValid()) {
        const QDateTime date = httpDate(headers.value(QHttpHeaders::WellKnownHeader::Date));
        pause = until - (date.isValid() ? date : QDateTime::currentDateTimeUtc());
    }
    return std::clamp(pause, std::chrono::milliseconds(0), longestPause);
}

QString cleaned(const QString &text)
{
    static const QRegularExpression secrets(
        u"eyJ[A-Za-z0-9_-]{5,}(\\.[A-Za-z0-9_-]*){1,2}|\\bsb_(publishable|secret)_[A-Za-z0-9_-]+|(?<=Bearer )\\S+|(?<=://)\\S+\\?\\S+|(?<=token=)[^\\s&]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString result = text;
    result.replace(secrets, u"[hidden]"_s);
    result = result.simplified();
    result.removeIf([](QChar c) { return !c.isPrint(); });
    if (result.size() > longestText)
        result = result.first(longestText - 1) + u'…';
    return result;
}

} // namespace LumaSync
