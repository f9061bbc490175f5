// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { startChaos } from '../chaos/proxy.mjs';
import { send, sha256, startEcho } from './echo.mjs';
import { bytes } from './helpers.mjs';

let echo;
let chaos;

before(async () => {
    echo = await startEcho();
    chaos = await startChaos({ target: echo.origin });
});
after(async () => {
    await chaos?.stop();
    echo?.stop();
});
beforeEach(async () => {
    echo.seen.length = 0;
    chaos.log.length = 0;
    await rules();
});

const rules = (...list) =>
    fetch(`${chaos.control}/rules`, { method: 'POST', body: JSON.stringify({ rules: list }) });
const request = (method, path, body, options) =>
    send(method, new URL(path, (options?.via ?? chaos).url), body, options);
const megabyte = bytes(1_000_000);
const quiet = () => new Promise((resolve) => setTimeout(resolve, 50));

test('passes everything through: bodies, HEAD, empty reasons, headers, Location', async () => {
    const put = await request('PUT', '/a/b?c=d', megabyte);
    assert.deepEqual([put.status, put.body.toString()], [200, sha256(megabyte)]);
    assert.deepEqual(
        [echo.seen[0].url, echo.seen[0].bytes, echo.seen[0].host],
        ['/a/b?c=d', 1_000_000, new URL(echo.origin).host],
    );
    const big = await request('GET', '/big');
    assert.equal(sha256(big.body), sha256(bytes(1_000_000, 9)));
    const head = await request('HEAD', '/big');
    assert.deepEqual([head.status, head.headers['content-length'], head.body.length], [200, '1000000', 0]);
    const place = await request('POST', '/place');
    assert.deepEqual(
        [place.status, place.reason, place.headers.location],
        [201, '', `${chaos.url}/upload/1`],
    );
    assert.equal((await request('POST', '/elsewhere')).headers.location, 'http://127.0.0.1:1/upload/1');
    const chunked = await request('PUT', '/c', megabyte, {
        headers: { 'content-length': [], 'transfer-encoding': 'chunked' },
    });
    assert.equal(chunked.body.toString(), sha256(megabyte));
});

test('an early refusal arrives although the body has not been sent', async () => {
    const reply = await request('PATCH', '/refuse', Buffer.alloc(50));
    assert.deepEqual([reply.status, reply.body.toString()], [409, 'Upload-Offset conflict\n']);
    const large = await new Promise((resolve, reject) => {
        const req = http.request(
            new URL('/refuse', chaos.url),
            { method: 'PATCH', agent: false, headers: { 'content-length': 5_000_000 } },
            resolve,
        );
        req.on('error', reject);
        req.write(Buffer.alloc(1000));
    });
    assert.equal(large.statusCode, 409);
    large.resume();
});

test('reset-before: the server sees nothing', async () => {
    await rules({ fault: 'reset-before', nth: 2 });
    assert.equal((await request('GET', '/1')).status, 200);
    assert.equal((await request('GET', '/2')).error, 'ECONNRESET');
    assert.equal((await request('GET', '/3')).status, 200);
    assert.deepEqual(
        echo.seen.map((entry) => entry.url),
        ['/1', '/3'],
    );
});

for (const [fault, error] of [
    ['reset-in-request', 'ECONNRESET'],
    ['close', 'ECONNRESET'], // node says the same of an end without an answer
]) {
    test(`${fault}: the bytes before the cut have reached the server, and none behind it`, async () => {
        await rules({ fault, after: 123_456, method: 'PUT' });
        const reply = await request('PUT', '/x', megabyte);
        await quiet();
        assert.ok([error, 'EPIPE'].includes(reply.error), reply.error);
        // A reset also discards what the server's side has received but not read yet.
        const { bytes, complete } = echo.seen[0];
        assert.ok(fault === 'close' ? bytes === 123_456 : bytes <= 123_456, `${bytes} bytes`);
        assert.equal(complete, false);
        assert.equal(chaos.log.at(-1).fault.kind, fault);
    });
}

test('reset-after: the server has done it, the client does not know', async () => {
    await rules({ fault: 'reset-after', times: 1 });
    const reply = await request('PUT', '/x', megabyte);
    assert.deepEqual([reply.error, reply.status], ['ECONNRESET', undefined]);
    assert.deepEqual([echo.seen[0].bytes, echo.seen[0].complete], [1_000_000, true]);
    const { n, ms, ...entry } = chaos.log.at(-1);
    assert.deepEqual(entry, {
        method: 'PUT',
        path: '/x',
        fault: { kind: 'reset-after' },
        outcome: 'reset',
        status: 200,
        requestBytes: 1_000_000,
        responseBytes: 64,
    });
    assert.ok(n > 0 && ms >= 0);
});

test('truncate: the head and a part of the body, then the end', async () => {
    await rules({ fault: 'truncate', after: 1000 });
    const reply = await request('GET', '/big');
    assert.deepEqual([reply.status, reply.received, reply.error], [200, 1000, 'ECONNRESET']);
});

test('stall: for a while at each place, and for ever', async () => {
    for (const at of ['request', 'body', 'answer']) {
        await rules({ fault: 'stall', at, after: 1000, seconds: 0.2 });
        const started = performance.now();
        const reply = await request('PUT', '/x', megabyte);
        assert.equal(reply.body.toString(), sha256(megabyte), at);
        assert.ok(performance.now() - started >= 195, at);
    }
    echo.seen.length = 0;
    await rules({ fault: 'stall' });
    assert.equal((await request('GET', '/never', undefined, { timeout: 150 })).error, 'timeout');
    await quiet();
    assert.deepEqual([echo.seen.length, chaos.log.at(-1).outcome], [0, 'the client went away']);
});

