// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <memory>

namespace LumaSync {

/// SHA-256 (FIPS 180-4) of data that comes in pieces. Every file of the library passes through it: OpenSSL's libcrypto,
/// where the build has it, uses the processor's instructions and is several times as fast as Qt's own. Move-only.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&other) noexcept;
    Sha256 &operator=(Sha256 &&other) noexcept;

    void addData(QByteArrayView data);
    /// Lower-case hexadecimal. More may be added afterwards.
    [[nodiscard]] QByteArray hex() const;

    [[nodiscard]] static QByteArray hex(QByteArrayView data);

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace LumaSync
