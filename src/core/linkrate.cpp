// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/linkrate.h"

#include <algorithm>

namespace LumaSync {

namespace {

constexpr qint64 fewestBytes = 1024 * 1024;
constexpr std::chrono::milliseconds shortestTime{200};

} // namespace

void LinkRate::add(qint64 bytes, std::chrono::milliseconds time)
{
    if (bytes < fewestBytes || time < shortestTime)
        return;
    m_rates.at(m_next) = double(bytes) * 1000.0 / double(time.count());
    m_next = (m_next + 1) % m_rates.size();
}

double LinkRate::best() const
{
    return *std::max_element(m_rates.begin(), m_rates.end());
}

} // namespace LumaSync
