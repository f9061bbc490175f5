// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { readBody, sendJson } from './http.mjs';
import { decodeUploadId } from './uploadid.mjs';
import { UploadLog } from './uploadlog.mjs';

/** What tests and benches need to look behind the API; served only with --admin. */
export class Admin {
    #requests = new Map();
    #uploads = new UploadLog();

    constructor({ database, store, rest }) {
        this.database = database;
        this.store = store;
        this.rest = rest;
    }

    /** Counts every request that is not for /admin; an upload's own URL counts as ".../:id". */
    count(req, res) {
        this.#uploads.watch(req, res);
        const path = req.url.split('?')[0].replace(/(\/upload\/resumable\/).+/, '$1:id');
        const key = `${req.method} ${path}`;
        this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    }

    async handle(req, res) {
        switch (`${req.method} ${req.url}`) {
            case 'POST /admin/sql': {
                const { sql } = JSON.parse(await readBody(req));
                try {
                    const rows = await this.database.script(sql);
                    if (/notify\s+pgrst/i.test(sql)) {
                        await this.rest.reloadSchema();
                    }
                    sendJson(res, 200, rows);
                } catch (error) {
                    sendJson(res, 400, { code: error.code, message: error.message });
                }
                return;
            }
            case 'GET /admin/requests': {
                const total = [...this.#requests.values()].reduce((sum, count) => sum + count, 0);
                sendJson(res, 200, { total, requests: Object.fromEntries(this.#requests) });
                return;
            }
            case 'GET /admin/uploads':
                sendJson(res, 200, this.#uploads);
                return;
            case 'POST /admin/requests/reset':
                this.#requests.clear();
                this.#uploads.clear();
                sendJson(res, 200, {});
                return;
            case 'POST /admin/expire-upload': {
                const { url } = JSON.parse(await readBody(req));
                const known = await this.store.expire(decodeUploadId(url.split('/').at(-1)));
                sendJson(res, known ? 200 : 404, { expired: known });
                return;
            }
            default:
                sendJson(res, 404, { message: 'no such admin route' });
        }
    }
}
