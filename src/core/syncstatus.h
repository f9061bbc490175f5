// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QDateTime>
#include <QMetaType>
#include <QObject>
#include <QString>

namespace LumaSync {

/// The upload under way. Sizes in bytes, rates in bytes per second.
struct UploadProgress
{
    qint64 jobId = 0;
    QString kind; ///< "track_audio", "artwork_thumb", "analysis_package"
    QString trackId;
    QString title; ///< of the row that the file belongs to; empty where it has none
    qint64 size = 0;
    qint64 acknowledged = 0;
    double bytesPerSecond = 0;
    bool isPreparing = false; ///< the thumbnail or package is being made
};

/// Everything a face of the module shows, in one value: icon, tooltip, panel, command line and API read this and
/// nothing else. Derived from counts in the database and the two workers' states, never from remembered events.
struct SyncStatus
{
    Q_GADGET
public:
    enum class State {
        Starting,  ///< the library is being opened
        UpToDate,  ///< nothing waits, nothing failed
        Waiting,   ///< something waits for the next cycle
        Syncing,   ///< rows are going up
        Uploading, ///< files are going up
        Paused,
        Offline,
        SignedOut,
        NeedsAttention, ///< `problem` says why, or something was refused or failed
        Stopping,       ///< the last cycle before the end
        Stopped,
    };
    Q_ENUM(State)

    State state = State::Starting;
    qint64 rowsWaiting = 0; ///< dirty rows and deletions, refused ones included
    qint64 rowsRefused = 0;
    qint64 uploadsWaiting = 0; ///< the one under way included
    qint64 uploadsFailed = 0;
    qint64 uploadsExcluded = 0; ///< left out by choice
    qint64 bytesWaiting = 0;    ///< of files, as far as their sizes are known
    bool isUploading = false;   ///< `upload` is meant
    UploadProgress upload;
    QDateTime lastSync; ///< UTC; the last cycle that went through
    Error sessionNote;  ///< set where the sign-in ends with the program (no keychain)
    Error problem;      ///< for NeedsAttention and Offline

    /// The only condition under which a face may say so.
    [[nodiscard]] bool isEverythingBackedUp() const
    {
        return state == State::UpToDate && rowsWaiting == 0 && rowsRefused == 0 && uploadsWaiting == 0 &&
               uploadsFailed == 0;
    }
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::SyncStatus)
