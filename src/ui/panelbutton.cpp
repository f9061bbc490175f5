// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/panelbutton.h"

namespace LumaSync {

namespace {

constexpr int wordPadding = 10; // on each side

} // namespace

QSize PanelButton::sizeHint() const
{
    const int words = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return QPushButton::sizeHint().expandedTo({words + 2 * wordPadding, fontMetrics().height() + 10});
}

} // namespace LumaSync
