// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, after, before, test } from 'node:test';
import { postgresBinaries } from '../postgres.mjs';
import { startProcess } from './helpers.mjs';

/** One row for each of the thirteen tables, parents first; patterns and implementations point at each other. */
function library(uid) {
    const id = Object.fromEntries(
        [
            'venue',
            'category',
            'track',
            'fixture',
            'pattern',
            'implementation',
            'score',
            'beats',
            'roots',
            'waveform',
            'stem',
            'trackScore',
            'override',
        ].map((name) => [name, randomUUID()]),
    );
    return [
        ['venues', { id: id.venue, uid, name: 'Club' }],
        ['pattern_categories', { id: id.category, uid, name: 'Strobe' }],
        [
            'tracks',
            {
                id: id.track,
                uid,
                track_hash: 'abc',
                title: 'Song',
                duration_seconds: 12.5,
                album_art_mime: 'image/png',
            },
        ],
        ['fixtures', { id: id.fixture, uid, venue_id: id.venue, universe: 1, pos_x: 0.5, rot_z: 90 }],
        [
            'patterns',
            {
                id: id.pattern,
                uid,
                name: 'Chase',
                category_id: id.category,
                forked_from_id: id.pattern,
                default_implementation_id: null,
            },
        ],
        [
            'implementations',
            {
                id: id.implementation,
                uid,
                pattern_id: id.pattern,
                name: 'A',
                graph_json: { nodes: [1, 2.5, 'x'] },
            },
        ],
        ['scores', { id: id.score, uid, track_id: id.track, name: 'Main' }],
        [
            'track_beats',
            {
                id: id.beats,
                uid,
                track_id: id.track,
                beats_json: [0.5, 1],
                downbeats_json: [0.5],
                bpm: 120,
                beats_per_bar: 4,
            },
        ],
        [
            'track_roots',
            {
                id: id.roots,
                uid,
                track_id: id.track,
                sections_json: [{ root: 'C' }],
                logits_storage_path: 'x',
            },
        ],
        [
            'track_waveforms',
            { id: id.waveform, uid, track_id: id.track, preview_samples_json: [0, 1], sample_rate: 44100 },
        ],
        ['track_stems', { id: id.stem, uid, track_id: id.track, stem_name: 'drums', storage_path: 'x' }],
        [
            'track_scores',
            {
                id: id.trackScore,
                uid,
                score_id: id.score,
                pattern_id: id.pattern,
                start_time: 0,
                z_index: 3,
                args_json: null,
            },
        ],
        [
            'venue_implementation_overrides',
            {
                id: id.override,
                uid,
                venue_id: id.venue,
                pattern_id: id.pattern,
                implementation_id: id.implementation,
            },
        ],
    ];
}

