// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bytes, startProcess } from './helpers.mjs';

const program = fileURLToPath(new URL('../uploadstate.mjs', import.meta.url));

let cloud;
let user;
before(async () => {
    cloud = await startProcess();
    user = await cloud.signUp();
});
after(() => cloud?.stop());

test('what came in for an upload, PATCH by PATCH, a broken one too', async () => {
    const data = bytes(3000);
    const { location } = (await cloud.create(user, `${user.id}/${randomUUID()}.bin`, data.length)).headers;
    await cloud.patch(user, location, 0, data.subarray(0, 1000));
    const stalled = cloud.stall(user, location, 1000, data.subarray(1000, 1500), 2000);
    await cloud.stored(location, 1500);
    stalled.request.destroy();
    const offset = Number((await cloud.head(user, location)).headers['upload-offset']);
    assert.equal(offset, 1500);
    await cloud.patch(user, location, 1000, data.subarray(1000));
    await cloud.patch(user, location, offset, data.subarray(offset));

    const environment = { ...process.env, LUMASYNC_PASSWORD: 'secret-12' };
    const words = ['--url', cloud.url, '--key', cloud.publishableKey, '--email', user.email, location];
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], { env: environment });
    assert.deepEqual(JSON.parse(stdout), {
        offset: 3000,
        length: 3000,
        patches: [
            { offset: 0, received: 1000, status: 204 },
            { offset: 1000, received: 500, status: null },
            { offset: 1000, received: 2000, status: 409 },
            { offset: 1500, received: 1500, status: 204 },
        ],
    });
    await cloud.json('POST', '/admin/requests/reset', {});
    assert.deepEqual((await cloud.request('GET', '/admin/uploads')).body, {});
});
