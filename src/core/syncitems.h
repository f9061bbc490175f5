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
    QString table;         ///< as it is in the database
    QByteArray key;        ///< SQL literals joined by commas
    qint64 rev = 0;        ///< the row's sync_rev when it was refused
    QString code;          ///< Error::code of the refusal
    QString message;       ///< Error::message of the refusal
    int attempts = 0;      ///< so far
    QDateTime nextAttempt; ///< UTC
};

/// One job of the storage queue, as a face shows it. Sizes in bytes.
struct UploadItem
{
    qint64 id = 0;           ///< what the engine's commands take
    QString kind;            ///< "track_audio", "artwork_thumb", "analysis_package"
    QString trackId;         ///< the key of the row that the file belongs to
    QString title;           ///< of the row that the file belongs to; empty where it has none
    QString localPath;       ///< the file on this machine; empty while a package is not built
    qint64 size = 0;         ///< 0 while it is not known (a package that was not built yet)
    qint64 acknowledged = 0; ///< bytes that the server has
    QString status;          ///< "pending", "uploading", "completed", "failed"
    int attempts = 0;        ///< that counted: being offline does not
    QString lastError;       ///< one English sentence; holds no secret
    QString lastErrorKind;   ///< kindName() of it: "File", "DiskFull", ...; empty where nothing failed
    QDateTime nextAttempt;   ///< UTC; invalid: as soon as its turn comes
    bool excluded = false;   ///< left out by the person
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::RefusedRow)
Q_DECLARE_METATYPE(LumaSync::UploadItem)
