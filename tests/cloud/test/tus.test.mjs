// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { bytes, startProcess } from './helpers.mjs';

const mib = 1 << 20;
const chunk = 6 * mib;
const endpoint = '/storage/v1/upload/resumable';

let cloud;
let alice;
let bob;
let upserting;
before(async () => {
    cloud = await startProcess('--max-size', String(100 * mib));
    [alice, bob] = [await cloud.signUp(), await cloud.signUp()];
    upserting = { 'x-upsert': 'true' };
});
after(() => cloud?.stop());

const fresh = (user = alice) => `${user.id}/${randomUUID()}.wav`;
const locationOf = (reply) => reply.headers.location;

function assertText(reply, status, text) {
    assert.equal(reply.status, status, reply.text);
    assert.equal(reply.text, text);
    assert.equal(reply.reason, '');
    assert.match(reply.headers['content-type'] ?? 'text/plain', /^text\/plain/);
}

function assertAuth(reply, message) {
    assert.equal(reply.status, 400);
    assert.deepEqual(reply.body, { statusCode: '403', code: 'AccessDenied', error: 'Unauthorized', message });
}

async function uploaded(user, name, data, headers = {}) {
    const created = await cloud.create(user, name, data.length, { headers });
    assert.equal(created.status, 201, created.text);
    const done = await cloud.patch(user, locationOf(created), 0, data, headers);
    assert.equal(done.status, 204, done.text);
    return locationOf(created);
}

test('OPTIONS tells the protocol, without a token', async () => {
    const reply = await cloud.request('OPTIONS', endpoint);
    assert.equal(reply.status, 204);
    assert.equal(reply.headers['tus-version'], '1.0.0');
    assert.equal(reply.headers['tus-max-size'], String(100 * mib));
    assert.deepEqual(reply.headers['tus-extension'].split(',').sort(), [
        'creation',
        'creation-defer-length',
        'creation-with-upload',
        'expiration',
        'termination',
    ]);
});

test('create, two chunks, complete, read back', async () => {
    const data = bytes(chunk + 1_000_003);
    const name = fresh();
    const created = await cloud.create(alice, name, data.length, {
        metadata: { contentType: 'audio/wav', cacheControl: '3600', metadata: '{"hash":"abc"}' },
    });
    assert.equal(created.status, 201);
    assert.equal(created.reason, '');
    assert.equal(created.headers['upload-offset'], undefined);
    const url = locationOf(created);
    assert.ok(url.startsWith(`${cloud.url}${endpoint}/`), url);
    const expires = Date.parse(created.headers['upload-expires']) - Date.now();
    assert.ok(Math.abs(expires - 24 * 3600_000) < 60_000, created.headers['upload-expires']);

    const head = await cloud.head(alice, url);
    assert.equal(head.status, 200);
    assert.equal(head.headers['upload-offset'], '0');
    assert.equal(head.headers['upload-length'], String(data.length));
    assert.equal(head.headers['cache-control'], 'no-store');
    assert.equal(head.headers['upload-expires'], undefined);

    const first = await cloud.patch(alice, url, 0, data.subarray(0, chunk));
    assert.equal(first.status, 204);
    assert.equal(first.headers['upload-offset'], String(chunk));
    assert.equal(first.headers['upload-expires'], created.headers['upload-expires']);
    assert.equal(first.headers['tus-complete'], undefined);
    const last = await cloud.patch(alice, url, chunk, data.subarray(chunk));
    assert.equal(last.status, 204);
    assert.equal(last.headers['upload-offset'], String(data.length));
    assert.equal(last.headers['tus-complete'], '1');
    assert.equal(last.headers['upload-expires'], undefined);
    assert.equal((await cloud.head(alice, url)).headers['upload-offset'], String(data.length));

    const back = await cloud.download(alice, 'tracks', name);
    assert.equal(back.headers['content-type'], 'audio/wav');
    assert.equal(back.headers['cache-control'], 'max-age=3600');
    assert.ok(back.bytes.equals(data));
    const { body: info } = await cloud.info(alice, 'tracks', name);
    assert.equal(info.size, data.length);
    assert.deepEqual(info.metadata, { hash: 'abc' });
});

