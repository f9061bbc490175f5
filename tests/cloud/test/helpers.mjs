// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';

const main = fileURLToPath(new URL('../main.mjs', import.meta.url));

/** Starts the cloud as its own process, as the C++ tests do. */
export async function startProcess(...args) {
    const child = spawn(process.execPath, [main, '--admin', '--stdin-guard', ...args], {
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        log += text;
    });
    const exited = new Promise((resolve) =>
        child.once('exit', (code, signal) => resolve({ code, signal, log })),
    );
    const ready = new Promise((resolve) => {
        let line = '';
        child.stdout.setEncoding('utf8').on('data', (text) => {
            line += text;
            if (line.includes('\n')) {
                resolve(JSON.parse(line));
            }
        });
    });
    const info = await Promise.race([
        ready,
        exited.then((end) => {
            throw new Error(`the cloud did not start: ${end.log}`);
        }),
    ]);
    return new TestCloud(info, child, exited);
}

export class TestCloud {
    constructor(info, child, exited) {
        Object.assign(this, info, { child, exited });
    }

    stop() {
        this.child.stdin.end();
        return this.exited;
    }

    /** A new user, signed in: { id, email, token, refreshToken, headers }. */
    async signUp() {
        const email = `${randomUUID()}@example.org`;
        const reply = await this.json('POST', '/auth/v1/signup', { email, password: 'secret-12' });
        const { user, access_token: token, refresh_token: refreshToken } = reply.body;
        return { id: user.id, email, token, refreshToken, headers: this.headersFor(token) };
    }

    headersFor(token) {
        return { apikey: this.publishableKey, authorization: `Bearer ${token}` };
    }

    /** A token with any claims, signed with the project's secret or another one. */
    async forge(claims, { lifetime = 3600, secret } = {}) {
        const keys = JSON.parse(await readFile(path.join(this.data, 'keys.json'), 'utf8'));
        const now = Math.floor(Date.now() / 1000);
        return new SignJWT({ role: 'authenticated', iat: now - 60, exp: now + lifetime, ...claims })
            .setProtectedHeader({ alg: 'HS256' })
            .sign(new TextEncoder().encode(secret ?? keys.jwtSecret));
    }

    /** One request on its own connection: { status, reason, headers, text, body }. `body` may be a string or Buffer. */
    request(method, target, headers = {}, body = undefined) {
        // node frames a body by itself, but not the one of a DELETE.
        const framing =
            body === undefined || headers['transfer-encoding']
                ? {}
                : { 'content-length': Buffer.byteLength(body) };
        return new Promise((resolve, reject) => {
            const options = { method, headers: { ...framing, ...headers }, agent: false };
            const req = http.request(new URL(target, this.url), options, async (res) => {
                const chunks = [];
                for await (const chunk of res) {
                    chunks.push(chunk);
                }
                const bytes = Buffer.concat(chunks);
                const text = bytes.toString();
                resolve({
                    status: res.statusCode,
                    reason: res.statusMessage,
                    headers: res.headers,
                    text,
                    bytes,
                    body: parse(text),
                });
            });
            req.once('error', reject);
            req.end(body);
        });
    }

    json(method, target, value, headers = {}) {
        return this.request(
            method,
            target,
            { apikey: this.publishableKey, 'content-type': 'application/json', ...headers },
            JSON.stringify(value),
        );
    }

    async sql(text) {
        const reply = await this.json('POST', '/admin/sql', { sql: text });
        if (reply.status !== 200) {
            throw new Error(reply.text);
        }
        return reply.body;
    }

    upsert(table, rows, headers) {
        const columns = Object.keys(Array.isArray(rows) ? (rows[0] ?? { id: 0 }) : rows).join(',');
        return this.json('POST', `/rest/v1/${table}?on_conflict=id&columns=${columns}`, rows, {
            prefer: 'resolution=merge-duplicates,return=minimal',
            ...headers,
        });
    }

    // ---- resumable uploads -------------------------------------------------------------------------------------------

    create(user, name, length, { bucket = 'tracks', metadata = {}, headers = {}, body } = {}) {
        const pairs = Object.entries({ bucketName: bucket, objectName: name, ...metadata });
        return this.request(
            'POST',
            '/storage/v1/upload/resumable',
            {
                ...user.headers,
                'tus-resumable': '1.0.0',
                'upload-length': String(length),
                'upload-metadata': pairs
                    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
                    .join(','),
                ...headers,
            },
            body,
        );
    }

    patch(user, url, offset, body, headers = {}) {
        return this.request('PATCH', url, { ...patchHeaders(user, offset), ...headers }, body);
    }

    head(user, url) {
        return this.request('HEAD', url, { ...user.headers, 'tus-resumable': '1.0.0' });
    }

    remove(user, url, headers = {}) {
        return this.request('DELETE', url, { ...user.headers, 'tus-resumable': '1.0.0', ...headers });
    }

    download(user, bucket, name, headers = {}) {
        return this.request('GET', `/storage/v1/object/authenticated/${bucket}/${encodeURI(name)}`, {
            ...user.headers,
            ...headers,
        });
    }

    info(user, bucket, name) {
        return this.request(
            'GET',
            `/storage/v1/object/info/authenticated/${bucket}/${encodeURI(name)}`,
            user.headers,
        );
    }

    /**
     * A PATCH that announces `length` bytes, sends `part` and then waits. `answer` resolves to the response or rejects
     * when the connection ends without one; `socket` is there to cut; `sent` resolves when the part has left.
     */
    stall(user, url, offset, part, length) {
        const req = http.request(new URL(url, this.url), {
            method: 'PATCH',
            headers: { ...patchHeaders(user, offset), 'content-length': String(length) },
            agent: false,
        });
        const answer = new Promise((resolve, reject) => {
            req.once('response', (res) => resolve({ status: res.statusCode, headers: res.headers }));
            req.once('error', reject);
        });
        answer.catch(() => {});
        const sent = new Promise((resolve) => req.write(part, resolve));
        return { answer, sent, request: req };
    }

    /** Waits until the server has stored `bytes` bytes of the upload, looking at the file and not at HEAD (which cuts). */
    async stored(url, bytes) {
        const version = Buffer.from(url.split('/').at(-1), 'base64url').toString().split('/').at(-1);
        for (;;) {
            const file = await readFile(path.join(this.data, 'objects', version));
            if (file.length >= bytes) {
                return;
            }
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
    }
}

function patchHeaders(user, offset) {
    return {
        ...user.headers,
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
    };
}

function parse(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/** `length` bytes that repeat nowhere near: a wrong offset shows. */
export function bytes(length, seed = 1) {
    const data = Buffer.alloc(length);
    let state = seed >>> 0 || 1;
    for (let i = 0; i + 4 <= length; i += 4) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        data.writeUInt32LE(state, i);
    }
    return data;
}
