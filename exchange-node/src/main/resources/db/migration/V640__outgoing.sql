-- Outgoing documents: drafts, their files, recipients and groups, and what was done with them.

create table outgoing_document (
    document_id  bigint        not null auto_increment primary key,
    agency       varchar(35)   character set ascii collate ascii_bin not null,
    state        varchar(12)   character set ascii collate ascii_bin not null,
    version      bigint        not null,
    fields       mediumtext    not null comment 'What was typed, as JSON, valid or not',
    subject      varchar(500)  not null,
    code_number  varchar(30)   not null,
    notation     varchar(60)   not null,
    issued_on    date          null,
    signer       varchar(100)  not null,
    urgency      tinyint       not null,
    recipients   int           not null,
    search_text  text          not null,
    created_by   varchar(64)   character set utf8mb4 collate utf8mb4_bin not null,
    created_at   datetime(3)   not null,
    changed_by   varchar(64)   character set utf8mb4 collate utf8mb4_bin not null,
    changed_at   datetime(3)   not null,
    release_at   datetime(3)   null comment 'When a numbered document leaves; until then it can be held back',
    claim_until  datetime(3)   null,
    parcel_id    binary(16)    null,
    sent_at      datetime(3)   null,
    fault        varchar(20)   character set ascii collate ascii_bin null,
    unique key outgoing_document_parcel (parcel_id),
    key outgoing_document_agency (agency, document_id),
    key outgoing_document_state (agency, state, document_id),
    key outgoing_document_release (state, release_at),
    fulltext key outgoing_document_text (search_text)
) engine = InnoDB default charset = utf8mb4;

create table outgoing_file (
    file_id     binary(16)   not null primary key,
    document_id bigint       not null,
    position    int          not null,
    main        boolean      not null,
    name        varchar(255) not null,
    media_type  varchar(200) character set ascii collate ascii_bin not null,
    expected    bigint       not null,
    size        bigint       not null,
    complete    boolean      not null,
    sha256      binary(32)   null,
    added_by    varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    added_at    datetime(3)  not null,
    signatures  text         not null comment 'What a check of its signatures found, as JSON',
    suggestion  mediumtext   not null comment 'What its text says about itself, as JSON',
    key outgoing_file_document (document_id, position),
    key outgoing_file_content (sha256)
) engine = InnoDB default charset = utf8mb4;

create table outgoing_piece (
    file_id    binary(16) not null,
    number     int        not null,
    payload_id binary(16) not null,
    size       bigint     not null,
    primary key (file_id, number),
    unique key outgoing_piece_payload (payload_id)
) engine = InnoDB default charset = utf8mb4 comment 'Pieces of files, each sealed in the payload store';

create table outgoing_recipient (
    document_id bigint       not null,
    position    int          not null,
    purpose     varchar(12)  character set ascii collate ascii_bin not null,
    code        varchar(35)  character set ascii collate ascii_bin null,
    label       varchar(300) not null,
    primary key (document_id, position),
    key outgoing_recipient_code (code)
) engine = InnoDB default charset = utf8mb4;

create table outgoing_history (
    history_id  bigint       not null auto_increment primary key,
    document_id bigint       not null,
    at          datetime(3)  not null,
    actor       varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    deed        varchar(24)  character set ascii collate ascii_bin not null,
    detail      varchar(500) not null,
    key outgoing_history_document (document_id, history_id)
) engine = InnoDB default charset = utf8mb4;

create table outgoing_signing (
    signing_id  binary(16)   not null primary key,
    document_id bigint       not null,
    agency      varchar(35)  character set ascii collate ascii_bin not null,
    file_id     binary(16)   not null,
    sha256      binary(32)   not null comment 'Of the file that is being signed',
    payload_id  binary(16)   not null comment 'The prepared document, sealed',
    begun_by    varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    expires_at  datetime(3)  not null,
    key outgoing_signing_document (document_id),
    key outgoing_signing_payload (payload_id)
) engine = InnoDB default charset = utf8mb4;

create table outgoing_seal (
    agency      varchar(35)  character set ascii collate ascii_bin not null primary key,
    payload_id  binary(16)   not null comment 'The picture, sealed',
    millimetres double       not null,
    changed_by  varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    changed_at  datetime(3)  not null,
    key outgoing_seal_payload (payload_id)
) engine = InnoDB default charset = utf8mb4;

create table outgoing_group (
    group_id bigint       not null auto_increment primary key,
    agency   varchar(35)  character set ascii collate ascii_bin not null,
    owner    varchar(64)  character set utf8mb4 collate utf8mb4_bin null comment 'Nobody: for all of the agency',
    name     varchar(100) not null,
    version  bigint       not null,
    members  mediumtext   not null comment 'Codes, one per line',
    key outgoing_group_agency (agency, name)
) engine = InnoDB default charset = utf8mb4;

create table outgoing_parcel (
    document_id bigint     not null,
    parcel_id   binary(16) not null,
    primary key (document_id, parcel_id)
) engine = InnoDB default charset = utf8mb4 comment 'Parcels in which documents were sent once more';
