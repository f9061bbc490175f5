// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.h"
#include "core/syncstatus.h"

namespace LumaSync::Cli {

/// Decides when a sync that runs once is over, fed with what the engine says. Pure.
///
/// It is over when everything is backed up, when only refused, failed or excluded things are left, when a whole table
/// cycle moves nothing any more, or when a condition stands that no waiting heals.
class SyncGoal
{
public:
    enum class Next {
        Wait, ///< the engine is at it
        Sync, ///< ask it for a table cycle now rather than in a minute
        Done, ///< see error() and isComplete()
    };

    explicit SyncGoal(bool withFiles)
        : m_withFiles(withFiles)
    {
    }

    [[nodiscard]] Next statusChanged(const SyncStatus &status);
    [[nodiscard]] Next cycleFinished(const Error &error, qint64 rowsSent, qint64 rowsDeleted);
    [[nodiscard]] Next uploadFinished(const Error &error);

    /// Why it cannot go on.
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] bool isComplete() const { return m_complete; }

    /// What a run that is to end says of a library that the person has paused.
    [[nodiscard]] static Error paused();
    /// Whether waiting does not heal it.
    [[nodiscard]] static bool isDefinite(const Error &error);

private:
    [[nodiscard]] Next decide();
    [[nodiscard]] bool uploadsAreThrough() const;

    bool m_withFiles;
    SyncStatus m_status;
    Error m_error;
    bool m_complete = false;
    bool m_asked = false;   ///< a cycle was asked for and has not ended
    bool m_isStuck = false; ///< the last cycle that was asked for moved nothing
    qint64 m_stuckAt = 0;   ///< rows that waited then
};

} // namespace LumaSync::Cli
