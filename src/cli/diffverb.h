// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"

namespace LumaSync::Cli {

/// Writes the next Supabase migration after the database or its description has changed. What came before is read from
/// the newest migration in the folder.
class DiffVerb : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Error run();
};

} // namespace LumaSync::Cli
