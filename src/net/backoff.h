// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <LumaSync/net/export.h>

#include <chrono>
#include <functional>

namespace LumaSync {

/// A number in [0, 1), for jitter. Tests give a constant.
using Jitter = std::function<double()>;
[[nodiscard]] LUMASYNC_NET_EXPORT Jitter randomJitter();

/// Exponential back-off with jitter: attempt 1 waits about `first`, doubling up to `cap`; each wait is spread
/// over [1/2, 1] of its full value so that clients do not beat in step. A value.
struct LUMASYNC_NET_EXPORT Backoff
{
    std::chrono::milliseconds first{500};
    std::chrono::milliseconds cap{30'000};
    Jitter jitter = randomJitter();

    /// `attempt` counts from 1. Never less than `atLeast` (a server's Retry-After).
    [[nodiscard]] std::chrono::milliseconds delay(int attempt, std::chrono::milliseconds atLeast = {}) const;
};

} // namespace LumaSync
