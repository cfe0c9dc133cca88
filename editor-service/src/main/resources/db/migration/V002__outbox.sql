-- Tables of the Namastack outbox 1.6.0 (its postgres script), kept here so that Flyway owns every table of this database.
create table outbox_record (
    id             varchar(255) primary key,
    status         varchar(20) not null,
    record_key     varchar(255) not null,
    record_type    varchar(255) not null,
    payload        text not null,
    context        text,
    created_at     timestamptz not null,
    completed_at   timestamptz,
    failure_count  int not null,
    failure_reason varchar(1000),
    next_retry_at  timestamptz not null,
    partition_no   integer not null,
    handler_id     varchar(1000) not null
);
create table outbox_instance (
    instance_id    varchar(255) primary key,
    hostname       varchar(255) not null,
    port           integer not null,
    status         varchar(50) not null,
    started_at     timestamptz not null,
    last_heartbeat timestamptz not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
create table outbox_partition (
    partition_number integer primary key,
    instance_id      varchar(255),
    version          bigint not null default 0,
    updated_at       timestamptz not null
);
create index outbox_record_by_key on outbox_record (record_key, created_at);
create index outbox_record_by_partition on outbox_record (partition_no, status, next_retry_at);
create index outbox_record_by_status on outbox_record (status, next_retry_at);
create index outbox_instance_by_status on outbox_instance (status, last_heartbeat);
create index outbox_partition_by_instance on outbox_partition (instance_id);