test('any chunk size is accepted', async () => {
    const data = bytes(20 * mib + 1);
    const created = await cloud.create(alice, fresh(), data.length);
    let offset = 0;
    for (const length of [1_000_003, 1, 0, 20 * mib - 1_000_003]) {
        const reply = await cloud.patch(
            alice,
            locationOf(created),
            offset,
            data.subarray(offset, offset + length),
        );
        assert.equal(reply.status, 204);
        offset += length;
        assert.equal(reply.headers['upload-offset'], String(offset));
    }
    assert.equal(offset, data.length);
});

test('creation with upload', async () => {
    const data = bytes(50_000);
    const headers = { 'content-type': 'application/offset+octet-stream' };
    const part = await cloud.create(alice, fresh(), data.length, { headers, body: data.subarray(0, 20_000) });
    assert.equal(part.status, 201);
    assert.equal(part.headers['upload-offset'], '20000');
    const whole = await cloud.create(alice, fresh(), data.length, { headers, body: data });
    assert.equal(whole.headers['upload-offset'], '50000');
    assert.equal(whole.headers['tus-complete'], '1');
    const empty = await cloud.create(alice, fresh(), 0);
    assert.equal(empty.status, 201);
    assert.equal(empty.headers['tus-complete'], '1');
});

test('length told later', async () => {
    const data = bytes(1000);
    const created = await cloud.request('POST', endpoint, {
        ...alice.headers,
        'tus-resumable': '1.0.0',
        'upload-defer-length': '1',
        'upload-metadata': `bucketName ${btoa('tracks')},objectName ${btoa(fresh())}`,
    });
    assert.equal(created.status, 201);
    assert.equal((await cloud.patch(alice, locationOf(created), 0, data.subarray(0, 400))).status, 204);
    const last = await cloud.patch(alice, locationOf(created), 400, data.subarray(400), {
        'upload-length': '1000',
    });
    assert.equal(last.headers['tus-complete'], '1');
});

test('PATCH refusals', async () => {
    const created = await cloud.create(alice, fresh(), 1000);
    const url = locationOf(created);
    await cloud.patch(alice, url, 0, bytes(500));
    const conflict = 'Upload-Offset conflict\n';
    assertText(await cloud.patch(alice, url, 0, bytes(10)), 409, conflict);
    assertText(await cloud.patch(alice, url, 700, bytes(10)), 409, conflict);
    assert.equal((await cloud.patch(alice, url, 0, bytes(10))).headers.connection, 'close');
    assertText(await cloud.patch(alice, url, 500, bytes(501)), 413, "upload's size exceeded\n");
    assertText(await cloud.patch(alice, url, 'abc', bytes(10)), 400, 'Invalid upload-offset\n');
    assertText(
        await cloud.patch(alice, url, 500, bytes(10), { 'content-type': 'text/plain' }),
        400,
        'Invalid content-type\n',
    );
    const bare = { ...alice.headers, 'tus-resumable': '1.0.0' };
    assertText(
        await cloud.request('PATCH', url, { ...bare, 'upload-offset': '500' }, bytes(1)),
        403,
        'Content-Type header required\n',
    );
    assertText(
        await cloud.request(
            'PATCH',
            url,
            { ...bare, 'content-type': 'application/offset+octet-stream' },
            bytes(1),
        ),
        403,
        'Upload-Offset header required\n',
    );
    assertText(await cloud.request('PATCH', url, alice.headers), 412, 'Tus-Resumable Required\n');
    assertText(
        await cloud.patch(alice, url, 500, bytes(1), { 'tus-resumable': '0.2.2' }),
        400,
        'Invalid tus-resumable\n',
    );
    assert.equal((await cloud.head(alice, url)).headers['upload-offset'], '500');
});

