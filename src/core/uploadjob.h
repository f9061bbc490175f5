// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemadescription.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QVariant>

namespace LumaSync {

/// What is known of a file without reading it, to notice that it changed. For a package `modified` is a
/// fingerprint of all its parts.
struct SourceState
{
    qint64 size = -1;     ///< bytes; -1: there is no such file
    qint64 modified = -1; ///< milliseconds since the epoch

    bool operator==(const SourceState &) const = default;
};

/// What should be uploaded.
struct UploadRequest
{
    UploadKind kind;
    FileForm form = FileForm::AsIs;
    int priority = 2;     ///< lower goes first
    QVariant trackId{};   ///< key of the row that has the file
    QString localPath{};  ///< empty for a package: it is built when its turn has come
    QString objectName{}; ///< below the user's folder
    qint64 fileSize = 0;  ///< bytes to upload; an estimate for what is made later
    SourceState source{};
};

/// One row of the queue.
struct UploadJob
{
    qint64 id = 0;
    qint64 revision = 0; ///< grows whenever the job starts over
    UploadKind kind;
    QVariant trackId{};
    QString localPath{};
    QString objectName{};
    QString storagePath{}; ///< "bucket/uid/name", set after the upload
    qint64 fileSize = 0;
    qint64 bytesUploaded = 0;
    UploadStatus status = UploadStatus::Pending;
    int attempts = 0;
    QString lastErrorKind{};
    QString lastErrorCode{};
    QString lastError{};
    SourceState source{};
    QByteArray sha256{}; ///< of what is sent, hexadecimal; empty until it is known
    QString uploadUrl{};
    QDateTime uploadExpires{}; ///< UTC; invalid: unknown
    QString uploadUid{};       ///< the user for whom `uploadUrl` was made
    QDateTime nextAttempt{};   ///< UTC; invalid: at once
    bool excluded = false;
};

/// What the queue holds, by state.
struct QueueCounts
{
    struct Group
    {
        qint64 jobs = 0;
        qint64 bytes = 0;    ///< of all files
        qint64 uploaded = 0; ///< of these bytes
        bool operator==(const Group &) const = default;
    };
    Group pending;   ///< waiting
    Group uploading; ///< begun
    Group failed;
    Group excluded; ///< by the person; in none of the others

    /// Jobs that will still run.
    [[nodiscard]] qint64 waiting() const { return pending.jobs + uploading.jobs; }
    [[nodiscard]] qint64 bytesLeft() const
    {
        return pending.bytes - pending.uploaded + uploading.bytes - uploading.uploaded;
    }
    bool operator==(const QueueCounts &) const = default;
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::QueueCounts)
