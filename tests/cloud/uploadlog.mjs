// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { tusPath } from './tus.mjs';

/** What came in for each resumable upload, PATCH by PATCH, also when its sender died in the middle. */
export class UploadLog {
    #uploads = new Map();

    /** To be called before any of the body was read. */
    watch(req, res) {
        const path = req.url.split('?')[0];
        if (req.method !== 'PATCH' || !path.startsWith(`${tusPath}/`)) {
            return;
        }
        const entry = { offset: Number(req.headers['upload-offset']), received: 0, status: null };
        const id = path.slice(tusPath.length + 1);
        this.#uploads.set(id, [...(this.#uploads.get(id) ?? []), entry]);
        const push = req.push; // node hands each piece of the body to it; a "data" listener would start the flow
        req.push = (piece, encoding) => {
            entry.received += piece?.length ?? 0;
            return push.call(req, piece, encoding);
        };
        res.once('finish', () => (entry.status = res.statusCode));
    }

    clear() {
        this.#uploads.clear();
    }

    /** By the last part of the upload's URL: [{ offset, received, status }], in order; status null: never answered. */
    toJSON() {
        return Object.fromEntries(this.#uploads);
    }
}
