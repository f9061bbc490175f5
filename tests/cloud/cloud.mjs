// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { generateApiKey } from '@supabase/lite';
import { Admin } from './admin.mjs';
import { openDatabase } from './database.mjs';
import { defaults } from './defaults.mjs';
import { createFront } from './front.mjs';
import { Tokens } from './jwt.mjs';
import { ObjectRoutes } from './objectroutes.mjs';
import { Objects } from './objects.mjs';
import { RestAndAuth } from './rest.mjs';
import { createTus } from './tus.mjs';
import { UploadStore } from './uploadstore.mjs';

/**
 * Starts a local Supabase on 127.0.0.1. Returns { url, publishableKey, secretKey, data, stop() }; stop() also removes
 * the data folder, unless the caller named it (`data`) or wants it (`keep`).
 */
export async function startCloud(options = {}) {
    const settings = { ...defaults, ...options };
    const own = settings.data === undefined;
    const data = own ? await mkdtemp(path.join(os.tmpdir(), 'lumasync-cloud-')) : path.resolve(settings.data);
    await mkdir(data, { recursive: true });
    const removeData = () => (own && !settings.keep ? rm(data, { recursive: true, force: true }) : undefined);
    let database;
    try {
        const keys = await projectKeys(data);
        database = await openDatabase(settings.database, data);
        await applyMigrations(database, settings.migrations);
        const tokens = new Tokens(keys.jwtSecret);
        const rest = new RestAndAuth({ database, tokens, keys, jwtExpiry: settings.jwtExpiry });

        const store = new UploadStore(data, settings.urlExpiry);
        const objects = new Objects(database, store);
        let url;
        const tus = createTus({
            objects,
            store,
            maxSize: settings.maxSize,
            etag: settings.etag,
            origin: () => url,
        });
        const objectRoutes = new ObjectRoutes({
            objects,
            store,
            maxSize: Math.min(settings.maxObjectSize, settings.maxSize),
            etag: settings.etag,
        });
        const admin = settings.admin ? new Admin({ database, store, rest }) : undefined;
        const front = createFront({ rest, tus, objectRoutes, tokens, keys, admin });
        url = await listen(front, settings.port);

        let stopping;
        const shutDown = async () => {
            front.close();
            front.closeAllConnections();
            await database.close();
            await removeData();
        };
        return {
            url,
            publishableKey: keys.publishableKey,
            secretKey: keys.secretKey,
            data,
            stop: () => (stopping ??= shutDown()),
        };
    } catch (error) {
        await database?.close();
        await removeData();
        throw error;
    }
}

/** A folder of SQL files, in the order of their names, as "supabase db push" has it. */
async function applyMigrations(database, folder) {
    if (folder === undefined) {
        return;
    }
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of names) {
        try {
            await database.script(await readFile(path.join(folder, name), 'utf8'));
        } catch (error) {
            throw new Error(`${name}: ${error.message}`);
        }
    }
}

/** The project's secrets, made once per data folder so that a restart keeps sessions and keys valid. */
async function projectKeys(data) {
    const file = path.join(data, 'keys.json');
    try {
        return JSON.parse(await readFile(file, 'utf8'));
    } catch (error) {
        if (error.code !== 'ENOENT') {
            throw error;
        }
    }
    const keys = {
        jwtSecret: randomBytes(32).toString('hex'),
        publishableKey: (await generateApiKey('publishable')).key,
        secretKey: (await generateApiKey('secret')).key,
    };
    await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
    return keys;
}

function listen(server, port) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
    });
}
