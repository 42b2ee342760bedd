-- Of the module events. What happened to an agency's documents, for programs: identities and codes, never a subject or a name.

create table agency_event (
    event_id     bigint      not null auto_increment primary key,
    place        bigint      null comment 'given once the row is committed, in the order in which readers see rows; null until then',
    agency_code  varchar(35) character set ascii collate ascii_bin not null comment 'whose event it is',
    type         varchar(30) character set ascii collate ascii_bin not null,
    parcel_id    binary(16)  null,
    entry_id     bigint      null comment 'of the inbox',
    counterpart  varchar(35) character set ascii collate ascii_bin null comment 'the other agency',
    statement_id binary(16)  null,
    status       varchar(20) character set ascii collate ascii_bin null,
    code         varchar(40) character set ascii collate ascii_bin null comment 'reason, kind of statement or identity of what is meant',
    told_at      datetime(3) not null,
    unique key agency_event_place (place),
    key agency_event_feed (agency_code, place),
    key agency_event_age (told_at)
) engine = InnoDB default charset = utf8mb4;

create table agency_event_head (
    singleton tinyint not null primary key check (singleton = 1),
    place     bigint  not null comment 'the last that was given'
) engine = InnoDB default charset = utf8mb4 comment = 'Whoever gives places holds this row';

insert into agency_event_head (singleton, place) values (1, 0);
