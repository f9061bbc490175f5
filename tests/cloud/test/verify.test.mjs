// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { verify } from '../verify.mjs';
import { cloudId, uuidV5 } from '../verify/cloudid.mjs';
import { jpegSize } from '../verify/files.mjs';
import { plainSuffix, tables } from '../verify/shape.mjs';
import { isSame, microseconds } from '../verify/values.mjs';
import { startProcess } from './helpers.mjs';
import {
    cloudRows,
    cover,
    fixtureId,
    libraryId,
    makeLibrary,
    makePackage,
    remoteVenue,
} from './smalllibrary.mjs';

test('cloud ids: remote id, then a UUID key, then version 5', () => {
    assert.equal(
        uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com'),
        '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
    assert.equal(cloudId(libraryId, 'venues', '1', remoteVenue), remoteVenue);
    assert.equal(cloudId(libraryId, 'venues', '1', 'not one'), uuidV5(libraryId, 'venues/1'));
    assert.equal(cloudId(libraryId, 'fixtures', `'${fixtureId}'`), fixtureId);
    assert.equal(
        cloudId(libraryId, 'fixtures', `'${fixtureId.toUpperCase()}'`),
        uuidV5(libraryId, `fixtures/'${fixtureId.toUpperCase()}'`),
    );
    assert.equal(
        cloudId(libraryId, 'fixtures', `'${fixtureId}'`, null, false),
        uuidV5(libraryId, `fixtures/'${fixtureId}'`),
    );
    assert.equal(cloudId(libraryId, 'track_stems', "5,'bass'"), uuidV5(libraryId, "track_stems/5,'bass'"));
});

test('values are compared as values', () => {
    const text = (value) => ({ type: 'text', text: value });
    const same = [
        ['integer', { type: 'integer', text: '9007199254740993' }, '9007199254740993'],
        ['integer', { type: 'integer', text: '-2' }, -2],
        ['real', { type: 'real', text: '0.30000000000000004' }, 0.1 + 0.2],
        ['real', { type: 'integer', text: '3' }, 3],
        ['time', text('2026-11-22 17:34:01'), '2026-11-22T17:34:01+00:00'],
        ['time', text('2026-11-22 17:34:01.5'), '2026-11-22T18:34:01.500+01:00'],
        ['json', text('{"a":1, "b":[1e2,null]}'), { b: [100, null], a: 1 }],
        ['json', { type: 'integer', text: '7' }, 7],
        ['text', null, null],
        ['text', text('ü'), 'ü'],
    ];
    const different = [
        ['integer', { type: 'integer', text: '9007199254740993' }, '9007199254740992'],
        ['integer', text('1'), 1],
        ['real', { type: 'real', text: '0.3' }, 0.1 + 0.2],
        ['time', text('2026-11-22 17:34:01'), '2026-11-22T17:34:01+01:00'],
        ['json', text('[1,2]'), [2, 1]],
        ['json', text('{}'), []],
        ['json', text('"1"'), 1],
        ['text', null, ''],
        ['text', text(''), null],
        ['text', { type: 'blob', text: 'AB' }, 'AB'],
    ];
    same.forEach((row) => assert.ok(isSame(...row), JSON.stringify(row)));
    different.forEach((row) => assert.ok(!isSame(...row), JSON.stringify(row)));
    assert.equal(microseconds('yesterday'), null);
    assert.equal(microseconds('2024-02-29 23:59:59.000001+00') % 1_000_000, 1);
});

test('file names and picture sizes', () => {
    assert.deepEqual(['/a/b.FLAC', 'x.tar.gz', '/a.b/c', '.mp3', 'x.ü', 'x.toolongsuffix'].map(plainSuffix), [
        'flac',
        'gz',
        'bin',
        'mp3',
        'bin',
        'bin',
    ]);
    assert.deepEqual(jpegSize(cover), { height: 320, width: 480 });
    assert.equal(jpegSize(Buffer.from('89504e470d0a1a0a', 'hex')), null);
});

let cloud;
let user;
let folder;
let library;
const settings = () => ({
    database: library.database,
    url: cloud.url,
    key: cloud.publishableKey,
    email: user.email,
    password: 'secret-12',
});
const finds = (pattern) => assert.rejects(verify(settings()), { message: pattern });

before(async () => {
    cloud = await startProcess();
    user = await cloud.signUp();
    folder = await mkdtemp(path.join(os.tmpdir(), 'lumasync-verify-test-'));
    library = await makeLibrary(folder, user);
    const sent = cloudRows(library.content, user);
    // pattern 2 and its implementation point at each other: the edge goes in a second pass.
    const edge = sent.patterns[1].default_implementation_id;
    sent.patterns[1].default_implementation_id = null;
    for (const { name } of tables) {
        const reply = await cloud.upsert(name, sent[name], user.headers);
        assert.equal(reply.status, 201, `${name}: ${reply.text}`);
    }
    sent.patterns[1].default_implementation_id = edge;
    await cloud.upsert('patterns', sent.patterns, user.headers);
    const put = async (bucket, name, body, type) => {
        const reply = await cloud.request(
            'PUT',
            `/storage/v1/object/${bucket}/${user.id}/${name}`,
            { ...user.headers, 'content-type': type },
            body,
        );
        assert.equal(reply.status, 200, reply.text);
    };
    await put('tracks', 'ab12cd34.flac', await readFile(path.join(folder, 'a.Flac')), 'audio/flac');
    await put('artwork', 'ab12cd34_thumb.jpg', cover, 'image/jpeg');
    await put('packages', 'ab12cd34_analysis.tar.zst', await makePackage(folder), 'application/zstd');
});
after(async () => {
    await cloud?.stop();
    await rm(folder, { recursive: true, force: true });
});

test('a library that is wholly in the cloud', async () => {
    const figures = await verify(settings());
    assert.equal(figures.rows, 17);
    assert.equal(figures.objects, 3);
    assert.equal(figures.buckets.tracks.bytes, 50_000);
});

const changes = [
    [
        'a changed text',
        "update tracks set title = 'Lodz'",
        'tracks',
        /^tracks 5, title: the cloud has "Lodz", the library "Łódź"$/,
    ],
    [
        'a rounded integer',
        'update tracks set track_number = track_number - 1',
        'tracks',
        /^tracks 5, track_number: .*992/,
    ],
    [
        'a shifted time',
        "update scores set created_at = created_at + interval '1 hour'",
        'scores',
        /^scores 3, created_at/,
    ],
    [
        'a value inside JSON',
        `update implementations set graph_json = '{"nodes": [], "big": 2}'`,
        'implementations',
        /^implementations 7, graph_json/,
    ],
    [
        'a parent that is another',
        `update patterns set forked_from_id = null where name = 'two'`,
        'patterns',
        /^patterns 2, forked_from_id/,
    ],
    [
        'a row of another owner',
        'update fixtures set uid = gen_random_uuid()',
        'fixtures',
        /^fixtures '0b2f.* is missing/,
    ],
    [
        'a missing row',
        "delete from track_stems where stem_name = 'other'",
        'track_stems',
        /^track_stems 5,'other' is missing/,
    ],
    [
        'a row too many',
        "insert into pattern_categories (id, uid, name, version, created_at, updated_at) select gen_random_uuid(), uid, 'More', 1, created_at, updated_at from pattern_categories",
        'pattern_categories',
        /^pattern_categories has 1 rows in the cloud that the library has not/,
    ],
];
for (const [name, change, table, pattern] of changes) {
    test(`found: ${name}`, async () => {
        await cloud.sql(`create table public.kept as select * from public.${table}; ${change};`);
        try {
            await finds(pattern);
        } finally {
            await cloud.sql(`set session_replication_role = replica; delete from public.${table};
                insert into public.${table} select * from public.kept; drop table public.kept; set session_replication_role = origin;`);
        }
    });
}

test('found: a local column in the cloud', async () => {
    await cloud.sql("alter table public.tracks add file_path text; notify pgrst, 'reload schema';");
    await finds(/^tracks has the column file_path in the cloud/);
    await cloud.sql("alter table public.tracks drop file_path; notify pgrst, 'reload schema';");
});

const objects = [
    ['tracks', /^tracks\/.*\/ab12cd34\.flac: SHA-256/],
    ['artwork', /^artwork\/.*_thumb\.jpg: SHA-256/],
    ['packages', /^packages\/.* is not a sound package: zstd/],
];
for (const [bucket, pattern] of objects) {
    test(`found: one byte of an object in ${bucket}`, async () => {
        const [{ version }] = await cloud.sql(
            `select version from storage.objects where bucket_id = '${bucket}'`,
        );
        const file = await open(path.join(cloud.data, 'objects', version), 'r+');
        const place = bucket === 'artwork' ? 12 : 1000;
        const { buffer } = await file.read(Buffer.alloc(1), 0, 1, place);
        try {
            await file.write(Buffer.from([buffer[0] ^ 1]), 0, 1, place);
            await finds(pattern);
        } finally {
            await file.write(buffer, 0, 1, place);
            await file.close();
        }
    });
}

test('found: a stem and a waveform that the package does not have', async () => {
    const stem = path.join(folder, 'vocals.wav');
    const before = await readFile(stem);
    await writeFile(stem, before.subarray(1));
    await finds(/^packages\/.*, stems\/vocals\.wav: SHA-256/);
    await writeFile(stem, before);
    const setBands = (text) =>
        execFileSync('sqlite3', [
            library.database,
            'DROP TRIGGER IF EXISTS track_waveforms_updated_at',
            `UPDATE track_waveforms SET bands_json = '${text}'`,
        ]);
    setBands('[1]');
    await finds(/^packages\/.*, waveform\.json: bands is not/);
    setBands('not json');
});

test('found: an object that others can read', async () => {
    await cloud.sql('create policy leak on storage.objects for select to authenticated using (true)');
    await finds(/^another user can list tracks/);
    await cloud.sql('drop policy leak on storage.objects');
    await cloud.sql('create policy leak on public.venues for select to authenticated using (true)');
    await finds(/^another user sees venues /);
    await cloud.sql('drop policy leak on public.venues');
    await verify(settings());
});

test('the command line: a table of figures, or the difference and exit code 1', async () => {
    const run = () =>
        spawnSync(
            process.execPath,
            [
                fileURLToPath(new URL('../verify.mjs', import.meta.url)),
                '--database',
                library.database,
                '--url',
                cloud.url,
                '--key',
                cloud.publishableKey,
                '--email',
                user.email,
            ],
            { env: { ...process.env, LUMASYNC_PASSWORD: 'secret-12' }, encoding: 'utf8' },
        );
    const good = run();
    assert.equal(good.status, 0, good.stderr);
    assert.match(good.stdout, /bucket packages +1 .*\n.*every SHA-256 compared/);
    await cloud.sql("update tracks set title = 'Lodz'");
    const bad = run();
    assert.deepEqual([bad.status, bad.stdout], [1, '']);
    assert.match(bad.stderr, /^verify: tracks 5, title: the cloud has "Lodz", the library "Łódź"\n$/);
    await cloud.sql("update tracks set title = 'Łódź'");
    user.email = 'nobody@example.org';
    assert.equal(run().status, 2);
});
