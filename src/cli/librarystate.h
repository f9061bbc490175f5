// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/refusedrows.h"
#include "core/storagequeue.h"

#include <QJsonObject>

namespace LumaSync::Cli {

class Console;

/// What the library itself says about its backup, read without the network and without writing.
struct LibraryState
{
    bool isPrepared = false; ///< it was opened by a sync before; otherwise every row waits
    qint64 rowsWaiting = 0;  ///< rows and deletions, refused ones included
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
    /// The counts, for --json: "prepared", "rowsWaiting", "rowsRefused", "uploadsWaiting", "bytesWaiting",
    /// "uploadsFailed", "uploadsExcluded".
    [[nodiscard]] QJsonObject counts() const;
    /// Says which rows were refused and which uploads failed, and why: events "refused" and "failed".
    void sayItems(Console &console) const;
};

} // namespace LumaSync::Cli
