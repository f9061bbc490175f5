// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { isUtf8 } from 'node:buffer';
import { sendJson } from './http.mjs';

/**
 * The one REST request that matters most here, a bulk upsert, with the statement that PostgREST itself builds: the
 * body goes to PostgreSQL as one JSON parameter. @supabase/lite takes the values apart in JavaScript, which rounds
 * integers above 2^53 and fills missing keys with defaults, and asks once per row whether it is new.
 */
export class BulkUpsert {
    #tables = new Map();

    constructor(database) {
        this.database = database;
    }

    /** As PostgREST's schema cache: what it knows holds until a reload is asked for. */
    forgetSchema() {
        this.#tables.clear();
    }

    /** The request's parts when it is such an upsert, else null. */
    parse(req) {
        const url = new URL(req.url, 'http://local');
        const table = /^\/rest\/v1\/([a-z_][a-z0-9_]*)$/.exec(url.pathname)?.[1];
        const [conflict, columns] = [url.searchParams.get('on_conflict'), url.searchParams.get('columns')];
        const prefer = (req.headers.prefer ?? '').split(',').map((word) => word.trim());
        const fits =
            req.method === 'POST' &&
            table &&
            conflict &&
            columns &&
            [...url.searchParams].length === 2 &&
            prefer.includes('resolution=merge-duplicates') &&
            !prefer.includes('return=representation') &&
            (req.headers['content-type'] ?? '').startsWith('application/json');
        return fits ? { table, conflict: names(conflict), columns: names(columns), prefer } : null;
    }

    /** Answers the request; false when the table is not known here. */
    async handle(res, { table, conflict, columns, prefer }, claims, body) {
        const known = await this.#table(table);
        if (!known) {
            return false;
        }
        const unknown = columns.find((name) => !known.has(name));
        if (unknown !== undefined) {
            const message = `Could not find the '${unknown}' column of '${table}' in the schema cache`;
            fail(res, 400, { code: 'PGRST204', message });
            return true;
        }
        if (!isUtf8(body) || body.includes(0)) {
            fail(res, 400, { code: '22021', message: 'invalid byte sequence for encoding "UTF8"' });
            return true;
        }
        const withDefaults = prefer.includes('missing=default');
        try {
            const [{ inserted }] = await this.database.asUser(claims, (query) =>
                query(statement(table, conflict, columns, known, withDefaults), [body.toString()]),
            );
            const applied = ['resolution=merge-duplicates', 'missing=default', 'return=minimal'];
            res.writeHead(inserted > 0 ? 201 : 200, {
                'content-length': 0,
                'content-range': '*/*',
                'preference-applied': applied.filter((word) => prefer.includes(word)).join(', '),
            });
            res.end();
        } catch (error) {
            if (typeof error.code !== 'string') {
                throw error;
            }
            fail(res, httpStatus(error.code, claims.role), error);
        }
        return true;
    }

    async #table(table) {
        if (!this.#tables.has(table)) {
            const rows = await this.database.query(
                `select attname as name, format_type(atttypid, atttypmod) as type, pg_get_expr(adbin, adrelid) as fallback
                 from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
                 where attrelid = to_regclass(format('public.%I', $1::text)) and attnum > 0 and not attisdropped`,
                [table],
            );
            this.#tables.set(table, rows.length ? new Map(rows.map((row) => [row.name, row])) : null);
        }
        return this.#tables.get(table);
    }
}

/** One row comes back: how many rows are new. */
function statement(table, conflict, columns, known, withDefaults) {
    const list = columns.map(quoted).join(', ');
    const record = columns.map((name) => `${quoted(name)} ${known.get(name).type}`).join(', ');
    const updates = columns.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ');
    const defaults = columns
        .filter((name) => known.get(name).fallback)
        .map((name) => `'${name}', ${known.get(name).fallback}`)
        .join(', ');
    const kind = 'json_typeof(payload.body)';
    const rows = `case ${kind} when 'array' then payload.body when 'object' then json_build_array(payload.body) else '[]' end`;
    const source = withDefaults
        ? `(select jsonb_agg(jsonb_build_object(${defaults}) || item) from jsonb_array_elements((${rows})::jsonb) as item)`
        : rows;
    return `with payload as (select $1::text::json as body), written as (
            insert into public.${quoted(table)} (${list})
            select ${columns.map((name) => `_.${quoted(name)}`).join(', ')} from payload, ${withDefaults ? 'jsonb' : 'json'}_to_recordset(${source}) as _ (${record})
            on conflict (${conflict.map(quoted).join(', ')}) do update set ${updates}
            returning (xmax = 0) as is_new)
        select count(*) filter (where is_new)::int as inserted from written`;
}

function names(text) {
    return text.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
}

function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}

function fail(res, status, { code, message, detail = null, hint = null }) {
    sendJson(
        res,
        status,
        { code, details: detail ?? null, hint: hint ?? null, message },
        { 'proxy-status': `PostgREST; error=${code}` },
    );
}

const byCode = new Map([
    ['42P01', 404],
    ['42883', 404],
    ['25006', 405],
    ['23503', 409],
    ['23505', 409],
    ['21000', 500],
    ['57P01', 503],
    ['P0001', 400],
]);
const byClass = new Map([
    ['08', 503],
    ['40', 500],
    ['53', 503],
    ['54', 500],
    ['55', 500],
    ['57', 500],
    ['58', 500],
    ['XX', 500],
]);

/** PostgREST's table of SQLSTATE and HTTP status. */
function httpStatus(code, role = 'anon') {
    if (code === '42501') {
        return role === 'anon' ? 401 : 403;
    }
    return byCode.get(code) ?? byClass.get(code.slice(0, 2)) ?? Number(/^PT(\d{3})$/.exec(code)?.[1] ?? 400);
}
