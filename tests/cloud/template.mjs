// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('node_modules/.cache/databases', import.meta.url));

/**
 * Copies the ready-made database `name` into `directory`: initdb and the migrations take seconds, the copy does not.
 * `make(draft)` fills the template where there is none yet. Where the cache cannot be written nothing is copied, and
 * the caller starts from nothing.
 */
export async function copyTemplate(name, directory, make) {
    const template = path.join(cache, name);
    let copied = [];
    try {
        if (!(await exists(template))) {
            await makeTemplate(template, make);
        }
        copied = await readdir(template);
        await copy(template, copied, directory);
    } catch {
        await Promise.all(copied.map((entry) => remove(path.join(directory, entry))));
    }
}

/** The draft lies where PostgreSQL's own account can reach it. A template that exists is whole. */
async function makeTemplate(template, make) {
    await mkdir(cache, { recursive: true });
    const draft = await mkdtemp(path.join(os.tmpdir(), 'lumasync-template-'));
    const part = await mkdtemp(`${template}-`);
    try {
        await make(draft);
        await copy(draft, await readdir(draft), part);
        // A second cloud that starts at the same time may have been first: its template serves as well.
        await rename(part, template).catch(() => {});
    } finally {
        await Promise.all([remove(draft), remove(part)]);
    }
}

/** With owners and modes, which PostgreSQL minds. */
function copy(from, entries, to) {
    return run('cp', ['-a', '--', ...entries.map((entry) => path.join(from, entry)), to]);
}

function remove(folder) {
    return rm(folder, { recursive: true, force: true });
}

export function exists(file) {
    return stat(file).then(
        () => true,
        () => false,
    );
}
