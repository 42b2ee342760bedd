-- The directory as a log: the tree that follows from the publications, what the directory's checkpoints said, and alarms.

alter table publication
    add column log_size bigint     null comment 'entries of the directory''s log at the end of this publication',
    add column log_root binary(32) null comment 'root of the tree over them';

alter table publication_head
    add column logged_sequence bigint not null default 0 comment 'publications whose entries are in the log of the directory';

alter table published_certificate
    add key published_certificate_of_publication (sequence);

create table directory_tile (
    level      tinyint not null,
    tile_index bigint  not null,
    hashes     blob    not null comment 'up to 256 hashes of 32 octets',
    primary key (level, tile_index)
) engine = InnoDB default charset = utf8mb4 comment = 'follows from the publications';

create table directory_standing (
    singleton        tinyint     not null default 1 primary key check (singleton = 1),
    refreshed_at     datetime(3) null comment 'when the directory last said that there is nothing newer',
    watched_from     bigint      null comment 'changes of publications behind this one are watched; null until the own enrolment is seen',
    checkpoint_size  bigint      not null default 0,
    checkpoint_note  mediumtext  null comment 'the last checkpoint of the directory that fitted',
    checkpoint_at    datetime(3) null comment 'when it was compared',
    snapshot_of      bigint      null comment 'publication up to which the snapshot file is folded',
    snapshot_sha256  binary(32)  null comment 'of the file'
) engine = InnoDB default charset = utf8mb4;

insert into directory_standing (singleton) values (1);

create table directory_request (
    request_id bigint      not null auto_increment primary key,
    subject    varchar(40) character set ascii collate ascii_bin not null comment 'node id or agency id',
    kind       varchar(20) character set ascii collate ascii_bin not null,
    sha256     binary(32)  not null comment 'of what was asked for: a public key, an address, a record of logs',
    asked_at   datetime(3) not null comment 'before the directory heard of it',
    unique key directory_request_once (subject, kind, sha256)
) engine = InnoDB default charset = utf8mb4;

create table directory_alarm (
    alarm_id    binary(16)   not null primary key,
    kind        varchar(20)  character set ascii collate ascii_bin not null,
    code        varchar(10)  character set ascii collate ascii_bin not null,
    subject     varchar(100) not null,
    sequence    bigint       not null comment 'the publication; 0 when it is none',
    entry_index bigint       null comment 'place in the directory''s log',
    detail      varchar(500) not null,
    proof       longblob     null comment 'what contradicts, as it came',
    halts       boolean      not null comment 'nothing newer is taken until this is resolved',
    raised_at   datetime(3)  not null,
    resolved_at datetime(3)  null,
    resolved_by varchar(100) null,
    resolution  varchar(500) null,
    key directory_alarm_open (resolved_at, raised_at)
) engine = InnoDB default charset = utf8mb4;
