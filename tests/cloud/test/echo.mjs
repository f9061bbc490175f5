// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { createHash } from 'node:crypto';
import http from 'node:http';
import { bytes } from './helpers.mjs';

export const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/**
 * A server that answers with the hash of the body. /refuse answers at once and closes, /place and /elsewhere send a
 * Location, /big answers a megabyte. Returns { origin, seen, stop() }; `seen` is what reached it.
 */
export async function startEcho() {
    const seen = [];
    let origin;

    function answer(req, res) {
        const entry = { method: req.method, url: req.url, bytes: 0, complete: false, host: req.headers.host };
        seen.push(entry);
        if (req.url === '/refuse') {
            res.writeHead(409, '', { connection: 'close', 'content-type': 'text/plain' });
            res.end('Upload-Offset conflict\n');
            return;
        }
        if (req.url === '/place' || req.url === '/elsewhere') {
            const place = req.url === '/place' ? origin : 'http://127.0.0.1:1';
            res.writeHead(201, '', { Location: `${place}/upload/1` });
            res.end();
            return;
        }
        const hash = createHash('sha256');
        req.on('data', (chunk) => {
            entry.bytes += chunk.length;
            hash.update(chunk);
        });
        req.on('end', () => {
            entry.complete = true;
            const body = req.url.startsWith('/big') ? bytes(1_000_000, 9) : hash.digest('hex');
            res.writeHead(200, { 'content-length': body.length });
            res.end(req.method === 'HEAD' ? undefined : body);
        });
    }

    const server = http.createServer(answer);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
    const stop = () => {
        server.closeAllConnections();
        server.close();
    };
    return { origin, seen, stop };
}

/** One request on its own connection. Resolves to { status, headers, body } or { error, received } when it breaks. */
export function send(method, url, body, { headers = {}, timeout = 5000 } = {}) {
    return new Promise((resolve) => {
        let received = 0;
        let status;
        const options = {
            method,
            agent: false,
            timeout,
            headers: { 'content-length': body?.length ?? 0, ...headers },
        };
        const req = http.request(url, options, (res) => {
            const chunks = [];
            status = res.statusCode;
            res.on('data', (chunk) => {
                received += chunk.length;
                chunks.push(chunk);
            });
            res.on('error', (error) => resolve({ error: error.code, status, received }));
            res.on('end', () =>
                resolve({
                    status,
                    reason: res.statusMessage,
                    headers: res.headers,
                    body: Buffer.concat(chunks),
                }),
            );
        });
        req.on('timeout', () => {
            resolve({ error: 'timeout', received });
            req.destroy();
        });
        req.on('error', (error) => resolve({ error: error.code, status, received }));
        req.end(body);
    });
}
