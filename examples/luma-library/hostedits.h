// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "database.h"

#include <QStringList>

namespace Luma {

struct EditOptions
{
    bool deletes = true; ///< also delete a pattern and a venue, with all that hangs on them
};

struct EditReport
{
    QStringList changes; ///< one sentence for each thing done
};

/// What a person does in an evening: renames tracks, adds a score, analyses a track again, moves fixtures,
/// forks a pattern, deletes a pattern and a venue, changes a setting. One transaction through the host's
/// plain SQL. The seed chooses the rows; the last venue and the last two patterns are never deleted.
Result<EditReport> editSomeRows(Database &database, quint64 seed, const EditOptions &options = {});

} // namespace Luma
