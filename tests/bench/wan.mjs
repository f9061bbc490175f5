// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The upload of `upload.mjs` through a line of 100 Mbit/s with a round trip of 40 ms. The line is netem on the loopback device of a network
// namespace of our own, or, where the system has no netem, the chaos proxy.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { finish, median, option, pairs, ratio, runOurs, runPeer, startCloud, startLine, table, withFolder, writeRandom } from './bench.mjs';

const runs = Number(option('runs', 5));
const size = 10 * 6 * 1024 * 1024;
const bitsPerSecond = 100e6;
const latency = 20; // ms each way

const shaped = 'ip link set lo up && tc qdisc add dev lo root netem delay 20ms rate 100mbit limit 10000';
const inside = process.env.LUMASYNC_BENCH_NETEM;
if (!inside && spawnSync('unshare', ['--net', 'sh', '-c', shaped]).status === 0) {
    const again = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    const { status } = spawnSync('unshare', ['--net', 'sh', '-c', `${shaped} && exec "$@"`, 'sh', process.execPath, ...again],
        { stdio: 'inherit', env: { ...process.env, LUMASYNC_BENCH_NETEM: '1' } });
    process.exit(status ?? 1);
}

await withFolder(async (folder) => {
    const file = path.join(folder, 'random.bin');
    await writeRandom(file, size);
    const cloud = await startCloud();
    const line = inside ? null : await startLine(cloud.user.url, bitsPerSecond / 8, latency);
    try {
        const user = { ...cloud.user, url: line?.url ?? cloud.user.url };
        const results = (await pairs(runs, (who) => {
            const target = { ...user, file, object: `${who}.bin` };
            return who === 'ours' ? runOurs('upload', target) : runPeer('tus', target);
        })).map(({ ours, peer }) => ({ ours: { ...ours, rate: size / ours.seconds }, peer: { ...peer, rate: size / peer.seconds } }));

        const of = (who, key) => median(results.map((pair) => pair[who][key]));
        const share = (who) => of(who, 'rate') * 8 / bitsPerSecond;
        console.log(line ? 'This system has no netem: the line is the chaos proxy.' : 'The line is netem in a network namespace.');
        console.log(`wan: ${(size / 1e6).toFixed(0)} MB in 6 MiB chunks, 100 Mbit/s, 40 ms, ${runs} pairs, medians`);
        table([['client', 'seconds', 'MB/s', 'share of the line', 'CPU s'],
            ...[['LumaSync', 'ours'], ['tus-js-client', 'peer']].map(([name, who]) =>
                [name, of(who, 'seconds'), of(who, 'rate') / 1e6, share(who), of(who, 'cpu')]),
            ['ours / peer', ratio(results, 'seconds'), ratio(results, 'rate'), '', ratio(results, 'cpu')]]);
        finish('wan', { rate: ratio(results, 'rate') }, { link_share: share('ours') });
    } finally {
        await line?.stop();
        await cloud.stop();
    }
});