test('create refusals', async () => {
    const post = (headers) =>
        cloud.request('POST', endpoint, { ...alice.headers, 'tus-resumable': '1.0.0', ...headers });
    const named = (name, bucket = 'tracks') => ({
        'upload-length': '10',
        'upload-metadata': `bucketName ${Buffer.from(bucket).toString('base64')},objectName ${Buffer.from(name).toString('base64')}`,
    });
    const lengthNeeded = 'Upload-Length or Upload-Defer-Length header required\n';
    const rows = [
        [{ 'upload-length': '10' }, 400, 'Metadata header is required'],
        [{ 'upload-length': '10', 'upload-metadata': `bucketName ${btoa('tracks')}` }, 400, 'Invalid key: '],
        [{ 'upload-length': '10', 'upload-metadata': 'bucketName !!' }, 400, 'Invalid upload-metadata\n'],
        [
            { ...named(fresh()), 'upload-metadata': `${named(fresh())['upload-metadata']},` },
            400,
            'Invalid upload-metadata\n',
        ],
        [{ 'upload-metadata': named(fresh())['upload-metadata'] }, 400, lengthNeeded],
        [{ ...named(fresh()), 'upload-length': '-1' }, 400, 'Invalid upload-length\n'],
        [{ ...named(fresh()), 'upload-length': 'ten' }, 400, 'Invalid upload-length\n'],
        [{ ...named(fresh()), 'upload-length': String(100 * mib + 1) }, 413, 'Maximum size exceeded\n'],
        [
            { ...named(`${alice.id}/a.jpg`, 'artwork'), 'upload-length': String(21 * mib) },
            413,
            'Maximum size exceeded\n',
        ],
        [named(fresh(), 'nowhere'), 404, 'Bucket not found'],
        [named(fresh(), 'a/b'), 400, 'Bucket name invalid'],
        [named(fresh(), ''), 400, 'Bucket name invalid'],
        [named(`${bob.id}/x.wav`), 403, 'new row violates row-level security policy'],
        [named(`${alice.id.toUpperCase()}/x.wav`), 403, 'new row violates row-level security policy'],
        [named('x.wav'), 403, 'new row violates row-level security policy'],
    ];
    for (const [headers, status, text] of rows) {
        assertText(await post(headers), status, text);
    }
    for (const bad of ['ü', '日本', '#', '\\', '%', '~', '[', '{', '<', '|', '"', '`', '\u0007']) {
        const name = `${alice.id}/a${bad}b`;
        assertText(await post(named(name)), 400, `Invalid key: ${name}`);
    }
    for (const good of ["a b_!.*'()&$=@;:+,?-9", 'a//b', '/', 'long/'.repeat(100)]) {
        assert.equal((await post(named(`${alice.id}/${good}`))).status, 201, good);
    }
    assert.equal((await post(named(`${alice.id}/../x`))).status, 400);
    const mime = await cloud.create(alice, `${alice.id}/a.jpg`, 10, {
        bucket: 'artwork',
        metadata: { contentType: 'text/plain' },
    });
    assertText(mime, 415, 'mime type text/plain is not supported');
});

test('tokens: HTTP 400 with the true status in JSON', async () => {
    const url = locationOf(await cloud.create(alice, fresh(), 1000));
    const as = (token) => ({ headers: cloud.headersFor(token) });
    const expired = as(await cloud.forge({ sub: alice.id }, { lifetime: -5 }));
    const foreign = as(await cloud.forge({ sub: alice.id }, { secret: 'x'.repeat(64) }));
    const expiredText = '"exp" claim timestamp check failed';
    assertAuth(await cloud.create(expired, fresh(), 10), expiredText);
    assertAuth(await cloud.patch(expired, url, 0, bytes(10)), expiredText);
    assertAuth(await cloud.create(foreign, fresh(), 10), 'signature verification failed');
    assertAuth(await cloud.create(as('garbage'), fresh(), 10), 'Invalid Compact JWS');
    assertAuth(await cloud.create(as(cloud.publishableKey), fresh(), 10), 'Invalid Compact JWS');
    assertAuth(await cloud.create(as('a.b.c'), fresh(), 10), 'JWS Protected Header is invalid');
    assertAuth(await cloud.create({ headers: {} }, fresh(), 10), 'Invalid Compact JWS');
    const head = await cloud.head(expired, url);
    assert.deepEqual([head.status, head.text], [400, '']);

    const rls = 'new row violates row-level security policy';
    assertText(await cloud.create(as(await cloud.forge({})), fresh(), 10), 403, rls);
    assertText(
        await cloud.create(as(await cloud.forge({ sub: alice.id, role: 'anon' })), fresh(), 10),
        403,
        rls,
    );
    assertText(
        await cloud.create(as(await cloud.forge({ sub: alice.id, role: 'nobody_knows' })), fresh(), 10),
        500,
        'database error, code: 22023',
    );
    const renewed = as(await cloud.forge({ sub: alice.id }));
    assert.equal((await cloud.patch(renewed, url, 0, bytes(10))).status, 204);
});

