// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// A library of a million rows: the look when nothing is dirty, and the read of ten dirty rows spread over it.

import path from 'node:path';
import { finish, median, option, ours, output, runOurs, sqlite, startCloud, table, withFolder } from './bench.mjs';

const runs = Number(option('runs', 5));

await withFolder(async (folder) => {
    const database = path.join(folder, 'library.sqlite');
    await sqlite(database, `
pragma journal_mode=wal;
create table bench_rows (id integer primary key, uid text, name text, note text, position real, data text, updated_at text);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000)
insert into bench_rows select i, null, 'row ' || i, printf('%0100d', i), i / 7.0, '{}', '2026-11-22 10:00:00' from n;`);
    await output(ours, ['idle', '--database', database, '--mode', 'migrate']); // adds the module's columns
    const clean = 'insert into lumasync_guard values (1); update bench_rows set needs_sync = 0, sync_rev = 1; delete from lumasync_guard;';
    await sqlite(database, clean);
    const cloud = await startCloud();
    try {
        // The cloud counts: all that came but the sign-in is the idle cycle's.
        await cloud.resetRequests();
        await runOurs('rows', { ...cloud.user, database });
        const requests = (await cloud.requests()).total - 1;
        const results = [];
        for (let i = 0; i < runs; ++i) {
            results.push(await runOurs('idle', { database }));
        }
        const check = median(results.map((result) => result.check_ms));
        const read = median(results.flatMap((result) => result.read_ms));
        console.log(`idle: 1,000,000 rows, ${runs} runs, medians`);
        table([['what', 'value'], ['look with nothing dirty, ms', check], ['read of 10 dirty rows, ms', read],
            ['requests of an idle cycle', requests]]);
        finish('idle', {}, { check_ms: check, requests, read10_ms: read });
    } finally {
        await cloud.stop();
    }
});
