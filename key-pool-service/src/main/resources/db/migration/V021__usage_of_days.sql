-- The same sums by days of UTC, so that a report over months reads days and not half hours.
create table usage_day (
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
comment on column usage_day.cell is 'start of the day in which the lease was granted, UTC';
create index usage_day_by_age on usage_day (cell);
insert into usage_day
select user_id, date_trunc('day', cell, 'UTC'), key_id, (max(scope_id::text))::uuid, max(service), model, outcome, step,
    sum(requests), sum(cost_micros), sum(media_ms), sum(latency_ms)
from usage_cell group by user_id, date_trunc('day', cell, 'UTC'), key_id, model, outcome, step;
