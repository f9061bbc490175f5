// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace LumaSync {

Jitter randomJitter()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

std::chrono::milliseconds Backoff::delay(int attempt, std::chrono::milliseconds atLeast) const
{
    const int doublings = std::clamp(attempt - 1, 0, 30);
    const double full = std::min(double(first.count()) * double(1LL << doublings), double(cap.count()));
    const std::chrono::milliseconds spread(qint64(full * (0.5 + 0.5 * jitter())));
    return std::max(spread, atLeast);
}

} // namespace LumaSync
