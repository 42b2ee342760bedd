-- The gateway door: secrets of agencies, what was handed out and not yet acknowledged, statements that wait, wishes about the directory.

create table vxp_secret (
    secret_id      binary(16)     not null primary key,
    system_id      varchar(64)    character set ascii collate ascii_bin not null,
    agency         varchar(35)    character set ascii collate ascii_bin not null,
    sealed         varbinary(200) not null comment 'AES-256-GCM, with a key that is not in the database',
    networks       varchar(400)   character set ascii collate ascii_bin not null comment 'CIDR, separated by blanks; empty: from anywhere',
    created_by     varchar(64)    character set utf8mb4 collate utf8mb4_bin not null,
    created_at     datetime(3)    not null,
    expires_at     datetime(3)    not null,
    withdrawn_at   datetime(3)    null,
    last_used_at   datetime(3)    null,
    last_used_from varchar(45)    character set ascii collate ascii_bin null,
    key vxp_secret_system (system_id),
    key vxp_secret_agency (agency)
) engine = InnoDB default charset = utf8mb4;

create table vxp_served (
    entry_id       bigint      not null primary key comment 'entry of the inbox',
    lease_id       binary(16)  not null,
    state          tinyint     not null comment '0 being handed out, 1 handed out, 2 offered again',
    package_sha512 binary(64)  null comment 'computed while it was handed out',
    changed_at     datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

create table vxp_statement (
    statement_id binary(16)  not null primary key,
    agency       varchar(35) character set ascii collate ascii_bin not null comment 'to whom it was made',
    author       varchar(35) character set ascii collate ascii_bin not null,
    state        tinyint     not null comment '0 waiting, 1 handed out, 2 acknowledged',
    lease_until  datetime(3) null,
    kept_at      datetime(3) not null,
    parcel_id    binary(16)  not null,
    recipient    varchar(35) character set ascii collate ascii_bin not null comment 'of the parcel, whoever speaks',
    key vxp_statement_waiting (agency, state, statement_id)
) engine = InnoDB default charset = utf8mb4;

create table vxp_request (
    request_id bigint       not null auto_increment primary key,
    agency     varchar(35)  character set ascii collate ascii_bin not null comment 'who asks',
    system_id  varchar(64)  character set ascii collate ascii_bin not null,
    operation  varchar(20)  character set ascii collate ascii_bin not null,
    code       varchar(35)  not null,
    name       varchar(200) not null,
    mail       varchar(100) not null,
    asked_at   datetime(3)  not null,
    done_at    datetime(3)  null,
    done_by    varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
    key vxp_request_open (done_at, request_id)
) engine = InnoDB default charset = utf8mb4;

create table vxp_token (
    digest     binary(32)  not null primary key,
    secret_id  binary(16)  not null,
    expires_at datetime(3) not null,
    key vxp_token_age (expires_at)
) engine = InnoDB default charset = utf8mb4;
