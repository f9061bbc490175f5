// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtTypes>

#include <chrono>

namespace LumaSync {

/// How many bytes may leave under a limit: tokens come in at a steady rate, each byte costs one, and at most a quarter
/// of a second's worth is saved up, so that any 10 s carry at most 2.5 % too much. A value; the clock is given and only
/// has to be steady.
class TokenBucket
{
public:
    using Time = std::chrono::nanoseconds;

    /// 0: no limit. What was saved up under the old rate stays, up to what the new one may save.
    void setRate(qint64 bytesPerSecond, Time now);
    [[nodiscard]] qint64 rate() const { return m_rate; }

    /// Takes at most `wanted` bytes and says how many; 0: wait for untilNext(). Never a crumb: a whole piece or all
    /// that is wanted.
    [[nodiscard]] qint64 take(qint64 wanted, Time now);
    /// Until a piece can be taken: what flows in a twentieth of a second, at least one byte.
    [[nodiscard]] Time untilNext(Time now) const;

private:
    [[nodiscard]] double saved(Time now) const;
    [[nodiscard]] double most() const;
    [[nodiscard]] double piece() const;

    qint64 m_rate = 0;
    double m_tokens = 0;
    Time m_at{};
};

} // namespace LumaSync
