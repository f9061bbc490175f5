// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "palettes.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto textRoles = {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText};

QPalette light()
{
    QPalette palette(QColor(0xeff1f4));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x2f7de1));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

QPalette dark()
{
    QPalette palette(QColor(0x34383f), QColor(0x24272c));
    const QColor text(0xe8eaed);
    palette.setColor(QPalette::Base, QColor(0x1b1d21));
    palette.setColor(QPalette::AlternateBase, palette.color(QPalette::Window));
    palette.setColor(QPalette::ToolTipBase, palette.color(QPalette::Window));
    for (const auto role : textRoles) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, QColor(0x7d838b));
    }
    palette.setColor(QPalette::Highlight, QColor(0x2f6fc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(0x9aa0a8));
    return palette;
}

QPalette contrast()
{
    QPalette palette(Qt::black, Qt::black);
    palette.setColor(QPalette::Base, Qt::black);
    for (const auto role : textRoles) {
        palette.setColor(role, Qt::white);
        palette.setColor(QPalette::Disabled, role, QColor(0xa0a0a0));
    }
    palette.setColor(QPalette::Highlight, QColor(0xffe000));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    return palette;
}

} // namespace

QPalette paletteFor(const QString &theme)
{
    return theme == "dark"_L1 ? dark() : theme == "contrast"_L1 ? contrast() : light();
}
