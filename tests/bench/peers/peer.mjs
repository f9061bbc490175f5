// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

/** The peers' packages live with the local cloud. */
export const require = createRequire(new URL('../../cloud/package.json', import.meta.url));

const names = ['url', 'key', 'email', 'file', 'object', 'rows', 'mode'];
export const options = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) }).values;

export async function signIn() {
    const answer = await fetch(`${options.url}/auth/v1/token?grant_type=password`, {
        method: 'POST',
        headers: { apikey: options.key, 'content-type': 'application/json' },
        body: JSON.stringify({ email: options.email, password: process.env.LUMASYNC_PASSWORD }),
    });
    const { access_token: token, user } = await answer.json();
    return { token, uid: user.id };
}

/** Wall time, CPU time of this process and growth of its peak memory, as our side measures them. */
export async function measured(work) {
    const rss = process.memoryUsage().rss;
    const cpu = process.cpuUsage();
    const started = performance.now();
    await work();
    const used = process.cpuUsage(cpu);
    console.log(JSON.stringify({
        seconds: (performance.now() - started) / 1000,
        cpu: (used.user + used.system) / 1e6,
        rss_growth_mib: (process.resourceUsage().maxRSS * 1024 - rss) / 1024 / 1024,
    }));
}
