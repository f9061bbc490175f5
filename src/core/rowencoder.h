// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemadescription.h"

#include <QByteArray>
#include <QVariant>

#include <optional>

namespace LumaSync {

/// Why a value cannot travel; the row is held back with this text, and nothing is changed silently.
struct ValueProblem
{
    QString code;    ///< "LUMA_UTF8", "LUMA_NUL", "LUMA_RANGE", "LUMA_TYPE", "LUMA_JSON", "LUMA_TIME"
    QString message; ///< one sentence that names no content
};

/// Appends SQLite values as JSON for PostgREST. Text arrives as UTF-8 bytes (the reader casts to BLOB), so that nothing
/// passes through UTF-16 and invalid UTF-8 is seen. Pure.
/// Outcomes per kind: docs/values.md.
class RowEncoder
{
public:
    /// Appends `value` to `json`. SQL NULL becomes `null` for every kind. On a problem `json` may hold a part of the
    /// value; the caller drops the row.
    [[nodiscard]] static std::optional<ValueProblem> append(QByteArray &json, ColumnKind kind, const QVariant &value);
    /// Appends UTF-8 text as a JSON string. Precondition: valid UTF-8.
    static void appendString(QByteArray &json, QByteArrayView utf8);
};

} // namespace LumaSync
