// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "net/error.h"

#include <QString>

namespace LumaSync {

class Database;

/// Whether the library is backed up to the account `uid`, or to none yet. Errors: Forbidden with the code
/// "other-account", Database.
[[nodiscard]] Error checkOwner(const Database &database, const QString &uid);

/// Likewise, and a library without an owner becomes that account's. Asked before anything is sent: of two programs that
/// sign in with different accounts at once, one gets it.
[[nodiscard]] Error claimLibrary(const Database &database, const QString &uid);

} // namespace LumaSync
