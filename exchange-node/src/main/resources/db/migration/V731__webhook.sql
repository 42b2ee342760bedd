-- Of the module webhook. Where programs of an agency are told of its events. Secrets follow from a key in a file and are not in the database.

create table webhook_agency (
    agency_code varchar(35) character set ascii collate ascii_bin not null primary key
) engine = InnoDB default charset = utf8mb4 comment = 'Whoever adds an endpoint of the agency holds its row';

create table webhook_endpoint (
    endpoint_id   binary(16)   not null primary key,
    agency_code   varchar(35)  character set ascii collate ascii_bin not null,
    name          varchar(100) not null comment 'as its administrators call it',
    address       varchar(500) character set ascii collate ascii_bin not null,
    types         varchar(400) character set ascii collate ascii_bin not null comment 'words of the chosen types, separated by spaces',
    version       int          not null comment 'grows with every change that somebody makes',
    secret_epoch  int          not null comment 'the secret follows from it',
    overlap_until datetime(3)  null comment 'until then messages are signed with the former secret too',
    place         bigint       not null comment 'the last event that was put in the queue',
    failing_since datetime(3)  null,
    stopped_at    datetime(3)  null,
    stopped_why   varchar(20)  character set ascii collate ascii_bin null,
    created_at    datetime(3)  not null,
    key webhook_endpoint_of_agency (agency_code, endpoint_id)
) engine = InnoDB default charset = utf8mb4;

create table webhook_message (
    message_id  bigint      not null auto_increment primary key,
    endpoint_id binary(16)  not null,
    event_id    varchar(60) character set ascii collate ascii_bin not null comment 'the same at each try and when told again',
    type        varchar(30) character set ascii collate ascii_bin not null,
    body        varchar(2000) not null,
    state       tinyint     not null comment '0 waits, 1 arrived, 2 given up',
    attempts    int         not null,
    next_at     datetime(3) not null comment 'not before; whoever sends it moves it ahead first, so that nobody else does',
    created_at  datetime(3) not null,
    key webhook_message_due (endpoint_id, state, next_at),
    key webhook_message_age (created_at),
    constraint webhook_message_endpoint foreign key (endpoint_id) references webhook_endpoint (endpoint_id) on delete cascade
) engine = InnoDB default charset = utf8mb4;

create table webhook_attempt (
    attempt_id  bigint      not null auto_increment primary key,
    endpoint_id binary(16)  not null,
    event_id    varchar(60) character set ascii collate ascii_bin not null,
    type        varchar(30) character set ascii collate ascii_bin not null,
    tried_at    datetime(3) not null,
    status      smallint    null comment 'of HTTP; null without an answer',
    fault       varchar(20) character set ascii collate ascii_bin null comment 'why there was no answer',
    took_ms     int         not null,
    request     varchar(2000) not null,
    answer      varchar(1024) not null comment 'the beginning',
    key webhook_attempt_of_endpoint (endpoint_id, attempt_id),
    key webhook_attempt_age (tried_at),
    constraint webhook_attempt_endpoint foreign key (endpoint_id) references webhook_endpoint (endpoint_id) on delete cascade
) engine = InnoDB default charset = utf8mb4;
