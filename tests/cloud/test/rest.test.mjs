// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startProcess } from './helpers.mjs';

let cloud;
let alice;
let bob;
before(async () => {
    cloud = await startProcess();
    [alice, bob] = [await cloud.signUp(), await cloud.signUp()];
});
after(() => cloud?.stop());

const venue = (user, more = {}) => ({ id: randomUUID(), uid: user.id, name: 'Club', ...more });

function assertError(reply, status, code) {
    assert.equal(reply.status, status, reply.text);
    assert.equal(reply.body.code, code);
    assert.equal(reply.headers['proxy-status'], `PostgREST; error=${code}`);
    assert.deepEqual(Object.keys(reply.body).sort(), ['code', 'details', 'hint', 'message']);
}

test('bulk upsert: 201 with a new row, 200 with none', async () => {
    const rows = Array.from({ length: 100 }, () => venue(alice));
    const first = await cloud.upsert('venues', rows, alice.headers);
    assert.equal(first.status, 201);
    assert.equal(first.text, '');
    assert.match(first.headers['preference-applied'], /merge-duplicates/);
    assert.equal((await cloud.upsert('venues', rows, alice.headers)).status, 200);
    assert.equal((await cloud.upsert('venues', [], alice.headers)).status, 200);
    assert.equal((await cloud.upsert('venues', [...rows, venue(alice)], alice.headers)).status, 201);
});

test('one bad row refuses the whole batch', async () => {
    const good = Array.from({ length: 9 }, () => venue(alice));
    const count = async () => (await cloud.sql('select count(*)::int as n from public.venues'))[0].n;
    const before = await count();
    assertError(
        await cloud.upsert('venues', [...good, venue(alice, { name: null })], alice.headers),
        400,
        '23502',
    );
    assertError(await cloud.upsert('venues', [...good, venue(bob)], alice.headers), 403, '42501');
    assertError(await cloud.upsert('venues', [...good, good[0]], alice.headers), 500, '21000');
    assert.equal(await count(), before);
});

test('values and columns that PostgreSQL refuses', async () => {
    const fixture = { id: randomUUID(), uid: alice.id, venue_id: randomUUID() };
    assertError(await cloud.upsert('fixtures', [fixture], alice.headers), 409, '23503');
    assertError(await cloud.upsert('venues', [venue(alice, { id: 'no-uuid' })], alice.headers), 400, '22P02');
    assertError(
        await cloud.upsert('venues', [venue(alice, { nonsense: 1 })], alice.headers),
        400,
        'PGRST204',
    );
    assertError(await cloud.upsert('nowhere', [venue(alice)], alice.headers), 404, 'PGRST205');
    const malformed = (query) =>
        cloud.request(
            'POST',
            `/rest/v1/venues${query}`,
            { ...alice.headers, 'content-type': 'application/json', prefer: 'resolution=merge-duplicates' },
            '[{',
        );
    assertError(await malformed(''), 400, 'PGRST102');
    assertError(await malformed('?on_conflict=id&columns=id'), 400, '22P02');
});

test('columns= as PostgREST means it: a missing key overwrites, an extra one is ignored', async () => {
    const row = venue(alice, { description: 'kept?' });
    await cloud.upsert('venues', [row], alice.headers);
    const target = '/rest/v1/venues?on_conflict=id&columns=id,uid,name,description';
    const prefer = { ...alice.headers, prefer: 'resolution=merge-duplicates,return=minimal' };
    const { description, ...partial } = row;
    assert.equal((await cloud.json('POST', target, [{ ...partial, nonsense: 1 }], prefer)).status, 200);
    const stored = async () =>
        (
            await cloud.sql(
                `select name, description, version::int from public.venues where id = '${row.id}'`,
            )
        )[0];
    assert.deepEqual(await stored(), { name: 'Club', description: null, version: 1 });

    const versioned = `${target},version`;
    assertError(await cloud.json('POST', versioned, [partial], prefer), 400, '23502');
    const defaults = { ...prefer, prefer: `${prefer.prefer},missing=default` };
    assert.equal((await cloud.json('POST', versioned, [partial], defaults)).status, 200);
    assert.equal((await cloud.json('POST', target, null, prefer)).status, 200);
    assert.equal((await cloud.json('POST', target, row, prefer)).status, 200);
});

