-- Who shares limits: an account or project of a provider. owner_id is null for what comes with the installation.
create table quota_scope (
    id          uuid primary key,
    owner_id    uuid,
    service     varchar(40) not null,
    name        varchar(120) not null,
    in_flight   integer check (in_flight between 1 and 100000),
    per_minute  integer check (per_minute between 1 and 10000000),
    per_day     integer check (per_day between 1 and 1000000000),
    zone        varchar(60) not null default 'UTC',
    created_at  timestamptz not null,
    unique nulls not distinct (owner_id, service, name)
);

create table api_key (
    id                    uuid primary key,
    owner_id              uuid,
    service_type          varchar(40) not null,
    scope_id              uuid not null references quota_scope,
    label                 varchar(120) not null,
    base_url              varchar(300),
    prefix                varchar(12) not null,
    last_four             varchar(4) not null,
    fingerprint           varchar(64) not null,
    secret                bytea,
    state                 varchar(20) not null,
    state_reason          varchar(300) not null,
    state_since           timestamptz not null,
    weight                integer not null check (weight between 1 and 1000),
    rate_limit_per_minute integer,
    rate_limit_per_day    integer,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    deleted_at            timestamptz,
    version               bigint not null
);
-- The same secret is one key, unless it was deleted.
create unique index api_key_once on api_key (service_type, fingerprint) where deleted_at is null;
create index api_key_of_owner on api_key (owner_id, created_at desc);

-- The books of the leases: what Redis holds can be built again from the open rows.
create table lease (
    id            uuid primary key,
    key_id        uuid not null references api_key,
    scope_id      uuid not null references quota_scope,
    service       varchar(40) not null,
    model         varchar(120) not null,
    generation_id uuid not null,
    user_id       uuid not null,
    owner         varchar(120) not null,
    fence         bigint not null,
    granted_at    timestamptz not null,
    expires_at    timestamptz not null,
    settled_at    timestamptz,
    outcome       varchar(40),
    cost_micros   bigint not null default 0,
    media_ms      bigint not null default 0,
    latency_ms    bigint not null default 0
);
create index lease_open on lease (service, expires_at) where settled_at is null;

create table api_key_usage (
    key_id        uuid not null references api_key,
    model         varchar(120) not null,
    timestamp     timestamptz not null,
    request_count bigint not null default 0,
    success_count bigint not null default 0,
    error_count   bigint not null default 0,
    cost_micros   bigint not null default 0,
    media_ms      bigint not null default 0,
    latency_ms    bigint not null default 0,
    primary key (key_id, model, timestamp)
);
comment on column api_key_usage.timestamp is 'start of the hour, UTC';

create table key_audit (
    id         bigint generated always as identity primary key,
    key_id     uuid not null,
    actor_id   uuid,
    action     varchar(40) not null,
    at         timestamptz not null
);
