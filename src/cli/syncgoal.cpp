// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/syncgoal.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

bool SyncGoal::isDefinite(const Error &error)
{
    using K = Error::Kind;
    switch (error.kind) {
    case K::Configuration:
    case K::Database:
    case K::Key:
    case K::Credentials:
    case K::SignedOut:
    case K::Forbidden:
    case K::Schema:
    case K::Tls:
    case K::ForeignOrigin:
    case K::DiskFull:
    case K::Protocol:
        return true;
    default:
        return false;
    }
}

Error SyncGoal::paused()
{
    return {.kind = Error::Kind::Configuration, .code = u"paused"_s, .message = {}};
}

SyncGoal::Next SyncGoal::statusChanged(const SyncStatus &status)
{
    m_status = status;
    return decide();
}

SyncGoal::Next SyncGoal::cycleFinished(const Error &error, qint64 rowsSent, qint64 rowsDeleted)
{
    if (isDefinite(error)) {
        m_error = error;
        return Next::Done;
    }
    if (!error) {
        m_isStuck = m_asked && rowsSent == 0 && rowsDeleted == 0;
        m_stuckAt = m_status.rowsWaiting;
    }
    m_asked = false;
    return decide();
}

// The engine waits for a disk to get space; a run that is to end does not. What a file alone is to blame for is tried
// again.
SyncGoal::Next SyncGoal::uploadFinished(const Error &error)
{
    if (error.kind != Error::Kind::DiskFull)
        return Next::Wait;
    m_error = error;
    return Next::Done;
}

bool SyncGoal::uploadsAreThrough() const
{
    return !m_withFiles || (!m_status.isUploading && m_status.uploadsWaiting == 0);
}

SyncGoal::Next SyncGoal::decide()
{
    if (m_status.state == SyncStatus::State::NeedsAttention && isDefinite(m_status.problem)) {
        m_error = m_status.problem;
        return Next::Done;
    }
    switch (m_status.state) {
    case SyncStatus::State::UpToDate:
    case SyncStatus::State::Waiting:
        break;
    case SyncStatus::State::Paused:
        m_error = paused();
        return Next::Done;
    case SyncStatus::State::NeedsAttention:
        if (m_status.problem) // it may pass: the engine tries again at its own pace
            return Next::Wait;
        break;
    default:
        return Next::Wait;
    }
    if (!uploadsAreThrough())
        return Next::Wait;
    if (m_status.rowsWaiting == 0) {
        m_complete = m_status.rowsRefused == 0 && m_status.uploadsFailed == 0;
        return Next::Done;
    }
    if (m_isStuck && m_stuckAt == m_status.rowsWaiting)
        return Next::Done;
    if (m_asked)
        return Next::Wait;
    m_asked = true;
    return Next::Sync;
}

} // namespace LumaSync::Cli
