// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { faults } from './rules.mjs';

const chunk = 6 * 1024 * 1024;

/** A fault with numbers drawn by `draw(random)`. */
const entry = (weight, kind, draw = () => ({})) => ({
    weight,
    make: (random) => ({ kind, ...faults[kind], ...draw(random) }),
});

/** Small places are as likely as large ones: the first bytes are where things go wrong. */
const somewhere = (random) => Math.floor(chunk ** random.next());
const pause = (longest) => (random) => ({ seconds: random.between(10, longest) / 1000 });

/** A network that is bad now and then. */
const mild = {
    probability: 0.15,
    list: [
        entry(4, 'delay', pause(300)),
        entry(2, 'reset-before'),
        entry(2, 'throttle', (random) => ({
            up: random.between(2, 20) * 1_000_000,
            down: random.between(2, 20) * 1_000_000,
            latency: random.between(0, 20),
        })),
        entry(2, 'status', (random) => ({ status: random.pick([500, 502, 503, 504]) })),
        entry(1, 'status', () => ({ status: 429, retryAfter: 1 })),
    ],
};

/** Everything that can happen, and often. Nothing that only a person could repair: no 401, no 403, no stall for ever. */
const wild = {
    probability: 0.35,
    list: [
        entry(3, 'delay', pause(500)),
        entry(3, 'reset-before'),
        entry(4, 'reset-in-request', (random) => ({ after: somewhere(random) })),
        entry(4, 'reset-after'),
        entry(2, 'close', (random) => ({ after: somewhere(random) })),
        entry(2, 'stall', (random) => ({
            at: random.pick(['request', 'body', 'answer']),
            after: somewhere(random),
            ...pause(2000)(random),
        })),
        entry(2, 'truncate', (random) => ({ after: random.between(0, 20) })),
        entry(3, 'duplicate'),
        entry(2, 'throttle', (random) => ({
            up: random.between(1, 10) * 1_000_000,
            down: random.between(1, 10) * 1_000_000,
            latency: random.between(0, 50),
        })),
        entry(3, 'status', (random) => ({
            status: random.pick([408, 500, 502, 503, 504]),
            early: random.chance(0.5),
        })),
        entry(1, 'status', (random) => ({ status: 429, retryAfter: random.between(0, 2) })),
        entry(1, 'redirect', (random) => ({ status: random.pick([301, 302, 307]) })),
    ],
};

/** By name: a function that draws the fault of one request, or null. Signing in is only delayed: without it there is no run. */
export const profiles = Object.fromEntries(
    Object.entries({ mild, wild }).map(([name, { probability, list }]) => [
        name,
        (random, method, path) => {
            if (!random.chance(probability)) {
                return null;
            }
            return (path.startsWith('/auth/') ? list[0] : random.weighted(list)).make(random);
        },
    ]),
);
