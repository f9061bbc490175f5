// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloudId } from '../verify/cloudid.mjs';
import { stems, tables } from '../verify/shape.mjs';
import { bytes } from './helpers.mjs';

const schema = fileURLToPath(new URL('../../../examples/luma-library/schema.sql', import.meta.url));
export const libraryId = '6f1f6f3e-8f0c-4f57-9d0a-0c6b8f1f9a11';
export const fixtureId = '0b2f9a52-64d7-4a35-9a0e-1f3f7d1c2b3a';
export const remoteVenue = '9e107d9d-372b-4b68-a5c3-0d5f1c9a7e42';
const hash = 'ab12cd34';

/** The smallest JPEG that says its size: 480 x 320, no picture in it. */
export const cover = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc0000b080140' + '01e0' + '01012200ffd9',
    'hex',
);

const everywhere = { version: 3, created_at: '2026-11-22 17:34:01', updated_at: '2026-11-22 17:35:01' };

/** One row or more in each of the thirteen tables, with the values that are easily lost. Paths are below `folder`. */
function rows(folder) {
    const file = (...parts) => path.join(folder, ...parts);
    const samples = '[0.1, 12345678901234567, {"b":1,"a":[true,null,"ü\\n"]}]';
    const content = {
        venues: [
            {
                id: 1,
                name: 'O\'Hara\'s \u2028 "hall"',
                description: 'line 1\nline 2',
                remote_id: remoteVenue,
            },
        ],
        pattern_categories: [{ id: 1, name: 'Wash' }],
        tracks: [
            {
                id: 5,
                track_hash: hash,
                title: 'Łódź',
                track_number: 9007199254740993n,
                duration_seconds: 0.1 + 0.2,
                file_path: file('a.Flac'),
                storage_path: `tracks/UID/${hash}.flac`,
                album_art_path: file('cover.PNG'),
                album_art_mime: 'image/png',
                album_art_storage_path: `artwork/UID/${hash}_thumb.jpg`,
            },
        ],
        fixtures: [{ id: fixtureId, venue_id: 1, universe: 1, pos_x: -0.25, rot_y: 1e-300 }],
        patterns: [
            { id: 1, name: 'one', category_id: 1 },
            { id: 2, name: 'two', forked_from_id: 1, default_implementation_id: 7 },
        ],
        implementations: [{ id: 7, pattern_id: 2, name: null, graph_json: '{"nodes": [], "big": 1e21}' }],
        scores: [{ id: 3, track_id: 5, name: 'Encore', created_at: '2024-02-29 23:59:59.5' }],
        track_beats: [{ track_id: 5, beats_json: '[0.5,1]', downbeats_json: '[]', bpm: 120 }],
        track_roots: [
            {
                track_id: 5,
                sections_json: '"text"',
                logits_path: file('logits.bin'),
                logits_storage_path: `packages/UID/${hash}_analysis.tar.zst`,
            },
        ],
        track_waveforms: [
            {
                track_id: 5,
                preview_samples_json: '[1,2,3]',
                full_samples_json: samples,
                colors_json: null,
                bands_json: 'not json',
                sample_rate: 44100,
            },
        ],
        track_stems: stems.map((stem) => ({ track_id: 5, stem_name: stem, file_path: file(`${stem}.wav`) })),
        track_scores: [
            { id: 4, score_id: 3, pattern_id: 1, start_time: 1.5, z_index: -2, args_json: '{"x":0}' },
        ],
        venue_implementation_overrides: [{ venue_id: 1, pattern_id: 2, implementation_id: 7 }],
    };
    return Object.fromEntries(
        Object.entries(content).map(([name, list]) => [name, list.map((row) => ({ ...everywhere, ...row }))]),
    );
}

