// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPgliteConnection } from '@supabase/lite/pglite';

const here = path.dirname(fileURLToPath(import.meta.url));
const cache = path.join(here, 'node_modules', '.cache', 'pglite');

/** Opens (and on the first time creates) the PGlite database in `directory`. */
export async function openPglite(directory, parsers) {
    if (!(await exists(path.join(directory, 'PG_VERSION')))) {
        const template = await emptyCluster();
        if (template) {
            await cp(template, directory, { recursive: true });
        }
    }
    const connection = await createPgliteConnection({ url: directory, pgliteOptions: { parsers, relaxedDurability: true } });
    await connection.driver.waitReady;
    return connection;
}

/**
 * A freshly initialised cluster, made once per installed version: copying it saves two of the three seconds that
 * initdb takes in WebAssembly. Null where the cache cannot be written; then each database makes its own.
 */
async function emptyCluster() {
    const lock = await readFile(path.join(here, 'package-lock.json'));
    const template = path.join(cache, createHash('sha256').update(lock).digest('hex').slice(0, 16));
    if (await exists(template)) {
        return template;
    }
    try {
        await mkdir(cache, { recursive: true });
        const draft = await mkdtemp(path.join(cache, 'draft-'));
        const connection = await createPgliteConnection({ url: draft });
        await connection.driver.waitReady;
        await connection.close();
        // A second cloud starting at the same time may have been first: then its copy serves as well.
        await rename(draft, template).catch(() => rm(draft, { recursive: true, force: true }));
        return template;
    } catch {
        return null;
    }
}

function exists(file) {
    return stat(file).then(() => true, () => false);
}
