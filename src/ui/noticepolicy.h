// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/syncstatus.h"

#include <chrono>
#include <optional>

namespace LumaSync {

/// Decides when a person is told of trouble: once it has stood for a moment, once for any number of things, and again
/// only after all was well in between, at most once in ten minutes. A value without a clock of its own.
class NoticePolicy
{
public:
    using Time = std::chrono::milliseconds; ///< since any fixed moment, monotonic
    enum class Notice { None, NeedsAttention, SignedOut };

    static constexpr Time settling = std::chrono::seconds(3);
    static constexpr Time quiet = std::chrono::minutes(10);

    /// What to show now.
    [[nodiscard]] Notice feed(const SyncStatus &status, Time now);
    /// When to feed the same status again; nothing where only a new status can change something.
    [[nodiscard]] std::optional<Time> nextCheck() const { return m_due; }

private:
    [[nodiscard]] static Notice wanted(const SyncStatus &status);

    Notice m_pending = Notice::None;
    Notice m_told = Notice::None;
    bool m_wasSignedIn = false;
    std::optional<Time> m_due;
    std::optional<Time> m_lastShown;
};

} // namespace LumaSync
