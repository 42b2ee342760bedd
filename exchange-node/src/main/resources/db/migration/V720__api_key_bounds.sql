-- How far an API key reaches, from where it may be used, and which key took its place.
alter table api_key
    add column kind               varchar(4)    character set ascii collate ascii_bin not null default 'LIVE',
    add column networks           varchar(1000) character set ascii collate ascii_bin not null default '' comment 'CIDR, separated by a blank; empty: from everywhere',
    add column certificate_sha256 binary(32)    null comment 'of the client certificate without which the key opens nothing',
    add column last_used_from     varchar(45)   character set ascii collate ascii_bin null,
    add column replaced_by        varchar(16)   character set ascii collate ascii_bin null,
    add index api_key_certificate (certificate_sha256),
    add index api_key_end (expires_at);

-- Short tokens that stand for a key; by digest, so that nobody who reads the table can use them.
create table api_token (
    token_sha256       binary(32)  not null primary key,
    api_key_id         varchar(16) character set ascii collate ascii_bin not null,
    certificate_sha256 binary(32)  null comment 'of the client certificate to which the token is bound',
    scopes             varchar(100) character set ascii collate ascii_bin not null,
    expires_at         datetime(3) not null,
    index api_token_end (expires_at),
    constraint api_token_key foreign key (api_key_id) references api_key (id)
) character set utf8mb4;
