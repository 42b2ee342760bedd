-- Logs: entries wait without an index until the sequencer gives them their place. See architecture.md, "The log".

create table log_entry (
    entry_id    binary(16)  not null primary key,
    log         tinyint     not null comment '1 evidence and security events, 2 publications of the directory',
    leaf_index  bigint      null comment 'place in the tree; null while it waits',
    kind        tinyint     not null comment '1 evidence, 2 security event, 3 publication',
    octets      blob        not null comment 'the entry itself; its leaf hash is SHA-256(0x00 and these)',
    appended_at datetime(3) not null,
    unique key log_entry_place (log, leaf_index)
) engine = InnoDB default charset = utf8mb4;

create table log_head (
    log           tinyint     not null primary key,
    size          bigint      not null comment 'entries with a place',
    root          binary(32)  not null,
    frontier      blob        not null comment 'roots of the full subtrees: enough to go on',
    signed_size   bigint      not null,
    signed_note   text        null comment 'the last signed checkpoint',
    proven_size   bigint      not null,
    proven_note   mediumtext  null comment 'the last checkpoint with the quorum of its witnesses',
    lease_owner   varchar(36) character set ascii collate ascii_bin null comment 'who sequences',
    lease_until   datetime(3) null
) engine = InnoDB default charset = utf8mb4;

create table log_witness (
    log           tinyint      not null,
    witness       varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    cosigned_size bigint       not null,
    cosigned_at   datetime(3)  not null,
    primary key (log, witness)
) engine = InnoDB default charset = utf8mb4 comment = 'what the witnesses of the own logs have cosigned';

create table log_timestamp (
    log        tinyint     not null,
    size       bigint      not null,
    note       mediumtext  not null comment 'the checkpoint over whose SHA-256 the token speaks',
    token      blob        not null comment 'RFC 3161',
    stamped_at datetime(3) not null,
    primary key (log, size)
) engine = InnoDB default charset = utf8mb4;

-- As a witness of other nodes' logs.

create table witness_state (
    origin_sha256 binary(32)   not null primary key,
    origin        varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    size          bigint       not null,
    root          binary(32)   not null,
    note          mediumtext   null comment 'the last checkpoint that was cosigned, with this node''s cosignatures',
    updated_at    datetime(3)  not null
) engine = InnoDB default charset = utf8mb4;

create table misbehaviour (
    misbehaviour_id binary(16)   not null primary key,
    origin          varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    size            bigint       not null,
    known_note      mediumtext   not null comment 'what was cosigned before',
    request         mediumblob   not null comment 'what came later and contradicts it, as it came',
    found_at        datetime(3)  not null,
    key misbehaviour_of_origin (origin, size)
) engine = InnoDB default charset = utf8mb4;
