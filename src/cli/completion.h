// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace LumaSync::Cli {

/// The script that teaches a shell, "bash", "zsh" or "fish", to complete this program's verbs, words, options and
/// files. Made from verbs(). Empty for any other shell. Pure.
[[nodiscard]] QString completionScript(const QString &shell);

} // namespace LumaSync::Cli
