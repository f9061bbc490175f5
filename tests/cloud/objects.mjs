// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { accessDenied, fromDatabase, invalidMime, noSuchBucket, noSuchKey } from './errors.mjs';

const insert = `insert into storage.objects (bucket_id, name, owner, owner_id, version, metadata, user_metadata)
    values ($1::text, $2::text, $3::text::uuid, $3::text, $4::text, $5::text::jsonb, $6::text::jsonb)`;
const upsert = `${insert} on conflict (bucket_id, name) do update set owner = excluded.owner, owner_id = excluded.owner_id,
    version = excluded.version, metadata = excluded.metadata, user_metadata = excluded.user_metadata, updated_at = now()
    returning id`;
const columns = 'id, bucket_id, name, version, metadata, user_metadata, created_at, updated_at';

/** The rows of storage.objects and storage.buckets. Who may do what is PostgreSQL's answer, by the policies. */
export class Objects {
    constructor(database, store) {
        this.database = database;
        this.store = store;
    }

    /** The bucket's limits, whoever asks. */
    async bucket(id) {
        const [row] = await this.database.query(
            'select file_size_limit, allowed_mime_types from storage.buckets where id = $1::text',
            [id],
        );
        if (!row) {
            throw noSuchBucket();
        }
        return { sizeLimit: Number(row.file_size_limit ?? 0), mimeTypes: row.allowed_mime_types };
    }

    checkMime(bucket, type) {
        const allowed = bucket.mimeTypes;
        const plain = type.split(';')[0].trim().toLowerCase();
        const match = (rule) =>
            rule === plain || (rule.endsWith('/*') && plain.startsWith(rule.slice(0, -1)));
        if (allowed?.length && !allowed.some(match)) {
            throw invalidMime(type);
        }
    }

    /** Throws unless the policies let this user write the object. */
    async canUpload(claims, bucket, name, isUpsert) {
        const [{ code }] = await this.database.query(
            'select storage.try_write($1::text::jsonb, $2::text, $3::text, $4::boolean) as code',
            [JSON.stringify(claims), bucket, name, isUpsert],
        );
        if (code !== '00000') {
            throw fromDatabase({ code });
        }
    }

    /** Points the object at a version whose bytes are on disk; the replaced version's bytes go. Returns the id. */
    async complete(claims, { bucket, name, version }, isUpsert, metadata, userMetadata) {
        const values = [
            bucket,
            name,
            owner(claims),
            version,
            JSON.stringify(metadata),
            userMetadata ? JSON.stringify(userMetadata) : null,
        ];
        try {
            const { id, replaced } = await this.database.asOwner(async (query) => {
                const [old] = await query(
                    'select version from storage.objects where bucket_id = $1::text and name = $2::text for update',
                    [bucket, name],
                );
                const [row] = await query(isUpsert ? upsert : `${insert} returning id`, values);
                return { id: row.id, replaced: old?.version };
            });
            if (replaced && replaced !== version) {
                await this.store.discard(bucket, name, replaced);
            }
            return id;
        } catch (error) {
            await this.store.discard(bucket, name, version);
            throw fromDatabase(error);
        }
    }

    /** The object's row as this user sees it; NoSuchKey when the policies hide it or it is not there. */
    async find(claims, bucket, name) {
        const rows = await this.#asUser(claims, (query) =>
            query(`select ${columns} from storage.objects where bucket_id = $1::text and name = $2::text`, [
                bucket,
                name,
            ]),
        );
        if (rows.length === 0) {
            throw noSuchKey();
        }
        return rows[0];
    }

    /** Deletes what the policies allow of `names`; the deleted rows. */
    async remove(claims, bucket, names) {
        const rows = await this.#asUser(claims, (query) =>
            query(
                `delete from storage.objects where bucket_id = $1::text
                   and name in (select jsonb_array_elements_text($2::text::jsonb)) returning ${columns}`,
                [bucket, JSON.stringify(names)],
            ),
        );
        await Promise.all(rows.map((row) => this.store.discard(bucket, row.name, row.version)));
        return rows;
    }

    async removeOne(claims, bucket, name) {
        await this.find(claims, bucket, name);
        if ((await this.remove(claims, bucket, [name])).length === 0) {
            throw accessDenied('Access denied');
        }
    }

    /** One folder level below `prefix`: objects with their rows, folders as a name with null beside it. */
    async list(claims, bucket, { prefix = '', limit = 100, offset = 0, search = '' }) {
        const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
        const rows = await this.#asUser(claims, (query) =>
            query(
                `select ${columns} from storage.objects where bucket_id = $1::text and starts_with(name, $2::text)
                   order by name collate "C"`,
                [bucket, folder + search],
            ),
        );
        const entries = new Map();
        for (const row of rows) {
            const [first, ...rest] = row.name.slice(folder.length).split('/');
            const entry = rest.length
                ? { id: null, created_at: null, updated_at: null, metadata: null }
                : row;
            if (!entries.has(first)) {
                entries.set(first, {
                    name: first,
                    id: entry.id,
                    updated_at: entry.updated_at,
                    created_at: entry.created_at,
                    last_accessed_at: entry.updated_at,
                    metadata: entry.metadata,
                });
            }
        }
        return [...entries.values()].slice(offset, offset + limit);
    }

    async #asUser(claims, work) {
        try {
            return await this.database.asUser(claims, work);
        } catch (error) {
            throw fromDatabase(error);
        }
    }
}

function owner(claims) {
    return claims.sub ?? null;
}
