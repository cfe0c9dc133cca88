-- Pictures of the characters. A character has no row of its own in an episode: its id follows from the episode's and its name.
create table sitter (
    id                   uuid primary key,
    episode_id           uuid    not null references episode on delete cascade,
    name                 text    not null,
    -- whether a portrait is made by itself before the shots that show the character
    wanted               boolean not null,
    -- the person's own picture; no portrait is made then
    reference_asset_id   uuid,
    selected_portrait_id uuid,
    -- the words that the character had when a person picked the portrait: it fits them, whatever it was made from
    picked_hash          text,
    unique (episode_id, name)
);

create table portrait (
    id            uuid primary key,
    episode_id    uuid        not null references episode on delete cascade,
    sitter_id     uuid        not null references sitter on delete cascade,
    number        int         not null,
    -- a completed event that comes twice makes one portrait
    generation_id uuid        not null unique,
    asset_id      uuid        not null,
    content_hash  text        not null,
    provider      text        not null,
    model         text        not null,
    seed          bigint      not null,
    cost_micros   bigint      not null,
    hidden        boolean     not null default false,
    created_at    timestamptz not null,
    unique (sitter_id, number)
);
create index portrait_of_episode on portrait (episode_id);

-- what people should know of how it was asked for, in words
alter table generation add column note text;

-- its first frame is the last one of the shot before it
alter table shot add column continues_previous boolean not null default false;
-- a person asked for it, and it waits for what its keyframe is made from
alter table shot add column waits boolean not null default false;
