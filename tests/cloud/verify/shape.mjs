// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT

const everywhere = { version: 'integer', created_at: 'time', updated_at: 'time' };

/** `columns` without a kind of their own are text; those of `references` travel as the parent's cloud id. */
function table(name, columns, references = {}, key = ['id']) {
    const kinds = Object.fromEntries(
        columns.map((column) => (Array.isArray(column) ? column : [column, 'text'])),
    );
    return { name, key, references, columns: { ...kinds, ...everywhere } };
}

const integer = (...names) => names.map((name) => [name, 'integer']);
const real = (...names) => names.map((name) => [name, 'real']);
const json = (...names) => names.map((name) => [name, 'json']);
const track = { track_id: 'tracks' };

/**
 * What the cloud must hold of a Luma library, written down by hand from its schema and not taken from the C++ code:
 * columns that are not listed here (local paths, full-resolution waveforms) must not be there.
 */
export const tables = [
    table('venues', ['name', 'description']),
    table('pattern_categories', ['name']),
    table('tracks', [
        'track_hash',
        'title',
        'artist',
        'album',
        ...integer('track_number', 'disc_number'),
        ...real('duration_seconds'),
        'storage_path',
        'album_art_mime',
        'album_art_storage_path',
    ]),
    table(
        'fixtures',
        [
            ...integer('universe', 'address', 'num_channels'),
            'manufacturer',
            'model',
            'mode_name',
            'fixture_path',
            'label',
            ...real('pos_x', 'pos_y', 'pos_z', 'rot_x', 'rot_y', 'rot_z'),
        ],
        { venue_id: 'venues' },
    ),
    table('patterns', ['name', 'description'], {
        category_id: 'pattern_categories',
        default_implementation_id: 'implementations',
        forked_from_id: 'patterns',
    }),
    table('implementations', ['name', ...json('graph_json')], { pattern_id: 'patterns' }),
    table('scores', ['name'], track),
    table(
        'track_beats',
        [
            ...json('beats_json', 'downbeats_json'),
            ...real('bpm', 'downbeat_offset'),
            ...integer('beats_per_bar'),
        ],
        track,
        ['track_id'],
    ),
    table('track_roots', [...json('sections_json'), 'logits_storage_path'], track, ['track_id']),
    table(
        'track_waveforms',
        [
            ...json('preview_samples_json', 'preview_colors_json', 'preview_bands_json'),
            ...integer('sample_rate'),
        ],
        track,
        ['track_id'],
    ),
    table('track_stems', ['stem_name', 'storage_path'], track, ['track_id', 'stem_name']),
    table(
        'track_scores',
        [...real('start_time', 'end_time'), ...integer('z_index'), 'blend_mode', ...json('args_json')],
        { score_id: 'scores', pattern_id: 'patterns' },
    ),
    table(
        'venue_implementation_overrides',
        [],
        { venue_id: 'venues', pattern_id: 'patterns', implementation_id: 'implementations' },
        ['venue_id', 'pattern_id'],
    ),
];

export const buckets = ['tracks', 'artwork', 'packages'];
export const stems = ['bass', 'drums', 'vocals', 'other'];

/** The names of a track's objects below the user's folder. */
export const objectName = {
    tracks: (hash, path) => `${hash}.${plainSuffix(path)}`,
    artwork: (hash) => `${hash}_thumb.jpg`,
    packages: (hash) => `${hash}_analysis.tar.zst`,
};

/** A file's suffix in lower case where it is plain ASCII of at most eight characters, else "bin". */
export function plainSuffix(path) {
    const name = path.split('/').at(-1);
    const suffix = name.includes('.') ? name.split('.').at(-1).toLowerCase() : '';
    return /^[a-z0-9]{1,8}$/.test(suffix) ? suffix : 'bin';
}
