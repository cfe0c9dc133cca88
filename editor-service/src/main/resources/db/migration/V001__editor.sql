-- Everything of an episode. Times are UTC instants, durations integer milliseconds, money integer micro-USD.

create table series (
    id            uuid primary key,
    user_id       uuid        not null,
    title         text        not null,
    description   text,
    genre         text,
    style_preset  text,
    status        text        not null,
    standing      boolean     not null default false,
    row_version   bigint      not null default 0,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);
create index series_of_a_person on series (user_id, created_at desc);
-- Every person has at most one series for films that belong to none.
create unique index one_standing_series on series (user_id) where standing;

create table episode (
    id                  uuid primary key,
    user_id             uuid        not null,
    series_id           uuid        not null references series,
    episode_number      int         not null,
    title               text        not null,
    logline             text,
    synopsis            text,
    state               text        not null,
    autopilot           boolean     not null,
    paused              boolean     not null default false,
    halt_code           text,
    halt_detail         text,
    version             bigint      not null,
    row_version         bigint      not null default 0,
    idea                text,
    script_text         text,
    script_format       text        not null,
    seconds             int,
    scenes              int,
    ratio               text        not null,
    brief_language      text        not null,
    language            text        not null,
    style               text        not null,
    seed                bigint      not null,
    models              text        not null,
    budget_micros       bigint,
    width               int         not null,
    height              int         not null,
    fps                 int         not null,
    characters          text        not null default '[]',
    audio               text        not null,
    music_asset_id      uuid,
    music_hash          text,
    music_generation_id uuid,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    unique (series_id, episode_number)
);
create index episode_library on episode (user_id, created_at desc, id desc);
create index episode_on_autopilot on episode (updated_at) where autopilot and not paused and state <> 'completed';

-- A scene that the person took out has no number: its results stay, so that a checkpoint can bring it back.
create table scene (
    id          uuid primary key,
    episode_id  uuid not null references episode on delete cascade,
    number      int,
    heading     text not null,
    place       text not null,
    time_of_day text not null,
    weather     text not null,
    interior    boolean not null,
    mood        text not null,
    act         text not null,
    summary     text not null,
    unique (episode_id, number) deferrable initially deferred
);

-- A shot that the person took out has no number: its results stay, so that a checkpoint can bring it back.
create table shot (
    id                     uuid primary key,
    episode_id             uuid not null references episode on delete cascade,
    scene_id               uuid not null references scene on delete cascade,
    number                 int,
    description            text not null,
    prompt                 text,
    framing                text not null,
    camera_move            text not null,
    people                 text not null,
    duration_ms            bigint not null,
    seed                   bigint not null,
    model                  text,
    keyframe_asset_id      uuid,
    keyframe_hash          text,
    keyframe_generation_id uuid,
    selected_take_id       uuid,
    unique (scene_id, number) deferrable initially deferred
);
create index shot_of_episode on shot (episode_id);

-- A line that the person took out has no number: its results stay, so that a checkpoint can bring it back.
create table line (
    id                  uuid primary key,
    episode_id          uuid not null references episode on delete cascade,
    scene_id            uuid not null references scene on delete cascade,
    shot_id             uuid not null references shot on delete cascade,
    number              int,
    speaker             text not null,
    kind                text not null,
    text                text not null,
    voice_asset_id      uuid,
    voice_duration_ms   bigint,
    voice_hash          text,
    voice_generation_id uuid,
    unique (scene_id, number) deferrable initially deferred
);
create index line_of_episode on line (episode_id);

create table generation (
    id                    uuid primary key,
    user_id               uuid        not null,
    episode_id            uuid        not null references episode on delete cascade,
    kind                  text        not null,
    target_type           text        not null,
    target_id             uuid        not null,
    target_label          text        not null,
    state                 text        not null,
    -- all inputs including seed and model: equal means the same work
    input_hash            text        not null,
    -- what the person wrote: unequal to the unit's present hash means stale
    content_hash          text        not null,
    -- the keyframe that a clip is made from
    source_asset_id       uuid,
    provider              text        not null,
    model                 text        not null,
    seed                  bigint      not null,
    stage                 text,
    stage_index           int,
    stage_count           int,
    progress              double precision,
    progress_kind         text        not null default 'unknown',
    queue_position        int,
    eta_p50_ms            bigint,
    eta_p90_ms            bigint,
    eta_samples           int         not null default 0,
    cost_estimated_micros bigint      not null,
    cost_actual_micros    bigint,
    attempt               int         not null default 0,
    seen_version          bigint      not null default 0,
    trace_id              text,
    error_code            text,
    error_detail          text,
    error_retryable       boolean,
    created_at            timestamptz not null,
    started_at            timestamptz,
    finished_at           timestamptz
);
create index generation_of_episode on generation (episode_id, created_at, id);
create index generation_of_a_person on generation (user_id, created_at desc, id desc);
create index generation_history on generation (kind, finished_at desc) where state = 'ready';
-- The same work is never under way twice for one unit.
create unique index generation_under_way on generation (target_type, target_id, input_hash)
    where state in ('queued', 'running');

create table take (
    id                uuid primary key,
    episode_id        uuid        not null references episode on delete cascade,
    shot_id           uuid        not null references shot on delete cascade,
    number            int         not null,
    -- a completed event that comes twice makes one take
    generation_id     uuid        not null unique,
    keyframe_asset_id uuid        not null,
    clip_asset_id     uuid        not null,
    duration_ms       bigint      not null,
    content_hash      text        not null,
    provider          text        not null,
    model             text        not null,
    seed              bigint      not null,
    cost_micros       bigint      not null,
    hidden            boolean     not null default false,
    created_at        timestamptz not null,
    unique (shot_id, number)
);
create index take_of_episode on take (episode_id);

create table timeline (
    episode_id  uuid primary key references episode on delete cascade,
    revision    int         not null,
    -- null while it follows script and takes by itself; set once a person cut it
    tracks      text,
    updated_at  timestamptz not null
);

create table render (
    id               uuid primary key,
    episode_id       uuid        not null references episode on delete cascade,
    number           int         not null,
    generation_id    uuid        not null unique,
    content_hash     text        not null,
    film_asset_id    uuid        not null,
    vtt_asset_id     uuid,
    srt_asset_id     uuid,
    poster_asset_id  uuid,
    duration_ms      bigint,
    width            int,
    height           int,
    fps              double precision,
    bytes            bigint      not null,
    loudness_lufs    double precision,
    true_peak_dbtp   double precision,
    created_at       timestamptz not null,
    unique (episode_id, number)
);

create table checkpoint (
    id         uuid primary key,
    episode_id uuid        not null references episode on delete cascade,
    stage      text        not null,
    moved_by   text        not null,
    version    bigint      not null,
    data       text        not null,
    created_at timestamptz not null
);
create index checkpoint_of_episode on checkpoint (episode_id, created_at desc);

create table idempotency_key (
    user_id    uuid        not null,
    key        text        not null,
    body_hash  text        not null,
    episode_id uuid        not null,
    created_at timestamptz not null,
    primary key (user_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table processed_event (
    event_id     uuid primary key,
    processed_at timestamptz not null
);
create index processed_event_age on processed_event (processed_at);
