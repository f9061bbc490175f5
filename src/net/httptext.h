// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHttpHeaders>
#include <QString>

#include <chrono>

namespace LumaSync {

/// An HTTP date ("Mon, 23 Nov 2026 17:24:10 GMT"), in UTC; invalid where it is none.
[[nodiscard]] QDateTime httpDate(QByteArrayView text);
/// `Retry-After` in seconds or as an HTTP date (against the answer's own `Date`); 0 where absent or absurd;
/// at most one hour.
[[nodiscard]] std::chrono::milliseconds retryAfter(const QHttpHeaders &headers);
/// One line of at most 300 characters, without anything that looks like a JWT, an API key or a signed URL's
/// query.
[[nodiscard]] QString cleaned(const QString &text);

} // namespace LumaSync
