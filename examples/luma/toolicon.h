// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace Luma {

/// A line drawing of icons/NAME.svg in the palette's text colour, at any size, in light and dark.
[[nodiscard]] QIcon toolIcon(const QString &name);

} // namespace Luma
