#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startChaos } from './chaos/proxy.mjs';

const usage = `Usage: node chaos.mjs --target URL [options]
A proxy that does to the traffic what networks do. Prints one line of JSON: {"url", "control", "seed"}.
  --target URL      the origin behind it
  --seed N          the same seed does the same to the same requests (default: a random one)
  --profile NAME    mild or wild; without one only the rules given at the control address count
  --rate B          the line's bytes per second each way, for all traffic together (default: no limit)
  --latency MS      the line's latency each way (default: 0)
  --port N          port on 127.0.0.1 (default: a free one)
  --stdin-guard     stop when stdin closes
Rules: POST CONTROL/rules {"rules": [{"fault": "reset-after", "method": "PATCH", "path": "^/storage", "nth": 2}]};
what happened: GET CONTROL/log. The faults are listed in chaos/rules.mjs.
`;

function number(values, name, fallback) {
    const value = values[name] === undefined ? fallback : Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 0) {
        throw new Error(`--${name} wants a whole number, not "${values[name]}"`);
    }
    return value;
}

async function main() {
    const text = { type: 'string' };
    const flag = { type: 'boolean', default: false };
    const { values } = parseArgs({
        options: {
            target: text,
            seed: text,
            profile: text,
            rate: text,
            latency: text,
            port: text,
            'stdin-guard': flag,
            help: flag,
        },
    });
    if (values.help || !values.target) {
        process.stderr.write(usage);
        process.exitCode = values.help ? 0 : 2;
        return;
    }
    const proxy = await startChaos({
        target: values.target,
        profile: values.profile,
        seed: number(values, 'seed', randomInt(2 ** 31)),
        port: number(values, 'port', 0),
        bytesPerSecond: number(values, 'rate', 0),
        latency: number(values, 'latency', 0),
    });
    const stop = () => proxy.stop().then(() => process.exit(0));
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    process.stdout.on('error', stop);
    if (values['stdin-guard']) {
        process.stdin.resume().on('end', stop).on('error', stop);
    }
    process.stderr.write(`Chaos in front of ${values.target}, seed ${proxy.seed}\n`);
    process.stdout.write(`${JSON.stringify({ url: proxy.url, control: proxy.control, seed: proxy.seed })}\n`);
}

main().catch((error) => {
    process.stderr.write(`chaos: ${error.message}\n`);
    process.exitCode = 1;
});
