// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { Transform } from 'node:stream';

const ahead = 20; // ms of data that may be sent early, so that a late timer costs no rate

/** One direction of a line with a rate in bytes per second, shared by all that goes through it; 0: no limit. Times are ms. */
export class Link {
    #free = 0;

    constructor(rate, now = () => performance.now()) {
        Object.assign(this, { rate, now });
    }

    /** Books `bytes` behind all that was booked before; the time at which they have passed. */
    book(bytes) {
        this.#free = Math.max(this.#free, this.now()) + (this.rate > 0 ? (bytes * 1000) / this.rate : 0);
        return this.#free;
    }

    /** A stream that lets bytes through as the line does; it ends when its last byte has passed. */
    stream() {
        const piece = Math.max(1024, Math.floor(this.rate / 50));
        const until = (time) => new Promise((resolve) => setTimeout(resolve, time - this.now()));
        let end = 0;
        const stream = new Transform({
            transform: async (chunk, encoding, done) => {
                for (let at = 0; at < chunk.length && !stream.destroyed; at += piece) {
                    const part = this.rate > 0 ? chunk.subarray(at, at + piece) : chunk.subarray(at);
                    end = this.book(part.length);
                    stream.push(part);
                    if (this.rate === 0) {
                        break;
                    }
                    if (end - this.now() > ahead) {
                        await until(end - ahead);
                    }
                }
                done();
            },
            flush: (done) => {
                until(end).then(() => done());
            },
        });
        return stream;
    }
}
