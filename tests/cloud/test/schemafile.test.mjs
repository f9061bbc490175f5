// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';

const root = new URL('../../../', import.meta.url);
const readJson = async (path) => JSON.parse(await readFile(new URL(path, root), 'utf8'));
const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(
    await readJson('docs/lumasync.schema.json'),
);

for (const path of ['examples/luma-library/lumasync.json', 'examples/notes/lumasync.json']) {
    test(`${path} is valid`, async () => {
        assert.ok(validate(await readJson(path)), JSON.stringify(validate.errors, null, 1));
    });
}

const file = { path: 'p', bucket: 'b', object: '{id}.{ext}' };
const withFile = (change) => ({ tables: { t: { files: { f: { ...file, ...change } } } } });
const withMember = (member) => ({
    tables: {
        t: { files: { f: { form: 'package', bucket: 'b', object: '{id}.tar.zst', members: [member] } } },
    },
});

// The same mistakes that the C++ reader refuses (tst_schemadescription).
const mistakes = {
    'no tables': {},
    'no table': { tables: {} },
    newer: { version: 2, tables: { a: {} } },
    'unknown word': { tables: { a: { colums: {} } } },
    'unknown kind': { tables: { a: { columns: { c: { kind: 'date' } } } } },
    'column named id': { tables: { a: { columns: { c: { cloud: 'id' } } } } },
    'no flag': { tables: { a: { columns: { c: { local: 'yes' } } } } },
    'bad name of a file': { tables: { a: { files: { 'My File': file } } } },
    'unknown form': withFile({ form: 'zip' }),
    'bad bucket': withFile({ bucket: 'a/b' }),
    'pattern without a column': withFile({ object: 'file' }),
    'open brace': withFile({ object: '{id' }),
    'no path': withFile({ path: undefined }),
    'members of a file': withFile({ members: [{ name: 'a', path: 'p' }] }),
    'package without members': withFile({ form: 'package', path: undefined }),
    'neither path nor fields': withMember({ name: 'a' }),
    'both path and fields': withMember({ name: 'a', path: 'p', fields: [{ name: 'a', column: 'b' }] }),
    'table without owner': withMember({ name: 'a', path: 'p', table: 't' }),
    'no number': { tables: { a: {} }, buckets: { b: { sizeLimit: -1 } } },
};
for (const [name, document] of Object.entries(mistakes)) {
    test(`refused: ${name}`, () => {
        assert.equal(validate(JSON.parse(JSON.stringify(document))), false);
    });
}

test('good ones pass', () => {
    for (const document of [{ tables: { a: {} } }, withFile({}), withMember({ name: 'a', path: 'p' })]) {
        assert.ok(validate(document), JSON.stringify(validate.errors));
    }
});
