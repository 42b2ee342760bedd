-- Sessions of people, one row each: what a person sees of the own devices, and where every process looks whether a session goes on.
-- The name is not the cookie; with a copy of this table nobody gets in.

create table account_session (
    id              char(22)    character set ascii collate ascii_bin not null primary key,
    account_id      bigint      not null,
    account_version bigint      not null,
    means           varchar(30) character set ascii collate ascii_bin not null,
    device          varchar(60) character set ascii not null,
    address         varchar(64) character set ascii collate ascii_bin not null,
    started_at      datetime(3) not null,
    seen_at         datetime(3) not null,
    ended_at        datetime(3) null,
    index account_session_account (account_id, ended_at, seen_at),
    index account_session_seen (seen_at),
    constraint account_session_account_exists foreign key (account_id) references account (id)
);
