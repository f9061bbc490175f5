// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/theme.h"

#include <cmath>

namespace LumaSync {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](float x, float y) { return static_cast<float>(x * (1 - share) + y * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

/// `color`, moved towards `text` until it can be read on all of `surfaces`.
QColor readable(const QColor &color, const QColor &text, std::initializer_list<QColor> surfaces)
{
    constexpr double wanted = 4.5;
    for (int step = 0; step <= 20; ++step) {
        const QColor candidate = mixed(color, text, step / 20.0);
        bool good = true;
        for (const QColor &surface : surfaces)
            good = good && Theme::contrast(candidate, surface) >= wanted;
        if (good)
            return candidate;
    }
    return text;
}

} // namespace

double Theme::contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

Theme Theme::of(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor base = palette.color(QPalette::Base);
    Theme theme;
    theme.text = palette.color(QPalette::WindowText);
    theme.isDark = luminance(window) < luminance(theme.text);
    theme.isHighContrast = contrast(window, theme.text) > 20;
    theme.card = theme.isHighContrast ? window
                 : theme.isDark       ? mixed(window, Qt::white, 0.05)
                                      : mixed(window, Qt::white, 0.6);
    theme.line = theme.isHighContrast ? theme.text : mixed(window, theme.text, 0.16);
    const auto surfaces = {window, base, theme.card};
    theme.muted = theme.isHighContrast ? theme.text : readable(mixed(theme.text, window, 0.4), theme.text, surfaces);
    theme.accent = readable(theme.isDark ? QColor(0x5aa2f5) : QColor(0x2469c7), theme.text, surfaces);
    theme.warning = readable(theme.isDark ? QColor(0xf0a050) : QColor(0xa85206), theme.text, surfaces);
    return theme;
}

} // namespace LumaSync
