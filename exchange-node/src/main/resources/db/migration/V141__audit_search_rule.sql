-- Rules that an officer makes of searches, and rules that ring when nothing comes.

create table audit_search_rule (
    rule_id        binary(16)    not null primary key,
    kind           varchar(16)   character set ascii collate ascii_bin not null,
    name           varchar(100)  not null,
    terms          varchar(4000) not null comment 'JSON: field and value',
    agencies       varchar(4000) character set ascii collate ascii_bin not null comment 'codes with blanks between them',
    threshold      int           not null,
    window_minutes int           not null,
    working_time   boolean       not null comment 'whether the window counts working time only',
    severity       varchar(12)   character set ascii collate ascii_bin not null,
    owner          varchar(64)   character set utf8mb4 collate utf8mb4_bin not null,
    enabled        boolean       not null,
    since          datetime(3)   not null comment 'last change; silence before it does not count',
    version        bigint        not null
) engine = InnoDB default charset = utf8mb4;

alter table audit_alert
    add column rule_name varchar(100) null comment 'of a rule that an officer made' after template,
    add column severity varchar(12) character set ascii collate ascii_bin null comment 'null: as its template says' after rule_name;
