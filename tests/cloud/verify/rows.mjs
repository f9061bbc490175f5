// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { isSame, shown } from './values.mjs';

/** The first thing that is not in the cloud as it is in the library. */
export class Difference extends Error {}

/** Compares one table row by row and column by column; returns the number of rows. Throws a Difference. */
export async function verifyTable(library, account, table) {
    const remote = new Map();
    const integers = Object.keys(table.columns).filter((column) => table.columns[column] === 'integer');
    for await (const row of account.rows(table.name, integers)) {
        remote.set(row.id, row);
    }
    let count = 0;
    for await (const local of library.rows(table)) {
        const row = remote.get(local.id);
        const place = `${table.name} ${local.key}`;
        if (!row) {
            throw new Difference(`${place} is missing in the cloud (id ${local.id})${waiting(local)}`);
        }
        remote.delete(local.id);
        compareRow(library, table, local, row, account.uid, place);
        ++count;
    }
    const [extra] = remote.keys();
    if (extra) {
        throw new Difference(
            `${table.name} has ${remote.size} rows in the cloud that the library has not; the first is ${extra}`,
        );
    }
    return count;
}

function compareRow(library, table, local, row, uid, place) {
    if (row.uid !== uid) {
        throw new Difference(`${place} belongs to ${shown(row.uid)} in the cloud and not to ${uid}`);
    }
    for (const [column, parent] of Object.entries(table.references)) {
        const key = literal(local.values[column]);
        const expected = key === null ? null : library.cloudId(parent, key);
        if ((row[column] ?? null) !== expected) {
            throw new Difference(
                `${place}, ${column}: the cloud has ${shown(row[column])}, expected ${shown(expected)}${waiting(local)}`,
            );
        }
    }
    for (const [column, kind] of Object.entries(table.columns)) {
        if (!isSame(kind, local.values[column], row[column])) {
            const here = shown(local.values[column]?.text);
            throw new Difference(
                `${place}, ${column}: the cloud has ${shown(row[column])}, the library ${here}${waiting(local)}`,
            );
        }
    }
    const known = ['id', 'uid', ...Object.keys(table.references), ...Object.keys(table.columns)];
    const stray = Object.keys(row).find((column) => !known.includes(column));
    if (stray) {
        throw new Difference(
            `${table.name} has the column ${stray} in the cloud, which must stay in the library`,
        );
    }
}

/** A foreign key's value as the SQL literal that its parent's key is known by. */
function literal(value) {
    if (value === null) {
        return null;
    }
    return value.type === 'text' ? `'${value.text.replaceAll("'", "''")}'` : value.text;
}

function waiting(local) {
    return local.dirty ? '; the library still has it to send' : '';
}
