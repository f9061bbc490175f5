// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

/**
 * An error of the storage API. The object routes show it as HTTP 400 with the true status inside the JSON body; the
 * TUS routes send `status_code` and `body` as plain text (the two names are what @tus/server looks for).
 */
export class StorageError extends Error {
    constructor(status, code, error, message) {
        super(message);
        this.status_code = status;
        this.body = message;
        this.code = code;
        this.error = error;
    }

    toJson() {
        return {
            statusCode: String(this.status_code),
            code: this.code,
            error: this.error,
            message: this.message,
        };
    }

    /** The HTTP status of the object routes: 400 for everything that the client caused. */
    get httpStatus() {
        return this.status_code >= 500 || this.status_code === 429 ? this.status_code : 400;
    }
}

export const accessDenied = (message) => new StorageError(403, 'AccessDenied', 'Unauthorized', message);
export const invalidKey = (name) => new StorageError(400, 'InvalidKey', 'InvalidKey', `Invalid key: ${name}`);
export const invalidBucketName = () =>
    new StorageError(400, 'InvalidBucketName', 'Bucket name invalid', 'Bucket name invalid');
export const noSuchBucket = () =>
    new StorageError(404, 'NoSuchBucket', 'Bucket not found', 'Bucket not found');
export const noSuchKey = () => new StorageError(404, 'NoSuchKey', 'not_found', 'Object not found');
export const keyExists = () =>
    new StorageError(409, 'KeyAlreadyExists', 'Duplicate', 'The resource already exists');
export const invalidRequest = (message) => new StorageError(400, 'InvalidRequest', 'Error', message);
export const invalidMime = (type) =>
    new StorageError(415, 'InvalidMimeType', 'invalid_mime_type', `mime type ${type} is not supported`);
export const tooLarge = () =>
    new StorageError(
        413,
        'EntityTooLarge',
        'Payload too large',
        'The object exceeded the maximum allowed size',
    );
export const invalidRange = () =>
    new StorageError(416, 'InvalidRange', 'InvalidRange', 'The requested range is not satisfiable');

/** What PostgreSQL said (SQLSTATE) as the storage API says it. */
export function fromDatabase(error) {
    if (error instanceof StorageError) {
        return error;
    }
    switch (error?.code) {
        case '42501':
            return accessDenied('new row violates row-level security policy');
        case '23505':
            return keyExists();
        case '23503':
            return noSuchBucket();
        default:
            return new StorageError(
                500,
                'DatabaseError',
                'DatabaseError',
                `database error, code: ${error?.code}`,
            );
    }
}
