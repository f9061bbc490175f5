// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { createPgliteConnection } from '@supabase/lite/pglite';

/** Opens (and on the first time creates) a PGlite database. */
export async function openPglite(directory, parsers) {
    const connection = await createPgliteConnection({
        url: directory,
        pgliteOptions: { parsers, relaxedDurability: true },
    });
    await connection.driver.waitReady;
    return connection;
}
