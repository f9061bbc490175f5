#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { parseArgs } from 'node:util';
import { Account } from './verify/account.mjs';

const usage = `Usage: LUMASYNC_PASSWORD=... node uploadstate.mjs --url URL --key KEY --email EMAIL UPLOAD_URL
Prints what a cloud with --admin knows of a resumable upload: {"offset", "length", "patches": [{"offset", "received", "status"}]}.
`;

async function main() {
    const text = { type: 'string' };
    const { values, positionals } = parseArgs({
        options: { url: text, key: text, email: text },
        allowPositionals: true,
    });
    const password = process.env.LUMASYNC_PASSWORD;
    if (![values.url, values.key, values.email, password, positionals[0]].every(Boolean)) {
        process.stderr.write(usage);
        return 2;
    }
    const account = new Account(values.url, values.key, values.email, password);
    await account.signIn();
    const id = positionals[0].split('/').at(-1);
    const head = await account.request('HEAD', `/storage/v1/upload/resumable/${id}`, undefined, {
        'tus-resumable': '1.0.0',
    });
    if (!head.ok) {
        throw new Error(`the cloud does not know this upload: HTTP ${head.status}`);
    }
    const uploads = await (await account.request('GET', '/admin/uploads')).json();
    const number = (name) => Number(head.headers.get(name));
    const state = {
        offset: number('upload-offset'),
        length: number('upload-length'),
        patches: uploads[id] ?? [],
    };
    process.stdout.write(`${JSON.stringify(state)}\n`);
    return 0;
}

main().then(
    (code) => (process.exitCode = code),
    (error) => {
        process.stderr.write(`uploadstate: ${error.message}\n`);
        process.exitCode = 1;
    },
);
