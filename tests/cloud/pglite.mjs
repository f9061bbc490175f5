// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPgliteConnection } from '@supabase/lite/pglite';

const cache = fileURLToPath(new URL('node_modules/.cache/pglite', import.meta.url));

/** Opens (and on the first time creates) a PGlite database. */
export async function openPglite(directory, parsers) {
    const connection = await createPgliteConnection({
        url: directory,
        pgliteOptions: { parsers, relaxedDurability: true },
    });
    await connection.driver.waitReady;
    return connection;
}

/**
 * Copies a ready-made database of schema `version` into `directory`: initdb and the migrations take seconds in
 * WebAssembly, the copy does not. `make(draft)` fills the template where there is none yet. Where the cache cannot be
 * written nothing is copied, and the caller starts from nothing.
 */
export async function copyTemplate(version, directory, make) {
    const template = path.join(cache, version);
    try {
        if (!(await exists(template))) {
            await mkdir(cache, { recursive: true });
            const draft = await mkdtemp(path.join(cache, 'draft-'));
            await make(draft);
            // A second cloud that starts at the same time may have been first: its template serves as well.
            await rename(draft, template).catch(() => rm(draft, { recursive: true, force: true }));
        }
        await cp(template, directory, { recursive: true });
    } catch {
        await Promise.all(
            ['pglite', 'schema'].map((name) =>
                rm(path.join(directory, name), { recursive: true, force: true }),
            ),
        );
    }
}

export function exists(file) {
    return stat(file).then(
        () => true,
        () => false,
    );
}
