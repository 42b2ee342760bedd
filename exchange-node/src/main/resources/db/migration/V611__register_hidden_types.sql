-- Types of documents that an agency does not want to be offered; they stay valid where they are used.
create table register_hidden_type (
    agency    varchar(35)  character set ascii collate ascii_bin not null,
    type_name varchar(100) not null,
    hidden_by varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    hidden_at datetime(3)  not null,
    primary key (agency, type_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
