// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace LumaSync {

/// A push button with air around its words, whatever the style thinks is enough. The default one of a dialog shows the
/// keyboard's focus by a ring, because styles paint it as if it always had the focus. Thread: GUI.
class PanelButton : public QPushButton
{
    Q_OBJECT
public:
    using QPushButton::QPushButton;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace LumaSync
