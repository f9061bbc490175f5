// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/pauseverb.h"

#include "cli/librarystate.h"
#include "core/database.h"
#include "core/librarypause.h"

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

void PauseVerb::start()
{
    const auto database = openPrepared(options().database);
    if (!database) {
        Q_EMIT finished(outcomeFor(database.error()));
        return;
    }
    const bool paused = options().verb == "pause"_L1;
    if (const Error error = setLibraryPaused(*database, paused)) {
        Q_EMIT finished(outcomeFor(error));
        return;
    }
    console().say(paused ? u"Paused: nothing is sent until 'lumasync resume'."_s
                         : u"No longer paused: the next sync sends what waits."_s,
                  u"pause"_s, {{u"paused"_s, paused}});
    Q_EMIT finished({});
}

void PauseVerb::interrupt()
{
    // it has ended before anybody could ask
}

} // namespace LumaSync::Cli
