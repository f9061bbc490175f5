// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// What tracking costs the host: 100,000 inserts and updates of its own, untracked, with the plain triggers of
// auto-sync-architecture, and with ours. The host's own updated_at trigger is there in all three. Times are of CPU.

import path from 'node:path';
import { finish, median, option, runOurs, sqlite, table, withFolder } from './bench.mjs';

const runs = Number(option('runs', 7));
const rows = 100_000;
const modes = ['untracked', 'plain', 'ours'];

const hostTable = `
pragma journal_mode=wal;
create table tracked (id integer primary key autoincrement, uid text, name text, note text, position real,
    created_at text not null default current_timestamp, updated_at text not null default current_timestamp, version integer not null default 1);
create trigger tracked_updated_at after update on tracked when old.version = new.version begin
    update tracked set updated_at = current_timestamp, version = old.version + 1 where id = new.id; end;`;

await withFolder(async (folder) => {
    const results = [];
    for (let i = -1; i < runs; ++i) { // the first round warms up and is not counted
        const round = {};
        for (const mode of modes) {
            const database = path.join(folder, `${mode}${i}.sqlite`);
            await sqlite(database, hostTable);
            round[mode] = await runOurs('tracking', { database, mode, rows });
        }
        if (i >= 0) {
            results.push(round);
        }
    }
    const seconds = (mode, what) => median(results.map((round) => round[mode][what]));
    const overhead = (what) => median(results.map((r) => (r.ours[what] - r.untracked[what]) / (r.plain[what] - r.untracked[what])));
    console.log(`tracking: ${rows} rows of the host, ${runs} rounds, medians`);
    table([['triggers', 'insert CPU s', 'update CPU s'], ...modes.map((mode) => [mode, seconds(mode, 'insert'), seconds(mode, 'update')]),
        ['ours / untracked', seconds('ours', 'insert') / seconds('untracked', 'insert'), seconds('ours', 'update') / seconds('untracked', 'update')],
        ['overhead, ours / plain', overhead('insert'), overhead('update')]]);
    finish('tracking', { insert_overhead: overhead('insert'), update_overhead: overhead('update') }, {});
});
