// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

/** A small generator of our own (mulberry32): the same seed gives the same numbers everywhere and for ever. */
export class Random {
    #state;

    constructor(seed) {
        this.#state = seed >>> 0;
    }

    /** A generator for the `index`-th thing of a name: what happens elsewhere does not shift it. */
    static of(seed, name, index) {
        let hash = 0x811c9dc5; // FNV-1a over the text
        for (const char of `${seed}/${name}/${index}`) {
            hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193);
        }
        const random = new Random(hash);
        random.next();
        return random;
    }

    /** At least 0, below 1. */
    next() {
        this.#state = (this.#state + 0x6d2b79f5) >>> 0;
        let t = this.#state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    }

    chance(probability) {
        return this.next() < probability;
    }

    between(low, high) {
        return low + Math.floor(this.next() * (high - low + 1));
    }

    pick(list) {
        return list[Math.floor(this.next() * list.length)];
    }

    /** One of { weight, ... }, by weight. */
    weighted(list) {
        let left = this.next() * list.reduce((sum, entry) => sum + entry.weight, 0);
        return list.find((entry) => (left -= entry.weight) < 0) ?? list.at(-1);
    }
}
