-- People and systems that may use this node. Passwords and key secrets are here as digests only.

create table account (
    id            bigint       not null auto_increment primary key,
    login         varchar(64)  character set ascii collate ascii_bin not null,
    display_name  varchar(100) not null,
    password_hash varchar(255) character set ascii collate ascii_bin not null,
    enabled       boolean      not null,
    version       bigint       not null,
    created_at    datetime(3)  not null,
    constraint account_login unique (login)
) character set utf8mb4;

create table account_role (
    account_id bigint      not null,
    role       varchar(20) character set ascii collate ascii_bin not null,
    primary key (account_id, role),
    constraint account_role_account foreign key (account_id) references account (id)
);

create table account_agency (
    account_id bigint      not null,
    agency     varchar(35) character set ascii collate ascii_bin not null,
    primary key (account_id, agency),
    constraint account_agency_account foreign key (account_id) references account (id)
);

-- What an installation does once in its life; the primary key makes it once over all replicas.
create table identity_milestone (
    name       varchar(40) character set ascii collate ascii_bin not null primary key,
    reached_at datetime(3) not null
);

create table api_key (
    id            varchar(16)  character set ascii collate ascii_bin not null primary key,
    secret_sha256 binary(32)   not null,
    agency        varchar(35)  character set ascii collate ascii_bin not null,
    label         varchar(100) not null,
    created_at    datetime(3)  not null,
    expires_at    datetime(3)  not null,
    revoked_at    datetime(3)  null,
    last_used_at  datetime(3)  null,
    index api_key_agency (agency, created_at)
) character set utf8mb4;

create table api_key_scope (
    api_key_id varchar(16) character set ascii collate ascii_bin not null,
    scope      varchar(20) character set ascii collate ascii_bin not null,
    primary key (api_key_id, scope),
    constraint api_key_scope_key foreign key (api_key_id) references api_key (id)
);

-- Failed sign-ins, by digest of the name or the address: people type passwords into the name field.
create table login_attempt (
    subject       binary(32)  not null primary key,
    failures      int         not null,
    last_at       datetime(3) not null,
    blocked_until datetime(3) null,
    index login_attempt_last (last_at)
);
