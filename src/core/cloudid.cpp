// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/cloudid.h"

namespace LumaSync {

namespace {

bool isCanonicalUuid(QByteArrayView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return true;
}

} // namespace

CloudIds::CloudIds(QUuid libraryId, bool keepsUuids)
    : m_libraryId(libraryId)
    , m_keepsUuids(keepsUuids)
{
}

QByteArray CloudIds::id(const QString &table, QByteArrayView key, QByteArrayView remoteId) const
{
    if (isCanonicalUuid(remoteId))
        return remoteId.toByteArray();
    if (m_keepsUuids && key.size() == 38 && key.front() == '\'' && key.back() == '\'' &&
        isCanonicalUuid(key.sliced(1, 36)))
        return key.sliced(1, 36).toByteArray();
    return QUuid::createUuidV5(m_libraryId, QByteArray(table.toUtf8() + '/' + key)).toByteArray(QUuid::WithoutBraces);
}

} // namespace LumaSync
