-- edXML at a node: the octets of messages as they came, and what programs fail to take.

create table edxml_original (
    parcel_id  binary(16)  not null primary key,
    payload_id binary(16)  not null comment 'sealed in the payload store',
    size       bigint      not null,
    sha256     binary(32)  not null,
    kept_at    datetime(3) not null,
    unique key edxml_original_payload (payload_id),
    key edxml_original_age (kept_at)
) engine = InnoDB default charset = utf8mb4;

create table door_failure (
    failure_id   bigint       not null auto_increment primary key,
    agency       varchar(35)  character set ascii collate ascii_bin not null comment 'the code under which the item was addressed',
    entry_id     bigint       null,
    statement_id binary(16)   null,
    item         varchar(80)  character set ascii collate ascii_bin not null comment 'one row per item',
    door         varchar(16)  character set ascii collate ascii_bin not null,
    failures     int          not null,
    reason       varchar(400) not null,
    aside_since  datetime(3)  null comment 'null as long as it is offered',
    last_at      datetime(3)  not null,
    unique key door_failure_item (item),
    key door_failure_aside (agency, aside_since)
) engine = InnoDB default charset = utf8mb4;
