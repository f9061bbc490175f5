// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>

#include <chrono>

namespace LumaSync {

/// Until the deadline, rounded up, as a QTimer takes it; 0 when it has passed.
[[nodiscard]] inline std::chrono::milliseconds timeLeft(const QDeadlineTimer &deadline)
{
    return std::chrono::ceil<std::chrono::milliseconds>(deadline.remainingTimeAsDuration());
}

} // namespace LumaSync
