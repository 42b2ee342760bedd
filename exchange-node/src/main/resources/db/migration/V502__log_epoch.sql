-- Logs of events that the operator has closed; their rows have the negative number of the epoch in the column log.

create table log_epoch (
    epoch     int          not null primary key,
    origin    varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    size      bigint       not null comment 'entries that the database had',
    root      binary(32)   not null,
    closed_at datetime(3)  not null
) engine = InnoDB default charset = utf8mb4;
