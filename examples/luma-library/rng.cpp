// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "rng.h"

#include <QUuid>

namespace Luma {

QString Rng::uuid()
{
    const quint64 high = (next() & ~0xf000ULL) | 0x4000ULL;
    const quint64 low = (next() & ~(3ULL << 62)) | (2ULL << 62);
    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 0; i < 8; ++i) {
        bytes[i] = static_cast<char>(high >> (56 - 8 * i));
        bytes[8 + i] = static_cast<char>(low >> (56 - 8 * i));
    }
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

quint64 Rng::mix(quint64 seed, QByteArrayView purpose, quint64 index)
{
    quint64 hash = 14695981039346656037ULL; // FNV-1a over the purpose, then the finaliser of SplitMix64
    for (const char c : purpose)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    hash += seed * 0x9e3779b97f4a7c15ULL + index * 0xd1342543de82ef95ULL;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

} // namespace Luma
