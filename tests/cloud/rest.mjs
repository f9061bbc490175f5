// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { App } from '@supabase/lite';
import { BulkUpsert } from './bulkupsert.mjs';
import { readBody, sendJson } from './http.mjs';
import { bearer } from './jwt.mjs';

/** @supabase/lite puts a table's name into a header as it is. PostgREST's own answer has its UTF-8 bytes, as here. */
globalThis.Response = class extends Response {
    constructor(body, init = {}) {
        const place = init.headers?.['Content-Location'];
        const bytes = place && Buffer.from(place, 'utf8').toString('latin1');
        super(body, bytes ? { ...init, headers: { ...init.headers, 'Content-Location': bytes } } : init);
    }
};

/** Above this many bytes the real PostgREST does not wait for the body of a request whose token it refuses. */
const drainedBody = 8192;

/** /rest/v1 and /auth/v1: @supabase/lite in this process, made stricter where the real services are. */
export class RestAndAuth {
    constructor({ database, tokens, keys, jwtExpiry }) {
        this.database = database;
        this.tokens = tokens;
        this.keys = keys;
        this.upserts = new BulkUpsert(database);
        this.app = new App({
            connection: database.connection,
            auth: {
                enabled: true,
                jwt_secret: keys.jwtSecret,
                jwt_expiry: jwtExpiry,
                publishable_key: keys.publishableKey,
                secret_key: keys.secretKey,
                minimum_password_length: 6,
                enable_refresh_token_rotation: true,
                refresh_token_reuse_interval: 10,
                site_url: 'http://127.0.0.1',
            },
            options: { server: { admin: false, disableStudio: true } },
        });
    }

    async handle(req, res) {
        const isRest = req.url.startsWith('/rest/v1/');
        const { claims, refusal } = isRest ? await this.#claims(req) : {};
        if (refusal) {
            return this.#refuse(req, res, ...refusal);
        }
        const hasBody = req.method !== 'GET' && req.method !== 'HEAD';
        const body = hasBody ? await readBody(req) : undefined;
        const upsert = isRest && req.headers.apikey === this.keys.publishableKey && this.upserts.parse(req);
        if (upsert && (await this.upserts.handle(res, upsert, claims, body))) {
            return;
        }
        const request = new Request(`http://${req.headers.host ?? '127.0.0.1'}${req.url}`, {
            method: req.method,
            headers: headersOf(req),
            body: body?.length ? body : undefined,
        });
        const reply = await this.database.exclusive(() =>
            this.app.fetch(request, { peerAddress: req.socket.remoteAddress ?? null }),
        );
        const content = Buffer.from(await reply.arrayBuffer());
        const headers = Object.fromEntries(reply.headers);
        if (isRest && reply.status >= 400) {
            const code = errorCode(content);
            if (code) {
                headers['proxy-status'] = `PostgREST; error=${code}`;
            }
        }
        if (reply.status !== 204 && req.method !== 'HEAD') {
            headers['content-length'] = content.length;
        }
        res.writeHead(reply.status, headers);
        res.end(req.method === 'HEAD' ? undefined : content);
    }

    /** Who asks, or why the token is refused. The gateway lets a key pass as bearer (supabase-js sends it before sign-in). */
    async #claims(req) {
        const token = bearer(req);
        if (
            !token ||
            token === this.keys.publishableKey ||
            token === this.keys.secretKey ||
            !req.headers.apikey
        ) {
            return { claims: { role: 'anon' } };
        }
        return this.tokens.restClaims(token);
    }

    async reloadSchema() {
        this.upserts.forgetSchema();
        await this.database.connection.clearSchemaCache();
    }

    /** 401 at once; a large body is not awaited and the connection then closed, unannounced. */
    #refuse(req, res, code, message) {
        const large = Number(req.headers['content-length'] ?? 0) > drainedBody;
        if (large) {
            res.once('finish', () => req.socket.destroySoon());
        }
        sendJson(
            res,
            401,
            { code, details: null, hint: null, message },
            { 'proxy-status': `PostgREST; error=${code}` },
        );
    }
}

function headersOf(req) {
    const headers = new Headers();
    for (const [name, value] of Object.entries(req.headers)) {
        headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    return headers;
}

function errorCode(content) {
    try {
        return JSON.parse(content.toString()).code;
    } catch {
        return undefined;
    }
}
