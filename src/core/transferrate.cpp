// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/transferrate.h"

#include <cmath>

namespace LumaSync {

namespace {

constexpr std::chrono::milliseconds window{3000};
constexpr std::chrono::milliseconds shortest{50};
// Either tells a rate from a hiccup.
constexpr qint64 enoughBytes = 256 * 1024;
constexpr std::chrono::milliseconds enoughTime{10'000};

} // namespace

// An exponential mean over the window; while less than a window was seen, the plain mean of what was seen.
void TransferRate::add(std::chrono::milliseconds now, qint64 total)
{
    if (m_last.count() < 0 || total < m_total) {
        m_last = now;
        m_total = total;
        return;
    }
    const std::chrono::milliseconds elapsed = now - m_last;
    if (elapsed < shortest)
        return;
    const double current = double(total - m_total) * 1000.0 / double(elapsed.count());
    const double share = 1.0 - std::exp(-double(elapsed.count()) / double(window.count()));
    m_weight = m_weight * (1.0 - share) + share;
    m_rate += (current - m_rate) * share / m_weight;
    m_seenBytes += total - m_total;
    m_seenTime += elapsed;
    m_last = now;
    m_total = total;
}

double TransferRate::bytesPerSecond() const
{
    return m_seenBytes >= enoughBytes || m_seenTime >= enoughTime ? m_rate : 0;
}

} // namespace LumaSync
