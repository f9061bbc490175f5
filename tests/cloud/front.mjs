// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import http from 'node:http';
import { StorageError, invalidRequest } from './errors.mjs';
import { sendJson } from './http.mjs';
import { objectPath } from './objectroutes.mjs';
import { tusPath } from './tus.mjs';

/** A gateway in front of the services refuses longer request lines. */
const longestUrl = 8192;

/** The one origin: sends each request to its service, and verifies the token for storage. */
export function createFront({ rest, tus, objectRoutes, tokens, keys, admin }) {
    async function route(req, res) {
        const path = req.url.split('?')[0];
        if (admin && path.startsWith('/admin/')) {
            return admin.handle(req, res);
        }
        admin?.count(req, res);
        if (req.url.length > longestUrl) {
            res.writeHead(414, { 'content-type': 'text/plain' });
            return res.end('URI too long');
        }
        if (path.startsWith('/rest/v1') || path.startsWith('/auth/v1')) {
            return rest.handle(req, res);
        }
        if (path.startsWith('/storage/v1/')) {
            return storage(req, res, path);
        }
        sendJson(res, 404, { message: 'no Route matched with those values' });
    }

    async function storage(req, res, path) {
        const key = req.headers.apikey;
        if (key !== undefined && key !== keys.publishableKey && key !== keys.secretKey) {
            return sendJson(res, 401, {
                message: 'Invalid API key',
                hint: 'Double check your Supabase `apikey`',
            });
        }
        const isTus = path === tusPath || path.startsWith(`${tusPath}/`);
        const isObject = path.startsWith(`${objectPath}/`);
        if (isTus && req.method === 'OPTIONS') {
            return tus(req, res);
        }
        if ((!isTus && !isObject) || (isTus && req.method === 'GET')) {
            return notFound(req, res);
        }
        if (isObject && req.headers.authorization === undefined) {
            throw invalidRequest("headers must have required property 'authorization'");
        }
        req.claims = await tokens.claims(req);
        if (isTus) {
            return tus(req, res);
        }
        const segments = path
            .slice(objectPath.length + 1)
            .split('/')
            .map(decodeURIComponent);
        if ((await objectRoutes.handle(req, res, segments)) === false) {
            notFound(req, res);
        }
    }

    return http.createServer(
        { keepAliveTimeout: 30_000, requestTimeout: 0, headersTimeout: 60_000 },
        (req, res) => {
            route(req, res).catch((error) => fail(req, res, error));
        },
    );
}

function notFound(req, res) {
    const message = `Route ${req.method}:${req.url} not found`;
    sendJson(res, 404, { statusCode: '404', error: 'Not Found', message });
}

function fail(req, res, error) {
    if (res.headersSent) {
        res.destroy();
        return;
    }
    if (error instanceof StorageError) {
        sendJson(res, error.httpStatus, error.toJson());
        return;
    }
    if (!req.destroyed) {
        process.stderr.write(`${req.method} ${req.url.split('?')[0]}: ${error.stack ?? error}\n`);
    }
    sendJson(res, 500, {
        statusCode: '500',
        code: 'InternalError',
        error: 'Internal',
        message: 'Internal Server Error',
    });
}
