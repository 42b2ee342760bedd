-- First answers to requests of programs, so that a repeated request gets them again and nothing happens twice.
create table api_request (
    agency         varchar(35)   character set ascii collate ascii_bin not null,
    operation      varchar(200)  character set ascii collate ascii_bin not null,
    key_sha256     binary(32)    not null comment 'of the idempotency key',
    request_sha256 binary(32)    not null,
    status         int           null comment 'null while the first request runs',
    media_type     varchar(100)  character set ascii collate ascii_bin null,
    location       varchar(200)  character set ascii collate ascii_bin null,
    body           mediumblob    null,
    begun_at       datetime(3)   not null,
    primary key (agency, operation, key_sha256),
    key api_request_begun (begun_at)
) engine = InnoDB default charset = utf8mb4;

create table api_volume (
    agency  varchar(35) character set ascii collate ascii_bin not null,
    used_on date        not null,
    octets  bigint      not null,
    primary key (agency, used_on)
) engine = InnoDB default charset = utf8mb4 comment 'What agencies handed in through programs, by day (UTC)';
