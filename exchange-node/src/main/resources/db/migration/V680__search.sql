-- Lists of everything in the order of time, numbers, and the filters that people keep.
alter table incoming_document
    add key incoming_when (agency, arrived_at, id),
    add key incoming_number (agency, code_number, arrived_at, id),
    add key incoming_given (agency, arrival_number, arrival_on);

alter table outgoing_document
    add column type_name varchar(100) not null default '' after subject,
    add key outgoing_document_when (agency, created_at, document_id),
    add key outgoing_document_number (agency, code_number, created_at, document_id);

update outgoing_document set type_name = coalesce(left(json_value(fields, '$.type'), 100), '');

alter table register_entry
    add key register_entry_when (agency, document, entered_on, entry_id),
    add key register_entry_given (agency, kind, number, entered_on);

create table search_saved (
    saved_id bigint        not null auto_increment primary key,
    place    varchar(10)   character set ascii collate ascii_bin not null comment 'the list that it is for',
    owner    varchar(64)   character set utf8mb4 collate utf8mb4_bin not null comment 'login',
    agency   varchar(35)   character set ascii collate ascii_bin null comment 'who else sees it; nobody: null',
    name     varchar(100)  not null,
    link     varchar(1500) character set ascii collate ascii_bin not null,
    made_at  datetime(3)   not null,
    unique key search_saved_name (place, owner, name),
    key search_saved_agency (place, agency)
) engine = InnoDB default charset = utf8mb4;
