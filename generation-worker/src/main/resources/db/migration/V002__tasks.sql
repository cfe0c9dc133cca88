-- One row per generation. The work is JSON of a record of io.vimax.worker.provider.Work.
create table task (
    id                    uuid primary key,
    episode_id            uuid not null,
    user_id               uuid not null,
    kind                  text not null,
    target_type           text not null,
    target_id             uuid not null,
    target_label          text not null,
    provider              text not null,
    model                 text not null,
    priority              int not null,
    work                  jsonb not null,
    input_hash            text not null,
    estimated_cost_micros bigint not null default 0,
    cost_micros           bigint not null default 0,
    state                 text not null,
    fence                 bigint not null default 0,
    claimed_by            text,
    heartbeat_at          timestamptz,
    attempt               int not null default 0,
    not_before            timestamptz not null default now(),
    waiting_for           text,
    provider_job_id       text,
    lease_id              uuid,
    key_id                text,
    scope_id              text,
    excluded_keys         text[] not null default '{}',
    progress              double precision not null default 0,
    failure_code          text,
    failure_detail        text,
    trace                 text,
    trace_id              text,
    version               bigint not null default 1,
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now(),
    started_at            timestamptz,
    finished_at           timestamptz
);
-- Claims look only at what is open; finished tasks are many and stay out of the way.
create index task_open on task (priority, created_at) where state in ('QUEUED', 'SUBMITTING', 'RUNNING', 'STORING');
create index task_by_claim on task (claimed_by) where claimed_by is not null;

-- When a person or an episode last got a turn.
create table turn_of_user (user_id uuid primary key, served_at timestamptz not null);
create table turn_of_episode (episode_id uuid primary key, served_at timestamptz not null);

-- Cancellations of generations that have not arrived yet.
create table cancellation (
    generation_id uuid primary key,
    user_id       uuid not null,
    reason        text not null,
    requested_at  timestamptz not null default now()
);

-- How long work took, for estimates.
create table work_duration (
    id           bigint generated always as identity primary key,
    model        text not null,
    length_class int not null,
    duration_ms  bigint not null,
    finished_at  timestamptz not null default now()
);
create index work_duration_by_model on work_duration (model, length_class, id desc);

-- The jobs of the provider local: a finished one is never done again.
create table provider_job (
    job_id        uuid primary key,
    accepted_at   timestamptz not null default now(),
    started_count int not null default 0,
    finished_at   timestamptz,
    folder        text,
    result        jsonb,
    discarded_at  timestamptz
);
create index provider_job_left_over on provider_job (accepted_at) where discarded_at is null;

create table asset (
    id            uuid primary key,
    owner_id      uuid not null,
    generation_id uuid not null,
    sha256        text not null,
    media_type    text not null,
    bytes         bigint not null,
    duration_ms   bigint,
    width         int,
    height        int,
    frame_rate    double precision,
    created_at    timestamptz not null
);
create index asset_by_content on asset (sha256);
