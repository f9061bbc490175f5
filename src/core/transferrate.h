// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include <QtTypes>

namespace LumaSync {

/// Bytes per second over the last few seconds, without jumps. A value; the clock is given.
class TransferRate
{
public:
    /// `total` bytes had been sent at `now` since the beginning. A smaller total begins anew from there.
    void add(std::chrono::milliseconds now, qint64 total);
    /// 0 until enough was seen: the first bytes wait for a server that wakes up, and would promise hours.
    [[nodiscard]] double bytesPerSecond() const;

private:
    std::chrono::milliseconds m_last{-1};
    qint64 m_total = 0;
    double m_rate = 0;
    double m_weight = 0; ///< how much of the rate is measured yet, to 1
    qint64 m_seenBytes = 0;
    std::chrono::milliseconds m_seenTime{0};
};

} // namespace LumaSync
