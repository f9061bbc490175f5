// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

namespace LumaSync {

/// The few colours that a palette does not have, derived from it: so the panel follows light, dark and high-contrast
/// palettes. A value.
struct Theme
{
    bool isDark = false;
    bool isHighContrast = false; ///< no shades: a person asked for lines
    QColor text;                 ///< on window, base and card
    QColor muted;                ///< second-rank text; at least 4.5:1 on window, base and card
    QColor line;                 ///< hairlines, and what of a progress bar is still to come
    QColor card;                 ///< a surface that stands a little off the window
    QColor accent;               ///< progress and links; at least 4.5:1 on window, base and card
    QColor warning;              ///< likewise

    [[nodiscard]] static Theme of(const QPalette &palette);
    /// By WCAG 2.1, from 1 to 21.
    [[nodiscard]] static double contrast(const QColor &a, const QColor &b);
};

} // namespace LumaSync
