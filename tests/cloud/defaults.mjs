// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

/** The options of startCloud() and what they are when nobody says otherwise. */
export const defaults = {
    port: 0, // a free one
    data: undefined, // a throw-away folder
    database: 'pglite',
    migrations: undefined, // a folder of *.sql
    jwtExpiry: 3600, // s
    urlExpiry: 24 * 3600, // s; 0: upload URLs live for ever
    maxSize: 50 * 1024 ** 3, // bytes, resumable uploads
    maxObjectSize: 50 * 1024 ** 2, // bytes, plain uploads
    etag: 'md5', // or 'mtime'
    admin: false,
    keep: false,
};
