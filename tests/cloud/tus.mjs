// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { Server } from '@tus/server';
import { invalidRequest } from './errors.mjs';
import { cacheControlOf, objectMetadata, parseUserMetadata } from './filehash.mjs';
import { UploadLocker } from './locker.mjs';
import {
    checkBucketName,
    checkKey,
    decodeUploadId,
    encodeUploadId,
    newUploadId,
    parseUploadId,
} from './uploadid.mjs';

export const tusPath = '/storage/v1/upload/resumable';

/**
 * Resumable uploads: @tus/server with the hooks of the real storage service. The front has verified the token and
 * left its claims in `req.claims`; may this user write here is asked of PostgreSQL at each POST, PATCH and DELETE.
 */
export function createTus({ objects, store, maxSize, etag, origin }) {
    const node = (req) => req.runtime.node.req;
    const isUpsert = (req) => req.headers.get('x-upsert') === 'true';

    const server = new Server({
        path: tusPath,
        datastore: store,
        locker: new UploadLocker(),
        disableTerminationForFinishedUploads: true,
        respectForwardedHeaders: false,

        async namingFunction(req, metadata) {
            if (!metadata) {
                throw invalidRequest('Metadata header is required');
            }
            checkKey(metadata.objectName);
            checkBucketName(metadata.bucketName);
            return newUploadId(metadata.bucketName, metadata.objectName);
        },
        generateUrl: (req, { id }) => `${origin()}${tusPath}/${encodeUploadId(id)}`,
        getFileIdFromRequest: (req, last) => (last ? decodeUploadId(last) : undefined),

        async maxSize(req, id) {
            if (!id) {
                return maxSize;
            }
            const { sizeLimit } = await objects.bucket(parseUploadId(id).bucket);
            return sizeLimit > 0 ? Math.min(sizeLimit, maxSize) : maxSize;
        },
        async onIncomingRequest(req, id) {
            const { bucket, name } = parseUploadId(id);
            if (req.method !== 'HEAD') {
                await objects.canUpload(node(req).claims, bucket, name, isUpsert(req));
            }
        },
        async onUploadCreate(req, upload) {
            const type = upload.metadata?.contentType;
            if (type) {
                objects.checkMime(await objects.bucket(parseUploadId(upload.id).bucket), type);
            }
            return {};
        },
        async onUploadFinish(req, upload) {
            const place = parseUploadId(upload.id);
            const { contentType, cacheControl, metadata: custom } = upload.metadata ?? {};
            const metadata = await objectMetadata(
                store.file(place.version),
                etag,
                contentType ?? 'application/octet-stream',
                cacheControlOf(cacheControl),
            );
            await objects.complete(
                node(req).claims,
                place,
                isUpsert(req),
                metadata,
                parseUserMetadata(custom),
            );
            return { headers: { 'Tus-Complete': '1' } };
        },
    });
    return (req, res) => server.handle(req, res);
}
