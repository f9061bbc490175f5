// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** The ETag of a stored file: the MD5 of its bytes, or (mode "mtime") of its time and size, which costs nothing. */
export async function fileTag(file, mode) {
    const { size, mtimeMs } = await stat(file);
    const hash = createHash('md5');
    if (mode === 'mtime') {
        hash.update(`${mtimeMs}-${size}`);
    } else {
        for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
            hash.update(chunk);
        }
    }
    return { eTag: `"${hash.digest('hex')}"`, size, lastModified: new Date(mtimeMs).toISOString() };
}

/** The `metadata` column of a stored object. */
export async function objectMetadata(file, mode, mimetype, cacheControl) {
    const { eTag, size, lastModified } = await fileTag(file, mode);
    return { eTag, size, mimetype, cacheControl, lastModified, contentLength: size, httpStatusCode: 200 };
}

/** digits -> "max-age=N", anything else "no-cache". */
export function cacheControlOf(value) {
    return /^\d+$/.test(value ?? '') ? `max-age=${value}` : 'no-cache';
}

/** JSON text as an object; undefined when it is none (bad JSON is dropped silently, as the service does). */
export function parseUserMetadata(text) {
    try {
        const value = JSON.parse(text ?? '');
        return value && typeof value === 'object' ? value : undefined;
    } catch {
        return undefined;
    }
}
