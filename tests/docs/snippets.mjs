#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// snippets.mjs PREFIX WORK: compiles, configures and runs the code blocks of the documentation against the tree installed in
// PREFIX, with the local cloud in place of a project. Blocks of one page share a folder and run in their order.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { startCloud } from '../cloud/cloud.mjs';
import { allBlocks, top } from './blocks.mjs';

const [prefix, work] = process.argv.slice(2);
if (!prefix || !work) throw new Error('usage: snippets.mjs PREFIX WORK');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

const libraries = execFileSync('find', [prefix, '-name', 'LumaSyncNet.pc'], { encoding: 'utf8' }).trim().replace(/\/pkgconfig\/.*/, '');
const environment = {
    ...process.env,
    PKG_CONFIG_PATH: `${libraries}/pkgconfig`,
    LD_LIBRARY_PATH: libraries,
    CMAKE_PREFIX_PATH: prefix,
    LUMASYNC_PASSWORD: 'a password for the documentation',
    QT_QPA_PLATFORM: 'offscreen',
};

function run(command, words, options = {}) {
    const result = spawnSync(command, words, { encoding: 'utf8', timeout: 240_000, env: environment, ...options });
    if (result.status !== 0) throw new Error(`${command} ended with ${result.status}\n${result.stdout}${result.stderr}${result.error ?? ''}`);
    return result.stdout;
}

// --- C++ ----------------------------------------------------------------------------------------------------------------

const flags = run('pkg-config', ['--cflags', 'LumaSyncUi']).trim().split(/\s+/);
const surroundings = readFileSync(new URL('surroundings.h', import.meta.url), 'utf8');

/** A block with includes stands for itself; one without is the inside of a function, in the surroundings of surroundings.h. */
function compile(block, folder, index) {
    const file = `${folder}/block${index}.cpp`;
    const alone = /^#include/m.test(block.code);
    writeFileSync(file, alone ? block.code : `${surroundings}\nvoid snippet(MainWindow *window, LumaSync::SyncEngine *engine)\n{{\n${block.code}}}\n`);
    run('g++', ['-std=c++20', '-fPIC', '-fsyntax-only', '-Wall', '-Wextra', '-Werror', '-Wno-unused', '-Wno-shadow', ...flags, file]);
}

// --- CMake --------------------------------------------------------------------------------------------------------------

/** Configured as a project that has an app and, as a submodule would be, this repository in 3rdparty/lumasync. */
function configure(block, folder, index) {
    const dir = `${folder}/cmake${index}`;
    mkdirSync(`${dir}/3rdparty`, { recursive: true });
    run('ln', ['-sfn', top, `${dir}/3rdparty/lumasync`]);
    writeFileSync(`${dir}/main.cpp`, 'int main() {}\n');
    writeFileSync(`${dir}/CMakeLists.txt`, `cmake_minimum_required(VERSION 3.25)\nproject(app LANGUAGES CXX)\nadd_executable(app main.cpp)\n${block.code}`);
    run('cmake', ['-G', 'Ninja', '-S', dir, '-B', `${dir}/build`, `-DCMAKE_PREFIX_PATH=${prefix}`]);
}

// --- SQL and shell ------------------------------------------------------------------------------------------------------

let cloud;
async function theCloud() {
    cloud ??= await startCloud({ admin: true });
    return cloud;
}

async function apply(block, folder) {
    if (block.directives.database === 'sqlite') {
        run('sqlite3', ['-bail', `${folder}/library.sqlite`], { input: block.code });
        return;
    }
    const { url } = await theCloud();
    const answer = await fetch(`${url}/admin/sql`, { method: 'POST', body: JSON.stringify({ sql: `${block.code};notify pgrst, 'reload schema'` }) });
    if (!answer.ok) throw new Error(`the local cloud does not take it: ${await answer.text()}`);
}

/** The words of the page that stand for the reader's own, replaced by what is here. */
async function shell(block, folder) {
    const { url, publishableKey } = await theCloud();
    const code = block.code
        .replace(/https:\/\/(?:abcdefgh\.supabase\.co|\.\.\.)/g, url)
        .replace(/sb_publishable_\.\.\./g, publishableKey)
        .replace(/you@example\.org/g, `docs-${folder.split('/').pop()}@example.org`.toLowerCase())
        .replace(/\.\/dev\b/g, `${top}/dev`);
    const bin = `${folder}/bin`;
    if (!existsSync(bin)) {
        mkdirSync(bin);
        // A library that was never synced is what "status" is to say at first: its exit code 1 is an answer, not a failure.
        writeFileSync(`${bin}/lumasync`, `#!/bin/sh\n"${prefix}/bin/lumasync" "$@"; code=$?\n[ $code = 1 ] && [ "$1" = status ] && exit 0\nexit $code\n`);
        chmodSync(`${bin}/lumasync`, 0o755);
        writeFileSync(`${folder}/main.cpp`, readFileSync(`${top}/tests/consumer/net.cpp`));
    }
    // Not this thread's event loop: the cloud lives in it.
    const { spawn } = await import('node:child_process');
    await new Promise((resolve, reject) => {
        const child = spawn('bash', ['-eu', '-o', 'pipefail', '-c', code], {
            cwd: folder, env: { ...environment, PATH: `${bin}${delimiter}${environment.PATH}` }, stdio: ['ignore', 'pipe', 'pipe'],
        });
        let said = '';
        child.stdout.on('data', (data) => { said += data; });
        child.stderr.on('data', (data) => { said += data; });
        child.on('close', (status) => (status === 0 ? resolve() : reject(new Error(`bash ended with ${status}\n${said}`))));
    });
}

// --- all of them --------------------------------------------------------------------------------------------------------

const counts = {};
const failures = [];
for (const [index, block] of allBlocks().entries()) {
    const folder = `${work}/${block.place.replace(/:.*/, '').replace(/\W/g, '-')}`;
    mkdirSync(folder, { recursive: true });
    const kind = block.directives['not run'] ? 'not run' : block.language;
    counts[kind] = (counts[kind] ?? 0) + 1;
    try {
        if (kind === 'cpp') compile(block, folder, index);
        if (kind === 'cmake') configure(block, folder, index);
        if (kind === 'sql') await apply(block, folder);
        if (kind === 'sh') await shell(block, folder);
    } catch (error) {
        failures.push(`${block.place}: ${error.message}`);
    }
}
await cloud?.stop();
for (const failure of failures) console.error(failure);
for (const kind of ['cpp', 'cmake', 'sql', 'sh']) if (!counts[kind]) failures.push(console.error(`no block of ${kind} is found any more`));
console.log(`   ${Object.entries(counts).map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
process.exit(failures.length ? 1 : 0);
