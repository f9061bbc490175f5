// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace LumaSync {

/// What lies in a scroll area with words that wrap: its width alone says how high it is. The minimum that a layout
/// knows is that of narrow words, and a scroll area would scroll for it. Thread: GUI. Owner: the scroll area.
class ScrollContent : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] QSize minimumSizeHint() const override { return {QWidget::minimumSizeHint().width(), 0}; }
};

} // namespace LumaSync
