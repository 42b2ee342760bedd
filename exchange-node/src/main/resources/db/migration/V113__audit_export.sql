-- Exports in the background, and events that wait for the collector.

create table audit_export (
    export_id    binary(16)    not null primary key,
    format       varchar(12)   character set ascii collate ascii_bin not null,
    from_at      datetime(3)   not null,
    until_at     datetime(3)   not null,
    terms        varchar(4000) not null,
    requested_by varchar(64)   character set utf8mb4 collate utf8mb4_bin not null,
    requested_at datetime(3)   not null,
    state        varchar(12)   character set ascii collate ascii_bin not null,
    owner        varchar(36)   character set ascii collate ascii_bin null,
    lease_until  datetime(3)   null,
    done         bigint        not null,
    size         bigint        not null,
    sha256       binary(32)    null,
    fault        varchar(200)  null,
    expires_at   datetime(3)   not null,
    key audit_export_state (state, export_id)
) engine = InnoDB default charset = utf8mb4;

create table audit_shipment (
    seq      bigint     not null auto_increment primary key,
    event_id binary(16) not null
) engine = InnoDB default charset = utf8mb4 comment 'The spool: events that have not reached the collector';

create table audit_shipping (
    singleton    tinyint      not null primary key check (singleton = 1),
    last_success datetime(3)  null,
    stopped      boolean      not null,
    fault        varchar(200) null
) engine = InnoDB default charset = utf8mb4;

insert into audit_shipping (singleton, last_success, stopped, fault) values (1, null, false, null);
