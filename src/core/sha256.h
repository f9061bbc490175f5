// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <array>

namespace LumaSync {

/// SHA-256 (FIPS 180-4) of data that comes in pieces. Every file of the library passes through it, and Qt's own takes
/// as long for that as compression does: this one uses the processor's instructions where it has them. A value.
class Sha256
{
public:
    enum class Way {
        Fastest,
        Portable, ///< for its test
    };
    explicit Sha256(Way way = Way::Fastest);

    void addData(QByteArrayView data);
    /// Lower-case hexadecimal. More may be added afterwards.
    [[nodiscard]] QByteArray hex() const;

    [[nodiscard]] static QByteArray hex(QByteArrayView data);

private:
    using State = std::array<quint32, 8>;
    using Compress = void (*)(State &state, const uchar *blocks, size_t count);
    static void compress(State &state, const uchar *blocks, size_t count);
    static void compressFast(State &state, const uchar *blocks, size_t count);
    static bool isFastAvailable();

    Compress m_compress;
    State m_state;
    std::array<uchar, 64> m_rest{}; ///< what does not fill a block yet
    quint64 m_size = 0;             ///< bytes so far
};

} // namespace LumaSync
