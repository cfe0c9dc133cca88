create table available_models (
    id           uuid primary key default gen_random_uuid(),
    name         varchar(120) not null unique,
    category     varchar(20) not null check (category in ('chat', 'image', 'video', 'speech', 'music', 'render')),
    provider     varchar(40) not null,
    gateway_id   varchar(160) not null,
    description  varchar(500) not null,
    capabilities jsonb not null default '{}',
    price_unit   varchar(20) not null check (price_unit in ('generation', 'second', 'token', 'character', 'unknown')),
    price_micros bigint check (price_micros >= 0),
    is_active    boolean not null default true,
    deprecated_at date,
    shutdown_at   date,
    replacement   varchar(120),
    source        varchar(300)
);
comment on column available_models.price_micros is 'millionths of a US dollar per unit; null when nobody has stated one';

create table user_model_preferences (
    user_id      uuid primary key,
    chat_model   varchar(120) not null,
    image_model  varchar(120) not null,
    video_model  varchar(120) not null,
    speech_model varchar(120) not null,
    music_model  varchar(120) not null,
    fallback     jsonb not null default '{}',
    version      bigint not null default 0,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

insert into available_models (name, category, provider, gateway_id, description, capabilities, price_unit, price_micros) values
('local-story', 'chat', 'local', 'local-story', 'Writes a short film from an idea, or splits your own text, on this machine',
 '{"languages": ["en", "zh"], "max_input_characters": 100000}', 'generation', 0),
('local-storyboard', 'image', 'local', 'local-storyboard', 'Draws storyboard frames on this machine',
 '{"ratios": ["16:9", "9:16", "1:1"], "max_reference_images": 0}', 'generation', 0),
('local-animatic', 'video', 'local', 'local-animatic', 'Moves a camera through storyboard frames on this machine: an animatic, not photography',
 '{"ratios": ["16:9", "9:16", "1:1"], "max_images": 1, "image_roles": ["first_frame"], "min_seconds": 1, "max_seconds": 60, "audio": false}', 'generation', 0),
('local-voice', 'speech', 'local', 'local-voice', 'Speaks a scratch voice on this machine, as a guide for timing',
 '{"languages": ["en", "zh"]}', 'generation', 0),
('local-ambient', 'music', 'local', 'local-ambient', 'Composes an ambient bed on this machine',
 '{"max_seconds": 900}', 'generation', 0),
('local-render', 'render', 'local', 'local-render', 'Puts pictures and sound together on this machine',
 '{"ratios": ["16:9", "9:16", "1:1"]}', 'generation', 0);

-- Models of providers that need a key; states as of 2026-11-22, sources in docs/models.md.
insert into available_models (name, category, provider, gateway_id, description, capabilities, price_unit, deprecated_at, shutdown_at, replacement, source) values
('gemini-2.0-flash-001', 'chat', 'yunwu', 'gemini-2.0-flash-001', 'Gemini 2.0 Flash by a relay', '{}', 'unknown', '2026-06-01', '2026-06-01', 'gemini-2.5-flash-lite', 'ai.google.dev/gemini-api/docs/deprecations'),
('gemini-2.5-flash-lite', 'chat', 'yunwu', 'gemini-2.5-flash-lite', 'Gemini 2.5 Flash Lite by a relay', '{}', 'unknown', null, null, null, 'ai.google.dev/gemini-api/docs/deprecations'),
('gemini-2.5-flash-nothinking', 'chat', 'yunwu', 'gemini-2.5-flash-nothinking', 'Gemini 2.5 Flash without thinking, an alias of the relay', '{}', 'unknown', '2026-10-20', '2026-12-01', 'gemini-3.5-flash-lite', 'docs.cloud.google.com Vertex model versions'),
('gemini-3.5-flash-lite', 'chat', 'yunwu', 'gemini-3.5-flash-lite', 'Gemini 3.5 Flash Lite by a relay', '{}', 'unknown', null, null, null, 'ai.google.dev/gemini-api/docs/deprecations'),
('doubao-seedream-4-0-250828', 'image', 'yunwu', 'doubao-seedream-4-0-250828', 'Seedream 4.0 by a relay', '{"max_reference_images": 10, "min_pixels": 1024, "max_pixels": 4096}', 'unknown', '2026-07-23', null, 'doubao-seedream-5-0-260128', 'relay announcement 2026-07'),
('doubao-seedream-5-0-260128', 'image', 'yunwu', 'doubao-seedream-5-0-260128', 'Seedream 5.0 by a relay', '{"max_reference_images": 10}', 'unknown', null, null, null, 'relay announcement 2026-07'),
('nanobanana', 'image', 'yunwu', 'gemini-2.5-flash-image-preview', 'Gemini image preview by a relay', '{"max_reference_images": 3}', 'unknown', '2026-01-15', '2026-01-15', 'gemini-3.1-flash-image', 'ai.google.dev/gemini-api/docs/deprecations'),
('gemini-3.1-flash-image', 'image', 'yunwu', 'gemini-3.1-flash-image', 'Gemini 3.1 Flash image by a relay', '{}', 'unknown', null, null, null, 'ai.google.dev/gemini-api/docs/deprecations'),
('veo3-fast', 'video', 'yunwu', 'veo3-fast', 'Veo 3 Fast by a relay: text to video with sound', '{"max_images": 0, "seconds": [8], "ratios": ["16:9", "9:16"], "audio": true}', 'unknown', '2026-06-30', '2026-06-30', 'veo3.1-fast', 'docs.cloud.google.com Vertex model versions'),
('veo3-pro-frames', 'video', 'yunwu', 'veo3-pro-frames', 'Veo 3 Pro by a relay: takes a first frame only', '{"max_images": 1, "image_roles": ["first_frame"], "seconds": [8], "ratios": ["16:9", "9:16"], "audio": true}', 'unknown', '2026-06-30', '2026-06-30', 'veo3.1-fast', 'docs.cloud.google.com Vertex model versions'),
('veo3.1-fast', 'video', 'yunwu', 'veo3.1-fast', 'Veo 3.1 Fast by a relay: first and last frame', '{"max_images": 2, "image_roles": ["first_frame", "last_frame"], "seconds": [8], "ratios": ["16:9", "9:16"], "audio": true}', 'unknown', null, null, null, 'relay documentation 2026-01');
