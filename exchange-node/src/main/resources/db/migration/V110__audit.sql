-- Security events. The row is for searching, the octets are what the log commits to, personal data only in audit_private (and the address).

create table audit_event (
    event_id       binary(16)  not null primary key comment 'UUID of version 7: the order of time',
    occurred_at    datetime(3) not null,
    action         varchar(40) character set ascii collate ascii_bin not null,
    severity       varchar(12) character set ascii collate ascii_bin not null,
    outcome        varchar(12) character set ascii collate ascii_bin not null,
    channel        varchar(12) character set ascii collate ascii_bin not null,
    secrecy        tinyint     null,
    actor          varchar(100) character set utf8mb4 collate utf8mb4_bin not null comment 'account:12, key:…, node:…, never a name',
    actor_role     varchar(40) character set utf8mb4 collate utf8mb4_bin null,
    object_kind    varchar(12) character set ascii collate ascii_bin null,
    object_id      varchar(160) character set utf8mb4 collate utf8mb4_bin null,
    reason         varchar(40) character set utf8mb4 collate utf8mb4_bin null,
    correlation_id varchar(40) character set utf8mb4 collate utf8mb4_bin null,
    address        varchar(45) character set utf8mb4 collate utf8mb4_bin null comment 'private: emptied with the private part',
    log_entry      binary(16)  not null,
    key audit_by_time (occurred_at, action),
    key audit_by_action (action),
    key audit_by_actor (actor),
    key audit_by_object (object_id),
    key audit_by_address (address),
    key audit_by_correlation (correlation_id),
    key audit_by_outcome (outcome),
    key audit_by_role (actor_role),
    key audit_by_secrecy (secrecy),
    key audit_by_severity (severity)
) engine = InnoDB default charset = utf8mb4;

create table audit_octets (
    event_id binary(16) not null primary key,
    octets   blob       not null comment 'the event as JSON; the public log holds a commitment to it'
) engine = InnoDB default charset = utf8mb4;

create table audit_private (
    event_id  binary(16) not null primary key,
    retention varchar(12) character set ascii collate ascii_bin not null,
    salt      binary(32) not null,
    octets    blob       not null comment 'JSON; the entry holds SHA-256(salt and these)',
    key audit_private_by_age (retention, event_id)
) engine = InnoDB default charset = utf8mb4 comment 'What can be erased without breaking the log';

create table audit_saved_search (
    search_id  binary(16)   not null primary key,
    owner      varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    name       varchar(100) not null,
    shared     boolean      not null,
    hours      int          not null comment 'how far back',
    terms      varchar(4000) not null comment 'JSON: field and value',
    created_at datetime(3)  not null,
    unique key audit_search_name (owner, name)
) engine = InnoDB default charset = utf8mb4;

create table audit_key_address (
    api_key    varchar(16) character set ascii collate ascii_bin not null,
    address    varchar(45) character set utf8mb4 collate utf8mb4_bin not null,
    first_seen datetime(3) not null,
    primary key (api_key, address)
) engine = InnoDB default charset = utf8mb4 comment 'From where each key was used';

create table audit_setting (
    name       varchar(100) character set utf8mb4 collate utf8mb4_bin not null primary key,
    sha256     binary(32)   not null comment 'with the salt of the installation',
    seen_at    datetime(3)  not null
) engine = InnoDB default charset = utf8mb4 comment 'The configuration as it was read at the last start';
