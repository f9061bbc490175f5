// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import path from 'node:path';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { CompiledQuery } from 'kysely';
import { postgresBinaries, startPostgres } from './postgres.mjs';
import { ensureSchema, schemaVersion } from './schema.mjs';
import { copyTemplate, exists } from './template.mjs';

/** PostgREST writes timestamptz as ISO 8601; the drivers give PostgreSQL's own text. */
const isoTime = (text) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
/** PostgREST writes all digits; those that JavaScript would lose are quoted, which a client that minds them can read. */
const exactInteger = (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text);
const asItIs = (text) => text;
const asText = (value) => (typeof value === 'number' || typeof value === 'bigint' ? String(value) : value);

/** How PostgreSQL's texts become what REST writes, by type. */
const parsers = { 17: asItIs /* bytea */, 20: exactInteger /* int8 */, 1184: isoTime /* timestamptz */ };

/**
 * The one database behind REST, auth and storage. PGlite has a single session without a queue, so there
 * whoever uses it must hold it alone (`exclusive`), a whole REST request included; PostgreSQL has a pool.
 */
export class Database {
    #last = Promise.resolve();

    constructor(connection, { single, cluster }) {
        this.connection = connection;
        // The stand-in would grant everything to everybody as soon as it sees a table with row-level security.
        connection.rlsState = 'active';
        this.cluster = cluster;
        this.exclusive = single ? (work) => this.#queue(work) : (work) => work();
    }

    #queue(work) {
        const result = this.#last.then(work);
        this.#last = result.catch(() => {});
        return result;
    }

    #transaction(work) {
        return this.exclusive(() =>
            this.connection.kysely
                .transaction()
                .execute((trx) =>
                    work(
                        async (text, values = []) =>
                            (await trx.executeQuery(CompiledQuery.raw(text, values))).rows,
                    ),
                ),
        );
    }

    /** Runs `work(query)` in a transaction of the owner: no row-level security. */
    asOwner(work) {
        return this.#transaction(work);
    }

    /** Runs `work(query)` in a transaction as the user whose verified token carries `claims`. */
    asUser(claims, work) {
        return this.#transaction(async (query) => {
            await query(
                `select set_config('request.jwt.claims', $1::text, true), set_config('request.jwt.claim.sub', $2::text, true),
                        set_config('request.jwt.claim.role', $3::text, true), set_config('role', $3::text, true)`,
                [JSON.stringify(claims), String(claims.sub ?? ''), String(claims.role ?? 'anon')],
            );
            return work(query);
        });
    }

    /** One statement as owner, outside a transaction. */
    query(text, values = []) {
        return this.exclusive(
            async () => (await this.connection.kysely.executeQuery(CompiledQuery.raw(text, values))).rows,
        );
    }

    /** Any SQL as superuser, several statements at once too; the rows of the last one. Rolls back what it leaves open. */
    async script(text) {
        return this.exclusive(async () => {
            const { driver } = this.connection;
            if (!driver.unsafe) {
                try {
                    return (await driver.exec(text)).at(-1)?.rows ?? [];
                } finally {
                    await driver.exec('rollback');
                }
            }
            const session = await driver.reserve();
            try {
                const result = await session.unsafe(text).simple();
                return [...(Array.isArray(result[0]) ? result.at(-1) : result)];
            } finally {
                await session.unsafe('rollback').simple();
                session.release();
            }
        });
    }

    async close() {
        await this.connection.close();
        await this.cluster?.stop();
    }
}

/**
 * `kind`: "pglite", "postgres" (a private cluster below `directory`), "auto" (PostgreSQL where it is installed, else PGlite)
 * or a postgres:// URL. Its schema is up to date.
 */
export async function openDatabase(kind, directory) {
    if (kind === 'auto') {
        kind = (await postgresBinaries()) ? 'postgres' : 'pglite';
    }
    if (kind.includes('://')) {
        return upToDate(openPool(kind), path.join(directory, 'schema'));
    }
    const openKind = kinds[kind];
    if (!openKind) {
        throw new Error(`there is no database "${kind}": name pglite, postgres, auto or postgres://...`);
    }
    const open = async (folder) =>
        upToDate(await openKind(path.join(folder, kind)), path.join(folder, 'schema'));
    if (!(await exists(path.join(directory, kind)))) {
        const release = kind === 'postgres' ? path.basename(path.dirname((await postgresBinaries()) ?? '')) : '';
        const name = `${kind}${release}-${await schemaVersion()}`;
        await copyTemplate(name, directory, async (draft) => (await open(draft)).close());
    }
    return open(directory);
}

/** What lies in a folder of its own, named like the kind. */
const kinds = { pglite: openSingle, postgres: openCluster };

async function upToDate(database, marker) {
    try {
        await ensureSchema(database, marker);
        return database;
    } catch (error) {
        await database.close();
        throw error;
    }
}

async function openSingle(directory) {
    const { openPglite } = await import('./pglite.mjs');
    return new Database(await openPglite(directory, parsers), { single: true });
}

async function openCluster(directory) {
    const cluster = await startPostgres(directory);
    return openPool(cluster.url, cluster);
}

function openPool(url, cluster) {
    const types = Object.fromEntries(
        Object.entries(parsers).map(([type, parse]) => [
            `type${type}`,
            { to: Number(type), from: [Number(type)], serialize: asText, parse },
        ]),
    );
    const connection = createPostgresConnection({
        url,
        postgresOptions: { types, onnotice: () => {}, ...(cluster && { path: cluster.socket }) },
    });
    return new Database(connection, { single: false, cluster });
}
