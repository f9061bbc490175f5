// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace LumaSync {

/// Sentences that go on in the next line where the width ends, and that can be selected with the mouse. Thread: GUI.
class WrappingLabel : public QLabel
{
    Q_OBJECT
public:
    explicit WrappingLabel(QWidget *parent = nullptr);
};

} // namespace LumaSync
