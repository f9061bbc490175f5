// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/clockjump.h"

#include <utility>

namespace LumaSync {

namespace {

constexpr std::chrono::seconds tolerance{30};

} // namespace

bool ClockJump::note(std::chrono::milliseconds steady, std::chrono::milliseconds wall)
{
    const std::chrono::milliseconds difference = wall - steady;
    const auto before = std::exchange(m_difference, difference);
    return before && std::chrono::abs(difference - *before) > tolerance;
}

} // namespace LumaSync
