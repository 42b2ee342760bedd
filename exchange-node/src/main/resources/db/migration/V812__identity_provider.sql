-- Which account an identity provider speaks of: by issuer and subject, never by name or mail address, which providers give out anew.

create table account_provider (
    issuer     varchar(200) character set ascii collate ascii_bin not null,
    subject    varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    account_id bigint       not null,
    provider   varchar(20)  character set ascii collate ascii_bin not null,
    linked_at  datetime(3)  not null,
    primary key (issuer, subject),
    constraint account_provider_once unique (account_id, issuer),
    constraint account_provider_account foreign key (account_id) references account (id)
);
