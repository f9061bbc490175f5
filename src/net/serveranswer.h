// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"
#include "net/httpjob.h"

#include <QJsonObject>

#include <optional>
#include <span>

namespace LumaSync {

/// What an answer that is not a success says, before a dialect gives it a meaning. A value.
struct ServerAnswer
{
    int status = 0; ///< HTTP's; a dialect may put the true one here
    QString code;
    QString message;
    QJsonObject json; ///< empty where the body is none

    [[nodiscard]] static ServerAnswer of(const HttpResult &result);

    /// The gateway in front of all services speaks, and it is about `apikey`.
    [[nodiscard]] bool isAboutApiKey(const HttpResult &result) const;
    /// The Error of this answer; code and message are cleaned, `Retry-After` is read.
    [[nodiscard]] Error error(Error::Kind kind, const HttpResult &result) const;
};

/// A prefix of a code, and what it means.
struct CodeMeaning
{
    QLatin1StringView prefix;
    Error::Kind kind;
};

/// The first prefix that fits, whatever the case.
[[nodiscard]] std::optional<Error::Kind> meaningOf(const QString &code, std::span<const CodeMeaning> table);
/// What a status means where nothing else was said.
[[nodiscard]] Error::Kind kindOfStatus(int status);

} // namespace LumaSync
