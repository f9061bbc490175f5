// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Luma {

/// Fusion with the app's colours. `theme`: "light", "dark" or empty for the desktop's. Follows the desktop while it
/// runs.
void applyStyle(const QString &theme);

} // namespace Luma
