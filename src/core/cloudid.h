// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>

namespace LumaSync {

/// Computes the `id` that a row has in the cloud. It can be computed again at any time from the row alone, so a crash
/// between sending and marking can never duplicate a row.
class CloudIds
{
public:
    /// `libraryId`: the namespace, from `lumasync_meta`. `keepsUuids`: whether a key that is a UUID is used as it is.
    explicit CloudIds(QUuid libraryId, bool keepsUuids = true);

    /// `key`: the key as SQL literals joined by commas (TrackingSql::keyExpression), UTF-8. `remoteId` wins where it is
    /// a UUID. The result is 36 lower-case characters. Source: RFC 9562, 5.5 (name-based UUID, version 5).
    [[nodiscard]] QByteArray id(const QString &table, QByteArrayView key, QByteArrayView remoteId = {}) const;

private:
    QUuid m_libraryId;
    bool m_keepsUuids;
};

} // namespace LumaSync