const databases = ['pglite', ...((await postgresBinaries()) ? ['postgres'] : [])];
for (const database of databases) {
    describe(`rows of two users on ${database}`, () => {
        let cloud;
        let alice;
        let bob;
        let rows;
        before(async () => {
            cloud = await startProcess('--database', database);
            [alice, bob] = [await cloud.signUp(), await cloud.signUp()];
            rows = library(alice.id);
        });
        after(() => cloud?.stop());

        const read = async (table, user) =>
            (await cloud.request('GET', `/rest/v1/${table}`, user.headers)).body;

        test('the owner writes and reads all thirteen tables', async () => {
            for (const [table, row] of rows) {
                const reply = await cloud.upsert(table, [row], alice.headers);
                assert.equal(reply.status, 201, `${table}: ${reply.text}`);
            }
            const pattern = { ...rows[4][1], default_implementation_id: rows[5][1].id };
            assert.equal((await cloud.upsert('patterns', [pattern], alice.headers)).status, 200);
            for (const [table, row] of rows) {
                const [back] = await read(table, alice);
                assert.equal(back.id, row.id, table);
                assert.equal(back.uid, alice.id, table);
            }
            assert.deepEqual((await read('implementations', alice))[0].graph_json, { nodes: [1, 2.5, 'x'] });
        });

        test('another user sees, takes, changes and deletes nothing', async () => {
            for (const [table, row] of rows) {
                assert.deepEqual(await read(table, bob), [], table);
                const taken = await cloud.upsert(table, [{ ...row, uid: bob.id }], bob.headers);
                assert.deepEqual([taken.status, taken.body.code], [403, '42501'], table);
                const planted = await cloud.upsert(table, [{ ...row, id: randomUUID() }], bob.headers);
                assert.deepEqual([planted.status, planted.body.code], [403, '42501'], table);
                const target = `/rest/v1/${table}?id=eq.${row.id}`;
                assert.equal((await cloud.json('PATCH', target, { version: 99 }, bob.headers)).status, 204);
                assert.equal((await cloud.request('DELETE', target, bob.headers)).status, 204);
                const [kept] = await cloud.sql(
                    `select uid::text, version::int from public.${table} where id = '${row.id}'`,
                );
                assert.deepEqual(kept, { uid: alice.id, version: 1 }, table);
            }
        });

        test('the same by SQL, past the API', async () => {
            // What the user of these claims sees, can change and delete; told by an exception, so that nothing stays.
            const outcome = (table, user, change) => {
                const claims = JSON.stringify({ sub: user.id, role: 'authenticated' });
                return cloud
                    .sql(
                        `do $$ declare seen int; changed int := 0; deleted int := 0; begin
                        perform set_config('request.jwt.claims', '${claims}', true);
                        set local role authenticated;
                        select count(*) into seen from public.${table};
                        if ${change} then
                            update public.${table} set version = 99; get diagnostics changed = row_count;
                            delete from public.${table}; get diagnostics deleted = row_count;
                        end if;
                        raise exception 'seen %, changed %, deleted %', seen, changed, deleted; end $$`,
                    )
                    .then(
                        () => assert.fail('no outcome'),
                        (error) => JSON.parse(error.message).message,
                    );
            };
            for (const [table] of rows) {
                assert.equal(await outcome(table, alice, false), 'seen 1, changed 0, deleted 0', table);
                assert.equal(await outcome(table, bob, true), 'seen 0, changed 0, deleted 0', table);
            }
        });

        test('the owner cannot give a row away', async () => {
            const reply = await cloud.json(
                'PATCH',
                `/rest/v1/venues?id=eq.${rows[0][1].id}`,
                { uid: bob.id },
                alice.headers,
            );
            assert.deepEqual([reply.status, reply.body.code], [403, '42501']);
        });

        test('nobody without sign-in reaches a table', async () => {
            for (const [table, row] of rows) {
                const anonymous = { apikey: cloud.publishableKey };
                assert.equal((await cloud.request('GET', `/rest/v1/${table}`, anonymous)).status, 401, table);
                assert.equal((await cloud.upsert(table, [row], anonymous)).status, 401, table);
            }
        });

        test('a parent stays while it has children, then all go', async () => {
            const remove = (table, row) =>
                cloud.request('DELETE', `/rest/v1/${table}?id=eq.${row.id}`, alice.headers);
            const refused = await remove(...rows[0]);
            assert.deepEqual([refused.status, refused.body.code], [409, '23503']);
            await cloud.json(
                'PATCH',
                `/rest/v1/patterns?id=eq.${rows[4][1].id}`,
                { default_implementation_id: null },
                alice.headers,
            );
            for (const [table, row] of rows.toReversed()) {
                assert.equal((await remove(table, row)).status, 204, table);
            }
            assert.deepEqual(await read('venues', alice), []);
        });

        test('every table of the schema is guarded, every foreign key indexed', async () => {
            const open = await cloud.sql(`select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`);
            assert.deepEqual(open, []);
            const [{ tables, edges }] = await cloud.sql(`select
                (select count(*)::int from pg_tables where schemaname = 'public') as tables,
                (select count(*)::int from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace) as edges`);
            assert.deepEqual([tables, edges], [13, 15]);
            const bare = await cloud.sql(`select conname from pg_constraint c
                where contype = 'f' and connamespace = 'public'::regnamespace
                  and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`);
            assert.deepEqual(bare, []);
        });

        test('the migrations can be applied again', async () => {
            const { readFile, readdir } = await import('node:fs/promises');
            const folder = new URL('../../../resources/supabase/migrations/', import.meta.url);
            for (const name of (await readdir(folder)).sort()) {
                await cloud.sql(await readFile(new URL(name, folder), 'utf8'));
            }
            const [{ policies }] = await cloud.sql(
                "select count(*)::int as policies from pg_policies where schemaname in ('public', 'storage')",
            );
            assert.equal(policies, (13 + 3) * 4); // tables and buckets
        });
    });
}
