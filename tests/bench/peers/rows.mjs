// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The same upserts by supabase-js: rows of a JSON file, 500 at a time.

import { readFileSync } from 'node:fs';
import { measured, options, require, signIn } from './peer.mjs';

const { createClient } = require('@supabase/supabase-js');
const { token, uid } = await signIn();
const rows = JSON.parse(readFileSync(options.file, 'utf8')).map((row) => ({ ...row, uid }));
const client = createClient(options.url, options.key, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { headers: { Authorization: `Bearer ${token}` } },
    // Node 20 has no WebSocket of its own, and nothing here uses one.
    realtime: { transport: class {} },
});
await measured(async () => {
    for (let i = 0; i < rows.length; i += 500) {
        const { error } = await client.from('bench_rows').upsert(rows.slice(i, i + 500), { onConflict: 'id' });
        if (error) {
            throw new Error(error.message);
        }
    }
});
