// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/sha256.h"

#include <QtEndian>

#include <bit>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define LUMASYNC_SHA_INSTRUCTIONS
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace LumaSync {

namespace {

constexpr size_t shaBlock = 64; // bytes

// The fractions of the cube roots of the first 64 primes.
alignas(16) constexpr quint32 roundConstants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

} // namespace

Sha256::Sha256(Way way)
    : m_compress(way == Way::Fastest && isFastAvailable() ? compressFast : compress)
    , m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
{
}

void Sha256::addData(QByteArrayView data)
{
    const auto *bytes = reinterpret_cast<const uchar *>(data.data());
    auto size = static_cast<size_t>(data.size());
    const size_t held = m_size % shaBlock;
    m_size += size;
    if (held > 0) {
        const size_t fill = std::min(size, shaBlock - held);
        std::memcpy(m_rest.data() + held, bytes, fill);
        if (held + fill < shaBlock)
            return;
        m_compress(m_state, m_rest.data(), 1);
        bytes += fill;
        size -= fill;
    }
    m_compress(m_state, bytes, size / shaBlock);
    if (const size_t rest = size % shaBlock; rest > 0)
        std::memcpy(m_rest.data(), bytes + size - rest, rest);
}

QByteArray Sha256::hex() const
{
    Sha256 padded = *this;
    QByteArray padding(1, '\x80');
    padding.append((2 * shaBlock - 9 - m_size % shaBlock) % shaBlock, '\0');
    char length[8];
    qToBigEndian(m_size * 8, length);
    padded.addData(padding.append(length, sizeof length));
    char digest[32];
    qToBigEndian<quint32>(padded.m_state.data(), qsizetype(padded.m_state.size()), digest);
    return QByteArray(digest, sizeof digest).toHex();
}

QByteArray Sha256::hex(QByteArrayView data)
{
    Sha256 hash;
    hash.addData(data);
    return hash.hex();
}

void Sha256::compress(State &state, const uchar *blocks, size_t count)
{
    for (; count > 0; --count, blocks += shaBlock) {
        quint32 words[16];
        qFromBigEndian<quint32>(blocks, 16, words);
        auto [a, b, c, d, e, f, g, h] = state;
        for (int i = 0; i < 64; ++i) {
            quint32 &word = words[i % 16];
            if (i >= 16) {
                const quint32 two = words[(i + 14) % 16];
                const quint32 fifteen = words[(i + 1) % 16];
                word += (std::rotr(two, 17) ^ std::rotr(two, 19) ^ (two >> 10)) + words[(i + 9) % 16] +
                        (std::rotr(fifteen, 7) ^ std::rotr(fifteen, 18) ^ (fifteen >> 3));
            }
            const quint32 first = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) +
                                  roundConstants[i] + word;
            const quint32 second =
                (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            h = std::exchange(g, std::exchange(f, std::exchange(e, d + first)));
            d = std::exchange(c, std::exchange(b, std::exchange(a, first + second)));
        }
        const State added{a, b, c, d, e, f, g, h};
        for (size_t i = 0; i < state.size(); ++i)
            state[i] += added[i];
    }
}

#ifdef LUMASYNC_SHA_INSTRUCTIONS

// Intel's SHA extensions: two rounds an instruction, the state as ABEF and CDGH.
__attribute__((target("sha,sse4.1"))) void Sha256::compressFast(State &state, const uchar *blocks, size_t count)
{
    const __m128i swapBytes = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const auto *constants = reinterpret_cast<const __m128i *>(roundConstants);
    auto *halves = reinterpret_cast<__m128i *>(state.data());
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(halves), 0xb1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(halves + 1), 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    for (; count > 0; --count, blocks += shaBlock) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i words[4];
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) {
            __m128i &word = words[i % 4]; // words 4 i to 4 i + 3 of the schedule
            if (i < 4) {
                word = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(blocks) + i), swapBytes);
            } else {
                const __m128i last = words[(i + 3) % 4];
                const __m128i seven = _mm_alignr_epi8(last, words[(i + 2) % 4], 4);
                word = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(word, words[(i + 1) % 4]), seven), last);
            }
            const __m128i sum = _mm_add_epi32(word, _mm_load_si128(constants + i));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    _mm_storeu_si128(halves, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(halves + 1, _mm_alignr_epi8(dchg, feba, 8));
}

bool Sha256::isFastAvailable()
{
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b >> 29 & 1) != 0;
}

#else

void Sha256::compressFast(State &state, const uchar *blocks, size_t count)
{
    compress(state, blocks, count);
}

bool Sha256::isFastAvailable()
{
    return false;
}

#endif

} // namespace LumaSync
