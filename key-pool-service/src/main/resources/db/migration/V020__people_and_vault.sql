-- Which master key seals new secrets, and the key of the fingerprints. The latter is made once and only sealed anew when the
-- master key changes, so that the same secret keeps its fingerprint.
create table vault (
    only_row               boolean primary key default true check (only_row),
    master_key             varchar(40) not null,
    fingerprint_key        bytea not null,
    rotation_started_at    timestamptz,
    rotation_finished_at   timestamptz
);
-- Id of the master key that a secret is sealed with; null without a secret.
alter table api_keys add column master_key varchar(40);
create index api_keys_by_master_key on api_keys (master_key) where key_value is not null;

-- What a deleted key was, for undoing; and when its secret is forgotten.
alter table api_keys add column status_before varchar(20);
alter table api_keys add column purge_at timestamptz;
create index api_keys_to_purge on api_keys (purge_at) where purge_at is not null;
-- Rotation with overlap: from when on the replaced key is drained.
alter table api_keys add column drain_at timestamptz;
-- A draining key ends deleted, otherwise paused.
alter table api_keys add column delete_drained boolean not null default false;

alter table key_audit add column detail varchar(300) not null default '';
create index key_audit_of_key on key_audit (key_id, id desc);

-- Calls that came with an Idempotency-Key; the result is the id of what the first of them made.
create table call_once (
    user_id    uuid not null,
    call       varchar(100) not null,
    key        varchar(200) not null,
    body_hash  varchar(64) not null,
    result     uuid not null,
    created_at timestamptz not null,
    primary key (user_id, call, key)
);
create index call_once_by_age on call_once (created_at);

-- Lists of keys that were read but not yet taken: one sealed blob each, forgotten after a quarter of an hour.
create table key_import (
    id           uuid primary key,
    person_id    uuid not null,
    -- the installation's, not the person's
    shared       boolean not null,
    -- what may be taken, with its secrets
    sealed       bytea,
    master_key   varchar(40),
    -- what was found, line by line, and what came of it; neither has a secret in it
    report       text not null,
    result       text,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    committed_at timestamptz
);
create index key_import_by_expiry on key_import (expires_at);

-- A free question to a provider whether it knows the key. Workers claim rows, ask, and report.
create table key_check_run (
    id           uuid primary key,
    owner_id     uuid not null,
    created_at   timestamptz not null,
    cancelled_at timestamptz
);
create table key_check (
    id           uuid primary key,
    key_id       uuid not null references api_keys,
    run_id       uuid references key_check_run,
    asked_by     uuid,
    state        varchar(20) not null check (state in ('pending', 'running', 'passed', 'failed', 'unreachable', 'expired', 'cancelled')),
    created_at   timestamptz not null,
    deadline     timestamptz not null,
    claimed_by   varchar(120),
    claim_until  timestamptz,
    attempts     integer not null default 0,
    finished_at  timestamptz,
    code         varchar(60),
    detail       varchar(300),
    latency_ms   bigint
);
-- One open question per key: asking again joins it.
create unique index key_check_open on key_check (key_id) where state in ('pending', 'running');
create index key_check_to_do on key_check (created_at) where state in ('pending', 'running');
create index key_check_of_key on key_check (key_id, created_at desc);
create index key_check_of_run on key_check (run_id);

-- Settled leases folded into cells of half an hour. One row per outcome and step of latency: counting is adding, and
-- percentiles come from the steps. counted marks what is folded in, in the same transaction, so that nothing counts twice.
alter table lease add column counted boolean not null default false;
create index lease_uncounted on lease (settled_at) where settled_at is not null and not counted;
create table usage_cell (
    user_id      uuid not null,
    cell         timestamptz not null,
    key_id       uuid not null,
    scope_id     uuid not null,
    service      varchar(40) not null,
    model        varchar(120) not null,
    outcome      varchar(40) not null,
    step         smallint not null,
    requests     bigint not null,
    cost_micros  bigint not null,
    media_ms     bigint not null,
    latency_ms   bigint not null,
    primary key (user_id, cell, key_id, model, outcome, step)
);
comment on column usage_cell.cell is 'start of the half hour in which the lease was granted, UTC';
comment on column usage_cell.step is 'n: latency above 10 ms x 2^((n-1)/8) and up to 10 ms x 2^(n/8); 0: up to 10 ms';
create index usage_cell_by_age on usage_cell (cell);
-- When work under leases went wrong; such rows are few.
create index lease_faults on lease (user_id, settled_at) where outcome not in
    ('success', 'cancelled', 'not_sent', 'content_rejected', 'bad_request');

-- A list of thousands of keys raises the version once, not once per key.
drop trigger key_added on api_keys;
create function raise_pool_versions_for_new_keys() returns trigger language plpgsql as $$
begin
    update pool set version = version + 1 where service in (select distinct service_type from added);
    return null;
end $$;
create trigger key_added after insert on api_keys referencing new table as added
    for each statement execute function raise_pool_versions_for_new_keys();
create trigger key_removed after delete on api_keys for each row execute function raise_pool_version();
-- Sealing a secret anew changes nothing that is lent.
drop trigger key_changed on api_keys;
create trigger key_changed after update on api_keys for each row
    when (old.status is distinct from new.status or old.weight is distinct from new.weight
        or old.priority is distinct from new.priority or old.models is distinct from new.models
        or old.scope_id is distinct from new.scope_id or old.deleted_at is distinct from new.deleted_at
        or old.rate_limit_per_minute is distinct from new.rate_limit_per_minute
        or old.rate_limit_per_day is distinct from new.rate_limit_per_day
        or old.base_url is distinct from new.base_url
        or (old.key_value is distinct from new.key_value and old.master_key is not distinct from new.master_key))
    execute function raise_pool_version();
-- ETag of a scope.
alter table quota_scope add column version bigint not null default 0;
-- For forgetting old leases: rows lie by age, so a few bytes per block suffice.
create index lease_by_age on lease using brin (granted_at);