test("values are PostgreSQL's business, exactly as sent", async () => {
    const send = (text, column = 'version') =>
        cloud.request(
            'POST',
            `/rest/v1/venues?on_conflict=id&columns=id,uid,name,${column}`,
            { ...alice.headers, 'content-type': 'application/json', prefer: 'resolution=merge-duplicates' },
            text,
        );
    const id = randomUUID();
    const row = (value, column = 'version') =>
        `[{"id":"${id}","uid":"${alice.id}","name":"x","${column}":${value}}]`;
    assert.equal((await send(row('9007199254740993'))).status, 201);
    assert.deepEqual(await cloud.sql(`select version::text from public.venues where id = '${id}'`), [
        { version: '9007199254740993' },
    ]);
    assertError(await send(row('9223372036854775808')), 400, '22003');
    assertError(await send(row('1.0')), 400, '22P02');
    assertError(await send(row('true')), 400, '22P02');
    assertError(await send(row('"a\\u0000b"', 'description'), 'description'), 400, '22P05');
    assertError(await send(row('"\\ud800"', 'description'), 'description'), 400, '22P02');
    assertError(await send(row('"a\0b"', 'description'), 'description'), 400, '22021');
    assertError(await send(Buffer.from(row('"\xff"', 'description'), 'latin1'), 'description'), 400, '22021');
    const [pattern, implementation] = [randomUUID(), randomUUID()];
    await cloud.upsert('patterns', [{ id: pattern, uid: alice.id, name: 'p' }], alice.headers);
    const graph = await cloud.request(
        'POST',
        '/rest/v1/implementations?on_conflict=id&columns=id,uid,pattern_id,graph_json',
        { ...alice.headers, 'content-type': 'application/json', prefer: 'resolution=merge-duplicates' },
        `[{"id":"${implementation}","uid":"${alice.id}","pattern_id":"${pattern}","graph_json":{"n":12345678901234567890,"d":1.50}}]`,
    );
    assert.equal(graph.status, 201, graph.text);
    assert.deepEqual(await cloud.sql('select graph_json::text as text from public.implementations'), [
        { text: '{"d": 1.50, "n": 12345678901234567890}' },
    ]);
});

test('five hundred rows at once, new and changed', async () => {
    const rows = Array.from({ length: 500 }, () => venue(alice));
    assert.equal((await cloud.upsert('venues', rows, alice.headers)).status, 201);
    const start = Date.now();
    assert.equal((await cloud.upsert('venues', rows, alice.headers)).status, 200);
    assert.ok(Date.now() - start < 2000, `${Date.now() - start} ms`);
});

test('values come back as they went', async () => {
    const row = venue(alice, {
        description: 'ü 日本 \u{1F39B}',
        version: 7,
        created_at: '2026-11-22 17:34:01Z',
    });
    await cloud.upsert('venues', [row], alice.headers);
    const reply = await cloud.request('GET', `/rest/v1/venues?id=eq.${row.id}`, alice.headers);
    assert.equal(reply.body[0].description, row.description);
    assert.equal(reply.body[0].version, 7);
    assert.equal(reply.body[0].created_at, '2026-11-22T17:34:01+00:00');
});

test('delete answers 204 whether or not something matched', async () => {
    const rows = Array.from({ length: 10 }, () => venue(alice));
    await cloud.upsert('venues', rows, alice.headers);
    const target = `/rest/v1/venues?id=in.(${rows.map((row) => row.id)})`;
    for (let i = 0; i < 2; i++) {
        assert.equal((await cloud.request('DELETE', target, alice.headers)).status, 204);
    }
    assert.equal(
        (await cloud.request('DELETE', '/rest/v1/venues?id=in.(nonsense)', alice.headers)).status,
        400,
    );
});

test('a URL beyond 8 KiB is refused by the gateway', async () => {
    const ids = Array.from({ length: 250 }, () => randomUUID());
    const reply = await cloud.request('DELETE', `/rest/v1/venues?id=in.(${ids})`, alice.headers);
    assert.equal(reply.status, 414);
});

