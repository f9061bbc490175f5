// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

namespace LumaSync {

/// Notices that the machine slept or that its clock was set: the wall clock went another way than the steady one. A
/// value; both clocks are given.
class ClockJump
{
public:
    /// To be called now and then; true when they went apart by more than half a minute since the last call.
    [[nodiscard]] bool note(std::chrono::milliseconds steady, std::chrono::milliseconds wall);

private:
    std::optional<std::chrono::milliseconds> m_difference; ///< wall - steady
};

} // namespace LumaSync
