-- How many events each hour had, counted once the hour is over.

create table audit_hour (
    hour   int    not null primary key comment 'hours since 1970, UTC',
    events bigint not null
) engine = InnoDB default charset = utf8mb4 comment 'For the picture above the events; the events themselves are what counts';
