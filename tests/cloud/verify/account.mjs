// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { randomUUID } from 'node:crypto';

const pageSize = 500;

/** One user at the project, by REST alone and with nothing but the user's own token. */
export class Account {
    #expires = 0;

    constructor(url, key, email, password) {
        Object.assign(this, { url: url.replace(/\/+$/, ''), key, email, password });
    }

    static async stranger(url, key) {
        const account = new Account(url, key, `${randomUUID()}@example.org`, randomUUID());
        await account.#authenticate('signup');
        return account;
    }

    signIn() {
        return this.#authenticate('token?grant_type=password');
    }

    async #authenticate(route) {
        const reply = await fetch(`${this.url}/auth/v1/${route}`, {
            method: 'POST',
            headers: { apikey: this.key, 'content-type': 'application/json' },
            body: JSON.stringify({ email: this.email, password: this.password }),
        });
        const body = await reply.json().catch(() => ({}));
        if (!reply.ok || !body.access_token) {
            throw new Error(
                `${this.email} could not sign in at ${this.url}: HTTP ${reply.status} ${body.msg ?? body.message ?? ''}`,
            );
        }
        this.token = body.access_token;
        this.uid = body.user.id;
        this.#expires = Date.now() + (body.expires_in ?? 3600) * 500;
    }

    async request(method, path, value, more = {}) {
        if (Date.now() > this.#expires) {
            await this.signIn();
        }
        const headers = { apikey: this.key, authorization: `Bearer ${this.token}`, ...more };
        if (value !== undefined) {
            headers['content-type'] = 'application/json';
        }
        return fetch(`${this.url}${path}`, {
            method,
            headers,
            body: value === undefined ? undefined : JSON.stringify(value),
            redirect: 'error',
        });
    }

    async #answer(reply, what) {
        if (!reply.ok) {
            throw new Error(`${what}: HTTP ${reply.status} ${(await reply.text()).slice(0, 300)}`);
        }
        return reply.text();
    }

    /**
     * All rows of a table that this user sees, page by page in the order of their ids. The columns named as `integers` come as
     * text: no double on the way rounds them.
     */
    async *rows(table, integers = [], limit = pageSize) {
        const exact = integers.map((column) => `,exact_${column}:${column}::text`).join('');
        let after = '';
        for (;;) {
            const path = `/rest/v1/${table}?select=*${exact}&order=id.asc&limit=${limit}${after}`;
            const page = JSON.parse(await this.#answer(await this.request('GET', path), `reading ${table}`));
            for (const row of page) {
                for (const column of integers) {
                    row[column] = row[`exact_${column}`];
                    delete row[`exact_${column}`];
                }
                yield row;
            }
            if (page.length < limit) {
                return;
            }
            after = `&id=gt.${page.at(-1).id}`;
        }
    }

    /** The names of the objects directly below a folder. */
    async list(bucket, prefix) {
        const names = [];
        for (;;) {
            const reply = await this.request('POST', `/storage/v1/object/list/${bucket}`, {
                prefix,
                limit: pageSize,
                offset: names.length,
            });
            const page = JSON.parse(await this.#answer(reply, `listing ${bucket}`));
            names.push(...page.map((entry) => entry.name));
            if (page.length < pageSize) {
                return names;
            }
        }
    }

    /** The answer to a download, whatever it is. */
    download(bucket, name) {
        return this.request(
            'GET',
            `/storage/v1/object/authenticated/${bucket}/${name.split('/').map(encodeURIComponent).join('/')}`,
        );
    }
}
