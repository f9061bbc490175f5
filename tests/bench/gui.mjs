// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// How long the demo app's GUI thread keeps an event waiting, from the moment its library is open until everything is backed up: 100,000
// rows and 1 GB of audio, window, table, tray icon and panel in use. Its watchdog asks every two milliseconds.

import { spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { finish, option, output, password, sqlite, startCloud, table, withFolder } from './bench.mjs';

const rows = Number(option('rows', 100_000));
const megabytes = Number(option('mb', 1000));
const files = 20;
const release = fileURLToPath(new URL('../../build/release/examples', import.meta.url));

async function writeRandom(file, bytes) {
    const handle = await open(file, 'w');
    const block = Buffer.alloc(1_000_000);
    for (let written = 0; written < bytes; written += block.length) {
        await handle.write(randomFillSync(block), 0, Math.min(block.length, bytes - written));
    }
    await handle.close();
}

/** A library whose first tracks have audio of their own. */
async function makeLibrary(folder) {
    await output(path.join(release, 'luma-library/luma-library'), ['generate', folder, '--rows', String(rows)]);
    const audio = path.join(folder, 'bench-audio');
    await mkdir(audio);
    for (let i = 1; i <= files; ++i) {
        await writeRandom(path.join(audio, `${i}.wav`), (megabytes * 1e6) / files);
    }
    await sqlite(path.join(folder, 'luma.sqlite'),
        `update tracks set file_path = '${audio}/' || rowid || '.wav' where rowid <= ${files};`);
}

/** Runs the app until everything is backed up; gives its lines of output. */
async function runApp(library, user) {
    const args = ['--library', library, '--url', user.url, '--key', user.key, '--email', user.email,
        '--language', 'en_GB', '--theme', 'light', '--print-status', '--quit-when-done'];
    const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen', LUMASYNC_PASSWORD: password, XDG_CONFIG_HOME: library };
    const app = spawn(path.join(release, 'luma/luma'), args, { stdio: ['ignore', 'pipe', 'ignore'], env });
    let text = '';
    app.stdout.setEncoding('utf8').on('data', (piece) => { text += piece; });
    const code = await new Promise((resolve) => { app.once('close', resolve); });
    const lines = text.trim().split('\n');
    if (code !== 0) {
        throw new Error(`luma ended with ${code}: ${lines.at(-1)}`);
    }
    return lines;
}

await withFolder(async (folder) => {
    const library = path.join(folder, 'library');
    await makeLibrary(library);
    const cloud = await startCloud('--database', 'postgres');
    await cloud.sql('update storage.buckets set file_size_limit = null');
    try {
        const started = Date.now();
        const lines = await runApp(library, cloud.user);
        const seconds = (Date.now() - started) / 1000;
        const [{ count: sent }] = await cloud.sql('select count(*)::int as count from public.tracks');
        const [{ bytes }] = await cloud.sql("select coalesce(sum((metadata->>'size')::bigint), 0)::bigint as bytes from storage.objects");
        const stall = /Longest GUI stall: ([\d.]+) ms, ([\d.]+) ms of it the app's own work; 99\.9 % stayed below ([\d.]+) ms/.exec(lines.at(-1));
        if (!stall || sent === 0 || Number(bytes) < megabytes * 1e6) {
            throw new Error(`not everything went up: ${sent} tracks, ${bytes} bytes; ${lines.at(-1)}`);
        }
        console.log(`gui: ${rows} rows and ${megabytes} MB of audio go up while the window, the panel and the tray icon are shown`);
        const [longest, own, p999] = stall.slice(1).map(Number);
        table([['figure', 'ms', 'at most'], ['99.9 % of the stalls stay below', p999, 8], ['longest stall', longest, 32],
            ['longest by processor time of the GUI thread', own, '']]); // what a busy machine adds is not in it
        console.log(`all of it took ${seconds.toFixed(0)} s; the status was shown anew ${lines.length - 1} times`);
        finish('gui', {}, { stall_p999_ms: p999, stall_max_ms: longest, stall_own_max_ms: own });
    } finally {
        await cloud.stop();
    }
});
