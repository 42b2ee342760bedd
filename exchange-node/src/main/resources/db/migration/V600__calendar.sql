-- Working time of this installation: only what differs from what the program begins with. See architecture.md, "Working time".

create table calendar_state (
    singleton tinyint not null primary key check (singleton = 1),
    version   bigint  not null comment 'grows with every change; who holds a copy compares'
) engine = InnoDB default charset = utf8mb4;

insert into calendar_state (singleton, version) values (1, 0);

create table calendar_setting (
    about varchar(120) character set utf8mb4 collate utf8mb4_bin not null primary key
        comment 'day:2026-08-22, week, due:<urgency>:<type>, at-once',
    value varchar(600) not null
) engine = InnoDB default charset = utf8mb4;

create table calendar_change (
    change_id    bigint       not null auto_increment primary key,
    about        varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    value_before varchar(600) null comment 'null: as the program begins',
    value_after  varchar(600) null,
    changed_by   varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    changed_at   datetime(3)  not null
) engine = InnoDB default charset = utf8mb4 comment = 'Who changed what; each change can be taken back';
