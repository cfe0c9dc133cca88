-- What was made of contents to show them, once for each content and kind; see io.vimax.worker.asset.preview.
create table asset_preview (
    sha256         text        not null,
    kind           text        not null,
    state          text        not null,
    claimed_until  timestamptz not null,
    made_at        timestamptz,
    content_sha256 text,
    bytes          bigint,
    tile_width     int,
    tile_height    int,
    tile_columns   int,
    tile_count     int,
    interval_ms    bigint,
    primary key (sha256, kind)
);
