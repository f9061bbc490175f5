// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <iterator>
#include <random>

namespace Luma {

/// Deterministic random numbers: the engine's sequence is fixed by the C++ standard, and the mapping to
/// ranges is our own, because the standard distributions differ between libraries. The small bias of the
/// modulo does not matter here.
class Rng
{
public:
    explicit Rng(quint64 seed)
        : m_engine(seed)
    {
    }
    /// A stream of its own for each purpose: what one part draws never shifts what another one sees.
    Rng(quint64 seed, QByteArrayView purpose, quint64 index = 0)
        : m_engine(mix(seed, purpose, index))
    {
    }

    quint64 next() { return m_engine(); }
    /// lowest <= result <= highest
    int between(int lowest, int highest)
    {
        return lowest + static_cast<int>(next() % (static_cast<quint64>(highest - lowest) + 1));
    }
    qint64 between64(qint64 lowest, qint64 highest)
    {
        return lowest + static_cast<qint64>(next() % (static_cast<quint64>(highest - lowest) + 1));
    }
    /// 0 <= result < 1
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double real(double lowest, double highest) { return lowest + unit() * (highest - lowest); }
    bool chance(double probability) { return unit() < probability; }
    template <typename Container>
    const auto &pick(const Container &items)
    {
        return items[static_cast<qsizetype>(next() % static_cast<quint64>(std::size(items)))];
    }
    /// A version 4 UUID in its canonical lower-case form.
    QString uuid();

    static quint64 mix(quint64 seed, QByteArrayView purpose, quint64 index);

private:
    std::mt19937_64 m_engine;
};

} // namespace Luma
