-- Data keys for fields of this database, each wrapped under the master key, which is never here. Version 0 of the purpose "master" is no
-- key: it tells which master key is the one of this database.
create table protection_key (
    purpose    varchar(40) character set ascii collate ascii_bin not null,
    version    int         not null,
    master     char(16)    character set ascii collate ascii_bin not null,
    wrapped    varbinary(128) not null,
    made_at    datetime(6) not null,
    retired_at datetime(6),
    primary key (purpose, version)
);
