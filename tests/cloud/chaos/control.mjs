// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { readBody, sendJson } from '../http.mjs';

export const controlPath = '/__chaos';

/**
 * What a test says to a running proxy, never passed on:
 *   POST /__chaos/rules   {"rules": [...]}: replaces the rules and counts from 1 again; [] lets everything pass by the profile
 *   POST /__chaos/calm    no rules and no profile any more
 *   GET  /__chaos/log     [{n, method, path, fault, outcome, status, requestBytes, responseBytes, ms}], oldest first
 *   POST /__chaos/log/reset
 */
export function createControl(book, log) {
    return async (req, res) => {
        switch (`${req.method} ${req.url.slice(controlPath.length)}`) {
            case 'POST /rules':
                try {
                    book.setRules(JSON.parse(await readBody(req)).rules);
                    sendJson(res, 200, {});
                } catch (error) {
                    sendJson(res, 400, { message: error.message });
                }
                return;
            case 'POST /calm':
                book.profile = null;
                book.setRules([]);
                sendJson(res, 200, {});
                return;
            case 'GET /log':
                sendJson(res, 200, log);
                return;
            case 'POST /log/reset':
                log.length = 0;
                sendJson(res, 200, {});
                return;
            default:
                sendJson(res, 404, { message: 'no such route of the chaos proxy' });
        }
    };
}
