// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// 10,000 rows of about 300 bytes, new and changed: ours (SQLite read, marked and cleared) and supabase-js (rows in memory), in pairs
// against the same server on PostgreSQL; then our memory for 100,000 rows.

import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { finish, median, option, ratio, runOurs, runPeer, sqlite, startCloud, table, withFolder } from './bench.mjs';

const runs = Number(option('runs', 5));
const count = 10_000;

const cloudTable = `
create table public.bench_rows (id uuid primary key, uid uuid not null, name text, note text, position double precision,
    data jsonb, updated_at timestamptz);
alter table public.bench_rows enable row level security;
grant select, insert, update, delete on public.bench_rows to authenticated;
create policy own on public.bench_rows to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
notify pgrst, 'reload schema'`;

const note = 'a note of the usual length, as people write them about a part of a song they want to find again';

function library(file, rows) {
    return sqlite(file, `
pragma journal_mode=wal;
create table bench_rows (id integer primary key, uid text, name text, note text, position real, data text, updated_at text);
with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows})
insert into bench_rows select i, null, 'row ' || i, '${note}', i / 7.0,
    json_object('index', i, 'mode', 'screen', 'points', json_array(i, i + 1, i + 2)), '2026-11-22 10:00:00' from n;`);
}

function peerRows(file, ids, change) {
    writeFileSync(file, JSON.stringify(ids.map((id, i) => ({
        id, name: `row ${i + 1}`, note, position: (i + 1) / 7 + change,
        data: { index: i + 1, mode: 'screen', points: [i + 1, i + 2, i + 3] }, updated_at: '2026-11-22T10:00:00Z',
    }))));
}

await withFolder(async (folder) => {
    const cloud = await startCloud('--database', 'postgres');
    try {
        await cloud.sql(cloudTable);
        const fresh = [];
        const changed = [];
        for (let i = -1; i < runs; ++i) { // the first pair warms up and is not counted
            const database = path.join(folder, `library${i}.sqlite`);
            const rows = path.join(folder, 'rows.json');
            const ids = Array.from({ length: count }, () => randomUUID());
            await library(database, count);
            const sides = {
                ours: async (edit) => {
                    if (edit) {
                        await sqlite(database, 'update bench_rows set position = position + 1;');
                    }
                    return runOurs('rows', { ...cloud.user, database });
                },
                peer: async (edit) => { peerRows(rows, ids, edit ? 1 : 0); return runPeer('rows', { ...cloud.user, file: rows }); },
            };
            await cloud.sql('truncate public.bench_rows');
            for (const [edit, results] of [[false, fresh], [true, changed]]) {
                const pair = {};
                for (const who of i % 2 === 0 ? ['ours', 'peer'] : ['peer', 'ours']) {
                    pair[who] = await sides[who](edit);
                }
                if (i >= 0) {
                    results.push(pair);
                }
            }
        }
        const hundred = path.join(folder, 'hundred.sqlite');
        await library(hundred, 100_000);
        const flat = await runOurs('rows', { ...cloud.user, database: hundred });

        const line = (name, pairs, who) => [name, median(pairs.map((p) => p[who].seconds)), count / median(pairs.map((p) => p[who].seconds)),
            median(pairs.map((p) => p[who].cpu)), median(pairs.map((p) => p[who].rss_growth_mib))];
        console.log(`rows: ${count} rows of about 300 bytes, 500 a request, ${runs} pairs, medians`);
        table([['client', 'seconds', 'rows/s', 'CPU s', 'RSS growth MiB'],
            line('new, LumaSync', fresh, 'ours'), line('new, supabase-js', fresh, 'peer'),
            line('changed, LumaSync', changed, 'ours'), line('changed, supabase-js', changed, 'peer'),
            ['new, ours / peer', ratio(fresh, 'seconds'), '', ratio(fresh, 'cpu'), ''],
            ['changed, ours / peer', ratio(changed, 'seconds'), '', ratio(changed, 'cpu'), ''],
            ['100,000 new, LumaSync', flat.seconds, 100_000 / flat.seconds, flat.cpu, flat.rss_growth_mib]]);
        finish('rows', { wall_new: ratio(fresh, 'seconds'), wall_changed: ratio(changed, 'seconds'), cpu_new: ratio(fresh, 'cpu') },
            { rss_growth_mib_100k: flat.rss_growth_mib });
    } finally {
        await cloud.stop();
    }
});
