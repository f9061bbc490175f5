// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { spawn } from 'node:child_process';
import { cloudId } from './cloudid.mjs';

/** A library, read by the sqlite3 command line alone. */
export class Library {
    #remoteIds = new Map();

    constructor(file) {
        this.file = file;
    }

    /** The rows of a statement as objects; integers must be cast to text, no double is trusted with them. */
    async *query(sql) {
        const child = spawn(
            'sqlite3',
            ['-batch', '-readonly', '-json', '-cmd', '.timeout 10000', this.file, sql],
            { stdio: ['ignore', 'pipe', 'pipe'] },
        );
        let message = '';
        child.stderr.setEncoding('utf8').on('data', (text) => {
            message += text;
        });
        const ended = new Promise((resolve) => {
            child.once('error', (error) => resolve(error.message));
            child.once('close', (code) =>
                resolve(code === 0 ? '' : message.trim() || `sqlite3 ended with ${code}`),
            );
        });
        // One row a line: "[{...}," then "{...}," and at last "{...}]".
        for await (const line of lines(child.stdout)) {
            const row = line.replace(/^\[/, '').replace(/[,\]]$/, '');
            if (row) {
                yield JSON.parse(row);
            }
        }
        const failure = await ended;
        if (failure) {
            throw new Error(`The library '${this.file}' could not be read: ${failure}`);
        }
    }

    async all(sql) {
        const rows = [];
        for await (const row of this.query(sql)) {
            rows.push(row);
        }
        return rows;
    }

    async open(tables) {
        const [meta] = await this.all("SELECT value FROM lumasync_meta WHERE key = 'library_id'");
        if (!meta) {
            throw new Error(`The library '${this.file}' has no id: it was never synchronised.`);
        }
        this.id = meta.value;
        this.keepsUuids =
            (await this.all("SELECT 1 FROM lumasync_meta WHERE key = 'new_identities'")).length === 0;
        for (const { name, key } of tables) {
            const rows = await this.all(
                `SELECT ${keyLiterals(key)} AS key, remote_id FROM ${name} WHERE remote_id IS NOT NULL`,
            );
            this.#remoteIds.set(name, new Map(rows.map((row) => [row.key, row.remote_id])));
        }
    }

    cloudId(table, key) {
        return cloudId(this.id, table, key, this.#remoteIds.get(table)?.get(key), this.keepsUuids);
    }

    /** Every row: { id, key, dirty, values }; `id` its id in the cloud, `values` by column as { type, text } or null. */
    async *rows({ name, key, columns, references }) {
        const names = [...Object.keys(references), ...Object.keys(columns)];
        const list = names.map(
            (column) => `CASE typeof(${column}) WHEN 'null' THEN NULL WHEN 'text' THEN 'text ' || ${column}
            WHEN 'blob' THEN 'blob ' || hex(${column}) ELSE typeof(${column}) || ' ' || quote(${column}) END AS ${column}`,
        );
        const sql = `SELECT ${keyLiterals(key)} AS row_key, needs_sync AS row_dirty, ${list.join(', ')} FROM ${name}`;
        for await (const row of this.query(sql)) {
            const values = Object.fromEntries(names.map((column) => [column, decoded(row[column])]));
            yield {
                id: this.cloudId(name, row.row_key),
                key: row.row_key,
                dirty: row.row_dirty !== 0,
                values,
            };
        }
    }

    /** Every track with the files that belong to it. */
    tracks() {
        return this
            .all(`SELECT CAST(t.id AS TEXT) AS id, t.track_hash AS hash, t.title, t.file_path AS audio, t.storage_path AS audio_stored,
            t.album_art_path AS artwork, t.album_art_storage_path AS artwork_stored, r.logits_path AS logits, r.logits_storage_path AS logits_stored,
            w.full_samples_json IS NOT NULL AS has_waveform,
            (SELECT json_group_object(stem_name, file_path) FROM track_stems WHERE track_id = t.id) AS stems,
            (SELECT source_sha256 FROM storage_sync_queue WHERE track_id = t.id AND upload_type = 'artwork_thumb'
                AND status = 'completed') AS artwork_sha256
            FROM tracks t LEFT JOIN track_roots r ON r.track_id = t.id LEFT JOIN track_waveforms w ON w.track_id = t.id ORDER BY t.id`);
    }

    async waveform(trackId) {
        const [row] = await this
            .all(`SELECT full_samples_json AS full_samples, colors_json AS colors, bands_json AS bands,
            CAST(sample_rate AS TEXT) AS sample_rate FROM track_waveforms WHERE track_id = ${Number(trackId)}`);
        return row;
    }
}

function keyLiterals(key) {
    return key.map((column) => `quote(${column})`).join(" || ',' || ");
}

function decoded(value) {
    if (value === null) {
        return null;
    }
    const space = value.indexOf(' ');
    return { type: value.slice(0, space), text: value.slice(space + 1) };
}

/** node's readline also ends a line at U+2028; JSON does not. */
async function* lines(stream) {
    let rest = '';
    for await (const text of stream.setEncoding('utf8')) {
        const parts = (rest + text).split('\n');
        rest = parts.pop();
        yield* parts;
    }
    if (rest) {
        yield rest;
    }
}
