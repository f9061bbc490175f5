// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { spawn } from 'node:child_process';
import { randomFillSync, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = path.join(here, '../../build/release');
export const ours = path.join(built, 'tests/bench/lumasync-bench');
export const lumaLibrary = path.join(built, 'examples/luma-library/luma-library');
export const password = `bench-${randomUUID()}`;

/** Runs a program; gives its output. */
export async function output(program, args, input = '') {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, LUMASYNC_PASSWORD: password } });
    child.stdin.end(input);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece) => { text += piece; });
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) {
        throw new Error(`${path.basename(program)} ${args[0]} ended with ${code}`);
    }
    return text;
}

/** Runs a program; gives the JSON object of its last line of output. */
const run = async (program, args) => JSON.parse((await output(program, args)).trim().split('\n').at(-1));

/** Runs a shell line as a user would ("$0", "$1"...: the words); wall and CPU time of all its processes, and its last line of output. */
export async function timed(line, ...words) {
    const timing = 'TIMEFORMAT="%R %U %S"; exec 3>&2; { time { ' + line + '; } 2>&3; } 2>&1';
    const lines = (await output('bash', ['-o', 'pipefail', '-c', timing, ...words])).trim().split('\n');
    const [seconds, user, system] = lines.pop().split(' ').map(Number);
    return { seconds, cpu: user + system, last: lines.pop() };
}

/** Runs SQL in a database file by the sqlite3 program. */
export const sqlite = (file, sql) => output('sqlite3', [file], sql);

export const runOurs = (bench, options) => run(ours, [bench, ...flags(options)]);
export const runPeer = (name, options) => run(process.execPath, [path.join(here, 'peers', `${name}.mjs`), ...flags(options)]);

function flags(options) {
    return Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
}

/** A server of tests/cloud as a process of its own: what its first line says, and stop(). */
async function startServer(program, ...args) {
    const child = spawn(process.execPath, [path.join(here, '../cloud', program), '--stdin-guard', ...args],
        { stdio: ['pipe', 'pipe', 'ignore'] });
    let line = '';
    child.stdout.setEncoding('utf8');
    for await (const text of child.stdout) {
        line += text;
        if (line.includes('\n')) {
            break;
        }
    }
    if (!line) {
        throw new Error(`tests/cloud/${program} did not start`);
    }
    return { ...JSON.parse(line), stop: () => new Promise((resolve) => { child.once('close', resolve); child.stdin.end(); }) };
}

/** A line of so many bytes per second and ms of latency, each way, in front of `target`: { url, stop() }. */
export const startLine = (target, rate, latency) =>
    startServer('chaos.mjs', '--target', target, '--rate', String(rate), '--latency', String(latency));

/** The local cloud with one user: { user: { url, key, email }, sql(), requests(), resetRequests(), stop() }. */
export async function startCloud(...args) {
    const { url, publishableKey: key, stop } = await startServer('main.mjs', '--admin', ...args);
    const email = `${randomUUID()}@example.org`;
    const headers = { apikey: key, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/auth/v1/signup`, { method: 'POST', headers, body: JSON.stringify({ email, password }) });
    if (!answer.ok) {
        throw new Error(`the local cloud refused the sign-up: ${answer.status}`);
    }
    const admin = async (method, where, body) => (await fetch(`${url}/admin/${where}`, { method, body: body && JSON.stringify(body) })).json();
    return {
        user: { url, key, email },
        sql: (sql) => admin('POST', 'sql', { sql }),
        requests: () => admin('GET', 'requests'),
        resetRequests: () => admin('POST', 'requests/reset'),
        stop,
    };
}

/** A throw-away folder for the time of `work`. */
export async function withFolder(work) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'lumasync-bench-'));
    const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.once(signal, () => { remove(); process.exit(130); }); // the servers stop when their stdin closes
    }
    try {
        return await work(folder);
    } finally {
        remove();
    }
}

export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs both sides `count` times, turn and turn about; the first pair warms the caches and is not counted. [{ ours, peer }] */
export async function pairs(count, run) {
    const results = [];
    for (let i = 0; i <= count; ++i) {
        const pair = {};
        for (const who of i % 2 === 0 ? ['peer', 'ours'] : ['ours', 'peer']) {
            pair[who] = await run(who, i);
        }
        results.push(pair);
    }
    return results.slice(1);
}

/** A file of random bytes. */
export async function writeRandom(file, bytes) {
    const handle = await open(file, 'w');
    const block = Buffer.alloc(1024 * 1024);
    for (let left = bytes; left > 0; left -= block.length) {
        await handle.write(randomFillSync(block), 0, Math.min(left, block.length));
    }
    await handle.close();
}

/** Medians of ours / peer, run by run: both of a pair met the same machine. */
export const ratio = (results, key) => median(results.map(({ ours: a, peer: b }) => a[key] / b[key]));

const rounded = (value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value);

/** Prints a table: a row a line, the first of them the head. */
export function table(rows) {
    const text = rows.map((row) => row.map((cell) => String(rounded(cell))));
    const widths = text[0].map((_, i) => Math.max(...text.map((row) => row[i].length)));
    for (const row of text) {
        console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('   '));
    }
}

/** The last line of `--json`. */
export function finish(bench, ratios, figures) {
    const round = (object) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, rounded(value)]));
    if (process.argv.includes('--json')) {
        console.log(JSON.stringify({ bench, ratios: round(ratios), figures: round(figures) }));
    }
}

export function option(name, fallback) {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : process.argv[at + 1];
}
