-- The second factor of an account: the shared secret is encrypted with a key outside the database.

create table second_factor (
    account_id   bigint         not null primary key,
    sealed       varbinary(128) not null,
    begun_at     datetime(3)    not null,
    confirmed_at datetime(3)    null,
    last_step    bigint         not null,
    constraint second_factor_account foreign key (account_id) references account (id)
);

create table recovery_code (
    account_id bigint      not null,
    digest     binary(32)  not null,
    used_at    datetime(3) null,
    primary key (account_id, digest),
    constraint recovery_code_account foreign key (account_id) references account (id)
);

create table last_sign_in (
    account_id bigint      not null primary key,
    at         datetime(3) not null,
    address    varchar(64) character set ascii collate ascii_bin not null,
    constraint last_sign_in_account foreign key (account_id) references account (id)
);
