// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { digest, filesBelow } from './files.mjs';
import { Difference } from './rows.mjs';
import { plainSuffix, stems } from './shape.mjs';
import { sameTree } from './values.mjs';

const run = promisify(execFile);
const members = ['format', 'sample_rate', 'full_samples', 'colors', 'bands'];

/** Unpacks an analysis package by zstd and tar and compares each member with its source. Returns the package's size. */
export async function verifyPackage(reply, library, track, folder, place) {
    const archive = path.join(folder, 'package.tar.zst');
    const unpacked = path.join(folder, 'unpacked');
    await rm(unpacked, { recursive: true, force: true });
    await mkdir(unpacked, { recursive: true });
    const { size } = await digest(reply, archive);
    for (const [tool, ...words] of [
        ['zstd', '-t', '-q', archive],
        ['tar', '--zstd', '-xf', archive, '-C', unpacked],
    ]) {
        await run(tool, words).catch((error) => {
            throw new Difference(
                `${place} is not a sound package: ${tool} says ${(error.stderr || error.message).trim()}`,
            );
        });
    }
    const sources = sourcesOf(track);
    const names = [...Object.keys(sources), 'waveform.json'].sort();
    const found = await filesBelow(unpacked);
    if (found.join() !== names.join()) {
        throw new Difference(`${place} holds ${found.join(', ')}, expected ${names.join(', ')}`);
    }
    for (const [name, source] of Object.entries(sources)) {
        const [inside, outside] = await Promise.all([digest(path.join(unpacked, name)), digest(source)]);
        if (inside.sha256 !== outside.sha256) {
            throw new Difference(
                `${place}, ${name}: SHA-256 ${inside.sha256}, '${source}' has ${outside.sha256}`,
            );
        }
    }
    compareWaveform(
        await readFile(path.join(unpacked, 'waveform.json'), 'utf8'),
        await library.waveform(track.id),
        place,
    );
    await rm(archive);
    await rm(unpacked, { recursive: true });
    return size;
}

function sourcesOf(track) {
    const paths = JSON.parse(track.stems);
    return {
        ...(track.artwork && { [`artwork.${plainSuffix(track.artwork)}`]: track.artwork }),
        'logits.bin': track.logits,
        ...Object.fromEntries(stems.map((stem) => [`stems/${stem}.wav`, paths[stem]])),
    };
}

/** docs/waveform-json.md: the members in their order, the row's JSON as it is, what is not JSON as a string. */
function compareWaveform(text, row, place) {
    const content = JSON.parse(text);
    if (Object.keys(content).join() !== members.join() || content.format !== 1 || !text.endsWith('}\n')) {
        throw new Difference(`${place}, waveform.json: not the documented form`);
    }
    for (const name of members.slice(1)) {
        if (!sameTree(content[name], parsed(row[name]))) {
            throw new Difference(`${place}, waveform.json: ${name} is not what the library holds`);
        }
    }
}

function parsed(text) {
    try {
        return text === null ? null : JSON.parse(text);
    } catch {
        return text;
    }
}
