// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// Four stems of 40 MB into one package: ours (which also hashes the package and sets it down as one file when it is complete)
// and `tar | zstd -3 -T0`, in pairs. Both are whole processes, timed from outside.

import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { finish, lumaLibrary, median, option, ours, pairs, ratio, table, timed, withFolder } from './bench.mjs';

const runs = Number(option('runs', 7));

await withFolder(async (folder) => {
    const library = path.join(folder, 'library');
    await timed('"$0" generate --tracks 1 --scale realistic --audio-mb 40-40 "$1"', lumaLibrary, library);
    const stems = path.join(library, 'media/stems', readdirSync(path.join(library, 'media/stems'))[0]);
    const bytes = readdirSync(stems).reduce((sum, name) => sum + statSync(path.join(stems, name)).size, 0);

    const sides = {
        ours: async () => {
            const { last, ...times } = await timed('"$0" package --file "$1" --object "$2"', ours, stems, path.join(folder, 'packages'));
            return { ...times, ...JSON.parse(last) };
        },
        peer: async () => {
            const target = path.join(folder, 'peer.tar.zst');
            const times = await timed('tar -C "$0" -cf - bass.wav drums.wav vocals.wav other.wav | zstd -q -f -3 -T0 -o "$1"', stems, target);
            return { ...times, size: statSync(target).size };
        },
    };
    const results = await pairs(runs, (who) => sides[who]());
    const of = (who, key) => median(results.map((pair) => pair[who][key]));
    const line = (name, who) => [name, of(who, 'seconds'), bytes / 1e6 / of(who, 'seconds'), of(who, 'cpu'), of(who, 'size') / 1e6];
    const rss = of('ours', 'peak_rss_mib');
    console.log(`package: four stems, ${Math.round(bytes / 1e6)} MB, ${runs} pairs, medians`);
    table([['builder', 'seconds', 'MB/s', 'CPU s', 'package MB', 'peak RSS MiB'], [...line('LumaSync', 'ours'), rss],
        [...line('tar | zstd -3 -T0', 'peer'), ''], ['ours / peer', ratio(results, 'seconds'), '', ratio(results, 'cpu'), ratio(results, 'size'), '']]);
    finish('package', { wall: ratio(results, 'seconds'), cpu: ratio(results, 'cpu') }, { peak_rss_mib: rss });
});
