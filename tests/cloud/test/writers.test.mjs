// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { bytes, startProcess } from './helpers.mjs';

const mib = 1 << 20;
let cloud;
let alice;
before(async () => {
    cloud = await startProcess();
    alice = await cloud.signUp();
});
after(() => cloud?.stop());

/** A new upload whose first writer has stored `part` bytes of `length` and stalls. */
async function stalled(data, part) {
    const name = `${alice.id}/${randomUUID()}`;
    const url = (await cloud.create(alice, name, data.length)).headers.location;
    const writer = cloud.stall(alice, url, 0, data.subarray(0, part), data.length);
    await cloud.stored(url, part);
    return { name, url, writer };
}

async function assertResumes(upload, data, offset) {
    const done = await cloud.patch(alice, upload.url, offset, data.subarray(offset));
    assert.equal(done.headers['tus-complete'], '1', done.text);
    assert.ok((await cloud.download(alice, 'tracks', upload.name)).bytes.equals(data));
}

describe('one writer per upload', { concurrency: true }, () => {
    test('a second PATCH takes over after the drain', async () => {
        const data = bytes(6 * mib);
        const upload = await stalled(data, 2 * mib);
        const start = Date.now();
        const second = await cloud.patch(alice, upload.url, 0, data);
        const waited = Date.now() - start;
        assert.equal(second.status, 409);
        assert.equal(second.text, 'Upload-Offset conflict\n');
        assert.ok(waited > 2500 && waited < 5000, `${waited} ms`);
        const first = await upload.writer.answer;
        assert.equal(first.status, 204);
        assert.equal(first.headers['upload-offset'], String(2 * mib));
        assert.equal(first.headers.connection, 'close');
        await assertResumes(upload, data, 2 * mib);
    });

    test('HEAD cuts a running PATCH off', async () => {
        const data = bytes(4 * mib, 5);
        const upload = await stalled(data, mib);
        const start = Date.now();
        const heads = await Promise.all([1, 2, 3].map(() => cloud.head(alice, upload.url)));
        const waited = Date.now() - start;
        assert.deepEqual(
            heads.map((head) => head.headers['upload-offset']),
            Array(3).fill(String(mib)),
        );
        assert.ok(waited > 2500 && waited < 5000, `${waited} ms`);
        assert.equal((await upload.writer.answer).headers['upload-offset'], String(mib));
        await assertResumes(upload, data, mib);
    });

    test('two whole PATCHes at once: one writes, one is refused', async () => {
        const data = bytes(12 * mib, 9);
        const name = `${alice.id}/${randomUUID()}`;
        const url = (await cloud.create(alice, name, data.length)).headers.location;
        const results = await Promise.allSettled([1, 2].map(() => cloud.patch(alice, url, 0, data)));
        const statuses = results.map((result) => result.value?.status);
        assert.equal(statuses.filter((status) => status === 204).length, 1, String(statuses));
        // The refused one reads 409, or its connection ends while it still sends.
        const loser = results.find((result) => result.value?.status !== 204);
        assert.ok(
            loser.value?.status === 409 || ['EPIPE', 'ECONNRESET'].includes(loser.reason?.code),
            String(statuses),
        );
        assert.ok((await cloud.download(alice, 'tracks', name)).bytes.equals(data));
    });

    for (const [how, cut] of [
        ['FIN', (socket) => socket.end()],
        ['RST', (socket) => socket.resetAndDestroy()],
    ]) {
        test(`a connection cut by ${how} keeps what arrived`, async () => {
            const data = bytes(6 * mib, 3);
            const upload = await stalled(data, 3 * mib);
            cut(upload.writer.request.socket);
            const start = Date.now();
            const head = await cloud.head(alice, upload.url);
            assert.ok(Date.now() - start < 2500, 'answered without waiting for a drain');
            const offset = Number(head.headers['upload-offset']);
            assert.equal(offset, 3 * mib);
            await assertResumes(upload, data, offset);
        });
    }
});

test('the newcomer that goes away leaves the line', async () => {
    const data = bytes(2 * mib, 4);
    const upload = await stalled(data, mib);
    const newcomer = cloud.stall(alice, upload.url, 0, data.subarray(0, 10), data.length);
    await newcomer.sent;
    newcomer.request.destroy();
    upload.writer.request.end(data.subarray(mib));
    assert.equal((await upload.writer.answer).headers['upload-offset'], String(data.length));
});
