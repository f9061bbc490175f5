// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invalidRange, invalidRequest, noSuchKey, tooLarge } from './errors.mjs';
import { objectMetadata, parseUserMetadata } from './filehash.mjs';
import { readBody, sendJson } from './http.mjs';
import { checkBucketName, checkKey } from './uploadid.mjs';

export const objectPath = '/storage/v1/object';

/** The plain object routes: upload, download, info, delete, list. */
export class ObjectRoutes {
    constructor({ objects, store, maxSize, etag }) {
        this.objects = objects;
        this.store = store;
        this.maxSize = maxSize;
        this.etag = etag;
    }

    /** `segments`: the decoded path below /object. Answers false for a route that does not exist. */
    async handle(req, res, segments) {
        const [first, second] = segments;
        const read = req.method === 'GET' || req.method === 'HEAD';
        if (req.method === 'POST' && first === 'list' && segments.length === 2) {
            return this.#list(req, res, second);
        }
        if (read && first === 'info') {
            return this.#info(req, res, ...place(segments.slice(second === 'authenticated' ? 2 : 1)));
        }
        if (read) {
            return this.#download(req, res, ...place(segments.slice(first === 'authenticated' ? 1 : 0)));
        }
        if (req.method === 'DELETE') {
            return segments.length === 1
                ? this.#removeMany(req, res, first)
                : this.#removeOne(req, res, ...place(segments));
        }
        if ((req.method === 'POST' || req.method === 'PUT') && segments.length >= 2) {
            return this.#upload(req, res, ...place(segments));
        }
        return false;
    }

    async #upload(req, res, bucket, name) {
        checkKey(name);
        checkBucketName(bucket);
        const isUpsert = req.method === 'PUT' || req.headers['x-upsert'] === 'true';
        const rules = await this.objects.bucket(bucket);
        await this.objects.canUpload(req.claims, bucket, name, isUpsert);
        const limit = rules.sizeLimit > 0 ? Math.min(rules.sizeLimit, this.maxSize) : this.maxSize;
        if (Number(req.headers['content-length'] ?? 0) > limit) {
            throw tooLarge();
        }
        const part = await content(req, limit);
        this.objects.checkMime(rules, part.type);
        const version = randomUUID();
        const file = this.store.file(version);
        try {
            await pipeline(part.stream, limited(limit), createWriteStream(file));
            const metadata = await objectMetadata(file, this.etag, part.type, part.cacheControl);
            const id = await this.objects.complete(
                req.claims,
                { bucket, name, version },
                isUpsert,
                metadata,
                part.metadata,
            );
            sendJson(res, 200, { Key: `${bucket}/${name}`, Id: id });
        } catch (error) {
            await rm(file, { force: true });
            throw error;
        }
    }

    async #download(req, res, bucket, name) {
        const row = await this.objects.find(req.claims, bucket, name);
        const { size, mimetype, eTag, lastModified, cacheControl } = row.metadata;
        const range = byteRange(req.headers.range, size);
        res.writeHead(range ? 206 : 200, {
            'content-type': mimetype,
            'content-length': range ? range.end - range.start + 1 : size,
            etag: eTag,
            'last-modified': new Date(lastModified).toUTCString(),
            'cache-control': cacheControl,
            'accept-ranges': 'bytes',
            ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
        });
        if (req.method === 'HEAD' || size === 0) {
            res.end();
            return;
        }
        await pipeline(
            createReadStream(this.store.file(row.version), { ...range, highWaterMark: 1 << 18 }),
            res,
        ).catch(() => res.destroy());
    }

    async #info(req, res, bucket, name) {
        const row = await this.objects.find(req.claims, bucket, name);
        const { size, mimetype, eTag, lastModified, cacheControl } = row.metadata;
        sendJson(res, 200, {
            id: row.id,
            name: row.name,
            version: row.version,
            bucket_id: row.bucket_id,
            size,
            content_type: mimetype,
            cache_control: cacheControl,
            etag: eTag,
            metadata: row.user_metadata,
            last_modified: lastModified,
            created_at: row.created_at,
        });
    }

    async #list(req, res, bucket) {
        sendJson(res, 200, await this.objects.list(req.claims, bucket, await jsonBody(req)));
    }

    async #removeMany(req, res, bucket) {
        const { prefixes } = await jsonBody(req);
        if (!Array.isArray(prefixes)) {
            throw invalidRequest("body must have required property 'prefixes'");
        }
        sendJson(res, 200, await this.objects.remove(req.claims, bucket, prefixes));
    }

    async #removeOne(req, res, bucket, name) {
        await this.objects.removeOne(req.claims, bucket, name);
        sendJson(res, 200, { message: 'Successfully deleted' });
    }
}

function place([bucket, ...rest]) {
    if (rest.length === 0) {
        throw noSuchKey();
    }
    return [bucket, rest.join('/')];
}

async function jsonBody(req) {
    try {
        return JSON.parse(await readBody(req, 1 << 20));
    } catch {
        throw invalidRequest('body must be object');
    }
}

/** The one file of an upload request, raw or as multipart/form-data. */
async function content(req, limit) {
    const type = req.headers['content-type'] ?? 'application/octet-stream';
    if (!type.startsWith('multipart/form-data')) {
        const encoded = req.headers['x-metadata'];
        return {
            type,
            stream: req,
            cacheControl: req.headers['cache-control'] ?? 'no-cache',
            metadata: encoded && parseUserMetadata(Buffer.from(encoded, 'base64').toString()),
        };
    }
    const body = await readBody(req, limit + 65536);
    if (body === null) {
        throw tooLarge();
    }
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const file = [...form.values()].find((value) => typeof value !== 'string');
    if (!file) {
        throw invalidRequest('no file provided');
    }
    return {
        type: file.type || 'application/octet-stream',
        stream: Readable.fromWeb(file.stream()),
        cacheControl: form.get('cacheControl') ? `max-age=${form.get('cacheControl')}` : 'no-cache',
        metadata: parseUserMetadata(form.get('metadata') ?? undefined),
    };
}

function limited(limit) {
    let seen = 0;
    return new Transform({
        transform(chunk, encoding, done) {
            seen += chunk.length;
            seen > limit ? done(tooLarge()) : done(null, chunk);
        },
    });
}

/** "bytes=a-b" of a body of `size` bytes; undefined for the whole. */
function byteRange(header, size) {
    const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
    if (!match || (match[1] === '' && match[2] === '')) {
        return undefined;
    }
    const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
    const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
    if (start > end) {
        throw invalidRange();
    }
    return { start, end };
}
