// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FileStore } from '@tus/file-store';
import { parseUploadId } from './uploadid.mjs';

/** What @tus/file-store remembers of an upload (size, metadata, creation), one small file each, cached in memory. */
class UploadRecords {
    #cache = new Map();

    constructor(directory) {
        this.directory = directory;
        mkdirSync(directory, { recursive: true });
    }

    #path(id) {
        return path.join(this.directory, `${parseUploadId(id).version}.json`);
    }

    async get(id) {
        if (!this.#cache.has(id)) {
            try {
                const stored = JSON.parse(await readFile(this.#path(id), 'utf8'));
                this.#cache.set(id, stored.id === id ? stored : undefined);
            } catch (error) {
                if (error.code !== 'ENOENT') {
                    throw error;
                }
                return undefined;
            }
        }
        return this.#cache.get(id);
    }

    async set(id, record) {
        const { size, metadata, creation_date, offset } = record;
        const stored = { id, size, metadata, creation_date, offset };
        this.#cache.set(id, stored);
        const file = this.#path(id);
        await writeFile(`${file}.new`, JSON.stringify(stored));
        await rename(`${file}.new`, file);
    }

    async delete(id) {
        this.#cache.delete(id);
        await rm(this.#path(id), { force: true });
    }
}

/**
 * Objects on disk: one file per version, named by the version. An upload writes straight into the file that the
 * object row will point at, so that finishing moves no byte.
 */
export class UploadStore extends FileStore {
    constructor(directory, expirySeconds) {
        const objects = path.join(directory, 'objects');
        mkdirSync(objects, { recursive: true });
        super({
            directory: objects,
            configstore: new UploadRecords(path.join(directory, 'uploads')),
            expirationPeriodInMilliseconds: expirySeconds * 1000,
        });
    }

    resolve(id) {
        return this.file(parseUploadId(id).version);
    }

    /** The file of a version, whether it came by TUS or by the object routes. */
    file(version) {
        return path.join(this.directory, version);
    }

    async discard(bucket, name, version) {
        await rm(this.file(version), { force: true });
        await this.configstore.delete(`${bucket}/${name}/${version}`);
    }

    /** Moves an upload's creation so far back that its URL has expired. */
    async expire(id) {
        const record = await this.configstore.get(id);
        if (record) {
            await this.configstore.set(id, { ...record, creation_date: new Date(0).toISOString() });
        }
        return Boolean(record);
    }
}