/** Makes the library's file and media in a new folder, as it is after a sync by `user`. */
export async function makeLibrary(folder, user) {
    const database = path.join(folder, 'luma.sqlite');
    const content = rows(folder);
    const sql = [
        await readFile(schema, 'utf8'),
        'PRAGMA foreign_keys = OFF;',
        'CREATE TABLE lumasync_meta (key TEXT, value);',
        `INSERT INTO lumasync_meta VALUES ('library_id', '${libraryId}');`,
        'CREATE TABLE storage_sync_queue (upload_type TEXT, track_id INTEGER, status TEXT, source_sha256 TEXT);',
        `INSERT INTO storage_sync_queue VALUES ('artwork_thumb', 5, 'completed', '${createHash('sha256').update(cover).digest('hex')}');`,
    ];
    for (const { name } of tables) {
        sql.push(
            `ALTER TABLE ${name} ADD COLUMN needs_sync BOOLEAN DEFAULT 0;`,
            `ALTER TABLE ${name} ADD COLUMN remote_id TEXT;`,
        );
        for (const row of content[name]) {
            sql.push(
                `INSERT INTO ${name} (${Object.keys(row)}) VALUES (${Object.values(row)
                    .map((value) => literal(value, user))
                    .join(', ')});`,
            );
        }
    }
    execFileSync('sqlite3', ['-batch', '-bail', database], { input: sql.join('\n') });
    for (const [index, name] of [
        'a.Flac',
        'cover.PNG',
        'logits.bin',
        ...stems.map((stem) => `${stem}.wav`),
    ].entries()) {
        await writeFile(path.join(folder, name), bytes(50_000 + index, index + 1));
    }
    return { database, content };
}

function literal(value, user) {
    if (typeof value !== 'string') {
        return value === null ? 'NULL' : String(value);
    }
    return `'${value.replaceAll("'", "''").replace('/UID/', `/${user.id}/`)}'`;
}

/** The analysis package of the library's track, made by tar itself. */
export async function makePackage(folder) {
    const inner = path.join(folder, 'package');
    await mkdir(path.join(inner, 'stems'), { recursive: true });
    const copy = async (from, to) => writeFile(path.join(inner, to), await readFile(path.join(folder, from)));
    await copy('cover.PNG', 'artwork.png');
    await copy('logits.bin', 'logits.bin');
    for (const stem of stems) {
        await copy(`${stem}.wav`, `stems/${stem}.wav`);
    }
    const samples = rows(folder).track_waveforms[0].full_samples_json;
    await writeFile(
        path.join(inner, 'waveform.json'),
        `{"format":1,"sample_rate":44100,"full_samples":${samples},"colors":null,"bands":"not json"}\n`,
    );
    const archive = path.join(folder, 'package.tar.zst');
    execFileSync('tar', [
        '--zstd',
        '-cf',
        archive,
        '-C',
        inner,
        'artwork.png',
        'waveform.json',
        'logits.bin',
        'stems',
    ]);
    return readFile(archive);
}

/** A library's rows as the cloud must get them, by hand from the rules. */
export function cloudRows(content, user) {
    return Object.fromEntries(
        tables.map((table) => [table.name, content[table.name].map((row) => cloudRow(table, row, user))]),
    );
}

function cloudRow({ name, key, references, columns }, row, user) {
    const keyText = (value) => (typeof value === 'string' ? `'${value}'` : String(value));
    const out = {
        id: cloudId(libraryId, name, key.map((column) => keyText(row[column])).join(','), row.remote_id),
        uid: user.id,
    };
    for (const [column, parent] of Object.entries(references)) {
        const remoteId = parent === 'venues' ? remoteVenue : null;
        out[column] = row[column] ? cloudId(libraryId, parent, keyText(row[column]), remoteId) : null;
    }
    const sent = {
        json: (text) => JSON.parse(text),
        time: (text) => `${text}Z`,
        integer: String,
        real: Number,
        text: (text) => text.replace('/UID/', `/${user.id}/`),
    };
    for (const [column, kind] of Object.entries(columns)) {
        out[column] = row[column] === undefined || row[column] === null ? null : sent[kind](row[column]);
    }
    return out;
}
