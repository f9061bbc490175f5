// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "net/bandwidthlimit.h"

namespace LumaSync {

BandwidthLimit::BandwidthLimit(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock ? std::move(clock) : [] { return std::chrono::steady_clock::now().time_since_epoch(); })
{
}

void BandwidthLimit::setRate(qint64 bytesPerSecond)
{
    m_bucket.setRate(bytesPerSecond, m_clock());
    Q_EMIT changed();
}

qint64 BandwidthLimit::take(qint64 wanted)
{
    return m_bucket.take(wanted, m_clock());
}

std::chrono::milliseconds BandwidthLimit::untilNext() const
{
    return std::chrono::ceil<std::chrono::milliseconds>(m_bucket.untilNext(m_clock()));
}

} // namespace LumaSync
