-- Where people train: what the simulated agencies still have to do, which sample documents there are, and what happened.
-- Empty on every other installation.

create table training_act (
    id         bigint       not null auto_increment primary key,
    agency     varchar(13)  character set ascii collate ascii_bin not null,
    kind       varchar(20)  character set ascii collate ascii_bin not null,
    parcel_id  varchar(36)  character set ascii collate ascii_bin null,
    detail     varchar(40)  character set ascii collate ascii_bin not null,
    due_at     datetime(3)  not null,
    tries      int          not null default 0,
    done_at    datetime(3)  null,
    unique key training_act_once (parcel_id, agency, kind, detail),
    key training_act_due (done_at, due_at)
);

create table training_sample (
    kind       varchar(30)  character set ascii collate ascii_bin not null,
    round      int          not null,
    ordered_at datetime(3)  not null,
    parcel_id  varchar(36)  character set ascii collate ascii_bin null,
    primary key (kind, round)
);

create table training_lesson (
    lesson     varchar(20)  character set ascii collate ascii_bin not null primary key,
    round      int          not null,
    begun_at   datetime(3)  not null
);

create table training_event (
    id         bigint       not null auto_increment primary key,
    at         datetime(3)  not null,
    action     varchar(40)  character set ascii collate ascii_bin not null,
    object     varchar(80)  character set ascii collate ascii_bin not null,
    party      varchar(13)  character set ascii collate ascii_bin not null,
    key training_event_at (at)
);
