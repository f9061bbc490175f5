// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "demostyle.h"

#include <QApplication>
#include <QIcon>
#include <QPalette>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace Luma {

namespace {

QPalette lightPalette()
{
    QPalette palette(QColor(0xeff1f4));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7f8fa));
    palette.setColor(QPalette::Highlight, QColor(0x2f7de1));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(0x6b7480));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x34383f), QColor(0x24272c));
    palette.setColor(QPalette::Base, QColor(0x1b1d21));
    palette.setColor(QPalette::AlternateBase, QColor(0x202328));
    palette.setColor(QPalette::ToolTipBase, QColor(0x34383f));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(0xe8eaed));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x7d838b));
    palette.setColor(QPalette::Highlight, QColor(0x2f6fc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(0x9aa0a8));
    return palette;
}

} // namespace

void applyStyle(const QString &theme)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    // Fusion has pictures of its own. Where Qt draws the file dialog itself, looking for those of a theme, all sizes of
    // each in all folders, holds the window up for half a second.
    QIcon::setThemeName(u"none"_s);
    QIcon::setFallbackThemeName(u"none"_s);
    const auto follow = [theme] {
        const bool dark =
            theme.isEmpty() ? QApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark : theme == "dark"_L1;
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
    };
    follow();
    QObject::connect(QApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp, follow);
}

} // namespace Luma
