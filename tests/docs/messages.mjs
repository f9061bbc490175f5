#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// messages.mjs: each message that docs/troubleshooting.md quotes is one that the sources can say. "…" in the page stands for
// what is put in at run time; what is around it must be in one source file, in this order.

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** The string literals of a C++ file, adjacent ones joined, as one text each; %1 becomes the mark of something put in. */
export function literals(source) {
    const found = [];
    let end = -1;
    for (const match of source.matchAll(/"((?:[^"\\\n]|\\.)*)"(?:_s|_L1)?/g)) {
        const text = match[1].replace(/\\(.)/g, '$1').replace(/%(?:\d|n|L\d)/g, '…');
        if (end >= 0 && /^\s*(?:u|QStringLiteral\()?$/.test(source.slice(end, match.index))) found[found.length - 1] += text;
        else found.push(text);
        end = match.index + match[0].length;
    }
    return found;
}

/** Whether the pieces of a message stand in `texts` in this order; a character literal (u'.') may lie between them. */
export function says(texts, message) {
    const pieces = message.split('…').map((piece) => piece.replace(/^['\s]+|['\s:.]+$/g, '')).filter((piece) => /\w/.test(piece));
    if (pieces.join('').length < 8) return false;
    return texts.some((_, first) => {
        let at = first;
        return pieces.every((piece) => {
            while (at < texts.length && at < first + 16 && !texts[at].includes(piece)) ++at;
            return at < texts.length && at < first + 16;
        });
    });
}

export function quoted(page) {
    return page.split('\n').flatMap((line) => line.match(/^\| `(.+?)` \|/)?.[1] ?? []);
}

function main() {
    const files = ['src/net', 'src/core', 'src/ui', 'src/cli'].flatMap((dir) =>
        readdirSync(`${top}/${dir}`).filter((name) => /\.(cpp|h)$/.test(name)).map((name) => `${top}/${dir}/${name}`));
    const texts = files.map((file) => literals(readFileSync(file, 'utf8')));
    const messages = quoted(readFileSync(`${top}/docs/troubleshooting.md`, 'utf8'));
    if (messages.length < 60) throw new Error(`only ${messages.length} messages found in docs/troubleshooting.md`);
    const unknown = messages.filter((message) => !texts.some((file) => says(file, message)));
    for (const message of unknown) console.error(`docs/troubleshooting.md quotes what nothing in src/ says: ${message}`);
    if (unknown.length) process.exit(1);
    console.log(`   ${messages.length} messages of the troubleshooting page are in the sources`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
