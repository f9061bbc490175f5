// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

import { access } from 'node:fs/promises';
import { digest, jpegSize } from './files.mjs';
import { verifyPackage } from './package.mjs';
import { Difference } from './rows.mjs';
import { buckets, objectName, stems } from './shape.mjs';

const longestSide = 512; // pixels of a cover in the cloud

/**
 * Reads every object of the library back and compares it with its source. Returns by bucket { objects, bytes, left }:
 * `left` counts what is in the cloud of tracks that the library no longer has. Throws a Difference.
 */
export async function verifyObjects(library, account, folder) {
    const figures = Object.fromEntries(buckets.map((bucket) => [bucket, { objects: 0, bytes: 0, left: 0 }]));
    const present = {};
    for (const bucket of buckets) {
        present[bucket] = new Set(await account.list(bucket, account.uid));
    }
    for (const track of await library.tracks()) {
        for (const [bucket, compare] of expected(library, track, folder)) {
            const name = objectName[bucket](track.hash, track.audio);
            const place = `${bucket}/${account.uid}/${name}`;
            if (!present[bucket].delete(name)) {
                throw new Difference(`${place} of "${track.title}" is missing in the cloud`);
            }
            const reply = await account.download(bucket, `${account.uid}/${name}`);
            if (!reply.ok) {
                throw new Difference(`${place} cannot be read back: HTTP ${reply.status}`);
            }
            figures[bucket].bytes += await compare(reply, place);
            figures[bucket].objects += 1;
            checkStored(track, bucket, `${account.uid}/${name}`);
        }
    }
    for (const bucket of buckets) {
        figures[bucket].left = present[bucket].size;
    }
    return figures;
}

/** What the cloud must hold of a track, each with the comparison that returns the object's size. */
function* expected(library, track, folder) {
    if (track.audio) {
        yield ['tracks', (reply, place) => compareAudio(reply, track.audio, place)];
    }
    if (track.artwork) {
        yield ['artwork', (reply, place) => compareCover(reply, track.artwork_sha256, place)];
    }
    const paths = JSON.parse(track.stems);
    if (track.has_waveform && track.logits && stems.every((stem) => paths[stem])) {
        yield ['packages', (reply, place) => verifyPackage(reply, library, track, folder, place)];
    }
}

async function compareAudio(reply, file, place) {
    await access(file).catch(() => {
        throw new Difference(`${place} cannot be compared: '${file}' is gone`);
    });
    const [remote, local] = await Promise.all([digest(reply), digest(file)]);
    if (remote.sha256 !== local.sha256) {
        throw new Difference(
            `${place}: SHA-256 ${remote.sha256} (${remote.size} bytes), the file has ${local.sha256} (${local.size} bytes)`,
        );
    }
    return remote.size;
}

async function compareCover(reply, recorded, place) {
    const body = Buffer.from(await reply.arrayBuffer());
    const size = jpegSize(body);
    if (!size) {
        throw new Difference(`${place} is not a JPEG`);
    }
    if (Math.max(size.width, size.height) > longestSide || Math.min(size.width, size.height) < 1) {
        throw new Difference(`${place} is ${size.width} x ${size.height}, more than ${longestSide} pixels`);
    }
    const { sha256 } = await digest(new Response(body));
    if (sha256 !== recorded) {
        throw new Difference(`${place}: SHA-256 ${sha256}, but ${recorded ?? 'nothing'} is recorded as sent`);
    }
    return body.length;
}

/** The rows say where the object is. */
function checkStored(track, bucket, name) {
    const stored = {
        tracks: track.audio_stored,
        artwork: track.artwork_stored,
        packages: track.logits_stored,
    }[bucket];
    if (!stored?.endsWith(name)) {
        throw new Difference(
            `"${track.title}" names '${stored ?? ''}' as its object in ${bucket}, expected ${name}`,
        );
    }
}
