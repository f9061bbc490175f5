// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QVariant>

#include <utility>

namespace LumaSync {

/// A JSON document of a package: `{"format":1,` and then name and value of each column, in order, as SQLite gives them.
/// See docs/waveform-json.md for the reference application's. JSON text is embedded as it is, byte by byte; text that
/// is not JSON becomes a JSON string, so that nothing is lost.
[[nodiscard]] QByteArray packageJson(const QList<std::pair<QString, QVariant>> &values);

} // namespace LumaSync
