#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// headers.mjs HEADER...: what embedders include (the words are all installed headers) includes no other header of ours and
// names no class that is none of theirs; a widget or controller keeps what it has behind `class Private`.

import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const headers = process.argv.slice(2);
const texts = new Map(headers.map((header) => [header, readFileSync(header, 'utf8').replace(/\/\/.*$/gm, '')]));
const defined = new Set([...texts.values()].flatMap((text) => [...text.matchAll(/^(?:class|struct) (?:LUMASYNC_\w+ )?(\w+)[^;{]*\{/gm)].map((match) => match[1])));
const wrong = [];
for (const [header, text] of texts) {
    for (const [, path] of text.matchAll(/^#include "(.+)"/gm)) {
        if (!texts.has(normalize(join(dirname(header), path)))) wrong.push(`${header}: ${path} is not installed`);
    }
    for (const [, path] of text.matchAll(/^#include <LumaSync\/(.+)>/gm)) {
        if (!/^\w+\/export\.h$/.test(path)) wrong.push(`${header}: <LumaSync/${path}>; take the relative path`);
    }
    for (const [, name] of text.matchAll(/^(?:class|struct) (\w+);/gm)) {
        if (!defined.has(name)) wrong.push(`${header}: ${name} is a class of ours that is not installed`);
    }
    if (header.startsWith('src/ui/') && text.includes('Q_OBJECT')) {
        for (const [, name] of text.matchAll(/\b(m_\w+)/g)) wrong.push(`${header}: ${name} belongs into its Private`);
    }
}
for (const text of wrong) console.error(text);
if (wrong.length || defined.size < headers.length / 2) process.exit(1);
console.log(`   ${headers.length} installed headers name nothing that is not installed`);
