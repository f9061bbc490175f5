// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { createHash } from 'node:crypto';

const canonical = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isCanonicalUuid = (text) => typeof text === 'string' && canonical.test(text);

/** RFC 9562: version 5, SHA-1 over the namespace's bytes and the name in UTF-8. */
export function uuidV5(namespace, name) {
    const bytes = createHash('sha1')
        .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
        .update(name)
        .digest()
        .subarray(0, 16);
    bytes[6] = (bytes[6] & 0x0f) | 0x50;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * The id of a row in the cloud: its own `remoteId`, else a key that is a UUID, else one made from the library, the table
 * and the key. `key`: the key columns as SQL literals joined by commas, for instance `5,'bass'`. A library that another
 * account has adopted does not keep its UUIDs: they name the former account's rows.
 */
export function cloudId(libraryId, table, key, remoteId = null, keepsUuids = true) {
    if (isCanonicalUuid(remoteId)) {
        return remoteId;
    }
    const text = /^'(.*)'$/.exec(key)?.[1];
    return keepsUuids && isCanonicalUuid(text) ? text : uuidV5(libraryId, `${table}/${key}`);
}
