-- Campaigns in which somebody looks through who holds which right.

create table access_review (
    id        bigint       not null auto_increment primary key,
    title     varchar(200) not null,
    scope     varchar(35)  character set ascii collate ascii_bin not null default '' comment 'empty: the whole node',
    due_on    date         not null,
    opened_by varchar(64)  character set ascii collate ascii_bin not null,
    opened_at datetime(3)  not null,
    closed_by varchar(64)  character set ascii collate ascii_bin null,
    closed_at datetime(3)  null,
    minutes   mediumblob   null comment 'signed PDF',
    digest    binary(32)   null
) character set utf8mb4;

create table access_review_item (
    id         bigint       not null auto_increment primary key,
    review_id  bigint       not null,
    login      varchar(64)  character set ascii collate ascii_bin not null,
    name       varchar(100) not null,
    role       varchar(20)  character set ascii collate ascii_bin not null,
    agency     varchar(35)  character set ascii collate ascii_bin not null comment 'empty: the whole node',
    used_at    datetime(3)  null,
    weight     tinyint      not null comment 'what to look at first: 3 toxic, 2 dormant, 1 strong, 0 the rest',
    decision   varchar(4)   character set ascii collate ascii_bin null comment 'KEEP, TAKE, ASK',
    note       varchar(500) not null default '',
    decided_by varchar(64)  character set ascii collate ascii_bin null,
    decided_at datetime(3)  null,
    outcome    varchar(20)  character set ascii collate ascii_bin null comment 'what came of it when the review was closed',
    constraint access_review_item_of foreign key (review_id) references access_review (id),
    constraint access_review_item_once unique (review_id, login, role, agency),
    index access_review_item_next (review_id, weight, id)
) character set utf8mb4;
