// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bytes, startProcess, TestCloud } from './helpers.mjs';

const program = fileURLToPath(new URL('../chaos.mjs', import.meta.url));
const chunk = 6 * 1024 * 1024;

let cloud;
let user;
before(async () => {
    cloud = await startProcess();
    user = await cloud.signUp();
});
after(() => cloud?.stop());

/** The program in front of the cloud: { proxied, info, end() }; `proxied` is the cloud as seen through it. Ends with `t`. */
async function front(t, ...args) {
    const child = spawn(process.execPath, [program, '--target', cloud.url, '--stdin-guard', ...args], {
        stdio: ['pipe', 'pipe', 'ignore'],
    });
    const exited = new Promise((resolve) => child.once('exit', resolve));
    const line = await new Promise((resolve) => child.stdout.setEncoding('utf8').once('data', resolve));
    const info = JSON.parse(line);
    const end = () => {
        child.stdin.end();
        return exited;
    };
    t.after(end);
    return { proxied: new TestCloud({ ...cloud, url: info.url }, null, null), info, end };
}

test('an upload through the proxy: its address is the proxy’s, a cut keeps what arrived', async (t) => {
    const { proxied, info, end } = await front(t);
    const data = bytes(2 * chunk);
    const name = `${user.id}/${randomUUID()}.bin`;
    const created = await proxied.create(user, name, data.length);
    const { location } = created.headers;
    assert.ok(location.startsWith(`${info.url}/storage/v1/upload/resumable/`), location);

    const rules = [{ fault: 'close', method: 'PATCH', after: 1_000_000, times: 1 }];
    await fetch(`${info.control}/rules`, { method: 'POST', body: JSON.stringify({ rules }) });
    await assert.rejects(proxied.patch(user, location, 0, data.subarray(0, chunk)));
    const offset = Number((await proxied.head(user, location)).headers['upload-offset']);
    // What the server's streams still held when the connection ended is gone.
    assert.ok(offset > 500_000 && offset <= 1_000_000, `${offset}`);
    for (let at = offset; at < data.length; at += chunk) {
        assert.equal((await proxied.patch(user, location, at, data.subarray(at, at + chunk))).status, 204);
    }
    assert.ok((await cloud.download(user, 'tracks', name)).bytes.equals(data));
    assert.equal(await end(), 0);
});

test('options: the seed is told, a wrong profile is a sentence', async (t) => {
    const { info, end } = await front(t, '--seed', '77', '--profile', 'mild');
    assert.equal(info.seed, 77);
    await end();
    const child = spawn(process.execPath, [program, '--target', cloud.url, '--profile', 'rough'], {
        stdio: 'pipe',
    });
    let message = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (message += text));
    assert.equal(await new Promise((resolve) => child.once('close', resolve)), 1);
    assert.equal(message, 'chaos: there is no profile "rough"; there are mild, wild\n');
});
