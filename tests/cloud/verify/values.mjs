// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

/**
 * Is what the cloud answered the value that the library holds? `local` is null or { type, text } as SQLite says it
 * (integer, real, text, blob), `remote` the JSON value of the answer; a whole number comes as text. By value: Z is +00:00.
 */
export function isSame(kind, local, remote) {
    if (local === null || remote === null || remote === undefined) {
        return local === null && remote === null;
    }
    switch (kind) {
        case 'integer':
            return local.type === 'integer' && local.text === String(remote);
        case 'real':
            return (
                (local.type === 'real' || local.type === 'integer') && Number(local.text) === Number(remote)
            );
        case 'time':
            return sameTime(local.text, remote);
        case 'json':
            return sameTree(local.type === 'text' ? JSON.parse(local.text) : Number(local.text), remote);
        default:
            return local.type !== 'blob' && local.text === remote;
    }
}

function sameTime(local, remote) {
    const [a, b] = [microseconds(local), microseconds(String(remote))];
    return a !== null && a === b;
}

/** Microseconds since the epoch; without a zone it is UTC, as SQLite's CURRENT_TIMESTAMP. Null: not a time. */
export function microseconds(text) {
    const match =
        /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.(\d+))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(text);
    if (!match) {
        return null;
    }
    const [, day, minutes = '00:00', seconds = ':00', fraction = '', zone = 'Z'] = match;
    const offset = /^([+-]\d\d):?(\d\d)?$/.exec(zone);
    const ms = Date.parse(`${day}T${minutes}${seconds}${offset ? `${offset[1]}:${offset[2] ?? '00'}` : 'Z'}`);
    return Number.isNaN(ms) ? null : ms * 1000 + Math.round(Number(`0.${fraction || 0}`) * 1e6);
}

/** Deep equality; numbers as doubles, the order of an object's members does not count. */
export function sameTree(a, b) {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
        return a === b;
    }
    if (Array.isArray(a) || Array.isArray(b)) {
        return (
            Array.isArray(a) &&
            Array.isArray(b) &&
            a.length === b.length &&
            a.every((item, i) => sameTree(item, b[i]))
        );
    }
    const names = Object.keys(a);
    return (
        names.length === Object.keys(b).length &&
        names.every((name) => Object.hasOwn(b, name) && sameTree(a[name], b[name]))
    );
}

/** A value for a person, short. */
export function shown(value) {
    const text =
        value === null || value === undefined
            ? 'nothing'
            : typeof value === 'string'
              ? `"${value}"`
              : JSON.stringify(value);
    return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
