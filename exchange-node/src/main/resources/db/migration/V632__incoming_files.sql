-- Files of papers that somebody scanned, and the case folder into which a document was put away.

create table incoming_file (
    file_id     binary(16)   not null primary key,
    document_id bigint       not null,
    name        varchar(255) not null,
    media_type  varchar(200) character set ascii collate ascii_bin not null,
    size        bigint       not null,
    sha512      binary(64)   not null,
    payload_id  binary(16)   not null comment 'Sealed in the payload store',
    added_by    varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    added_at    datetime(3)  not null,
    key incoming_file_of (document_id, file_id),
    unique key incoming_file_payload (payload_id)
) engine = InnoDB default charset = utf8mb4;

alter table incoming_document
    add column file_title varchar(200) not null default '' comment 'of the case folder; its number is file_code',
    add column filed_from varchar(16) character set ascii collate ascii_bin null comment 'where it stood before it was put away';
