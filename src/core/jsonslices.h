// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace LumaSync {

/// One member of a JSON object. The value is left as the text that it is: numbers keep every digit.
struct JsonMember
{
    QByteArray name;      ///< decoded, UTF-8
    QByteArrayView value; ///< from its first to its last character; a view into the text that was cut
};

using JsonRow = QList<JsonMember>;

/// Cuts a JSON array of objects into the members of each; nothing where it is not one. Looks at structure only: what
/// stands inside a value is not checked. The views live as long as `array` does. Pure.
[[nodiscard]] std::optional<QList<JsonRow>> jsonRows(QByteArrayView array);

/// The raw value of the member `name`; empty where there is none. `hint`: the index where it probably is.
[[nodiscard]] QByteArrayView jsonValue(const JsonRow &row, QByteArrayView name, qsizetype hint = 0);

/// The UTF-8 text that a JSON string stands for; nothing where `value` is not a JSON string.
[[nodiscard]] std::optional<QByteArray> jsonText(QByteArrayView value);

} // namespace LumaSync
