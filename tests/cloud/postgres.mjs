// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { execFile, spawn } from 'node:child_process';
import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const installs = '/usr/lib/postgresql';

/** The folder with initdb and pg_ctl of the newest installed PostgreSQL, or null. */
export async function postgresBinaries() {
    const versions = await readdir(installs).catch(() => []);
    for (const version of versions.sort((a, b) => Number(b) - Number(a))) {
        const folder = path.join(installs, version, 'bin');
        if (await stat(path.join(folder, 'initdb')).catch(() => null)) {
            return folder;
        }
    }
    return null;
}

/** Starts (and on the first time creates) a private cluster on a free loopback port. */
export async function startPostgres(directory) {
    const bin = await postgresBinaries();
    if (!bin) {
        throw new Error(
            `PostgreSQL is not installed below ${installs}: install the package "postgresql" or use PGlite`,
        );
    }
    await mkdir(directory, { recursive: true });
    const account = await serverAccount(directory);
    const data = path.join(directory, 'data');
    if (!(await stat(path.join(data, 'PG_VERSION')).catch(() => null))) {
        await run(
            path.join(bin, 'initdb'),
            ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
            { ...account, cwd: directory },
        );
    }
    const port = await freePort();
    const server = spawn(
        'sh',
        [
            '-c',
            guarded,
            'postgres',
            path.join(bin, 'postgres'),
            '-D',
            data,
            '-p',
            String(port),
            '-c',
            'listen_addresses=127.0.0.1',
            '-c',
            'unix_socket_directories=',
            '-c',
            'fsync=off',
            '-c',
            'max_connections=40',
        ],
        { ...account, cwd: directory, stdio: ['pipe', 'ignore', 'pipe'], detached: true },
    );
    const exited = new Promise((resolve) => server.once('exit', resolve));
    await ready(server.stderr);
    return {
        url: `postgres://postgres@127.0.0.1:${port}/postgres`,
        stop: () => {
            server.stdin.end();
            return exited;
        },
    };
}

/** Runs the server and stops it as soon as stdin closes: whatever ends this process, ends PostgreSQL. */
const guarded = `
server=$1
shift
"$server" "$@" </dev/null &
exec 2>/dev/null
cat >/dev/null
kill -INT $!
wait
`;

/** PostgreSQL logs to stderr; it is read on for ever, so that it can go on writing. */
function ready(log) {
    return new Promise((resolve, reject) => {
        let seen = '';
        log.setEncoding('utf8').on('data', (text) => {
            seen = (seen + text).slice(-4096);
            if (seen.includes('ready to accept connections')) {
                resolve();
            }
        });
        log.once('end', () => reject(new Error(`PostgreSQL did not start: ${seen.trim()}`)));
    });
}

/** PostgreSQL refuses to run as root: then it runs as "postgres" (or "nobody"), who must own its folder. */
async function serverAccount(directory) {
    if (process.getuid() !== 0) {
        return {};
    }
    const look = async (name) => {
        const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
        return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    };
    const account = await look('postgres').catch(() => look('nobody'));
    await chown(directory, account.uid, account.gid);
    await chmod(path.dirname(directory), 0o711);
    return account;
}

function freePort() {
    return new Promise((resolve, reject) => {
        const probe = net.createServer().once('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}
