-- Where a document stands after its recipients answered, what is due about it, and what people were told of its way.
alter table outgoing_document
    modify state varchar(16) character set ascii collate ascii_bin not null,
    add column signed_at datetime(3) null comment 'since when it is signed; the legal clock of sending runs from then',
    add column appointed_at datetime(3) null comment 'of timed express: when it must be there',
    add column answer_by date null comment 'until when it asks for an answer',
    add column look_at datetime(3) null comment 'when it is looked at next on its way; null when nothing is on its way',
    add key outgoing_document_signed (state, signed_at),
    add key outgoing_document_appointed (appointed_at),
    add key outgoing_document_answer (answer_by),
    add key outgoing_document_look (look_at);

update outgoing_document set signed_at = changed_at where state in ('SIGNED', 'NUMBERED', 'FAILED');

alter table outgoing_parcel
    add key outgoing_parcel_name (parcel_id);

create table outgoing_told (
    document_id bigint       not null,
    what        varchar(120) character set ascii collate ascii_bin not null,
    told_at     datetime(3)  not null,
    primary key (document_id, what)
) engine = InnoDB default charset = utf8mb4 comment 'What people were told of the way of a document, each once';
