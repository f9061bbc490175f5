-- SPDX-FileCopyrightText: 2026 LumaSync contributors
-- SPDX-License-Identifier: MIT

-- What a hosted Supabase project has before any migration runs: roles, auth helpers and the storage schema,
-- as far as LumaSync's own migrations and this cloud use them. Safe to run again.

do $$
declare
    name text;
begin
    foreach name in array array['anon', 'authenticated', 'service_role'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin', name);
        end if;
    end loop;
    alter role service_role bypassrls;
end
$$;

grant usage on schema public, auth to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to service_role;

create or replace function auth.uid() returns uuid language sql stable as $$
    select coalesce(
        nullif(current_setting('request.jwt.claim.sub', true), ''),
        nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
    )::uuid
$$;

create schema if not exists storage;
grant usage on schema storage to anon, authenticated, service_role;

create table if not exists storage.buckets (
    id                 text primary key,
    name               text not null unique,
    owner              uuid,
    owner_id           text,
    public             boolean default false,
    file_size_limit    bigint,
    allowed_mime_types text[],
    created_at         timestamptz default now(),
    updated_at         timestamptz default now()
);

create table if not exists storage.objects (
    id               uuid primary key default gen_random_uuid(),
    bucket_id        text references storage.buckets (id),
    name             text,
    owner            uuid,
    owner_id         text,
    version          text,
    metadata         jsonb,
    user_metadata    jsonb,
    path_tokens      text[] generated always as (string_to_array(name, '/')) stored,
    created_at       timestamptz default now(),
    updated_at       timestamptz default now(),
    last_accessed_at timestamptz default now()
);
create unique index if not exists bucketid_objname on storage.objects (bucket_id, name);

create or replace function storage.foldername(name text) returns text[] language plpgsql immutable as $$
declare
    parts text[] := string_to_array(name, '/');
begin
    return parts[1 : array_length(parts, 1) - 1];
end
$$;

create or replace function storage.filename(name text) returns text language plpgsql immutable as $$
declare
    parts text[] := string_to_array(name, '/');
begin
    return parts[array_length(parts, 1)];
end
$$;

create or replace function storage.extension(name text) returns text language sql immutable as $$
    select reverse(split_part(reverse(storage.filename(name)), '.', 1))
$$;

alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;

-- Would this user's write of an object pass the policies? Tries it in a subtransaction that is always rolled back, role
-- and claims included, and answers the SQLSTATE: 00000 for yes, 42501 for a policy's no, 23505 for "is there already".
create or replace function storage.try_write(claims jsonb, bucket text, object text, is_upsert boolean)
returns text language plpgsql as $$
declare
    passed constant text := 'LS000';
    written uuid;
begin
    perform set_config('request.jwt.claims', claims::text, true),
            set_config('request.jwt.claim.sub', coalesce(claims ->> 'sub', ''), true),
            set_config('request.jwt.claim.role', coalesce(claims ->> 'role', 'anon'), true),
            set_config('role', coalesce(claims ->> 'role', 'anon'), true);
    if is_upsert then
        insert into storage.objects (bucket_id, name, owner, owner_id)
        values (bucket, object, (claims ->> 'sub')::uuid, claims ->> 'sub')
        on conflict (bucket_id, name) do update set version = excluded.version, owner = excluded.owner
        returning id into written;
    else
        insert into storage.objects (bucket_id, name, owner, owner_id)
        values (bucket, object, (claims ->> 'sub')::uuid, claims ->> 'sub');
    end if;
    raise exception using errcode = passed;
exception when others then
    return case sqlstate when passed then '00000' else sqlstate end;
end
$$;
