// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"

namespace LumaSync::Cli {

/// Says what waits, from the library alone.
class StatusVerb : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;
    void interrupt() override;
};

} // namespace LumaSync::Cli
