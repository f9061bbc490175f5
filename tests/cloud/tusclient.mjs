// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

/**
 * tus-js-client as Supabase's documentation shows it, for the tests that hand uploads to and fro:
 *   LUMASYNC_TOKEN=... node tusclient.mjs --url URL --key KEY --file F --bucket B --object NAME
 *                      [--upload-url U: goes on with it] [--stop-after BYTES: ends when so many are acknowledged]
 * Prints {"url", "requests": ["POST 201", ...]} when it is done.
 */

import { createReadStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Upload } from 'tus-js-client';

const text = { type: 'string' };
const { values } = parseArgs({
    options: {
        url: text,
        key: text,
        file: text,
        bucket: text,
        object: text,
        'upload-url': text,
        'stop-after': text,
    },
});

const requests = [];
const stopAfter = Number(values['stop-after'] ?? Infinity);
const upload = new Upload(createReadStream(values.file), {
    endpoint: `${values.url}/storage/v1/upload/resumable`,
    uploadUrl: values['upload-url'],
    uploadSize: statSync(values.file).size,
    chunkSize: 6 * 1024 * 1024,
    headers: {
        authorization: `Bearer ${process.env.LUMASYNC_TOKEN}`,
        apikey: values.key,
        'x-upsert': 'true',
    },
    metadata: {
        bucketName: values.bucket,
        objectName: values.object,
        contentType: 'application/zstd',
        cacheControl: '3600',
    },
    onAfterResponse: (req, res) => requests.push(`${req.getMethod()} ${res.getStatus()}`),
    onChunkComplete: (size, accepted) => {
        if (accepted >= stopAfter) {
            upload.abort().then(end);
        }
    },
    onSuccess: end,
    onError: (error) => {
        process.stderr.write(`tusclient: ${error.message}\n`);
        process.exit(1);
    },
});

function end() {
    process.stdout.write(`${JSON.stringify({ url: upload.url, requests })}\n`);
    process.exit(0);
}

upload.start();
