// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { bytes, startProcess } from './helpers.mjs';

let cloud;
let alice;
let bob;
before(async () => {
    cloud = await startProcess();
    [alice, bob] = [await cloud.signUp(), await cloud.signUp()];
});
after(() => cloud?.stop());

const fresh = (user = alice) => `${user.id}/${randomUUID()}.jpg`;
const put = (user, method, name, body, headers = {}, bucket = 'artwork') =>
    cloud.request(
        method,
        `/storage/v1/object/${bucket}/${encodeURI(name)}`,
        { ...user.headers, 'content-type': 'image/jpeg', ...headers },
        body,
    );

function assertError(reply, statusCode, code, message) {
    assert.equal(reply.status, 400, reply.text);
    assert.equal(reply.body.statusCode, statusCode);
    assert.equal(reply.body.code, code);
    assert.equal(typeof reply.body.error, 'string');
    if (message !== undefined) {
        assert.equal(reply.body.message, message);
    }
}

test('create, refuse the second, overwrite: one id', async () => {
    const name = fresh();
    const data = bytes(50_000);
    const created = await put(alice, 'POST', name, data, { 'x-metadata': btoa('{"hash":"abc"}') });
    assert.equal(created.status, 200);
    assert.deepEqual(Object.keys(created.body), ['Key', 'Id']);
    assert.equal(created.body.Key, `artwork/${name}`);
    assertError(
        await put(alice, 'POST', name, data),
        '409',
        'KeyAlreadyExists',
        'The resource already exists',
    );
    const again = await put(alice, 'POST', name, bytes(10, 7), { 'x-upsert': 'true' });
    assert.equal(again.body.Id, created.body.Id);
    const replaced = await put(alice, 'PUT', name, bytes(20, 8));
    assert.equal(replaced.body.Id, created.body.Id);
    const back = await cloud.download(alice, 'artwork', name);
    assert.ok(back.bytes.equals(bytes(20, 8)));
    assert.equal((await put(alice, 'PUT', fresh(), data)).status, 200);
});

test('info and metadata', async () => {
    const name = fresh();
    await put(alice, 'POST', name, 'hello', { 'x-metadata': btoa('{"hash":"abc"}') });
    const { status, body } = await cloud.info(alice, 'artwork', name);
    assert.equal(status, 200);
    assert.equal(body.size, 5);
    assert.equal(body.content_type, 'image/jpeg');
    assert.equal(body.etag, '"5d41402abc4b2a76b9719d911017c592"');
    assert.deepEqual(body.metadata, { hash: 'abc' });
    assert.match(body.version, /^[0-9a-f-]{36}$/);
});

test('empty body, no content type, multipart', async () => {
    assert.equal((await put(alice, 'POST', fresh(), '')).status, 200);
    const name = fresh();
    const bare = await cloud.request('POST', `/storage/v1/object/tracks/${name}`, alice.headers, 'raw');
    assert.equal(bare.status, 200);
    const form = new FormData();
    form.append('cacheControl', '60');
    form.append('metadata', '{"hash":"form"}');
    form.append('', new Blob([bytes(1000)], { type: 'image/png' }));
    const multipart = fresh();
    const reply = await fetch(`${cloud.url}/storage/v1/object/artwork/${multipart}`, {
        method: 'POST',
        headers: alice.headers,
        body: form,
    });
    assert.equal(reply.status, 200);
    const back = await cloud.download(alice, 'artwork', multipart);
    assert.ok(back.bytes.equals(bytes(1000)));
    assert.equal(back.headers['content-type'], 'image/png');
    assert.equal(back.headers['cache-control'], 'max-age=60');
});

test('download: ranges, HEAD, missing, foreign', async () => {
    const name = fresh();
    await put(alice, 'POST', name, '0123456789');
    const part = await cloud.download(alice, 'artwork', name, { range: 'bytes=2-4' });
    assert.deepEqual([part.status, part.text, part.headers['content-range']], [206, '234', 'bytes 2-4/10']);
    assert.equal((await cloud.download(alice, 'artwork', name, { range: 'bytes=-3' })).text, '789');
    assert.equal((await cloud.download(alice, 'artwork', name, { range: 'bytes=7-' })).text, '789');
    const target = `/storage/v1/object/authenticated/artwork/${name}`;
    const head = await cloud.request('HEAD', target, alice.headers);
    assert.deepEqual([head.status, head.headers['content-length']], [200, '10']);
    assert.equal((await cloud.request('HEAD', `${target}x`, alice.headers)).status, 400);
    assertError(await cloud.download(alice, 'artwork', `${name}x`), '404', 'NoSuchKey', 'Object not found');
    assertError(await cloud.download(bob, 'artwork', name), '404', 'NoSuchKey', 'Object not found');
    assertError(await cloud.info(bob, 'artwork', name), '404', 'NoSuchKey');
});

