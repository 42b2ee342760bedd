-- Passkeys (WebAuthn): public keys only, nothing here opens anything.

create table passkey_owner (
    account_id bigint     not null primary key,
    handle     binary(32) not null,
    constraint passkey_owner_handle unique (handle),
    constraint passkey_owner_account foreign key (account_id) references account (id)
);

create table passkey (
    id                bigint          not null auto_increment primary key,
    account_id        bigint          not null,
    credential_id     varbinary(1023) not null,
    credential_sha256 binary(32)      not null,
    name              varchar(60)     not null,
    public_key        varbinary(2048) not null,
    sign_count        bigint          not null,
    verifies_person   boolean         not null,
    backup_eligible   boolean         not null,
    backed_up         boolean         not null,
    transports        varchar(100)    character set ascii not null,
    attestation       blob            not null,
    client_data       varbinary(4096) not null,
    created_at        datetime(3)     not null,
    used_at           datetime(3)     null,
    constraint passkey_credential unique (credential_sha256),
    index passkey_account (account_id, id),
    constraint passkey_account_exists foreign key (account_id) references account (id)
) character set utf8mb4;
