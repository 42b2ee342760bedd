-- Of the module notification. That something changed for somebody: read by every program of the installation that has pages open, gone after minutes.

create table live_signal (
    signal_id bigint       not null auto_increment primary key,
    topic     varchar(40)  character set ascii collate ascii_bin not null,
    audience  varchar(120) character set utf8mb4 collate utf8mb4_bin not null comment 'agency:<code> or account:<login>',
    told_at   datetime(3)  not null,
    key live_signal_age (told_at)
) engine = InnoDB default charset = utf8mb4;