test('refusals', async () => {
    const rls = 'new row violates row-level security policy';
    assertError(await put(bob, 'POST', fresh(alice), 'x'), '403', 'AccessDenied', rls);
    assertError(
        await put(bob, 'POST', fresh(alice), 'x', { 'x-upsert': 'true' }),
        '403',
        'AccessDenied',
        rls,
    );
    assertError(
        await put(alice, 'POST', fresh(), 'x', {}, 'nowhere'),
        '404',
        'NoSuchBucket',
        'Bucket not found',
    );
    assertError(
        await put(alice, 'POST', fresh(), 'x', { 'content-type': 'text/plain' }),
        '415',
        'InvalidMimeType',
    );
    assertError(await put(alice, 'POST', `${alice.id}/ü.jpg`, 'x'), '400', 'InvalidKey');
    assertError(
        // Refused by what it says of itself; nothing more follows, so that no write can meet the closed connection.
        await put(alice, 'POST', fresh(), 'x', { 'content-length': 20 * 2 ** 20 + 1, connection: 'close' }),
        '413',
        'EntityTooLarge',
        'The object exceeded the maximum allowed size',
    );
    assertError(
        await put({ headers: cloud.headersFor('garbage') }, 'POST', fresh(), 'x'),
        '403',
        'AccessDenied',
        'Invalid Compact JWS',
    );
    assertError(
        await put({ headers: {} }, 'POST', fresh(), 'x'),
        '400',
        'InvalidRequest',
        "headers must have required property 'authorization'",
    );
    const expired = { headers: cloud.headersFor(await cloud.forge({ sub: alice.id }, { lifetime: -5 })) };
    assertError(
        await put(expired, 'POST', fresh(), 'x'),
        '403',
        'AccessDenied',
        '"exp" claim timestamp check failed',
    );
});

test('list one folder level', async () => {
    const carol = await cloud.signUp();
    for (const name of ['b.jpg', 'a.jpg', 'sub/c.jpg', 'sub/d.jpg']) {
        await put(carol, 'POST', `${carol.id}/${name}`, 'x');
    }
    const list = async (user) =>
        (await cloud.json('POST', '/storage/v1/object/list/artwork', { prefix: carol.id }, user.headers))
            .body;
    assert.deepEqual(
        (await list(carol)).map((entry) => [entry.name, entry.id === null]),
        [
            ['a.jpg', false],
            ['b.jpg', false],
            ['sub', true],
        ],
    );
    assert.deepEqual(await list(bob), []);
});

test('delete: only what is ours', async () => {
    const names = [fresh(), fresh()];
    for (const name of names) {
        await put(alice, 'POST', name, 'x');
    }
    const many = (user, prefixes) =>
        cloud.json('DELETE', '/storage/v1/object/artwork', { prefixes }, user.headers);
    const one = (user, name) => cloud.request('DELETE', `/storage/v1/object/artwork/${name}`, user.headers);
    assert.deepEqual((await many(bob, names)).body, []);
    assertError(await one(bob, names[0]), '404', 'NoSuchKey');
    const gone = await many(alice, [names[0], fresh()]);
    assert.equal(gone.status, 200);
    assert.deepEqual(
        gone.body.map((row) => row.name),
        [names[0]],
    );
    assert.equal((await one(alice, names[1])).status, 200);
    assertError(await one(alice, names[1]), '404', 'NoSuchKey');
});

test('every upload of one object leaves one file', async () => {
    const { readdir } = await import('node:fs/promises');
    const files = async () => (await readdir(`${cloud.data}/objects`)).length;
    const name = fresh();
    await put(alice, 'PUT', name, 'x');
    const before = await files();
    await put(alice, 'PUT', name, 'y');
    await put(alice, 'POST', name, 'z');
    await put(alice, 'POST', fresh(), Buffer.alloc(20 * 2 ** 20 + 1), { 'transfer-encoding': 'chunked' });
    assert.equal(await files(), before);
});