test('another user: HEAD answers, everything else is refused', async () => {
    const url = locationOf(await cloud.create(alice, fresh(), 1000));
    assert.equal((await cloud.head(bob, url)).status, 200);
    const rls = 'new row violates row-level security policy';
    assertText(await cloud.patch(bob, url, 0, bytes(10)), 403, rls);
    assertText(await cloud.remove(bob, url), 403, rls);
});

test('x-upsert is needed on POST and on every PATCH', async () => {
    const name = fresh();
    const exists = 'The resource already exists';
    await uploaded(alice, name, bytes(1000, 1));
    const { body: before } = await cloud.info(alice, 'tracks', name);
    assertText(await cloud.create(alice, name, 2000), 409, exists);
    assertText(await cloud.create(alice, name, 2000, { headers: { 'x-upsert': 'false' } }), 409, exists);
    const url = locationOf(await cloud.create(alice, name, 2000, { headers: upserting }));
    assertText(await cloud.patch(alice, url, 0, bytes(2000, 2)), 409, exists);
    assert.equal((await cloud.patch(alice, url, 0, bytes(1000, 2), upserting)).status, 204);
    assertText(await cloud.patch(alice, url, 1000, bytes(1000, 3)), 409, exists);
    assert.equal(
        (await cloud.patch(alice, url, 1000, bytes(1000, 3), upserting)).headers['tus-complete'],
        '1',
    );
    const { body: after } = await cloud.info(alice, 'tracks', name);
    assert.equal(after.id, before.id);
    assert.notEqual(after.version, before.version);
    assert.equal(after.size, 2000);
});

test('two uploads of one name: the first to finish wins', async () => {
    const name = fresh();
    const first = locationOf(await cloud.create(alice, name, 10));
    const second = locationOf(await cloud.create(alice, name, 10));
    assert.equal((await cloud.patch(alice, first, 0, bytes(10))).status, 204);
    assertText(await cloud.patch(alice, second, 0, bytes(10)), 409, 'The resource already exists');
    assert.equal((await cloud.head(alice, second)).headers['upload-offset'], '0');
});

test('after completion', async () => {
    const url = await uploaded(alice, fresh(), bytes(1000));
    const exists = 'The resource already exists';
    assertText(await cloud.patch(alice, url, 500, bytes(500)), 409, exists);
    assertText(await cloud.patch(alice, url, 1000, ''), 409, exists);
    assertText(await cloud.remove(alice, url), 409, exists);
    assertText(await cloud.patch(alice, url, 500, bytes(500), upserting), 409, 'Upload-Offset conflict\n');
    assertText(
        await cloud.remove(alice, url, upserting),
        400,
        'Cannot terminate an already completed upload',
    );
    const empty = await cloud.patch(alice, url, 1000, '', upserting);
    assert.deepEqual([empty.status, empty.headers['tus-complete']], [204, '1']);
});

test('terminate, unknown and malformed uploads', async () => {
    const url = locationOf(await cloud.create(alice, fresh(), 1000));
    const notFound = 'The file for this url was not found\n';
    assert.equal((await cloud.remove(alice, url)).status, 204);
    assertText(await cloud.remove(alice, url), 404, notFound);
    assertText(await cloud.patch(alice, url, 0, bytes(10)), 404, notFound);
    assert.equal((await cloud.head(alice, url)).status, 404);
    assertText(await cloud.patch(alice, `${endpoint}/nonsense`, 0, bytes(10)), 400, 'Invalid upload id');
    assert.equal((await cloud.head(alice, `${endpoint}/nonsense`)).status, 400);
    const get = await cloud.request('GET', url, alice.headers);
    assert.equal(get.status, 404);
    assert.match(get.body.message, /^Route GET:.* not found$/);
});

test('an expired upload is gone, a complete one too', async () => {
    const name = fresh();
    const open = locationOf(await cloud.create(alice, fresh(), 1000));
    const complete = await uploaded(alice, name, bytes(1000));
    for (const url of [open, complete]) {
        assert.equal((await cloud.json('POST', '/admin/expire-upload', { url })).status, 200);
        assert.equal((await cloud.head(alice, url)).status, 410);
    }
    assertText(await cloud.patch(alice, open, 0, bytes(10)), 410, 'The file for this url no longer exists\n');
    assert.equal((await cloud.remove(alice, open)).status, 204);
    assert.equal((await cloud.info(alice, 'tracks', name)).status, 200);
});
