// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/syncstatus.h"
#include "core/systemconditions.h"
#include "core/uploadjob.h"
#include "net/error.h"

#include <optional>

namespace LumaSync {

struct ObjectPattern;

/// What the storage worker knows when it asks itself what to do next.
struct StorageFacts
{
    bool isOpen = false;       ///< the library
    bool isBusy = false;       ///< an upload or a probe is under way
    bool isPaused = false;     ///< by the person
    bool isOnline = true;      ///< until a request failed and a probe, too
    bool hasToken = false;     ///< somebody is signed in
    bool isTokenValid = false; ///< by our own reckoning
    bool isOwner = true;       ///< the library belongs to who is signed in
    bool mustWait = false;     ///< between two uploads, or after trouble
    bool hasDueJob = false;
    bool hasHeldJob = false; ///< one that is due, but for the hold()
};

enum class StorageStep {
    Nothing,    ///< something will happen by itself
    Open,       ///< the library
    RestPaused, ///< until the person resumes
    RestSignedOut,
    RestOtherAccount,
    RestHeld, ///< a large upload is due, but not now: metered network, battery saver
    RestIdle, ///< nothing is due
    Wait,     ///< until the wait is over
    Probe,    ///< ask whether the project can be reached
    AskToken, ///< the token ran out
    TakeJob,
};

/// Pure. The order of the questions is the rule: nothing is asked of the network, and no token is renewed,
/// unless a job is due.
[[nodiscard]] StorageStep nextStep(const StorageFacts &facts);

/// Pure. Why large uploads (HELD_UPLOAD_SIZE) wait under these conditions, given what the person allows.
[[nodiscard]] SyncStatus::Hold holdFor(const SystemConditions &conditions, bool onMetered, bool onPowerSaving);

/// What to do with a job when its turn has come.
struct UploadPlan
{
    enum class Kind {
        Drop,      ///< the library does not want it any more
        StartOver, ///< the media changed: queue it anew
        Fail,      ///< `error`
        Go,        ///< make the file, then send it
    };
    Kind kind = Kind::Go;
    Error error{};
    bool forgetUrl = false; ///< the upload that was begun belongs to somebody else
};

/// Pure. `wanted` is what should be in the cloud now; `uid` is who is signed in.
[[nodiscard]] UploadPlan planUpload(const UploadJob &job, const std::optional<UploadRequest> &wanted,
                                    const QString &bucket, const QString &uid);

} // namespace LumaSync
