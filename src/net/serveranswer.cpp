// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/serveranswer.h"

#include "net/httptext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr qsizetype longestAnswer = 2000;

} // namespace

ServerAnswer ServerAnswer::of(const HttpResult &result)
{
    ServerAnswer answer;
    answer.status = result.status;
    const QJsonDocument document = QJsonDocument::fromJson(result.body);
    if (document.isObject()) {
        answer.json = document.object();
        answer.code = answer.json["code"_L1].toString(); // GoTrue has a number here: then empty
        answer.message = answer.json["message"_L1].toString();
    } else if (!result.body.trimmed().startsWith('<')) { // a page for people says nothing to us
        answer.message = QString::fromUtf8(result.body.first(std::min(result.body.size(), longestAnswer)));
    }
    return answer;
}

bool ServerAnswer::isAboutApiKey(const HttpResult &result) const
{
    if (result.status != 401 && result.status != 403)
        return false;
    return message.startsWith("No API key"_L1) || message.startsWith("Invalid API key"_L1) ||
           message.contains("apikey"_L1) || result.headers.value("sb-error-code").contains("API_KEY");
}

Error ServerAnswer::error(Error::Kind kind, const HttpResult &result) const
{
    Error error;
    error.kind = kind;
    error.httpStatus = result.status;
    error.code = cleaned(code);
    error.message = cleaned(message);
    if (error.message.isEmpty())
        error.message = u"The server answered with status %1."_s.arg(result.status);
    error.retryAfter = retryAfter(result.headers);
    return error;
}

std::optional<Error::Kind> meaningOf(const QString &code, std::span<const CodeMeaning> table)
{
    for (const CodeMeaning &row : table) {
        if (code.startsWith(row.prefix, Qt::CaseInsensitive))
            return row.kind;
    }
    return std::nullopt;
}

Error::Kind kindOfStatus(int status)
{
    using K = Error::Kind;
    switch (status) {
    case 401:
        return K::SignedOut;
    case 403:
        return K::Forbidden;
    case 404:
    case 410:
        return K::Gone;
    case 408:
        return K::Timeout;
    case 409:
        return K::Conflict;
    case 413:
    case 414:
    case 431:
        return K::TooLarge;
    case 415:
        return K::Row;
    case 423:
    case 425:
    case 429:
        return K::Busy;
    default:
        return status >= 500 ? K::Server : K::Protocol;
    }
}

} // namespace LumaSync