test('delay', async () => {
    await rules({ fault: 'delay', seconds: 0.15, path: '^/slow$' });
    const started = performance.now();
    assert.equal((await request('GET', '/slow')).status, 200);
    assert.ok(performance.now() - started >= 145);
});

test('duplicate: the server gets it twice', async () => {
    await rules({ fault: 'duplicate', method: 'PATCH' });
    const reply = await request('PATCH', '/x', megabyte);
    assert.equal(reply.body.toString(), sha256(megabyte));
    assert.deepEqual(
        echo.seen.map((entry) => [entry.bytes, entry.complete]),
        [
            [1_000_000, true],
            [1_000_000, true],
        ],
    );
});

test('status and redirect answer without the server', async () => {
    await rules(
        { fault: 'status', status: 429, retryAfter: 2, body: 'slow down', times: 1 },
        { fault: 'redirect', status: 307, location: 'http://127.0.0.1:1' },
    );
    const limited = await request('POST', '/x', megabyte);
    assert.deepEqual(
        [limited.status, limited.headers['retry-after'], limited.body.toString()],
        [429, '2', 'slow down'],
    );
    const moved = await request('POST', '/x?y', megabyte);
    assert.deepEqual([moved.status, moved.headers.location], [307, 'http://127.0.0.1:1/x?y']);
    await rules({ fault: 'status', early: true });
    const early = await request('POST', '/x', Buffer.alloc(10));
    assert.deepEqual([early.status, early.headers.connection], [503, 'close']);
    assert.equal(echo.seen.length, 0);
});

test('throttle: both directions, within a tenth', async () => {
    await rules({ fault: 'throttle', up: 2_000_000, down: 4_000_000, latency: 10 });
    const started = performance.now();
    const reply = await request('PUT', '/big', megabyte);
    const ms = performance.now() - started;
    assert.equal(sha256(reply.body), sha256(bytes(1_000_000, 9)));
    assert.ok(ms > 700 && ms < 900, `${ms} ms, expected about 770`);
});

test('a line for all: its rate is shared, a connection costs a round trip once', async () => {
    const line = await startChaos({ target: echo.origin, bytesPerSecond: 4_000_000, latency: 20 });
    try {
        const started = performance.now();
        const both = await Promise.all([1, 2].map(() => request('PUT', '/x', megabyte, { via: line })));
        const ms = performance.now() - started;
        assert.deepEqual(
            both.map((reply) => reply.body.toString()),
            [sha256(megabyte), sha256(megabyte)],
        );
        assert.ok(ms > 500 && ms < 750, `${ms} ms, expected about 580`);
        const small = performance.now();
        await request('GET', '/x', undefined, { via: line });
        const trip = performance.now() - small;
        assert.ok(trip >= 78 && trip < 200, `${trip} ms, expected about 80`);
    } finally {
        await line.stop();
    }
});

test('control: the log, calm, and what is refused', async () => {
    assert.equal((await rules({ fault: 'explode' })).status, 400);
    assert.equal((await fetch(`${chaos.control}/nothing`)).status, 404);
    await rules({ fault: 'reset-before' });
    assert.equal((await request('GET', '/x')).error, 'ECONNRESET');
    await fetch(`${chaos.control}/calm`, { method: 'POST' });
    assert.equal((await request('GET', '/x')).status, 200);
    const log = await (await fetch(`${chaos.control}/log`)).json();
    assert.deepEqual(
        log.map((entry) => entry.outcome),
        ['reset', 'answered'],
    );
    await fetch(`${chaos.control}/log/reset`, { method: 'POST' });
    assert.deepEqual(await (await fetch(`${chaos.control}/log`)).json(), []);
});

test('a server that goes away in the middle is seen as that', async () => {
    const rude = http.createServer((req, res) => {
        res.writeHead(200, { 'content-length': 1000 });
        res.write('abc', () => req.socket.destroySoon());
    });
    await new Promise((resolve) => rude.listen(0, '127.0.0.1', resolve));
    const proxy = await startChaos({ target: `http://127.0.0.1:${rude.address().port}` });
    const reply = await request('GET', '/', undefined, { via: proxy });
    assert.deepEqual([reply.status, reply.received, reply.error], [200, 3, 'ECONNRESET']);
    await new Promise((resolve) => rude.close(resolve));
    assert.ok((await request('GET', '/', undefined, { via: proxy })).error);
    assert.equal(proxy.log.at(-1).outcome, 'the server went away');
    await proxy.stop();
});

test('a wild proxy: a client that repeats gets everything through, and the same seed does the same again', async () => {
    const course = async () => {
        const proxy = await startChaos({ target: echo.origin, seed: 42, profile: 'wild' });
        const body = bytes(100_000, 3);
        for (let i = 0; i < 30; ++i) {
            for (let attempt = 0; ; ++attempt) {
                const reply = await request('PUT', `/thing/${i}`, body, { via: proxy });
                if (reply.status === 200 && reply.body?.toString() === sha256(body)) {
                    break;
                }
                assert.ok(attempt < 20, `thing ${i} never arrived`);
            }
        }
        await proxy.stop();
        return proxy.log.map((entry) => JSON.stringify([entry.path, entry.fault]));
    };
    const first = await course();
    assert.deepEqual(await course(), first);
    assert.ok(first.length > 0);
});
