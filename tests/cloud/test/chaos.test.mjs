// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Link } from '../chaos/link.mjs';
import { profiles } from '../chaos/profiles.mjs';
import { Random } from '../chaos/random.mjs';
import { checkedRule, faults, requestClass, RuleBook } from '../chaos/rules.mjs';

test('the generator gives the same numbers for the same seed, for ever', () => {
    const random = new Random(7);
    assert.deepEqual([random.between(1, 1000), random.between(1, 1000), random.pick('abc')], [12, 62, 'c']);
    const numbers = (seed, name, index) => {
        const r = Random.of(seed, name, index);
        return [r.next(), r.next()];
    };
    assert.deepEqual(numbers(1, 'a', 1), numbers(1, 'a', 1));
    const all = [
        [1, 'a', 1],
        [2, 'a', 1],
        [1, 'b', 1],
        [1, 'a', 2],
    ].map((of) => numbers(...of)[0]);
    assert.equal(new Set(all).size, all.length);
});

test('the generator is even enough', () => {
    let sum = 0;
    for (let i = 0; i < 10_000; ++i) {
        sum += Random.of(3, 'PATCH storage', i).next();
    }
    assert.ok(Math.abs(sum / 10_000 - 0.5) < 0.02, `mean ${sum / 10_000}`);
});

test('rules: what fits, how often', () => {
    const book = new RuleBook({
        rules: [
            { fault: 'none', path: '^/auth/' },
            { fault: 'reset-after', method: 'PATCH', path: '^/storage/.*resumable/', nth: 2 },
            { fault: 'status', method: 'POST', times: 2, status: 429, retryAfter: 3 },
        ],
    });
    const kinds = (method, path, times) =>
        Array.from({ length: times }, () => book.choose(method, path)?.kind ?? null);
    assert.deepEqual(kinds('PATCH', '/storage/v1/upload/resumable/x?y=1', 4), [
        null,
        'reset-after',
        null,
        null,
    ]);
    assert.deepEqual(kinds('POST', '/auth/v1/token', 2), [null, null]);
    assert.deepEqual(book.choose('POST', '/rest/v1/venues'), {
        kind: 'status',
        status: 429,
        retryAfter: 3,
        body: '',
        early: false,
    });
    assert.deepEqual(kinds('POST', '/rest/v1/tracks', 3), ['status', null, null]);
});

const wrong = [
    [{}, /there is no fault "undefined"/],
    [{ fault: 'explode' }, /there is no fault "explode"/],
    [{ fault: 'delay', after: 3 }, /"after" does not belong to delay/],
    [{ fault: 'delay', seconds: '3' }, /"seconds" of delay wants a number/],
    [{ fault: 'none', nth: 'first' }, /"nth" does not belong/],
    [{ fault: 'none', path: '(' }, /Invalid regular expression/],
];
for (const [rule, message] of wrong) {
    test(`refused rule: ${JSON.stringify(rule)}`, () => assert.throws(() => checkedRule(rule), { message }));
}

test('every fault has a rule that can be given with its own numbers', () => {
    for (const [kind, numbers] of Object.entries(faults)) {
        assert.equal(checkedRule({ fault: kind, ...numbers }).fault.kind, kind);
    }
    assert.equal(checkedRule({ fault: 'stall', seconds: null }).fault.seconds, null);
});

test('one seed, one course: other requests in between do not shift it', () => {
    const course = (seed, noise) => {
        const book = new RuleBook({ seed, profile: profiles.wild });
        return Array.from({ length: 200 }, (_, i) => {
            if (noise && i % 3 === 0) {
                book.choose('POST', '/rest/v1/venues');
            }
            return JSON.stringify(book.choose('PATCH', `/storage/v1/upload/resumable/${i}`));
        });
    };
    assert.deepEqual(course(5, false), course(5, true));
    assert.notDeepEqual(course(5, false), course(6, false));
    assert.equal(requestClass('PATCH', '/storage/v1/upload/resumable/abc?x'), 'PATCH storage/v1/upload');
});

test('profiles: about as often as they say, only known faults, signing in is only delayed', () => {
    const count = (name, path) => {
        const kinds = Array.from(
            { length: 5000 },
            (_, i) => profiles[name](Random.of(1, name, i), 'POST', path)?.kind,
        );
        return { share: kinds.filter(Boolean).length / kinds.length, kinds: new Set(kinds.filter(Boolean)) };
    };
    assert.ok(Math.abs(count('mild', '/rest/v1/x').share - 0.15) < 0.02);
    const wild = count('wild', '/storage/v1/object');
    assert.ok(Math.abs(wild.share - 0.35) < 0.03);
    assert.deepEqual(
        [...wild.kinds].sort(),
        Object.keys(faults)
            .filter((kind) => kind !== 'none')
            .sort(),
    );
    assert.deepEqual([...count('wild', '/auth/v1/token').kinds], ['delay']);
});

test('a link books one after the other and never runs ahead of its rate', () => {
    let now = 0;
    const link = new Link(1000, () => now);
    assert.equal(link.book(500), 500);
    assert.equal(link.book(500), 1000);
    now = 5000;
    assert.equal(link.book(100), 5100);
    assert.equal(new Link(0, () => now).book(1e9), 5000);
});
