#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Account } from './verify/account.mjs';
import { Library } from './verify/library.mjs';
import { verifyObjects } from './verify/objects.mjs';
import { Difference, verifyTable } from './verify/rows.mjs';
import { tables } from './verify/shape.mjs';
import { verifyStranger } from './verify/stranger.mjs';

const usage = `Usage: LUMASYNC_PASSWORD=... node verify.mjs --database FILE --url URL --key KEY --email EMAIL [--rows] [--json]

Compares a Luma library with the cloud from outside, with nothing of LumaSync's code: every row of the thirteen
tables, and every object's bytes (not with --rows). Exit codes: 0 the same, 1 a difference (the first is named), 2 it could not be done.
`;

/**
 * Compares all; throws a Difference at the first that is found. Returns { tables: { name: rows }, rows,
 * buckets: { name: { objects, bytes, left } }, objects, bytes, seconds }.
 */
export async function verify({ database, url, key, email, password, rows: rowsOnly = false }) {
    const started = performance.now();
    const library = new Library(database);
    await library.open(tables);
    const account = new Account(url, key, email, password);
    await account.signIn();
    const figures = { tables: {}, rows: 0, buckets: {}, objects: 0, bytes: 0, seconds: 0 };
    for (const table of tables) {
        figures.tables[table.name] = await verifyTable(library, account, table);
        figures.rows += figures.tables[table.name];
    }
    if (!rowsOnly) {
        figures.buckets = await compareObjects(library, account);
    }
    for (const { objects, bytes } of Object.values(figures.buckets)) {
        figures.objects += objects;
        figures.bytes += bytes;
    }
    await verifyStranger(account, tables);
    figures.seconds = (performance.now() - started) / 1000;
    return figures;
}

async function compareObjects(library, account) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'lumasync-verify-'));
    try {
        return await verifyObjects(library, account, folder);
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

function print(figures) {
    const line = (name, count, rest = '') =>
        process.stdout.write(`  ${name.padEnd(32)}${String(count).padStart(9)}${rest}\n`);
    const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1).padStart(10)} MB`;
    for (const [name, rows] of Object.entries(figures.tables)) {
        line(name, rows);
    }
    line('rows', figures.rows);
    for (const [name, { objects, bytes, left }] of Object.entries(figures.buckets)) {
        line(`bucket ${name}`, objects, megabytes(bytes) + (left ? `, ${left} more of deleted tracks` : ''));
    }
    line('objects', figures.objects, `${megabytes(figures.bytes)}, every SHA-256 compared`);
    process.stdout.write(`  another user sees nothing; ${figures.seconds.toFixed(1)} s\n`);
}

async function main() {
    const text = { type: 'string' };
    const { values } = parseArgs({
        options: {
            database: text,
            url: text,
            key: text,
            email: text,
            rows: { type: 'boolean' },
            json: { type: 'boolean' },
            help: { type: 'boolean' },
        },
    });
    const password = process.env.LUMASYNC_PASSWORD;
    if (values.help || ![values.database, values.url, values.key, values.email, password].every(Boolean)) {
        process.stderr.write(usage);
        return values.help ? 0 : 2;
    }
    const figures = await verify({ ...values, password });
    values.json ? process.stdout.write(`${JSON.stringify(figures)}\n`) : print(figures);
    return 0;
}

if (process.argv[1] === import.meta.filename) {
    main().then(
        (code) => {
            process.exitCode = code;
        },
        (error) => {
            process.stderr.write(
                `verify: ${error.message}${error.cause ? ` (${error.cause.message})` : ''}\n`,
            );
            process.exitCode = error instanceof Difference ? 1 : 2;
        },
    );
}
