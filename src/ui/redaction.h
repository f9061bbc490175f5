// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace LumaSync {

/// `text` without what must not leave this computer when a person pastes it somewhere: tokens, keys, passwords, the
/// queries and user names of addresses, e-mail addresses, and the name of the home folder. The second line of defence:
/// messages of the layers below hold none of these by contract.
[[nodiscard]] QString withoutSecrets(QString text);

} // namespace LumaSync
