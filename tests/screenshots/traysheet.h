// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// A picture with all states of the tray icon, with their tooltips, on a panel of that colour.
[[nodiscard]] bool saveTraySheet(const QString &path, bool dark, double ratio);
