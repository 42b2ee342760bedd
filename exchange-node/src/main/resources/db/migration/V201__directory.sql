-- Publications of the central directory: at the directory the originals, at a node the verified copies. And what only the directory keeps.

create table publication (
    sequence               bigint      not null primary key,
    octets                 longblob    not null comment 'exactly as signed',
    classical_signature    blob        not null,
    post_quantum_signature blob        not null,
    sha256                 binary(32)  not null,
    stored_at              datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

create table publication_head (
    singleton tinyint not null default 1 primary key check (singleton = 1),
    sequence  bigint  not null comment 'the last one; whoever appends locks this row first'
) engine = InnoDB default charset = utf8mb4;

insert into publication_head (singleton, sequence) values (1, 0);

create table enrolment_token (
    token_id       binary(16)   not null primary key,
    secret_sha256  binary(32)   not null comment 'the secret itself is shown once and kept nowhere',
    node_id        varchar(40)  character set ascii collate ascii_bin not null,
    node_name      varchar(200) not null,
    created_at     datetime(3)  not null,
    expires_at     datetime(3)  not null,
    spent_at       datetime(3)  null,
    request_sha256 binary(32)   null comment 'of the two public keys that were certified: the same request again gets the same answer',
    key enrolment_token_of_node (node_id)
) engine = InnoDB default charset = utf8mb4;

create table published_certificate (
    fingerprint binary(32)  not null primary key,
    der         blob        not null,
    owner       varchar(40) character set ascii collate ascii_bin not null comment 'node id or agency id',
    sequence    bigint      not null comment 'the publication that listed it first'
) engine = InnoDB default charset = utf8mb4 comment 'All that were ever listed: old evidence is verified with them';

create table first_account (
    subject    varchar(40) character set ascii collate ascii_bin not null primary key comment 'agency code, or directory',
    created_at datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

create table announced_agency (
    agency_id  binary(16)   not null primary key,
    code       varchar(35)  character set ascii collate ascii_bin not null,
    name       varchar(200) not null,
    bloc       varchar(16)  character set ascii collate ascii_bin not null,
    node_id    varchar(40)  character set ascii collate ascii_bin not null,
    parent     binary(16)   null,
    valid_from datetime(3)  not null,
    unique key announced_agency_code (code),
    key announced_agency_of_node (node_id)
) engine = InnoDB default charset = utf8mb4 comment 'Wait for the enrolment of their node, with which they are published';
