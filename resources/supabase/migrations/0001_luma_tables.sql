-- SPDX-FileCopyrightText: 2026 LumaSync contributors
-- SPDX-License-Identifier: MIT

-- The cloud side of a Luma library: thirteen tables, each row owned by one user.
--
-- `id` is the row's cloud id, made by the client, and the one key that an upsert conflicts on. `uid` is the owner.
-- Foreign keys hold the parent's `id` and do not cascade: the client deletes children first. Local paths and
-- full-resolution waveforms have no column here; they never leave the user's machine, or travel in the package.
-- There is no unique constraint but the primary key: the local library is the truth, and two rows that swap
-- their names must not be refused half-way.
--
-- Safe to run again: it creates what is missing and states the policies anew.

create table if not exists public.venues (
    id          uuid primary key,
    uid         uuid not null,
    name        text not null,
    description text,
    version     bigint not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);

create table if not exists public.pattern_categories (
    id         uuid primary key,
    uid        uuid not null,
    name       text not null,
    version    bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table if not exists public.tracks (
    id                     uuid primary key,
    uid                    uuid not null,
    track_hash             text not null,
    title                  text,
    artist                 text,
    album                  text,
    track_number           bigint,
    disc_number            bigint,
    duration_seconds       double precision,
    storage_path           text,
    album_art_mime         text,
    album_art_storage_path text,
    version                bigint not null default 1,
    created_at             timestamptz not null default now(),
    updated_at             timestamptz not null default now()
);

create table if not exists public.fixtures (
    id           uuid primary key,
    uid          uuid not null,
    venue_id     uuid,
    universe     bigint,
    address      bigint,
    num_channels bigint,
    manufacturer text,
    model        text,
    mode_name    text,
    fixture_path text,
    label        text,
    pos_x        double precision,
    pos_y        double precision,
    pos_z        double precision,
    rot_x        double precision,
    rot_y        double precision,
    rot_z        double precision,
    version      bigint not null default 1,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now()
);

create table if not exists public.patterns (
    id                        uuid primary key,
    uid                       uuid not null,
    name                      text not null,
    description               text,
    category_id               uuid,
    default_implementation_id uuid,
    forked_from_id            uuid,
    version                   bigint not null default 1,
    created_at                timestamptz not null default now(),
    updated_at                timestamptz not null default now()
);

create table if not exists public.implementations (
    id         uuid primary key,
    uid        uuid not null,
    pattern_id uuid,
    name       text,
    graph_json jsonb not null,
    version    bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table if not exists public.scores (
    id         uuid primary key,
    uid        uuid not null,
    track_id   uuid,
    name       text,
    version    bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table if not exists public.track_beats (
    id              uuid primary key,
    uid             uuid not null,
    track_id        uuid not null,
    beats_json      jsonb not null,
    downbeats_json  jsonb not null,
    bpm             double precision,
    downbeat_offset double precision,
    beats_per_bar   bigint,
    version         bigint not null default 1,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now()
);

create table if not exists public.track_roots (
    id                  uuid primary key,
    uid                 uuid not null,
    track_id            uuid not null,
    sections_json       jsonb not null,
    logits_storage_path text,
    version             bigint not null default 1,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now()
);

create table if not exists public.track_waveforms (
    id                   uuid primary key,
    uid                  uuid not null,
    track_id             uuid not null,
    preview_samples_json jsonb not null,
    preview_colors_json  jsonb,
    preview_bands_json   jsonb,
    sample_rate          bigint not null,
    version              bigint not null default 1,
    created_at           timestamptz not null default now(),
    updated_at           timestamptz not null default now()
);

create table if not exists public.track_stems (
    id           uuid primary key,
    uid          uuid not null,
    track_id     uuid not null,
    stem_name    text not null,
    storage_path text,
    version      bigint not null default 1,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now()
);

create table if not exists public.track_scores (
    id         uuid primary key,
    uid        uuid not null,
    score_id   uuid,
    pattern_id uuid,
    start_time double precision,
    end_time   double precision,
    z_index    bigint,
    blend_mode text,
    args_json  jsonb,
    version    bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table if not exists public.venue_implementation_overrides (
    id                uuid primary key,
    uid               uuid not null,
    venue_id          uuid not null,
    pattern_id        uuid not null,
    implementation_id uuid,
    version           bigint not null default 1,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now()
);

-- Foreign keys, after all tables exist: patterns and implementations point at each other. Rows are deleted children first, so nothing
-- cascades here. The edges that close a circle are the exception: where both ends go, no order would do, so they let go by themselves.
do $$
declare
    edge record;
begin
    for edge in
        select * from (values
            ('fixtures', 'venue_id', 'venues', 'no action'),
            ('patterns', 'category_id', 'pattern_categories', 'no action'),
            ('patterns', 'forked_from_id', 'patterns', 'set null'),
            ('patterns', 'default_implementation_id', 'implementations', 'set null'),
            ('implementations', 'pattern_id', 'patterns', 'no action'),
            ('scores', 'track_id', 'tracks', 'no action'),
            ('track_beats', 'track_id', 'tracks', 'no action'),
            ('track_roots', 'track_id', 'tracks', 'no action'),
            ('track_waveforms', 'track_id', 'tracks', 'no action'),
            ('track_stems', 'track_id', 'tracks', 'no action'),
            ('track_scores', 'score_id', 'scores', 'no action'),
            ('track_scores', 'pattern_id', 'patterns', 'no action'),
            ('venue_implementation_overrides', 'venue_id', 'venues', 'no action'),
            ('venue_implementation_overrides', 'pattern_id', 'patterns', 'no action'),
            ('venue_implementation_overrides', 'implementation_id', 'implementations', 'no action')
        ) as edges (child, key, parent, gone)
    loop
        if not exists (
            select from pg_constraint
            where conname = edge.child || '_' || edge.key || '_fkey'
              and conrelid = format('public.%I', edge.child)::regclass
        ) then
            execute format('alter table public.%I add constraint %I foreign key (%I) references public.%I (id) on delete %s',
                           edge.child, edge.child || '_' || edge.key || '_fkey', edge.key, edge.parent, edge.gone);
        end if;
        execute format('create index if not exists %I on public.%I (%I)',
                       edge.child || '_' || edge.key || '_idx', edge.child, edge.key);
    end loop;
end
$$;

-- Ownership: the signed-in user sees and changes rows with the own uid, nobody else anything.
-- `(select auth.uid())` is evaluated once per statement, not once per row.
do $$
declare
    name text;
    mine constant text := '(select auth.uid()) = uid';
begin
    foreach name in array array[
        'venues', 'pattern_categories', 'tracks', 'fixtures', 'patterns', 'implementations',
        'scores', 'track_beats', 'track_roots', 'track_waveforms', 'track_stems', 'track_scores',
        'venue_implementation_overrides'
    ]
    loop
        execute format('create index if not exists %I on public.%I (uid)', name || '_uid_idx', name);
        execute format('alter table public.%I enable row level security', name);
        execute format('revoke all on public.%I from anon, authenticated', name);
        execute format('grant select, insert, update, delete on public.%I to authenticated', name);

        execute format('drop policy if exists %I on public.%I', name || '_select_own', name);
        execute format('drop policy if exists %I on public.%I', name || '_insert_own', name);
        execute format('drop policy if exists %I on public.%I', name || '_update_own', name);
        execute format('drop policy if exists %I on public.%I', name || '_delete_own', name);
        execute format('create policy %I on public.%I for select to authenticated using (%s)',
                       name || '_select_own', name, mine);
        execute format('create policy %I on public.%I for insert to authenticated with check (%s)',
                       name || '_insert_own', name, mine);
        execute format('create policy %I on public.%I for update to authenticated using (%s) with check (%s)',
                       name || '_update_own', name, mine, mine);
        execute format('create policy %I on public.%I for delete to authenticated using (%s)',
                       name || '_delete_own', name, mine);
    end loop;
end
$$;

notify pgrst, 'reload schema';
