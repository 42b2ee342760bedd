-- The emergency entry: credentials in two halves that lie sealed, and every use of them.

create table break_glass (
    id          bigint       not null auto_increment primary key,
    digest      binary(32)   not null comment 'of both halves together: one of them can be tried against nothing',
    state       varchar(10)  character set ascii collate ascii_bin not null comment 'SEALED, VOID, USED, CLOSED',
    drawn_at    datetime(3)  not null,
    used_at     datetime(3)  null,
    ends_at     datetime(3)  null,
    ended_at    datetime(3)  null,
    address     varchar(64)  character set ascii collate ascii_bin null,
    first_name  varchar(100) null comment 'who brought the first half, as they say',
    second_name varchar(100) null,
    reason      varchar(500) null,
    closed_by   varchar(64)  character set ascii collate ascii_bin null,
    closed_at   datetime(3)  null,
    finding     varchar(500) null,
    -- At most one lies sealed, and at most one is in use.
    sealed      boolean as (case when state = 'SEALED' then true end) persistent,
    running     boolean as (case when used_at is not null and ended_at is null then true end) persistent,
    constraint break_glass_sealed unique (sealed),
    constraint break_glass_running unique (running)
) character set utf8mb4;
