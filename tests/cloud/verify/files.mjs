// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file or of an answer's body, in hexadecimal, and its size; `copy`: also write it to this file. */
export async function digest(source, copy) {
    const hash = createHash('sha256');
    let size = 0;
    async function* counted(stream) {
        for await (const chunk of stream) {
            hash.update(chunk);
            size += chunk.length;
            yield chunk;
        }
    }
    const stream =
        typeof source === 'string'
            ? createReadStream(source, { highWaterMark: 1 << 20 })
            : Readable.fromWeb(source.body);
    const drain = async (chunks) => {
        for await (const chunk of chunks) {
            void chunk;
        }
    };
    await pipeline(stream, counted, copy ? createWriteStream(copy) : drain);
    return { sha256: hash.digest('hex'), size };
}

/** All files below a folder, by their path from there. */
export async function filesBelow(folder, prefix = '') {
    const names = [];
    for (const entry of await readdir(path.join(folder, prefix), { withFileTypes: true })) {
        const name = path.join(prefix, entry.name);
        names.push(...(entry.isDirectory() ? await filesBelow(folder, name) : [name]));
    }
    return names.sort();
}

/** { width, height } from a JPEG's frame header (ITU T.81, B.2.2); null: not a JPEG. */
export function jpegSize(bytes) {
    if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) {
        return null;
    }
    let at = 2;
    while (at + 9 <= bytes.length && bytes[at] === 0xff) {
        const marker = bytes[at + 1];
        if (marker === 0xff) {
            // fill byte
            at += 1;
        } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
            return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
        } else {
            at += 2 + bytes.readUInt16BE(at + 2);
        }
    }
    return null;
}
