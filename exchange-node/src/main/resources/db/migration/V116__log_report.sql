-- Reports of verifications of the log, as they were signed.

create table log_report (
    report_id bigint      not null auto_increment primary key,
    asked_by  varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    ended_at  datetime(3) not null,
    checked   bigint      not null comment 'entries that were looked at',
    faults    bigint      not null,
    sound     boolean     not null,
    report    mediumblob  not null comment 'text in UTF-8',
    signature blob        not null comment 'CMS SignedData, detached, of the signing key of the node'
) engine = InnoDB default charset = utf8mb4;
