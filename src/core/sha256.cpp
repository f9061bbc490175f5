// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/sha256.h"

#ifdef LUMASYNC_LIBCRYPTO
#include <openssl/evp.h>

#include <array>
#else
#include <QCryptographicHash>
#endif

namespace LumaSync {

#ifdef LUMASYNC_LIBCRYPTO

class Sha256::Engine
{
public:
    Engine() { check(EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr)); }

    void add(QByteArrayView data)
    {
        check(EVP_DigestUpdate(m_context.get(), data.data(), static_cast<size_t>(data.size())));
    }

    [[nodiscard]] QByteArray result() const
    {
        const Context copy = make(); // the context itself may take more
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned size = 0;
        check(EVP_MD_CTX_copy_ex(copy.get(), m_context.get()));
        check(EVP_DigestFinal_ex(copy.get(), digest.data(), &size));
        return QByteArray(reinterpret_cast<const char *>(digest.data()), size);
    }

private:
    struct Free
    {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    using Context = std::unique_ptr<EVP_MD_CTX, Free>;

    static Context make()
    {
        Context context(EVP_MD_CTX_new());
        Q_CHECK_PTR(context.get());
        return context;
    }

    // Fails only without memory, or where the system forbids SHA-256: then no hash is better than a wrong one.
    static void check(int success)
    {
        if (success != 1)
            qFatal("libcrypto cannot compute SHA-256.");
    }

    Context m_context = make();
};

#else

class Sha256::Engine
{
public:
    void add(QByteArrayView data) { m_hash.addData(data); }
    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

#endif

Sha256::Sha256()
    : m_engine(std::make_unique<Engine>())
{
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&other) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&other) noexcept = default;

void Sha256::addData(QByteArrayView data)
{
    m_engine->add(data);
}

QByteArray Sha256::hex() const
{
    return m_engine->result().toHex();
}

QByteArray Sha256::hex(QByteArrayView data)
{
    Sha256 hash;
    hash.addData(data);
    return hash.hex();
}

} // namespace LumaSync
