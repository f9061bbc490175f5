// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { execFile, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, stat } from 'node:fs/promises';
import os from 'node:os';
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

/**
 * Starts (and on the first time creates) a private cluster. It listens on a socket that only its own account and root can
 * reach, in a folder of its own because a socket's path must be short.
 */
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
    const sockets = await mkdtemp(path.join(os.tmpdir(), 'lumasync-postgres-'));
    if (account.uid !== undefined) {
        await chown(sockets, account.uid, account.gid);
    }
    const server = spawn(
        'sh',
        [
            '-c',
            guarded,
            'postgres',
            sockets,
            path.join(bin, 'postgres'),
            '-D',
            data,
            '-c',
            'listen_addresses=',
            '-c',
            `unix_socket_directories=${sockets}`,
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
        url: 'postgres://postgres@localhost/postgres',
        socket: path.join(sockets, '.s.PGSQL.5432'),
        stop: () => {
            server.stdin.end();
            return exited;
        },
    };
}

/** Runs the server and stops it as soon as stdin closes: whatever ends this process, ends PostgreSQL. */
const guarded = `
sockets=$1
server=$2
shift 2
"$server" "$@" </dev/null &
exec 2>/dev/null
cat >/dev/null
kill -INT $!
wait
rm -rf -- "$sockets"
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
