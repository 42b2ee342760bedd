-- How long private parts are kept, and what must not be erased.

create table audit_retention (
    class  varchar(12) character set ascii collate ascii_bin not null primary key,
    months int         not null
) engine = InnoDB default charset = utf8mb4 comment 'Only classes whose period was changed';

create table audit_hold (
    hold_id     binary(16)   not null primary key,
    object_id   varchar(160) character set utf8mb4 collate utf8mb4_bin null,
    actor       varchar(100) character set utf8mb4 collate utf8mb4_bin null,
    from_at     datetime(3)  null,
    until_at    datetime(3)  null,
    reason      varchar(500) not null,
    set_by      varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    set_at      datetime(3)  not null,
    released_by varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
    released_at datetime(3)  null,
    key audit_hold_active (released_at)
) engine = InnoDB default charset = utf8mb4;

create table audit_guard (
    singleton tinyint not null primary key check (singleton = 1)
) engine = InnoDB default charset = utf8mb4 comment 'Locked by whoever erases and whoever holds, so that neither overtakes the other';

insert into audit_guard (singleton) values (1);
