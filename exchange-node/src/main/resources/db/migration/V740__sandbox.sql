-- Where programs try themselves out: codes of simulated agencies may be longer, their clock may be ahead, and what each real
-- agency's program did is kept for the checklist. Empty on every other installation.

alter table training_act modify agency varchar(35) character set ascii collate ascii_bin not null;

create table sandbox_clock (
    id        tinyint  not null primary key,
    ahead_ms  bigint   not null
);

create table sandbox_run (
    agency    varchar(35)  character set ascii collate ascii_bin not null primary key,
    run_id    varchar(36)  character set ascii collate ascii_bin not null,
    name      varchar(200) not null,
    begun_at  datetime(3)  not null
);

create table sandbox_deed (
    agency    varchar(35)  character set ascii collate ascii_bin not null,
    deed      varchar(30)  character set ascii collate ascii_bin not null,
    first_at  datetime(3)  not null,
    last_at   datetime(3)  not null,
    times     int          not null,
    detail    varchar(80)  character set ascii collate ascii_bin not null,
    primary key (agency, deed)
);
