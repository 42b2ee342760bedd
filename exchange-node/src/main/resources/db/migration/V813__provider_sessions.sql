-- Sessions that began with the word of an identity provider, so that the provider can end them, and its tokens that did so before.

create table account_session_provider (
    session_id char(22)     character set ascii collate ascii_bin not null primary key,
    issuer     varchar(200) character set ascii collate ascii_bin not null,
    subject    varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    sid        varchar(255) character set utf8mb4 collate utf8mb4_bin not null comment 'empty when the provider names none',
    index account_session_provider_subject (issuer, subject),
    index account_session_provider_sid (issuer, sid),
    constraint account_session_provider_session foreign key (session_id) references account_session (id) on delete cascade
);

create table provider_logout_token (
    digest     binary(32)  not null primary key comment 'SHA-256 of issuer and name of the token',
    forget_at  datetime(3) not null,
    index provider_logout_token_end (forget_at)
);
