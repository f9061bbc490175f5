// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bytes, startProcess } from './helpers.mjs';

const mib = 1 << 20;

async function temporary(t) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'lumasync-test-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    return folder;
}

test('kill -9 in the middle of a PATCH; the next start goes on from there', async (t) => {
    const data = path.join(await temporary(t), 'cloud');
    const content = bytes(6 * mib);
    const first = await startProcess('--data', data);
    t.after(() => first.child.kill()); // what a failure leaves running would keep this process
    const alice = await first.signUp();
    const row = { id: randomUUID(), uid: alice.id, name: 'Club' };
    assert.equal((await first.upsert('venues', [row], alice.headers)).status, 201);
    const name = `${alice.id}/song.wav`;
    const url = new URL((await first.create(alice, name, content.length)).headers.location).pathname;
    const writer = first.stall(alice, url, 0, content.subarray(0, 4 * mib), content.length);
    await first.stored(url, 4 * mib);
    first.child.kill('SIGKILL');
    await first.exited;
    await assert.rejects(writer.answer);

    const second = await startProcess('--data', data);
    t.after(() => second.child.kill());
    assert.equal(second.publishableKey, first.publishableKey);
    const head = await second.head(alice, url);
    assert.equal(head.status, 200, 'the token and the upload are still known');
    assert.equal(head.headers['upload-offset'], String(4 * mib));
    const done = await second.patch(alice, url, 4 * mib, content.subarray(4 * mib));
    assert.equal(done.headers['tus-complete'], '1');
    assert.ok((await second.download(alice, 'tracks', name)).bytes.equals(content));
    const rows = await second.request('GET', `/rest/v1/venues?id=eq.${row.id}`, alice.headers);
    assert.equal(rows.body[0].name, 'Club');

    second.child.kill('SIGTERM');
    assert.equal((await second.exited).code, 0);
    assert.ok(existsSync(path.join(data, 'keys.json')), 'a folder that was given stays');
});

test('migrations of your own, in the order of their names', async (t) => {
    const folder = await temporary(t);
    await writeFile(path.join(folder, '2_second.sql'), 'alter table public.own add column name text;');
    await writeFile(path.join(folder, '1_first.sql'), 'create table public.own (id int primary key); grant select on public.own to authenticated;');
    const cloud = await startProcess('--migrations', folder);
    t.after(() => cloud.child.kill());
    const alice = await cloud.signUp();
    const reply = await cloud.request('GET', '/rest/v1/own?select=id,name', alice.headers);
    assert.deepEqual([reply.status, reply.body], [200, []]);

    await writeFile(path.join(folder, '3_broken.sql'), 'create tabel;');
    await assert.rejects(startProcess('--migrations', folder), /3_broken.sql: .*syntax error/);
});

test('short lives of tokens and upload URLs; ends with its parent and leaves nothing', async (t) => {
    const pidFile = path.join(await temporary(t), 'pid');
    const cloud = await startProcess('--jwt-expiry', '1', '--url-expiry', '1', '--pid-file', pidFile);
    t.after(() => cloud.child.kill());
    assert.equal(readFileSync(pidFile, 'utf8'), `${cloud.child.pid}\n`);
    assert.ok(existsSync(cloud.data));
    const alice = await cloud.signUp();
    const lasting = { headers: cloud.headersFor(await cloud.forge({ sub: alice.id })) };
    const created = await cloud.create(lasting, `${alice.id}/x`, 10);
    assert.equal(created.status, 201, created.text);
    let reply;
    do {
        await new Promise((resolve) => setTimeout(resolve, 50));
        reply = await cloud.request('GET', '/rest/v1/venues', alice.headers);
    } while (reply.status === 200);
    assert.equal(reply.body.code, 'PGRST303');
    const renewed = await cloud.json('POST', '/auth/v1/token?grant_type=refresh_token', {
        refresh_token: alice.refreshToken,
    });
    assert.equal(renewed.status, 200, renewed.text);
    let head;
    do {
        head = await cloud.head(lasting, created.headers.location);
    } while (head.status === 200);
    assert.equal(head.status, 410);

    assert.equal((await cloud.stop()).code, 0);
    assert.ok(!existsSync(cloud.data));
    assert.ok(!existsSync(pidFile));
});

test('a wrong option is one sentence and exit code 1', () => {
    const main = fileURLToPath(new URL('../main.mjs', import.meta.url));
    for (const args of [['--port', 'many'], ['--etag', 'sha'], ['--nonsense']]) {
        const run = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
        assert.equal(run.status, 1);
        assert.match(run.stderr, /^cloud: .+\n$/);
        assert.equal(run.stdout, '');
    }
});
