// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { Readable, Transform } from 'node:stream';
import { Link } from './link.mjs';

const longestDuplicate = 64 * 1024 * 1024; // bytes; a longer body passes once

/** Passes `limit` bytes, then does `action()` once; with `atEnd` also when the stream ends before. */
function gate(limit, action, { atEnd = true } = {}) {
    let left = limit;
    let acted = false;
    const act = (done) => {
        acted = true;
        Promise.resolve()
            .then(action)
            .then(
                () => done(),
                () => {},
            ); // after a cut nothing goes on
    };
    return new Transform({
        transform(chunk, encoding, done) {
            if (acted || chunk.length <= left) {
                left -= acted ? 0 : chunk.length;
                return done(null, chunk);
            }
            this.push(chunk.subarray(0, left));
            const rest = chunk.subarray(left);
            act(() => done(null, rest));
        },
        flush(done) {
            acted || !atEnd ? done() : act(done);
        },
    });
}

/** Runs `work(cut)`; its `cut()` ends the exchange by "reset" or "close" a moment later: what passed before leaves first. */
function cuttable(exchange, how, work) {
    return new Promise((resolve, reject) => {
        const cut = () =>
            new Promise(() => {
                setTimeout(() => {
                    try {
                        exchange[how]();
                    } catch (ended) {
                        reject(ended);
                    }
                }, 5);
            });
        work(cut).then(resolve, reject);
    });
}

/** A cut in the client's body, unless the server is faster with an early refusal. */
const cutBody = (exchange, after, how) =>
    cuttable(exchange, how, async (cut) =>
        exchange.reply(await exchange.send(exchange.body([gate(after, cut)]))),
    );

const pass = async (exchange) => exchange.reply(await exchange.send(exchange.body([])));

/** How each fault of rules.mjs happens to an exchange. Each ends with an answer given or by throwing Ended. */
export const happen = {
    none: pass,
    'reset-before': (exchange) => exchange.reset(),
    'reset-in-request': (exchange, { after }) => cutBody(exchange, after, 'reset'),
    close: (exchange, { after }) => cutBody(exchange, after, 'close'),

    async 'reset-after'(exchange) {
        const answer = await exchange.send(exchange.body([]));
        for await (const chunk of answer) {
            exchange.responseBytes += chunk.length;
        }
        exchange.status = answer.statusCode;
        exchange.reset();
    },

    async delay(exchange, { seconds }) {
        await exchange.wait(seconds);
        await pass(exchange);
    },

    async stall(exchange, { at, after, seconds }) {
        if (at === 'request') {
            await exchange.wait(seconds);
        }
        const gates = at === 'body' ? [gate(after, () => exchange.wait(seconds))] : [];
        const answer = await exchange.send(exchange.body(gates));
        if (at === 'answer') {
            await exchange.wait(seconds);
        }
        await exchange.reply(answer);
    },

    truncate: (exchange, { after }) =>
        cuttable(exchange, 'close', async (cut) => {
            const answer = await exchange.send(exchange.body([]));
            await exchange.reply(answer, [gate(after, cut, { atEnd: false })]);
        }),

    async throttle(exchange, { up, down, latency }) {
        await exchange.wait(latency / 1000);
        const answer = await exchange.send(exchange.body([new Link(up).stream()]));
        await exchange.wait(latency / 1000);
        await exchange.reply(answer, [new Link(down).stream()]);
    },

    async duplicate(exchange) {
        if (Number(exchange.req.headers['content-length'] ?? 0) > longestDuplicate) {
            return pass(exchange);
        }
        const chunks = [];
        for await (const chunk of exchange.body([])) {
            chunks.push(chunk);
        }
        const body = Buffer.concat(chunks);
        const once = () => exchange.send(Readable.from(body.length ? [body] : []));
        for await (const chunk of await once()) {
            void chunk;
        }
        await exchange.reply(await once());
    },

    async status(exchange, { status, retryAfter, body, early }) {
        const headers = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
        if (early) {
            headers.connection = 'close';
        } else {
            await drained(exchange);
        }
        exchange.answer(status, headers, body);
    },

    async redirect(exchange, { status, location }) {
        await drained(exchange);
        exchange.answer(status, { location: location + exchange.req.url }, '');
    },
};

async function drained(exchange) {
    for await (const chunk of exchange.body([])) {
        void chunk;
    }
}
