-- SPDX-FileCopyrightText: 2026 LumaSync contributors
-- SPDX-License-Identifier: MIT

-- Three private buckets and their rules. An object's first folder is its owner's uid:
--   tracks    {uid}/{track_hash}.{ext}                  the audio file
--   artwork   {uid}/{track_hash}_thumb.jpg              a cover of at most 512 px
--   packages  {uid}/{track_hash}_analysis.tar.zst       stems, logits and full-resolution waveforms
--
-- The project's own upload limit (Storage settings) applies as well; the smaller one counts.
-- Safe to run again.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
    ('tracks',   'tracks',   false, 10737418240, null),
    ('artwork',  'artwork',  false, 20971520,    array['image/*']),
    ('packages', 'packages', false, 10737418240, null)
on conflict (id) do update set
    public = excluded.public,
    file_size_limit = excluded.file_size_limit,
    allowed_mime_types = excluded.allowed_mime_types;

-- Overwriting an object (x-upsert) needs insert, select and update; deleting needs select and delete.

drop policy if exists lumasync_objects_select_own on storage.objects;
create policy lumasync_objects_select_own on storage.objects
    for select to authenticated
    using (
        bucket_id in ('tracks', 'artwork', 'packages')
        and (storage.foldername(name))[1] = (select auth.uid())::text
    );

drop policy if exists lumasync_objects_insert_own on storage.objects;
create policy lumasync_objects_insert_own on storage.objects
    for insert to authenticated
    with check (
        bucket_id in ('tracks', 'artwork', 'packages')
        and (storage.foldername(name))[1] = (select auth.uid())::text
    );

drop policy if exists lumasync_objects_update_own on storage.objects;
create policy lumasync_objects_update_own on storage.objects
    for update to authenticated
    using (
        bucket_id in ('tracks', 'artwork', 'packages')
        and (storage.foldername(name))[1] = (select auth.uid())::text
    )
    with check (
        bucket_id in ('tracks', 'artwork', 'packages')
        and (storage.foldername(name))[1] = (select auth.uid())::text
    );

drop policy if exists lumasync_objects_delete_own on storage.objects;
create policy lumasync_objects_delete_own on storage.objects
    for delete to authenticated
    using (
        bucket_id in ('tracks', 'artwork', 'packages')
        and (storage.foldername(name))[1] = (select auth.uid())::text
    );
