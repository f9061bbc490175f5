// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { randomUUID } from 'node:crypto';
import { StorageError, invalidBucketName, invalidKey } from './errors.mjs';

const keyPattern = /^[A-Za-z0-9_/!.*'() &$=@;:+,?-]+$/;
const bucketPattern = /^[A-Za-z0-9_!.*'() &$=@;:+,?-]{1,100}$/;
const versionPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function checkBucketName(bucket) {
    if (!bucketPattern.test(bucket ?? '')) {
        throw invalidBucketName();
    }
}

/** Storage keys are ASCII of a fixed set; the file back end refuses dot segments as well. */
export function checkKey(name) {
    if (!keyPattern.test(name ?? '')) {
        throw invalidKey(name ?? '');
    }
    if (name.split('/').some((part) => part === '.' || part === '..')) {
        throw invalidKey(`stub/${name} contains dot path segment`);
    }
}

/** An upload's id is "bucket/object name/version"; in its URL the same as base64url. */
export function newUploadId(bucket, name) {
    return `${bucket}/${name}/${randomUUID()}`;
}

export function encodeUploadId(id) {
    return Buffer.from(id).toString('base64url');
}

export function decodeUploadId(text) {
    const id = Buffer.from(text, 'base64url').toString();
    parseUploadId(id);
    return id;
}

export function parseUploadId(id) {
    const first = id.indexOf('/');
    const last = id.lastIndexOf('/');
    const parts = {
        bucket: id.slice(0, first),
        name: id.slice(first + 1, last),
        version: id.slice(last + 1),
    };
    if (first <= 0 || last <= first || !versionPattern.test(parts.version)) {
        throw new StorageError(400, 'InvalidUploadId', 'InvalidUploadId', 'Invalid upload id');
    }
    return parts;
}
