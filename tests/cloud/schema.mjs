// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from '@supabase/lite';

const here = path.dirname(fileURLToPath(import.meta.url));
const migrations = path.resolve(here, '../../resources/supabase/migrations');

/** The SQL that makes a project: what Supabase brings, then LumaSync's own migrations, in order. */
async function scripts() {
    const names = (await readdir(migrations)).filter((name) => name.endsWith('.sql')).sort();
    const files = [path.join(here, 'storage.sql'), ...names.map((name) => path.join(migrations, name))];
    return Promise.all(files.map((file) => readFile(file, 'utf8')));
}

/** A name for exactly this schema made by exactly these packages. */
export async function schemaVersion() {
    const hash = createHash('sha256').update(await readFile(path.join(here, 'package-lock.json')));
    for (const script of await scripts()) {
        hash.update('\0').update(script);
    }
    return hash.digest('hex').slice(0, 32);
}

/** Brings the database up to date; does nothing when `marker` (a file beside it) says that it is. */
export async function ensureSchema(database, marker) {
    const version = await schemaVersion();
    if ((await readFile(marker, 'utf8').catch(() => '')) === version) {
        return;
    }
    const app = new App({
        connection: database.connection,
        auth: { enabled: true, jwt_secret: 'unused here, but wanted long' },
    });
    await app.ensureSystemSchema();
    for (const script of await scripts()) {
        await database.script(script);
    }
    await writeFile(marker, version);
}
