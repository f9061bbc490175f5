#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// fast.mjs: what can be said of the documentation without a build. Every block has a language and, where it is not run, a
// reason; JSON is JSON, shell is shell; every link leads to a file, every picture is there.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allBlocks, languages, top } from './blocks.mjs';

const wrong = [];
const blocks = allBlocks();
for (const block of blocks) {
    const say = (what) => wrong.push(`${block.place}: ${what}`);
    if (!languages.includes(block.language)) say(`a block of ${block.language || 'no language'}; use ${languages.join(', ')}`);
    for (const [name, value] of Object.entries(block.directives)) {
        if (!['not run', 'database'].includes(name)) say(`"${name}" is no directive`);
        if (name === 'not run' && value.length < 10) say('give the reason why it is not run');
    }
    try {
        if (block.language === 'json') JSON.parse(block.code);
        if (block.language === 'sh') execFileSync('bash', ['-n'], { input: block.code, stdio: ['pipe', 'ignore', 'pipe'] });
    } catch (error) {
        say(String(error.stderr ?? error.message).trim());
    }
}

const pages = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: top, encoding: 'utf8' }).split('\n').filter(Boolean);
let links = 0;
for (const page of pages) {
    const text = readFileSync(join(top, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
    for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(https?:|mailto:|#)/.test(target)) continue;
        ++links;
        const path = target.split('#')[0];
        const from = page === 'docs/api/mainpage.md' ? '.' : dirname(page);
        if (!existsSync(join(top, from, path))) wrong.push(`${page}: the link to ${target} leads nowhere`);
    }
}
for (const text of wrong) console.error(text);
if (wrong.length) process.exit(1);
console.log(`   ${blocks.length} code blocks, ${links} links in ${pages.length} pages`);
