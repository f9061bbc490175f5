// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "../net/error.h"

#include <LumaSync/core/export.h>

#include <QDateTime>
#include <QMetaType>
#include <QObject>
#include <QString>

namespace LumaSync {

/// The upload under way. Sizes in bytes, rates in bytes per second.
struct UploadProgress
{
    qint64 jobId = 0;          ///< UploadItem::id
    QString kind;              ///< "track_audio", "artwork_thumb", "analysis_package"
    QString trackId;           ///< the key of the row that the file belongs to
    QString title;             ///< of the row that the file belongs to; empty where it has none
    qint64 size = 0;           ///< bytes; 0 while it is not known
    qint64 acknowledged = 0;   ///< bytes that the server has
    qint64 sent = 0;           ///< handed to the network, at least `acknowledged`; falls when a part was lost
    double bytesPerSecond = 0; ///< smoothed over the last seconds
    bool isPreparing = false;  ///< the thumbnail or package is being made
};

/// Everything a face of the module shows, in one value: icon, tooltip, panel, command line and API read this and
/// nothing else. Derived from counts in the database and the two workers' states, never from remembered events.
struct LUMASYNC_CORE_EXPORT SyncStatus
{
    Q_GADGET
public:
    /// What it is doing.
    enum class State {
        Starting,       ///< the library is being opened
        UpToDate,       ///< nothing waits, nothing failed
        Waiting,        ///< something waits for the next cycle
        Syncing,        ///< rows are going up
        Uploading,      ///< files are going up
        Paused,         ///< by setPaused()
        Offline,        ///< the project cannot be reached; it is looked for again by itself
        SignedOut,      ///< nobody is signed in
        NeedsAttention, ///< `problem` says why, or something was refused or failed
        Stopping,       ///< the last cycle before the end
        Stopped,        ///< the engine has ended
    };
    Q_ENUM(State)

    /// Why uploads of more than 1 MiB wait although there is a network; smaller ones and rows go on.
    enum class Hold {
        None,        ///< they do not wait
        Metered,     ///< the network costs by volume
        PowerSaving, ///< the battery saver is on
    };
    Q_ENUM(Hold)

    State state = State::Starting; ///< the most urgent of what is true
    qint64 rowsWaiting = 0;        ///< dirty rows and deletions, refused ones included
    qint64 rowsRefused = 0; ///< by the cloud, or by our own check of their values; tried again with growing intervals
    qint64 uploadsWaiting = 0;  ///< the one under way included
    qint64 uploadsFailed = 0;   ///< after all attempts; wait for a person
    qint64 uploadsExcluded = 0; ///< left out by choice
    qint64 bytesWaiting = 0;    ///< of files, as far as their sizes are known
    bool isUploading = false;   ///< `upload` is meant
    UploadProgress upload;      ///< see isUploading
    Hold hold = Hold::None;     ///< set while a large upload waits because of it
    QDateTime lastSync;         ///< UTC; the last cycle that went through
    Error sessionNote;          ///< set where the sign-in ends with the program (no keychain)
    Error problem;              ///< for NeedsAttention and Offline

    /// Until all files are up at the present rate, in seconds; -1: not known. Falls by about a second each second.
    [[nodiscard]] qint64 secondsLeft() const;

    /// The only condition under which a face may say so.
    [[nodiscard]] bool isEverythingBackedUp() const
    {
        return state == State::UpToDate && rowsWaiting == 0 && rowsRefused == 0 && uploadsWaiting == 0 &&
               uploadsFailed == 0;
    }
};

} // namespace LumaSync

Q_DECLARE_METATYPE(LumaSync::SyncStatus)
