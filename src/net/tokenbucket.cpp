// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace LumaSync {

namespace {

constexpr double savedSeconds = 0.25;
constexpr double pieceSeconds = 0.05;
constexpr double nanosecondsPerSecond = 1e9;

} // namespace

double TokenBucket::most() const
{
    return std::max(1.0, double(m_rate) * savedSeconds);
}

double TokenBucket::piece() const
{
    return std::max(1.0, double(m_rate) * pieceSeconds);
}

double TokenBucket::saved(Time now) const
{
    const double elapsed = double(std::max<qint64>(0, (now - m_at).count())) / nanosecondsPerSecond;
    return std::min(most(), m_tokens + elapsed * double(m_rate));
}

void TokenBucket::setRate(qint64 bytesPerSecond, Time now)
{
    const double tokens = m_rate > 0 ? saved(now) : 0;
    m_rate = std::max<qint64>(0, bytesPerSecond);
    m_tokens = std::min(most(), tokens);
    m_at = now;
}

qint64 TokenBucket::take(qint64 wanted, Time now)
{
    if (m_rate == 0)
        return wanted;
    m_tokens = saved(now);
    m_at = now;
    if (m_tokens < std::min(double(wanted), piece()))
        return 0;
    const qint64 taken = std::min(wanted, qint64(m_tokens));
    m_tokens -= double(taken);
    return taken;
}

TokenBucket::Time TokenBucket::untilNext(Time now) const
{
    if (m_rate == 0)
        return {};
    const double missing = std::max(0.0, piece() - saved(now));
    return Time(qint64(std::ceil(missing / double(m_rate) * nanosecondsPerSecond)));
}

} // namespace LumaSync
