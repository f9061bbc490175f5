// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

namespace LumaSync {

class Database;

/// Whether the person has paused the backup of this library. Kept in the library, so that every program that backs it
/// up honours it, also after a restart. Errors: Database.
[[nodiscard]] Expected<bool> isLibraryPaused(const Database &database);
[[nodiscard]] Error setLibraryPaused(const Database &database, bool paused);

} // namespace LumaSync
