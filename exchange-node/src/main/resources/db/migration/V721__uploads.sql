-- Files that programs upload in parts, until a dispatch takes them or their time is over.
create table api_upload (
    upload_id  binary(16)   not null primary key,
    agency     varchar(35)  character set ascii collate ascii_bin not null,
    api_key    varchar(16)  character set ascii collate ascii_bin not null,
    name       varchar(500) not null,
    media_type varchar(200) character set ascii collate ascii_bin not null,
    expected   bigint       not null,
    size       bigint       not null,
    sha256     binary(32)   not null comment 'as announced; proved when complete',
    complete   boolean      not null,
    taken_by   binary(16)   null comment 'the request to send that took it',
    place      int          not null default 0,
    created_at datetime(3)  not null,
    expires_at datetime(3)  not null,
    key upload_agency (agency, complete),
    key upload_end (expires_at),
    key upload_taker (taken_by, place)
) engine = InnoDB default charset = utf8mb4;

create table api_upload_piece (
    upload_id  binary(16) not null,
    number     int        not null,
    payload_id binary(16) not null,
    size       bigint     not null,
    primary key (upload_id, number),
    unique key api_upload_piece_payload (payload_id)
) engine = InnoDB default charset = utf8mb4 comment 'Pieces of uploads, each sealed in the payload store';

-- Requests to send of which the files came before: taken at once, judged afterwards.
create table dispatch_request (
    request_id     binary(16)  not null primary key,
    agency         varchar(35) character set ascii collate ascii_bin not null,
    key_sha256     binary(32)  not null comment 'of the idempotency key',
    request_sha256 binary(32)  not null,
    metadata       mediumblob  not null,
    submitted_by   varchar(40) character set ascii collate ascii_bin not null,
    kind           varchar(4)  character set ascii collate ascii_bin not null,
    state          varchar(10) character set ascii collate ascii_bin not null,
    parcel_id      binary(16)  null,
    problem        text        null comment 'why it was refused, as JSON',
    created_at     datetime(3) not null,
    claimed_until  datetime(3) null,
    ended_at       datetime(3) null,
    unique key dispatch_request_key (agency, key_sha256),
    key dispatch_request_open (state, claimed_until)
) engine = InnoDB default charset = utf8mb4;

-- Which files an agency sent before, so that it can be warned of sending one again.
create table dispatch_file (
    agency    varchar(35) character set ascii collate ascii_bin not null,
    sha256    binary(32)  not null,
    parcel_id binary(16)  not null,
    primary key (agency, sha256, parcel_id)
) engine = InnoDB default charset = utf8mb4;

alter table document_record add key document_by_code (code_number, code_notation, promulgated_on);
