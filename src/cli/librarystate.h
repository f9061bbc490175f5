// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/database.h"
#include "core/refusedrows.h"
#include "core/storagequeue.h"

#include <QJsonObject>

namespace LumaSync::Cli {

class Console;

/// What the library itself says about its backup, read without the network and without writing.
struct LibraryState
{
    bool isPrepared = false; ///< it was opened by a sync before; otherwise every row waits
    bool isPaused = false;
    qint64 rowsWaiting = 0; ///< rows and deletions, refused ones included
    qint64 rowsRefused = 0;
    QList<RefusedRow> refused; ///< the first of them
    QueueCounts uploads;
    QList<UploadJob> failed; ///< the first of them

    static constexpr int shownItems = 20;

    [[nodiscard]] static Expected<LibraryState> read(const QString &databasePath, const SchemaDescription &description);

    [[nodiscard]] bool isEverythingBackedUp() const
    {
        return isPrepared && rowsWaiting == 0 && rowsRefused == 0 && uploads.waiting() == 0 && uploads.failed.jobs == 0;
    }
    /// The counts, for --json: "prepared", "paused", "rowsWaiting", "rowsRefused", "uploadsWaiting", "bytesWaiting",
    /// "uploadsFailed", "uploadsExcluded".
    [[nodiscard]] QJsonObject counts() const;
    /// Says which rows were refused and which uploads failed, and why: events "refused" and "failed".
    void sayItems(Console &console) const;
};

/// A library that was synced before. Errors: those of Database::open(); Configuration with the code "unsynced".
[[nodiscard]] Expected<Database> openPrepared(const QString &databasePath);

/// Somebody asks for it now: uploads and refused rows that wait for their next try are due at once. Nothing to do in a
/// library that was never synced.
[[nodiscard]] Error endWaits(const QString &databasePath);

} // namespace LumaSync::Cli
