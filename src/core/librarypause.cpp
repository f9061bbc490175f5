// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/librarypause.h"

#include "core/database.h"

using namespace Qt::StringLiterals;

namespace LumaSync {

Expected<bool> isLibraryPaused(const Database &database)
{
    const auto paused = database.value(u"SELECT 1 FROM lumasync_meta WHERE key = 'paused'"_s);
    return paused ? Expected<bool>(paused->isValid()) : paused.error();
}

Error setLibraryPaused(const Database &database, bool paused)
{
    return database.run(paused
                            ? u"INSERT INTO lumasync_meta (key, value) VALUES ('paused', '1') ON CONFLICT DO NOTHING"_s
                            : u"DELETE FROM lumasync_meta WHERE key = 'paused'"_s);
}

} // namespace LumaSync
