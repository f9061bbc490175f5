// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

export function sendJson(res, status, value, headers = {}) {
    const body = JSON.stringify(value, (key, item) => (typeof item === 'bigint' ? Number(item) : item));
    res.writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        ...headers,
    });
    res.end(res.req.method === 'HEAD' ? undefined : body);
}

/** The whole request body, or null when it is longer than `limit`. */
export async function readBody(req, limit = Infinity) {
    const chunks = [];
    let size = 0;
    for await (const chunk of req) {
        size += chunk.length;
        if (size > limit) {
            return null;
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
