// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import http from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const hopByHop = new Set([
    'connection',
    'keep-alive',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
]);

/** Ends an exchange whose fate is sealed; `message` is its outcome in the log. */
export class Ended extends Error {}

/**
 * One request on its way through the proxy: the client's side (`req`, `res`), the server's, and what a fault can do to
 * both. Nothing is held in memory; an early answer of the server reaches the client before its body has been sent.
 */
export class Exchange {
    requestBytes = 0;
    responseBytes = 0;
    status = null;
    upstream = null;
    cut = false; // by a fault: the server's side ends in order

    constructor({ target, origin, req, res, line }) {
        Object.assign(this, { target, origin, req, res, line });
        this.gone = new Promise((resolve, reject) => {
            res.once('close', () =>
                res.writableFinished ? resolve() : reject(new Ended('the client went away')),
            );
        });
        this.gone.catch(() => this.cut || this.upstream?.destroy());
    }

    /** Counts the bytes of the client's body on their way; `gates` are streams between. */
    body(gates) {
        const streams = this.line ? [this.line.up.stream(), ...gates] : gates;
        return streams.reduce(
            (stream, gate) => stream.pipe(gate),
            this.req.pipe(counter((bytes) => (this.requestBytes += bytes))),
        );
    }

    /** Begins the request at the server and pipes `body` into it; resolves to the server's answer. */
    send(body) {
        const headers = Object.fromEntries(
            Object.entries(this.req.headers).filter(([name]) => !hopByHop.has(name)),
        );
        // Said explicitly, so that the server's own wish to close is seen and passed on.
        Object.assign(headers, { host: this.target.host, connection: 'keep-alive' });
        if (this.req.headers['transfer-encoding']) {
            headers['transfer-encoding'] = 'chunked';
        }
        const upstream = http.request(this.target, {
            method: this.req.method,
            path: this.req.url,
            headers,
            agent: false,
        });
        this.upstream = upstream;
        const answer = new Promise((resolve, reject) => {
            upstream.once('response', resolve);
            upstream.on('error', () => reject(new Ended('the server went away')));
        });
        upstream.flushHeaders();
        body.pipe(upstream);
        return Promise.race([answer, this.gone.then(() => answer)]);
    }

    /** Passes the server's answer on. A Location at the server becomes one at the proxy; any other stays as it is. */
    async reply(answer, gates = []) {
        if (this.line?.latency) {
            await this.wait(this.line.latency / 1000);
        }
        this.status = answer.statusCode;
        const headers = [];
        for (let i = 0; i < answer.rawHeaders.length; i += 2) {
            const [name, value] = answer.rawHeaders.slice(i, i + 2);
            const lower = name.toLowerCase();
            if (lower === 'location' && value.startsWith(`${this.target.origin}/`)) {
                headers.push(name, this.origin + value.slice(this.target.origin.length));
            } else if (!hopByHop.has(lower) || (lower === 'connection' && value.toLowerCase() === 'close')) {
                headers.push(name, value);
            }
        }
        this.res.writeHead(answer.statusCode, answer.statusMessage, headers);
        this.res.flushHeaders();
        const streams = this.line ? [...gates, this.line.down.stream()] : gates;
        await pipeline(
            answer,
            ...streams,
            counter((bytes) => (this.responseBytes += bytes)),
            this.res,
        ).catch(() => {
            throw new Ended('the answer was cut off');
        });
    }

    /** Answers in the server's place. */
    answer(status, headers, body) {
        this.status = status;
        this.res.writeHead(status, '', {
            'content-type': 'text/plain',
            'content-length': Buffer.byteLength(body),
            ...headers,
        });
        this.res.end(this.req.method === 'HEAD' ? undefined : body);
    }

    /** Waits, unless the client gives up before; null: until it does. */
    wait(seconds) {
        let timer;
        const time = new Promise((resolve) => {
            timer = seconds === null ? null : setTimeout(resolve, seconds * 1000);
        });
        return Promise.race([time, this.gone]).finally(() => clearTimeout(timer));
    }

    /** RST to the client. The server's side ends in order: what was written to it arrives. */
    reset() {
        this.#leaveServer();
        this.req.socket.resetAndDestroy();
        throw new Ended('reset');
    }

    /** FIN to the client. */
    close() {
        this.#leaveServer();
        this.req.socket.destroySoon();
        throw new Ended('closed');
    }

    #leaveServer() {
        this.cut = true;
        this.req.unpipe();
        this.upstream?.socket?.destroySoon();
    }
}

function counter(add) {
    return new Transform({
        transform(chunk, encoding, done) {
            add(chunk.length);
            done(null, chunk);
        },
    });
}
