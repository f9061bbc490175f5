// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import http from 'node:http';
import { createControl, controlPath } from './control.mjs';
import { Ended, Exchange } from './exchange.mjs';
import { happen } from './faults.mjs';
import { Link } from './link.mjs';
import { profiles } from './profiles.mjs';
import { RuleBook } from './rules.mjs';

const longestLog = 10_000; // entries; the oldest go

/**
 * Starts a proxy on 127.0.0.1 in front of `target` (an http origin). Options: seed, profile ("mild", "wild"), rules (see
 * rules.mjs), port, and a line for all traffic: bytesPerSecond each way, latency in ms each way.
 * Returns { url, control, seed, book, log, stop() }.
 */
export async function startChaos({
    target,
    seed = 1,
    profile,
    rules = [],
    port = 0,
    bytesPerSecond = 0,
    latency = 0,
}) {
    if (profile !== undefined && !Object.hasOwn(profiles, profile)) {
        throw new Error(`there is no profile "${profile}"; there are ${Object.keys(profiles).join(', ')}`);
    }
    const book = new RuleBook({ seed, rules, profile: profiles[profile] });
    const log = [];
    const limited = bytesPerSecond > 0 || latency > 0;
    const line = limited ? { up: new Link(bytesPerSecond), down: new Link(bytesPerSecond), latency } : null;
    const control = createControl(book, log);
    const fresh = new WeakSet();
    let url;
    let count = 0;

    async function pass(req, res) {
        const started = performance.now();
        const fault = book.choose(req.method, req.url);
        const exchange = new Exchange({ target: new URL(target), origin: url, req, res, line });
        const entry = { n: ++count, method: req.method, path: req.url.split('?')[0], fault };
        try {
            if (line) {
                const roundTrip = fresh.delete(req.socket) ? 2 * latency : 0; // the connection's own
                await exchange.wait((roundTrip + latency) / 1000);
            }
            await happen[fault?.kind ?? 'none'](exchange, fault ?? {});
            entry.outcome = 'answered';
        } catch (error) {
            if (!(error instanceof Ended)) {
                process.stderr.write(`chaos: ${entry.method} ${entry.path}: ${error.stack}\n`);
            }
            entry.outcome = error.message;
            exchange.upstream?.socket?.destroySoon();
            req.socket.destroySoon();
        }
        const { status, requestBytes, responseBytes } = exchange;
        log.push({
            ...entry,
            status,
            requestBytes,
            responseBytes,
            ms: Math.round(performance.now() - started),
        });
        log.splice(0, log.length - longestLog);
    }

    const server = http.createServer(
        { keepAliveTimeout: 30_000, requestTimeout: 0, headersTimeout: 60_000 },
        (req, res) => {
            req.url.startsWith(controlPath) ? control(req, res) : pass(req, res);
        },
    );
    server.on('connection', (socket) => fresh.add(socket.on('error', () => {})));
    url = await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
    });
    const stop = () =>
        new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        });
    return { url, control: url + controlPath, seed, book, log, stop };
}
