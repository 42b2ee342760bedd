-- What opens the payload of a document that is kept, under the archive key of the installation: so that the keys to which documents
-- are sealed on their way can be destroyed.

create table archived_key (
    parcel_id   binary(16)  not null primary key,
    sealed      mediumblob  not null comment 'the signed manifest with the payload key',
    archived_at datetime(3) not null
) engine = InnoDB default charset = utf8mb4;
