-- SPDX-FileCopyrightText: 2026 LumaSync contributors
-- SPDX-License-Identifier: MIT

-- The cloud side of a library that LumaSync backs up. Generated from the app's schema: 'lumasync diff' writes
-- the next migration when that changes.
--
-- `id` is the row's cloud id, made by the client, and the one key that an upsert conflicts on. `uid` is the
-- owner. Foreign keys hold the parent's `id` and do not cascade: the client deletes children first. Nothing
-- but `id` is unique: the local library is the truth, and two rows that swap their names must not be refused
-- half-way. An object's first folder is its owner's uid. The project's own upload limit (Storage, Settings)
-- counts beside the buckets'.
--
-- Safe to run again.

create table if not exists public.venues (
    id uuid primary key,
    uid uuid not null,
    name text not null,
    description text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists venues_uid_idx on public.venues (uid);
alter table public.venues enable row level security;
revoke all on public.venues from anon, authenticated;
grant select, insert, update, delete on public.venues to authenticated;
grant all on public.venues to service_role;
drop policy if exists venues_select_own on public.venues;
create policy venues_select_own on public.venues for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists venues_insert_own on public.venues;
create policy venues_insert_own on public.venues for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists venues_update_own on public.venues;
create policy venues_update_own on public.venues for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists venues_delete_own on public.venues;
create policy venues_delete_own on public.venues for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.pattern_categories (
    id uuid primary key,
    uid uuid not null,
    name text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists pattern_categories_uid_idx on public.pattern_categories (uid);
alter table public.pattern_categories enable row level security;
revoke all on public.pattern_categories from anon, authenticated;
grant select, insert, update, delete on public.pattern_categories to authenticated;
grant all on public.pattern_categories to service_role;
drop policy if exists pattern_categories_select_own on public.pattern_categories;
create policy pattern_categories_select_own on public.pattern_categories for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists pattern_categories_insert_own on public.pattern_categories;
create policy pattern_categories_insert_own on public.pattern_categories for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists pattern_categories_update_own on public.pattern_categories;
create policy pattern_categories_update_own on public.pattern_categories for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists pattern_categories_delete_own on public.pattern_categories;
create policy pattern_categories_delete_own on public.pattern_categories for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.tracks (
    id uuid primary key,
    uid uuid not null,
    track_hash text not null,
    title text,
    artist text,
    album text,
    track_number bigint,
    disc_number bigint,
    duration_seconds double precision,
    storage_path text,
    album_art_mime text,
    album_art_storage_path text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists tracks_uid_idx on public.tracks (uid);
alter table public.tracks enable row level security;
revoke all on public.tracks from anon, authenticated;
grant select, insert, update, delete on public.tracks to authenticated;
grant all on public.tracks to service_role;
drop policy if exists tracks_select_own on public.tracks;
create policy tracks_select_own on public.tracks for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists tracks_insert_own on public.tracks;
create policy tracks_insert_own on public.tracks for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists tracks_update_own on public.tracks;
create policy tracks_update_own on public.tracks for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists tracks_delete_own on public.tracks;
create policy tracks_delete_own on public.tracks for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.fixtures (
    id uuid primary key,
    uid uuid not null,
    venue_id uuid,
    universe bigint,
    address bigint,
    num_channels bigint,
    manufacturer text,
    model text,
    mode_name text,
    fixture_path text,
    label text,
    pos_x double precision,
    pos_y double precision,
    pos_z double precision,
    rot_x double precision,
    rot_y double precision,
    rot_z double precision,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists fixtures_uid_idx on public.fixtures (uid);
alter table public.fixtures enable row level security;
revoke all on public.fixtures from anon, authenticated;
grant select, insert, update, delete on public.fixtures to authenticated;
grant all on public.fixtures to service_role;
drop policy if exists fixtures_select_own on public.fixtures;
create policy fixtures_select_own on public.fixtures for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists fixtures_insert_own on public.fixtures;
create policy fixtures_insert_own on public.fixtures for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists fixtures_update_own on public.fixtures;
create policy fixtures_update_own on public.fixtures for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists fixtures_delete_own on public.fixtures;
create policy fixtures_delete_own on public.fixtures for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.scores (
    id uuid primary key,
    uid uuid not null,
    track_id uuid,
    name text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists scores_uid_idx on public.scores (uid);
alter table public.scores enable row level security;
revoke all on public.scores from anon, authenticated;
grant select, insert, update, delete on public.scores to authenticated;
grant all on public.scores to service_role;
drop policy if exists scores_select_own on public.scores;
create policy scores_select_own on public.scores for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists scores_insert_own on public.scores;
create policy scores_insert_own on public.scores for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists scores_update_own on public.scores;
create policy scores_update_own on public.scores for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists scores_delete_own on public.scores;
create policy scores_delete_own on public.scores for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.track_beats (
    id uuid primary key,
    uid uuid not null,
    track_id uuid not null,
    beats_json jsonb not null,
    downbeats_json jsonb not null,
    bpm double precision,
    downbeat_offset double precision,
    beats_per_bar bigint,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists track_beats_uid_idx on public.track_beats (uid);
alter table public.track_beats enable row level security;
revoke all on public.track_beats from anon, authenticated;
grant select, insert, update, delete on public.track_beats to authenticated;
grant all on public.track_beats to service_role;
drop policy if exists track_beats_select_own on public.track_beats;
create policy track_beats_select_own on public.track_beats for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists track_beats_insert_own on public.track_beats;
create policy track_beats_insert_own on public.track_beats for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists track_beats_update_own on public.track_beats;
create policy track_beats_update_own on public.track_beats for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists track_beats_delete_own on public.track_beats;
create policy track_beats_delete_own on public.track_beats for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.track_roots (
    id uuid primary key,
    uid uuid not null,
    track_id uuid not null,
    sections_json jsonb not null,
    logits_storage_path text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists track_roots_uid_idx on public.track_roots (uid);
alter table public.track_roots enable row level security;
revoke all on public.track_roots from anon, authenticated;
grant select, insert, update, delete on public.track_roots to authenticated;
grant all on public.track_roots to service_role;
drop policy if exists track_roots_select_own on public.track_roots;
create policy track_roots_select_own on public.track_roots for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists track_roots_insert_own on public.track_roots;
create policy track_roots_insert_own on public.track_roots for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists track_roots_update_own on public.track_roots;
create policy track_roots_update_own on public.track_roots for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists track_roots_delete_own on public.track_roots;
create policy track_roots_delete_own on public.track_roots for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.track_waveforms (
    id uuid primary key,
    uid uuid not null,
    track_id uuid not null,
    preview_samples_json jsonb not null,
    preview_colors_json jsonb,
    preview_bands_json jsonb,
    sample_rate bigint not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists track_waveforms_uid_idx on public.track_waveforms (uid);
alter table public.track_waveforms enable row level security;
revoke all on public.track_waveforms from anon, authenticated;
grant select, insert, update, delete on public.track_waveforms to authenticated;
grant all on public.track_waveforms to service_role;
drop policy if exists track_waveforms_select_own on public.track_waveforms;
create policy track_waveforms_select_own on public.track_waveforms for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists track_waveforms_insert_own on public.track_waveforms;
create policy track_waveforms_insert_own on public.track_waveforms for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists track_waveforms_update_own on public.track_waveforms;
create policy track_waveforms_update_own on public.track_waveforms for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists track_waveforms_delete_own on public.track_waveforms;
create policy track_waveforms_delete_own on public.track_waveforms for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.track_stems (
    id uuid primary key,
    uid uuid not null,
    track_id uuid not null,
    stem_name text not null,
    storage_path text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists track_stems_uid_idx on public.track_stems (uid);
alter table public.track_stems enable row level security;
revoke all on public.track_stems from anon, authenticated;
grant select, insert, update, delete on public.track_stems to authenticated;
grant all on public.track_stems to service_role;
drop policy if exists track_stems_select_own on public.track_stems;
create policy track_stems_select_own on public.track_stems for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists track_stems_insert_own on public.track_stems;
create policy track_stems_insert_own on public.track_stems for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists track_stems_update_own on public.track_stems;
create policy track_stems_update_own on public.track_stems for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists track_stems_delete_own on public.track_stems;
create policy track_stems_delete_own on public.track_stems for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.patterns (
    id uuid primary key,
    uid uuid not null,
    category_id uuid,
    default_implementation_id uuid,
    forked_from_id uuid,
    name text not null,
    description text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists patterns_uid_idx on public.patterns (uid);
alter table public.patterns enable row level security;
revoke all on public.patterns from anon, authenticated;
grant select, insert, update, delete on public.patterns to authenticated;
grant all on public.patterns to service_role;
drop policy if exists patterns_select_own on public.patterns;
create policy patterns_select_own on public.patterns for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists patterns_insert_own on public.patterns;
create policy patterns_insert_own on public.patterns for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists patterns_update_own on public.patterns;
create policy patterns_update_own on public.patterns for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists patterns_delete_own on public.patterns;
create policy patterns_delete_own on public.patterns for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.implementations (
    id uuid primary key,
    uid uuid not null,
    pattern_id uuid,
    name text,
    graph_json jsonb not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists implementations_uid_idx on public.implementations (uid);
alter table public.implementations enable row level security;
revoke all on public.implementations from anon, authenticated;
grant select, insert, update, delete on public.implementations to authenticated;
grant all on public.implementations to service_role;
drop policy if exists implementations_select_own on public.implementations;
create policy implementations_select_own on public.implementations for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists implementations_insert_own on public.implementations;
create policy implementations_insert_own on public.implementations for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists implementations_update_own on public.implementations;
create policy implementations_update_own on public.implementations for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists implementations_delete_own on public.implementations;
create policy implementations_delete_own on public.implementations for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.track_scores (
    id uuid primary key,
    uid uuid not null,
    score_id uuid,
    pattern_id uuid,
    start_time double precision,
    end_time double precision,
    z_index bigint,
    blend_mode text,
    args_json jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists track_scores_uid_idx on public.track_scores (uid);
alter table public.track_scores enable row level security;
revoke all on public.track_scores from anon, authenticated;
grant select, insert, update, delete on public.track_scores to authenticated;
grant all on public.track_scores to service_role;
drop policy if exists track_scores_select_own on public.track_scores;
create policy track_scores_select_own on public.track_scores for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists track_scores_insert_own on public.track_scores;
create policy track_scores_insert_own on public.track_scores for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists track_scores_update_own on public.track_scores;
create policy track_scores_update_own on public.track_scores for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists track_scores_delete_own on public.track_scores;
create policy track_scores_delete_own on public.track_scores for delete to authenticated using ((select auth.uid()) = uid);

create table if not exists public.venue_implementation_overrides (
    id uuid primary key,
    uid uuid not null,
    venue_id uuid not null,
    pattern_id uuid not null,
    implementation_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 1
);
create index if not exists venue_implementation_overrides_uid_idx on public.venue_implementation_overrides (uid);
alter table public.venue_implementation_overrides enable row level security;
revoke all on public.venue_implementation_overrides from anon, authenticated;
grant select, insert, update, delete on public.venue_implementation_overrides to authenticated;
grant all on public.venue_implementation_overrides to service_role;
drop policy if exists venue_implementation_overrides_select_own on public.venue_implementation_overrides;
create policy venue_implementation_overrides_select_own on public.venue_implementation_overrides for select to authenticated using ((select auth.uid()) = uid);
drop policy if exists venue_implementation_overrides_insert_own on public.venue_implementation_overrides;
create policy venue_implementation_overrides_insert_own on public.venue_implementation_overrides for insert to authenticated with check ((select auth.uid()) = uid);
drop policy if exists venue_implementation_overrides_update_own on public.venue_implementation_overrides;
create policy venue_implementation_overrides_update_own on public.venue_implementation_overrides for update to authenticated using ((select auth.uid()) = uid) with check ((select auth.uid()) = uid);
drop policy if exists venue_implementation_overrides_delete_own on public.venue_implementation_overrides;
create policy venue_implementation_overrides_delete_own on public.venue_implementation_overrides for delete to authenticated using ((select auth.uid()) = uid);

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
    values ('artwork', 'artwork', false, 20971520, array['image/*'])
    on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit,
        allowed_mime_types = excluded.allowed_mime_types;
drop policy if exists lumasync_artwork_select_own on storage.objects;
create policy lumasync_artwork_select_own on storage.objects for select to authenticated
    using (bucket_id = 'artwork' and (storage.foldername(name))[1] = (select auth.uid())::text);
drop policy if exists lumasync_artwork_insert_own on storage.objects;
create policy lumasync_artwork_insert_own on storage.objects for insert to authenticated
    with check (bucket_id = 'artwork' and (storage.foldername(name))[1] = (select auth.uid())::text);
drop policy if exists lumasync_artwork_update_own on storage.objects;
create policy lumasync_artwork_update_own on storage.objects for update to authenticated
    using (bucket_id = 'artwork' and (storage.foldername(name))[1] = (select auth.uid())::text)
    with check (bucket_id = 'artwork' and (storage.foldername(name))[1] = (select auth.uid())::text);
drop policy if exists lumasync_artwork_delete_own on storage.objects;
create policy lumasync_artwork_delete_own on storage.objects for delete to authenticated
    using (bucket_id = 'artwork' and (storage.foldername(name))[1] = (select auth.uid())::text);

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
    values ('packages', 'packages', false, 10737418240, null)
    on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit,
        allowed_mime_types = excluded.allowed_mime_types;
drop policy if exists lumasync_packages_select_own on storage.objects;
create policy lumasync_packages_select_own on storage.objects for select to authenticated
    using (bucket_id = 'packages' and (storage.foldername(name))[1] = (select auth.uid())::text);
drop policy if exists lumasync_packages_insert_own on storage.objects;
create policy lumasync_packages_insert_own on storage.objects for insert to authenticated
    with check (bucket_id = 'packages' and (storage.foldername(name))[1] = (select auth.uid())::text);
drop policy if exists lumasync_packages_update_own on storage.objects;
create policy lumasync_packages_update_own on storage.objects for update to authenticated
    using (bucket_id = 'packages' and (storage.foldername(name))[1] = (select auth.uid())::text)
    with check (bucket_id = 'packages' and (storage.foldername(name))[1] = (select auth.uid())::text);
drop policy if exists lumasync_packages_delete_own on storage.objects;
create policy lumasync_packages_delete_own on storage.objects for delete to authenticated
    using (bucket_id = 'packages' and (storage.foldername(name))[1] = (select auth.uid())::text);

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
    values ('tracks', 'tracks', false, 10737418240, null)
    on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit,
        allowed_mime_types = excluded.allowed_mime_types;
drop policy if exists lumasync_tracks_select_own on storage.objects;
create policy lumasync_tracks_select_own on storage.objects for select to authenticated
    using (bucket_id = 'tracks' and (storage.foldername(name))[1] = (select auth.uid())::text);
drop policy if exists lumasync_tracks_insert_own on storage.objects;
create policy lumasync_tracks_insert_own on storage.objects for insert to authenticated
    with check (bucket_id = 'tracks' and (storage.foldername(name))[1] = (select auth.uid())::text);
drop policy if exists lumasync_tracks_update_own on storage.objects;
create policy lumasync_tracks_update_own on storage.objects for update to authenticated
    using (bucket_id = 'tracks' and (storage.foldername(name))[1] = (select auth.uid())::text)
    with check (bucket_id = 'tracks' and (storage.foldername(name))[1] = (select auth.uid())::text);
drop policy if exists lumasync_tracks_delete_own on storage.objects;
create policy lumasync_tracks_delete_own on storage.objects for delete to authenticated
    using (bucket_id = 'tracks' and (storage.foldername(name))[1] = (select auth.uid())::text);

-- Foreign keys, now that all tables exist.
alter table public.fixtures drop constraint if exists fixtures_venue_id_fkey;
alter table public.fixtures add constraint fixtures_venue_id_fkey foreign key (venue_id) references public.venues (id);
create index if not exists fixtures_venue_id_idx on public.fixtures (venue_id);
alter table public.scores drop constraint if exists scores_track_id_fkey;
alter table public.scores add constraint scores_track_id_fkey foreign key (track_id) references public.tracks (id);
create index if not exists scores_track_id_idx on public.scores (track_id);
alter table public.track_beats drop constraint if exists track_beats_track_id_fkey;
alter table public.track_beats add constraint track_beats_track_id_fkey foreign key (track_id) references public.tracks (id);
create index if not exists track_beats_track_id_idx on public.track_beats (track_id);
alter table public.track_roots drop constraint if exists track_roots_track_id_fkey;
alter table public.track_roots add constraint track_roots_track_id_fkey foreign key (track_id) references public.tracks (id);
create index if not exists track_roots_track_id_idx on public.track_roots (track_id);
alter table public.track_waveforms drop constraint if exists track_waveforms_track_id_fkey;
alter table public.track_waveforms add constraint track_waveforms_track_id_fkey foreign key (track_id) references public.tracks (id);
create index if not exists track_waveforms_track_id_idx on public.track_waveforms (track_id);
alter table public.track_stems drop constraint if exists track_stems_track_id_fkey;
alter table public.track_stems add constraint track_stems_track_id_fkey foreign key (track_id) references public.tracks (id);
create index if not exists track_stems_track_id_idx on public.track_stems (track_id);
alter table public.patterns drop constraint if exists patterns_category_id_fkey;
alter table public.patterns add constraint patterns_category_id_fkey foreign key (category_id) references public.pattern_categories (id);
create index if not exists patterns_category_id_idx on public.patterns (category_id);
alter table public.patterns drop constraint if exists patterns_default_implementation_id_fkey;
alter table public.patterns add constraint patterns_default_implementation_id_fkey foreign key (default_implementation_id) references public.implementations (id) on delete set null;
create index if not exists patterns_default_implementation_id_idx on public.patterns (default_implementation_id);
alter table public.patterns drop constraint if exists patterns_forked_from_id_fkey;
alter table public.patterns add constraint patterns_forked_from_id_fkey foreign key (forked_from_id) references public.patterns (id) on delete set null;
create index if not exists patterns_forked_from_id_idx on public.patterns (forked_from_id);
alter table public.implementations drop constraint if exists implementations_pattern_id_fkey;
alter table public.implementations add constraint implementations_pattern_id_fkey foreign key (pattern_id) references public.patterns (id);
create index if not exists implementations_pattern_id_idx on public.implementations (pattern_id);
alter table public.track_scores drop constraint if exists track_scores_score_id_fkey;
alter table public.track_scores add constraint track_scores_score_id_fkey foreign key (score_id) references public.scores (id);
create index if not exists track_scores_score_id_idx on public.track_scores (score_id);
alter table public.track_scores drop constraint if exists track_scores_pattern_id_fkey;
alter table public.track_scores add constraint track_scores_pattern_id_fkey foreign key (pattern_id) references public.patterns (id);
create index if not exists track_scores_pattern_id_idx on public.track_scores (pattern_id);
alter table public.venue_implementation_overrides drop constraint if exists venue_implementation_overrides_venue_id_fkey;
alter table public.venue_implementation_overrides add constraint venue_implementation_overrides_venue_id_fkey foreign key (venue_id) references public.venues (id);
create index if not exists venue_implementation_overrides_venue_id_idx on public.venue_implementation_overrides (venue_id);
alter table public.venue_implementation_overrides drop constraint if exists venue_implementation_overrides_pattern_id_fkey;
alter table public.venue_implementation_overrides add constraint venue_implementation_overrides_pattern_id_fkey foreign key (pattern_id) references public.patterns (id);
create index if not exists venue_implementation_overrides_pattern_id_idx on public.venue_implementation_overrides (pattern_id);
alter table public.venue_implementation_overrides drop constraint if exists venue_implementation_overrides_implementation_id_fkey;
alter table public.venue_implementation_overrides add constraint venue_implementation_overrides_implementation_id_fkey foreign key (implementation_id) references public.implementations (id);
create index if not exists venue_implementation_overrides_implementation_id_idx on public.venue_implementation_overrides (implementation_id);

notify pgrst, 'reload schema';
-- lumasync-state: {"buckets":[["artwork",20971520,["image/*"]],["packages",10737418240,[]],["tracks",10737418240,[]]],"tables":[{"columns":[["name","text",true],["description","text",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"venues","references":[]},{"columns":[["name","text",true],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"pattern_categories","references":[]},{"columns":[["track_hash","text",true],["title","text",false],["artist","text",false],["album","text",false],["track_number","bigint",false],["disc_number","bigint",false],["duration_seconds","double precision",false],["storage_path","text",false],["album_art_mime","text",false],["album_art_storage_path","text",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"tracks","references":[]},{"columns":[["venue_id","uuid",false],["universe","bigint",false],["address","bigint",false],["num_channels","bigint",false],["manufacturer","text",false],["model","text",false],["mode_name","text",false],["fixture_path","text",false],["label","text",false],["pos_x","double precision",false],["pos_y","double precision",false],["pos_z","double precision",false],["rot_x","double precision",false],["rot_y","double precision",false],["rot_z","double precision",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"fixtures","references":[["venue_id","venues",false]]},{"columns":[["track_id","uuid",false],["name","text",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"scores","references":[["track_id","tracks",false]]},{"columns":[["track_id","uuid",true],["beats_json","jsonb",true],["downbeats_json","jsonb",true],["bpm","double precision",false],["downbeat_offset","double precision",false],["beats_per_bar","bigint",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"track_beats","references":[["track_id","tracks",false]]},{"columns":[["track_id","uuid",true],["sections_json","jsonb",true],["logits_storage_path","text",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"track_roots","references":[["track_id","tracks",false]]},{"columns":[["track_id","uuid",true],["preview_samples_json","jsonb",true],["preview_colors_json","jsonb",false],["preview_bands_json","jsonb",false],["sample_rate","bigint",true],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"track_waveforms","references":[["track_id","tracks",false]]},{"columns":[["track_id","uuid",true],["stem_name","text",true],["storage_path","text",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"track_stems","references":[["track_id","tracks",false]]},{"columns":[["category_id","uuid",false],["default_implementation_id","uuid",false],["forked_from_id","uuid",false],["name","text",true],["description","text",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"patterns","references":[["category_id","pattern_categories",false],["default_implementation_id","implementations",true],["forked_from_id","patterns",true]]},{"columns":[["pattern_id","uuid",false],["name","text",false],["graph_json","jsonb",true],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"implementations","references":[["pattern_id","patterns",false]]},{"columns":[["score_id","uuid",false],["pattern_id","uuid",false],["start_time","double precision",false],["end_time","double precision",false],["z_index","bigint",false],["blend_mode","text",false],["args_json","jsonb",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"track_scores","references":[["score_id","scores",false],["pattern_id","patterns",false]]},{"columns":[["venue_id","uuid",true],["pattern_id","uuid",true],["implementation_id","uuid",false],["created_at","timestamptz",true,"now()"],["updated_at","timestamptz",true,"now()"],["version","bigint",true,"1"]],"name":"venue_implementation_overrides","references":[["venue_id","venues",false],["pattern_id","patterns",false],["implementation_id","implementations",false]]}],"version":1}