test('tokens', async () => {
    const expired = await cloud.forge({ sub: alice.id }, { lifetime: -5 });
    const foreign = await cloud.forge({ sub: alice.id }, { secret: 'x'.repeat(64) });
    const ask = (token) => cloud.request('GET', '/rest/v1/venues', cloud.headersFor(token));
    const rows = [
        [expired, 'PGRST303', 'JWT expired'],
        [foreign, 'PGRST301', 'No suitable key or wrong key type'],
        ['garbage', 'PGRST301', 'Expected 3 parts in JWT; got 1'],
    ];
    for (const [token, code, message] of rows) {
        const reply = await ask(token);
        assertError(reply, 401, code);
        assert.equal(reply.body.message, message);
    }
});

test('a refused token with a large body: 401 early, then the connection ends', async () => {
    const expired = await cloud.forge({ sub: alice.id }, { lifetime: -5 });
    const outcome = await cloud
        .request(
            'POST',
            '/rest/v1/venues',
            { ...cloud.headersFor(expired), 'content-type': 'application/json' },
            Buffer.alloc(8 << 20, 32),
        )
        .then(
            (reply) => reply.status,
            (error) => error.code,
        );
    assert.ok([401, 'EPIPE', 'ECONNRESET'].includes(outcome), String(outcome));
});

test('keys', async () => {
    const bare = await cloud.request('GET', '/rest/v1/venues', {
        authorization: alice.headers.authorization,
    });
    assert.equal(bare.status, 401);
    assert.equal(bare.body.message, 'No API key found in request');
    const wrong = await cloud.request('GET', '/rest/v1/venues', {
        ...alice.headers,
        apikey: 'sb_publishable_wrong',
    });
    assert.equal(wrong.status, 401);
    assert.equal(wrong.body.message, 'Invalid API key');
    const anonymous = await cloud.request('GET', '/rest/v1/venues', { apikey: cloud.publishableKey });
    assertError(anonymous, 401, '42501');
});

test('reachability', async () => {
    assert.equal(
        (await cloud.request('HEAD', '/auth/v1/health', { apikey: cloud.publishableKey })).status,
        200,
    );
});

test('sign-in and refresh', async () => {
    const token = (grant, body) => cloud.json('POST', `/auth/v1/token?grant_type=${grant}`, body);
    const wrong = await token('password', { email: alice.email, password: 'wrong-pass' });
    assert.equal(wrong.status, 400);
    assert.equal(wrong.body.error_code, 'invalid_credentials');
    const session = (await token('password', { email: alice.email, password: 'secret-12' })).body;
    assert.equal(session.user.id, alice.id);
    assert.equal(session.expires_in, 3600);
    const refreshed = await token('refresh_token', { refresh_token: session.refresh_token });
    assert.equal(refreshed.status, 200);
    assert.notEqual(refreshed.body.refresh_token, session.refresh_token);
    const garbage = await token('refresh_token', { refresh_token: 'garbage' });
    assert.equal(garbage.status, 400);
    const again = await cloud.json('POST', '/auth/v1/signup', { email: alice.email, password: 'secret-12' });
    assert.equal(again.status, 422);
    assert.equal(again.body.error_code, 'user_already_exists');
});

test('concurrent requests of two users stay apart', async () => {
    const rounds = Array.from({ length: 30 }, async (_, i) => {
        const [me, other] = i % 2 ? [alice, bob] : [bob, alice];
        const row = venue(me);
        assert.equal((await cloud.upsert('venues', [row], me.headers)).status, 201);
        assert.equal((await cloud.upsert('venues', [venue(other)], me.headers)).status, 403);
        const seen = await cloud.request('GET', `/rest/v1/venues?id=eq.${row.id}`, other.headers);
        assert.deepEqual(seen.body, []);
    });
    await Promise.all(rounds);
    assert.deepEqual(
        await cloud.sql(
            `select distinct uid::text from public.venues where uid not in ('${alice.id}', '${bob.id}')`,
        ),
        [],
    );
});

test('requests are counted, an upload URL under one name', async () => {
    await cloud.json('POST', '/admin/requests/reset', {});
    await cloud.request('GET', '/rest/v1/venues?limit=0', alice.headers);
    await cloud.head(alice, '/storage/v1/upload/resumable/abc');
    const { body } = await cloud.request('GET', '/admin/requests');
    assert.deepEqual(body, {
        total: 2,
        requests: { 'GET /rest/v1/venues': 1, 'HEAD /storage/v1/upload/resumable/:id': 1 },
    });
});
