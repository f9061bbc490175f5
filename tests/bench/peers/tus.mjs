// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The same upload by tus-js-client, as Supabase's documentation shows it.

import { createReadStream, statSync } from 'node:fs';
import { measured, options, require, signIn } from './peer.mjs';

const { Upload } = require('tus-js-client');
const { token, uid } = await signIn();
await measured(() => new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(options.file), {
        endpoint: `${options.url}/storage/v1/upload/resumable`,
        headers: { authorization: `Bearer ${token}`, apikey: options.key, 'x-upsert': 'true' },
        metadata: { bucketName: 'packages', objectName: `${uid}/${options.object}`, contentType: 'application/octet-stream' },
        uploadDataDuringCreation: true,
        removeFingerprintOnSuccess: true,
        chunkSize: 6 * 1024 * 1024,
        uploadSize: statSync(options.file).size,
        onError: reject,
        onSuccess: resolve,
    });
    upload.start();
}));
