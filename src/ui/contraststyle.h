// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace LumaSync {

/// Fusion takes its outlines from the window's colour, and a black window leaves none. This is Fusion with outlines in
/// the text's colour, for widgets of ours under a high-contrast palette; every other style and palette stays as it is.
/// Thread: GUI. Owner: the application.
class ContrastStyle : public QProxyStyle
{
    Q_OBJECT
public:
    /// From now on `root` and what is in it have this style while they need it. What is put in later follows at the
    /// next change of the palette; call it anew for that.
    static void follow(QWidget *root);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    ContrastStyle();
    static void applyTo(QWidget *root);
};

} // namespace LumaSync
