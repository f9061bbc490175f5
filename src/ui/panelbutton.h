// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace LumaSync {

/// A push button with air around its words, whatever the style thinks is enough. Thread: GUI.
class PanelButton : public QPushButton
{
    Q_OBJECT
public:
    using QPushButton::QPushButton;

    [[nodiscard]] QSize sizeHint() const override;
};

} // namespace LumaSync
