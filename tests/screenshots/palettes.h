// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>

/// "light", "dark" or "contrast": white and yellow on black, as high-contrast desktops have it.
[[nodiscard]] QPalette paletteFor(const QString &theme);
