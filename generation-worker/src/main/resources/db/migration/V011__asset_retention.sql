-- What becomes of assets that nothing uses; see io.vimax.worker.asset.retention.
alter table asset
    -- when the editor was last asked whether anything uses it
    add column asked_at     timestamptz,
    -- since when every answer was that nothing does
    add column unused_since timestamptz,
    -- from then on it is gone for readers; the row goes when the content is gone
    add column dropped_at   timestamptz;
create index asset_to_ask on asset (asked_at nulls first, created_at) where dropped_at is null;
create index asset_dropped on asset (dropped_at) where dropped_at is not null;

-- Contents that were stored a short while ago, so that they are not taken for forgotten before their assets have rows.
create table content_hold (
    sha256     text primary key,
    media_type text        not null,
    bytes      bigint      not null,
    held_until timestamptz not null
);
create index content_hold_by_end on content_hold (held_until);
