-- Names of the original plan, so that existing clients and reports find their tables.
alter table api_key rename to api_keys;
alter table api_keys rename column secret to key_value;
alter table api_keys rename column state to status;
alter table api_keys rename column state_reason to status_reason;
alter table api_keys rename column state_since to status_since;
-- Lower tiers are lent first under the policy 'priority'.
alter table api_keys add column priority integer not null default 100 check (priority between 1 and 1000);
-- Models that the key may be lent for; null for all that its provider has.
alter table api_keys add column models varchar(120)[];
-- A key from VIMAX_KEYS_<SERVICE>: it belongs to the installation and is removed there, not by the API.
alter table api_keys add column from_environment boolean not null default false;
-- The key that takes over from this one while both are lent (rotation with overlap).
alter table api_keys add column replaced_by uuid references api_keys;
-- Until when a draining key finishes its leases, or null.
alter table api_keys add column drain_until timestamptz;
alter table api_keys add column last_used_at timestamptz;
alter table api_keys add column last_error varchar(300);
alter table api_keys add column last_error_at timestamptz;

-- What a provider counts. Exactly one of scope_id and key_id says whose; model says what is counted together.
create table quota_limit (
    id       uuid primary key,
    scope_id uuid references quota_scope,
    key_id   uuid references api_keys,
    -- a model, '*' for every model on its own, or null for all models together
    model    varchar(120),
    kind     varchar(30) not null check (kind in ('requests_per_minute', 'requests_per_day', 'in_flight', 'spend')),
    -- rolling: any 60 s; calendar: the minute of the clock. Days and months always follow the calendar of the scope's zone.
    period   varchar(10) not null check (period in ('rolling', 'calendar', 'day', 'month', 'now')),
    -- requests, leases at once, or millionths of a US dollar
    most     bigint not null check (most > 0),
    check ((scope_id is null) <> (key_id is null)),
    check (case kind when 'requests_per_minute' then period in ('rolling', 'calendar')
                     when 'requests_per_day' then period in ('rolling', 'day')
                     when 'in_flight' then period = 'now'
                     else period in ('day', 'month') end),
    unique nulls not distinct (scope_id, key_id, model, kind)
);
insert into quota_limit (id, scope_id, model, kind, period, most)
select gen_random_uuid(), id, null, 'in_flight', 'now', in_flight from quota_scope where in_flight is not null;
insert into quota_limit (id, scope_id, model, kind, period, most)
select gen_random_uuid(), id, '*', 'requests_per_minute', 'rolling', per_minute from quota_scope where per_minute is not null;
insert into quota_limit (id, scope_id, model, kind, period, most)
select gen_random_uuid(), id, '*', 'requests_per_day', 'day', per_day from quota_scope where per_day is not null;
alter table quota_scope drop column in_flight, drop column per_minute, drop column per_day;

-- How keys are chosen for a person's work with a service, and the version that every change of keys, scopes, limits or
-- policies raises, so that Redis and the replicas know which configuration they have.
create table pool (
    service  varchar(40) primary key,
    policy   varchar(20) not null default 'least_loaded' check (policy in ('least_loaded', 'round_robin', 'priority')),
    version  bigint not null default 1
);
insert into pool (service) values ('local'), ('yunwu'), ('openai'), ('google'), ('ark');
create function raise_pool_version() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'quota_limit' then
        update pool set version = version + 1 where service in (
            select s.service from quota_scope s where s.id in (new.scope_id, old.scope_id)
            union select k.service_type from api_keys k where k.id in (new.key_id, old.key_id));
    elsif tg_table_name = 'api_keys' then
        update pool set version = version + 1 where service in (new.service_type, old.service_type);
    else
        update pool set version = version + 1 where service in (new.service, old.service);
    end if;
    return null;
end $$;
create trigger limit_changed after insert or update or delete on quota_limit for each row execute function raise_pool_version();
create trigger scope_changed after insert or update or delete on quota_scope for each row execute function raise_pool_version();
create trigger key_added after insert or delete on api_keys for each row execute function raise_pool_version();
create trigger key_changed after update on api_keys for each row
    when (old.status is distinct from new.status or old.weight is distinct from new.weight
        or old.priority is distinct from new.priority or old.models is distinct from new.models
        or old.scope_id is distinct from new.scope_id or old.deleted_at is distinct from new.deleted_at
        or old.rate_limit_per_minute is distinct from new.rate_limit_per_minute
        or old.rate_limit_per_day is distinct from new.rate_limit_per_day
        or old.base_url is distinct from new.base_url or old.key_value is distinct from new.key_value)
    execute function raise_pool_version();
