// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { Random } from './random.mjs';

/** Each fault with the numbers and words that belong to it and what they are when nobody says otherwise. */
export const faults = {
    'reset-before': {}, // the server never sees the request
    'reset-in-request': { after: 0 }, // bytes of the body
    'reset-after': {}, // the server has answered, the client does not learn it
    close: { after: 0 }, // as reset-in-request, but an orderly end of the connection
    stall: { at: 'request', after: 0, seconds: null }, // at: request, body (after bytes of it), answer; seconds null: for ever
    delay: { seconds: 1 }, // before the server sees the request
    truncate: { after: 0 }, // bytes of the answer's body, then an orderly end
    throttle: { up: 0, down: 0, latency: 0 }, // bytes per second, 0: no limit; ms each way
    duplicate: {}, // the server gets the request twice, the client the second answer
    status: { status: 503, retryAfter: null, body: '', early: false }, // early: without reading the request's body
    redirect: { status: 302, location: 'http://127.0.0.1:9' }, // an origin; the path stays
    none: {}, // passes; shields from the rules after it
};

const matchers = { method: 'string', path: 'string', nth: 'number', times: 'number', probability: 'number' };

/**
 * A rule as it is given: { fault, ...its numbers, method, path (regular expression), nth (only the n-th match, from 1),
 * times (at most), probability }. Throws a sentence when it is wrong.
 */
export function checkedRule(given) {
    const kind = given?.fault;
    if (!Object.hasOwn(faults, kind)) {
        throw new Error(`there is no fault "${kind}"; there are ${Object.keys(faults).join(', ')}`);
    }
    const rule = { fault: { kind, ...faults[kind] } };
    for (const [name, value] of Object.entries(given)) {
        if (name === 'fault') {
            continue;
        }
        if (Object.hasOwn(faults[kind], name)) {
            const fallback = faults[kind][name];
            if (value !== null && fallback !== null && typeof value !== typeof fallback) {
                throw new Error(`"${name}" of ${kind} wants a ${typeof fallback}`);
            }
            rule.fault[name] = value;
        } else if (Object.hasOwn(matchers, name) && typeof value === matchers[name]) {
            rule[name] = name === 'path' ? new RegExp(value) : value;
        } else {
            throw new Error(`"${name}" does not belong to ${kind}, or is not of the right type`);
        }
    }
    return rule;
}

/** Requests of one kind share a count: "PATCH storage/v1/upload", "POST rest/v1/venues", ... */
export function requestClass(method, path) {
    return `${method} ${path.split('?')[0].split('/').slice(1, 4).join('/')}`;
}

/**
 * Says what happens to each request: by the first rule that fits, else by the profile. Pure and repeatable: the answer to
 * the k-th request of a kind depends on the seed, the kind and k alone, however the kinds are interleaved.
 */
export class RuleBook {
    #rules = [];
    #counts = new Map();

    constructor({ seed = 1, rules = [], profile = null } = {}) {
        this.seed = seed;
        this.profile = profile;
        this.setRules(rules);
    }

    setRules(rules) {
        const checked = rules.map(checkedRule);
        this.#rules = checked.map((rule) => ({ ...rule, matched: 0, applied: 0 }));
        this.#counts.clear();
    }

    /** The fault for this request, or null. */
    choose(method, path) {
        const plain = path.split('?')[0];
        const kind = requestClass(method, path);
        const index = (this.#counts.get(kind) ?? 0) + 1;
        this.#counts.set(kind, index);
        for (const [position, rule] of this.#rules.entries()) {
            if ((rule.method && rule.method !== method) || (rule.path && !rule.path.test(plain))) {
                continue;
            }
            ++rule.matched;
            const due =
                (rule.nth === undefined || rule.matched === rule.nth) &&
                (rule.times === undefined || rule.applied < rule.times);
            const lucky = () =>
                rule.probability === undefined ||
                Random.of(this.seed, `rule ${position}`, rule.matched).chance(rule.probability);
            if (due && lucky()) {
                ++rule.applied;
                return rule.fault.kind === 'none' ? null : rule.fault;
            }
        }
        return this.profile?.(Random.of(this.seed, kind, index), method, plain) ?? null;
    }
}
