// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// One file over TUS in 6 MiB chunks: ours and tus-js-client, in pairs against the same server; then our memory for a large file.

import { open } from 'node:fs/promises';
import path from 'node:path';
import { finish, median, option, pairs, ratio, runOurs, runPeer, startCloud, table, withFolder, writeRandom } from './bench.mjs';

const runs = Number(option('runs', 5));
const size = 300_000_000;
const large = Number(option('large-mib', 2048)) * 1024 * 1024;

async function writeSparse(file, bytes) {
    const handle = await open(file, 'w');
    await handle.truncate(bytes);
    await handle.close();
}

await withFolder(async (folder) => {
    const file = path.join(folder, 'random.bin');
    await writeRandom(file, size);
    const cloud = await startCloud('--max-size', String(large + size));
    await cloud.sql("update storage.buckets set file_size_limit = null");
    try {
        const results = await pairs(runs, (who) => {
            const target = { ...cloud.user, file, object: `${who}.bin` };
            return who === 'ours' ? runOurs('upload', target) : runPeer('tus', target);
        });
        const sparse = path.join(folder, 'sparse.bin');
        await writeSparse(sparse, large);
        const flat = await runOurs('upload', { ...cloud.user, file: sparse, object: 'sparse.bin' });

        const line = (name, who) => [name, median(results.map((p) => p[who].seconds)), size / 1e6 / median(results.map((p) => p[who].seconds)),
            median(results.map((p) => p[who].cpu)), median(results.map((p) => p[who].rss_growth_mib))];
        console.log(`upload: ${size / 1e6} MB in 6 MiB chunks, ${runs} pairs, medians`);
        table([['client', 'seconds', 'MB/s', 'CPU s', 'RSS growth MiB'], line('LumaSync', 'ours'), line('tus-js-client', 'peer'),
            ['ours / peer', ratio(results, 'seconds'), '', ratio(results, 'cpu'), ''],
            [`LumaSync, ${large / 1024 / 1024} MiB sparse`, flat.seconds, large / 1e6 / flat.seconds, flat.cpu, flat.rss_growth_mib]]);
        finish('upload', { wall: ratio(results, 'seconds'), cpu: ratio(results, 'cpu') },
            { rss_growth_mib_300mb: median(results.map((p) => p.ours.rss_growth_mib)), rss_growth_mib_large: flat.rss_growth_mib });
    } finally {
        await cloud.stop();
    }
});
