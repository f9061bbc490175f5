// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtTypes>

#include <array>
#include <chrono>

namespace LumaSync {

/// What the link can carry upwards, by what recent uploads were carried at. A value.
class LinkRate
{
public:
    /// An upload sent `bytes`, all acknowledged, in `time`. Short ones say little and are not counted.
    void add(qint64 bytes, std::chrono::milliseconds time);
    /// The best of the last eight, bytes per second; 0: nothing is known. What cannot be done at this rate cannot be
    /// done.
    [[nodiscard]] double best() const;

private:
    std::array<double, 8> m_rates{};
    size_t m_next = 0;
};

} // namespace LumaSync
