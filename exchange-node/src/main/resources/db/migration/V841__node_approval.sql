-- At the directory: who proposed to approve a node for state secrets, and what another person decided about it.
create table node_approval (
    proposal_id binary(16)   not null primary key,
    node_id     varchar(40)  character set ascii collate ascii_bin not null,
    secrecy     tinyint      not null comment '0 ordinary, 1 to 3 the level of state secrets',
    reason      varchar(200) not null,
    proposed_by varchar(80)  not null comment 'api key id, never a name',
    proposed_at datetime(3)  not null,
    expires_at  datetime(3)  not null,
    decided_by  varchar(80)  null comment 'account',
    decided_at  datetime(3)  null,
    outcome     varchar(10)  character set ascii collate ascii_bin null comment 'APPROVED, REJECTED, REPLACED; null while open',
    sequence    bigint       null comment 'the publication that says so',
    key node_approval_open (outcome, node_id)
) engine = InnoDB default charset = utf8mb4;
