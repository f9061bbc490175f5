// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// The fenced code blocks of the Markdown files of this repository. A comment right above a block says what cannot be seen:
//   <!-- not run: why -->          it is looked at, but not compiled or run
//   <!-- database: sqlite -->      SQL for the library, not for the cloud

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const top = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What a block may be; anything else is a mistake. `text` is output or a drawing: there is nothing to check. */
export const languages = ['cpp', 'cmake', 'sh', 'sql', 'json', 'text'];

/** The blocks of one page: {place, language, directives, code}. `place` is "file:line". */
export function blocksOf(page, file) {
    const blocks = [];
    const lines = page.split('\n');
    for (let at = 0; at < lines.length; ++at) {
        const open = lines[at].match(/^(\s*)```(\S*)\s*$/);
        if (!open) continue;
        const start = at;
        const code = [];
        for (++at; at < lines.length && lines[at].trim() !== '```'; ++at) code.push(lines[at].slice(open[1].length));
        if (at === lines.length) throw new Error(`${file}:${start + 1}: this block has no end`);
        const directives = {};
        for (let above = start - 1; above >= 0; --above) {
            const said = lines[above].match(/^\s*<!-- ([a-z ]+): (.+) -->\s*$/);
            if (!said) break;
            directives[said[1]] = said[2];
        }
        blocks.push({ place: `${file}:${start + 1}`, language: open[2], directives, code: `${code.join('\n')}\n` });
    }
    return blocks;
}

export function allBlocks() {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: top, encoding: 'utf8' }).split('\n').filter(Boolean);
    return files.flatMap((file) => blocksOf(readFileSync(`${top}/${file}`, 'utf8'), file));
}
