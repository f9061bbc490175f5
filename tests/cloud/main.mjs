#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { defaults } from './defaults.mjs';

const usage = `Usage: node main.mjs [options]
  --port N          port on 127.0.0.1 (default: a free one)
  --data DIR        keep everything in DIR and go on from what is there (default: a throw-away folder)
  --database KIND   pglite, postgres (a private cluster), auto (postgres where it is installed, else pglite)
                    or postgres://... (default: ${defaults.database})
  --migrations DIR  SQL of your own, *.sql in the order of their names: what "lumasync init" writes
  --jwt-expiry S    life of an access token in seconds (default: ${defaults.jwtExpiry})
  --url-expiry S    life of an upload URL in seconds, 0 for ever (default: ${defaults.urlExpiry})
  --max-size B      largest resumable upload in bytes (default: ${defaults.maxSize})
  --etag MODE       md5 (reads the whole file when an upload completes, as the service does) or mtime
  --keep            do not remove the throw-away folder
  --pid-file F      write the process id to F
  --stdin-guard     stop when stdin closes
  --verbose         log what the database refused, with its values
  --admin           serve /admin (SQL as superuser, request counts): for tests
`;

function options() {
    const text = { type: 'string' };
    const flag = { type: 'boolean', default: false };
    const { values } = parseArgs({
        options: {
            port: text,
            data: text,
            database: text,
            migrations: text,
            'jwt-expiry': text,
            'url-expiry': text,
            'max-size': text,
            etag: text,
            keep: flag,
            'pid-file': text,
            'stdin-guard': flag,
            admin: flag,
            verbose: flag,
            help: flag,
        },
    });
    const number = (name, fallback) => {
        const value = values[name] === undefined ? fallback : Number(values[name]);
        if (!Number.isSafeInteger(value) || value < 0) {
            throw new Error(`--${name} wants a whole number, not "${values[name]}"`);
        }
        return value;
    };
    const etag = values.etag ?? defaults.etag;
    if (etag !== 'md5' && etag !== 'mtime') {
        throw new Error(`--etag wants md5 or mtime, not "${etag}"`);
    }
    return {
        help: values.help,
        verbose: values.verbose,
        pidFile: values['pid-file'],
        stdinGuard: values['stdin-guard'],
        cloud: {
            port: number('port', defaults.port),
            data: values.data,
            database: values.database ?? defaults.database,
            migrations: values.migrations,
            jwtExpiry: number('jwt-expiry', defaults.jwtExpiry),
            urlExpiry: number('url-expiry', defaults.urlExpiry),
            maxSize: number('max-size', defaults.maxSize),
            etag,
            keep: values.keep,
            admin: values.admin,
        },
    };
}

async function main() {
    const { help, verbose, pidFile, stdinGuard, cloud: settings } = options();
    if (help) {
        process.stderr.write(usage);
        return;
    }
    if (!verbose) {
        console.error = () => {}; // the stand-in logs every refused statement, values included
    }
    const starting = import('./cloud.mjs').then(({ startCloud }) => startCloud(settings));
    const stop = async () => {
        await starting.then(
            (cloud) => cloud.stop(),
            () => {},
        );
        if (pidFile) {
            await rm(pidFile, { force: true });
        }
        process.exit(0);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    process.stdout.on('error', stop);
    if (stdinGuard) {
        process.stdin.resume().on('end', stop).on('error', stop);
    }
    if (pidFile) {
        await writeFile(pidFile, `${process.pid}\n`);
    }
    const { url, publishableKey, secretKey, data } = await starting;
    process.stderr.write(`Local cloud at ${url} (${settings.database}), data in ${data}\n`);
    process.stdout.write(`${JSON.stringify({ url, publishableKey, secretKey, data })}\n`);
}

main().catch((error) => {
    process.stderr.write(`cloud: ${error.message}\n`);
    process.exit(1);
});
