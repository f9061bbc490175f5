// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"

namespace LumaSync::Cli {

/// Pauses the backup of the library, or ends the pause. Both may be repeated.
class PauseVerb : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;
    void interrupt() override;
};

} // namespace LumaSync::Cli
