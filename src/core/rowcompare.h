// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/jsonslices.h"
#include "core/schemadescription.h"

namespace LumaSync {

/// Whether a value as it is sent and the same value as the cloud gives it back say the same. Both are raw JSON. Pure.
///
/// Integers are equal digit by digit (also beyond 2^53, also where the server quotes them), reals by their double,
/// times by the microsecond that they name, whatever their form and zone, bytes by their digits, texts by their UTF-8,
/// JSON by structure: key order, repeated keys (the last counts), white space and the spelling of numbers do not
/// matter; numbers inside JSON are compared as doubles, because servers may write them so.
[[nodiscard]] bool isSameValue(ColumnKind kind, QByteArrayView sent, QByteArrayView received);

/// Microseconds since 1970 of "YYYY-MM-DD HH:MM:SS[.f]" with a zone ("Z", "+00", "+0530", "-03:30"), with 'T' or a
/// blank; nothing for anything else. Fractions are rounded to the microsecond as PostgreSQL does.
[[nodiscard]] std::optional<qint64> timestampValue(QByteArrayView text);

} // namespace LumaSync
