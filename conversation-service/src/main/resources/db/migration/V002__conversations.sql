-- A conversation and what it gathered. The brief is one document: it is always read and written as a whole.
create table conversation (
    id             uuid primary key,
    user_id        uuid not null,
    brief          text not null check (brief is json object),
    tongue         varchar(10) not null check (tongue in ('ENGLISH', 'CHINESE')),
    asked          varchar(10) check (asked in ('STORY', 'LENGTH', 'LONGER')),
    length_talk    varchar(10) not null check (length_talk in ('CLEAR', 'UNCLEAR', 'ASKED')),
    message_count  integer not null check (message_count >= 0),
    episode_id     uuid unique,
    version        bigint not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
-- Ids sort by time, newest first is the list of a person.
create index conversation_by_person on conversation (user_id, id desc);

create table message (
    conversation_id uuid not null references conversation,
    number          integer not null check (number >= 1),
    id              uuid not null unique,
    role            varchar(10) not null check (role in ('user', 'assistant')),
    text            text not null check (length(text) between 1 and 100000),
    created_at      timestamptz not null,
    primary key (conversation_id, number)
);

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
