-- Which memory of Redis the books belong to. A grant of an earlier one is not entered any more.
alter table pool add column epoch uuid;

-- Reserved for the lease, in millionths of a US dollar.
alter table lease add column price_micros bigint not null default 0;
create index lease_granted on lease (service, granted_at);

-- What rests for longer than a window. Redis decides; these rows bring it back when Redis loses its memory.
create table pool_rest (
    service  varchar(40) not null,
    -- a scope, scope|model, key, key|model, model|NAME or provider
    holder   varchar(200) not null,
    -- whose state it is; null for a model or the provider
    scope_id uuid references quota_scope,
    since    timestamptz not null,
    until    timestamptz not null,
    in_a_row integer not null,
    half     boolean not null,
    reason   varchar(40) not null,
    primary key (service, holder)
);
