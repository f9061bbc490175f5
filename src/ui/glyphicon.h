// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace LumaSync {

/// The line icons of buttons and menus, from resources/icons, in the palette's colours of the moment. Thread: GUI.
class GlyphIcon
{
public:
    /// `name` of a file in resources/icons, without its suffix.
    [[nodiscard]] static QIcon icon(const QString &name);
    static void paint(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color);
};

} // namespace LumaSync
