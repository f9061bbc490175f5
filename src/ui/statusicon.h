// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "statuslook.h"

#include <LumaSync/ui/export.h>

#include <QColor>
#include <QIcon>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace LumaSync {

/// Draws a StatusLook: a cloud with a symbol, and the badge. Every state has a shape of its own, so that no state is
/// told by colour alone; all colours stand out from light and from dark panels. Drawn anew for each size on its own
/// pixel grid. Thread: GUI.
class LUMASYNC_UI_EXPORT StatusIcon
{
public:
    /// `phase` from 0 to 1 is the position in the animation.
    [[nodiscard]] static QIcon icon(const StatusLook &look, qreal phase = 0);
    /// Fills `rect`, which is in device pixels of an untransformed painter.
    static void paint(QPainter *painter, const QRect &rect, const StatusLook &look, qreal phase = 0);
    /// The colour that goes with the shape; legible on light and dark.
    [[nodiscard]] static QColor color(StatusLook::Symbol symbol);
};

} // namespace LumaSync
