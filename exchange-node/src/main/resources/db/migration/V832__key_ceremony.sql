-- What one administrator asks for and another one confirms, and of which certificates was said that they end soon.

create table key_request (
    request_id  binary(16)   not null primary key,
    kind        varchar(10)  character set ascii collate ascii_bin not null comment 'DESTROY or REVOKE',
    agency_id   binary(16)   not null,
    epoch       bigint       not null comment '0 when it is about a certificate',
    certificate binary(32)   null,
    reason      varchar(200) not null,
    asked_by    varchar(100) not null,
    asked_at    datetime(3)  not null,
    decided_by  varchar(100) null,
    decided_at  datetime(3)  null,
    outcome     varchar(40)  character set ascii collate ascii_bin null comment 'null until it is carried out',
    ended_at    datetime(3)  null,
    key key_request_open (ended_at, asked_at)
) engine = InnoDB default charset = utf8mb4;

create table key_warning (
    certificate binary(32)  not null,
    days        smallint    not null comment 'threshold: so many days before its end',
    warned_at   datetime(3) not null,
    primary key (certificate, days)
) engine = InnoDB default charset = utf8mb4;
