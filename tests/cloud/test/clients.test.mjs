// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createClient } from '@supabase/supabase-js';
import { Upload } from 'tus-js-client';
import { bytes, startProcess } from './helpers.mjs';

/** Others' clients, unchanged: what they can do here is what they can do there. */

let cloud;
before(async () => {
    cloud = await startProcess();
});
after(() => cloud?.stop());

function client() {
    return createClient(cloud.url, cloud.publishableKey, {
        auth: { persistSession: false, autoRefreshToken: false },
        realtime: { transport: class {} }, // node 20 has no WebSocket, and nothing here uses it
    });
}

test('tus-js-client: create and chunks, no HEAD, resume after an abort', async () => {
    const alice = await cloud.signUp();
    const data = bytes(15_000_000);
    const name = `${alice.id}/song.wav`;
    const seen = [];
    const upload = (extra = {}) =>
        new Promise((resolve, reject) => {
            const task = new Upload(data, {
                endpoint: `${cloud.url}/storage/v1/upload/resumable`,
                chunkSize: 6 * 1024 * 1024,
                headers: { ...alice.headers, 'x-upsert': 'true' },
                metadata: {
                    bucketName: 'tracks',
                    objectName: name,
                    contentType: 'audio/wav',
                    cacheControl: '3600',
                },
                onAfterResponse: (req, res) => {
                    seen.push(
                        `${req.getMethod()} ${res.getStatus()} ${res.getHeader('tus-complete') ?? ''}`.trim(),
                    );
                },
                onSuccess: () => resolve(task.url),
                onError: reject,
                onChunkComplete: (size, accepted) => {
                    if (extra.abortAt && accepted >= extra.abortAt) {
                        task.abort().then(() => resolve(task.url));
                    }
                },
                uploadUrl: extra.uploadUrl,
            });
            task.start();
        });
    await upload();
    assert.deepEqual(seen, ['POST 201', 'PATCH 204', 'PATCH 204', 'PATCH 204 1']);
    assert.ok((await cloud.download(alice, 'tracks', name)).bytes.equals(data));

    seen.length = 0;
    const uploadUrl = await upload({ abortAt: 6 * 1024 * 1024 });
    await upload({ uploadUrl });
    assert.ok(seen.includes('HEAD 200'));
    assert.equal(seen.at(-1), 'PATCH 204 1');
    assert.ok((await cloud.download(alice, 'tracks', name)).bytes.equals(data));
});

test('supabase-js: sign-up, rows, objects', async () => {
    const supabase = client();
    const {
        data: { user },
    } = await supabase.auth.signUp({ email: `${randomUUID()}@example.org`, password: 'secret-12' });
    const row = { id: randomUUID(), uid: user.id, name: 'Club' };
    assert.equal((await supabase.from('venues').upsert([row], { onConflict: 'id' })).error, null);
    const { data: rows } = await supabase.from('venues').select('id, name');
    assert.deepEqual(rows, [{ id: row.id, name: 'Club' }]);

    const bucket = supabase.storage.from('artwork');
    const name = `${user.id}/a.jpg`;
    const { data: stored, error } = await bucket.upload(name, bytes(1000), {
        contentType: 'image/jpeg',
        metadata: { hash: 'abc' },
    });
    assert.equal(error, null);
    assert.equal(stored.path, name);
    const { data: file } = await bucket.download(name);
    assert.ok(Buffer.from(await file.arrayBuffer()).equals(bytes(1000)));
    assert.deepEqual(
        (await bucket.list(user.id)).data.map((entry) => entry.name),
        ['a.jpg'],
    );
    assert.equal((await bucket.info(name)).data.metadata.hash, 'abc');
    const { data: removed } = await bucket.remove([name]);
    assert.deepEqual(
        removed.map((entry) => entry.name),
        [name],
    );
});
