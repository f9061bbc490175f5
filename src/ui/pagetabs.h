// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTabBar>

namespace LumaSync {

/// Flat tabs with a line under the current one, in the colours of Theme. Keyboard and accessibility are QTabBar's.
/// Thread: GUI.
class PageTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit PageTabs(QWidget *parent = nullptr);

    /// setTabText(), which lays out anew each time, where the text is another one.
    void setText(int index, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
};

} // namespace LumaSync
