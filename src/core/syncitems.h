// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

namespace LumaSync {

/// One row that the cloud (or our own check of its values) refuses.
struct RefusedRow
{
    QString table;
    QByteArray key; ///< SQL literals joined by commas
    qint64 rev = 0; ///< the row's sync_rev when it was refused
    QString code;
    QString message;
    int attempts = 0;
    QDateTime nextAttempt; ///< UTC
};

/// One job of the storage queue, as a face shows it. Sizes in bytes.
struct UploadItem
{
    qint64 id = 0;
    QString kind; ///< "track_audio", "artwork_thumb", "analysis_package"
    QString trackId;
    QString title; ///< of the row that the file belongs to; empty where it has none
    QString localPath;
    qint64 size = 0; ///< 0 while it is not known (a package that was not built yet)
    qint64 acknowledged = 0;
    QString status; ///< "pending", "uploading", "completed", "failed"
    int attempts = 0;
    QString lastError;     ///< one English sentence; holds no secret
    QString lastErrorKind; ///< kindName() of it: "File", "DiskFull", ...; empty where nothing failed
    QDateTime nextAttempt; ///< UTC; invalid: as soon as its turn comes
    bool excluded = false;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::RefusedRow)
Q_DECLARE_METATYPE(LumaSync::UploadItem)
