// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/verb.h"

#include "cli/diffverb.h"
#include "cli/doctorverb.h"
#include "cli/initverb.h"
#include "cli/pauseverb.h"
#include "cli/queueverb.h"
#include "cli/statusverb.h"
#include "cli/syncverb.h"
#include "cli/verifyverb.h"
#include "cli/watchverb.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

Verb::Verb(Options options, Console &console)
    : m_options(std::move(options))
    , m_console(console)
{
}

Outcome Verb::outcomeFor(const Error &error) const
{
    return outcomeOf(error, m_options.project.url.host());
}

std::unique_ptr<Verb> makeVerb(const Options &options, Console &console)
{
    if (options.verb == "init"_L1)
        return std::make_unique<InitVerb>(options, console);
    if (options.verb == "diff"_L1)
        return std::make_unique<DiffVerb>(options, console);
    if (options.verb == "doctor"_L1)
        return std::make_unique<DoctorVerb>(options, console);
    if (options.verb == "sync"_L1)
        return std::make_unique<SyncVerb>(options, console);
    if (options.verb == "watch"_L1)
        return std::make_unique<WatchVerb>(options, console);
    if (options.verb == "status"_L1)
        return std::make_unique<StatusVerb>(options, console);
    if (options.verb == "verify"_L1)
        return std::make_unique<VerifyVerb>(options, console);
    if (options.verb == "queue"_L1)
        return std::make_unique<QueueVerb>(options, console);
    if (options.verb == "pause"_L1 || options.verb == "resume"_L1)
        return std::make_unique<PauseVerb>(options, console);
    return {};
}

} // namespace LumaSync::Cli
