// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/storageplan.h"

#include "net/objectname.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

StorageStep nextStep(const StorageFacts &facts)
{
    if (facts.isBusy)
        return StorageStep::Nothing;
    if (!facts.isOpen) // also when paused: what waits is to be seen
        return facts.mustWait ? StorageStep::Wait : StorageStep::Open;
    if (facts.isPaused)
        return StorageStep::RestPaused;
    if (facts.mustWait)
        return StorageStep::Wait;
    if (!facts.hasToken)
        return StorageStep::RestSignedOut;
    if (!facts.isOwner)
        return StorageStep::RestOtherAccount;
    if (!facts.isOnline)
        return StorageStep::Probe;
    if (!facts.hasDueJob)
        return facts.hasHeldJob ? StorageStep::RestHeld : StorageStep::RestIdle;
    return facts.isTokenValid ? StorageStep::TakeJob : StorageStep::AskToken;
}

SyncStatus::Hold holdFor(const SystemConditions &conditions, bool onMetered, bool onPowerSaving)
{
    if (conditions.isMetered && !onMetered)
        return SyncStatus::Hold::Metered;
    if (conditions.isPowerSaving && !onPowerSaving)
        return SyncStatus::Hold::PowerSaving;
    return SyncStatus::Hold::None;
}

UploadPlan planUpload(const UploadJob &job, const std::optional<UploadRequest> &wanted, const QString &bucket,
                      const QString &uid)
{
    using enum UploadPlan::Kind;
    if (!wanted)
        return {Drop};
    const bool isGone = wanted->source.size < 0;
    // Which part of a package is missing is found out when it is built; one that was built already can still
    // go.
    if (isGone && wanted->form != FileForm::Package)
        return {Fail,
                {.kind = Error::Kind::File,
                 .code = u"missing"_s,
                 .message = u"The file '"_s + wanted->localPath + u"' does not exist."_s}};
    if (wanted->objectName != job.objectName || (!isGone && wanted->source != job.source))
        return {StartOver};
    if (Error error = checkObjectName(bucket, uid + u'/' + job.objectName))
        return {Fail, error};
    return {Go, {}, !job.uploadUrl.isEmpty() && job.uploadUid != uid};
}

} // namespace LumaSync
