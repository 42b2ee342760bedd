-- Statements of agencies about parcels between them: what this node's agencies stated, and what others stated to them.

create table statement (
    statement_id binary(16)  not null primary key,
    parcel_id    binary(16)  not null,
    recipient    varchar(35) character set ascii collate ascii_bin not null comment 'of the parcel, whoever speaks',
    kind         varchar(16) character set ascii collate ascii_bin not null,
    status       char(2)     character set ascii collate ascii_bin null,
    stated_at    datetime(3) not null,
    kept_at      datetime(3) not null,
    own          boolean     not null comment 'stated by an agency of this node',
    octets       blob        not null,
    signature    blob        not null,
    log_entry    binary(16)  null comment 'entry of this node''s own log; null when another node serves the author',
    key statement_of_parcel (parcel_id, recipient, statement_id),
    unique key statement_log_entry (log_entry)
) engine = InnoDB default charset = utf8mb4;

create table statement_shipment (
    statement_id    binary(16)  not null,
    target_node     varchar(40) character set ascii collate ascii_bin not null,
    state           tinyint     not null comment '0 waiting, 1 claimed, 2 delivered, 4 refused for good',
    next_attempt_at datetime(3) not null,
    attempts        int         not null default 0,
    owner           varchar(36) character set ascii collate ascii_bin null,
    lease_until     datetime(3) null,
    primary key (statement_id, target_node),
    key statement_due (state, next_attempt_at),
    constraint statement_shipment_statement foreign key (statement_id) references statement (statement_id)
) engine = InnoDB default charset = utf8mb4;

-- Where each document stands at each recipient: derived from all statements, kept for lists.
create table statement_standing (
    parcel_id      binary(16)   not null,
    recipient_code varchar(35)  character set ascii collate ascii_bin not null,
    sender_code    varchar(35)  character set ascii collate ascii_bin not null,
    status         char(2)      character set ascii collate ascii_bin null comment 'to be shown; null before any came',
    status_at      datetime(3)  null,
    reason         varchar(40)  character set ascii collate ascii_bin not null default '' comment 'of the last statement that gave one',
    words          varchar(400) not null default '',
    arrival_number varchar(60)  not null default '',
    due_date       date         null,
    open_recall    binary(16)   null comment 'the recall request that waits for an answer',
    withdrawn      boolean      not null default false comment 'the recipient has reported that it cancelled the document',
    reminders      int          not null default 0,
    reminded_at    datetime(3)  null,
    changed_at     datetime(3)  not null,
    primary key (parcel_id, recipient_code),
    key standing_of_sender (sender_code, changed_at),
    key standing_of_recipient (recipient_code, changed_at)
) engine = InnoDB default charset = utf8mb4;

-- Statements that follow from what happened and are made a moment later: the rows are the queue.
create table statement_owed (
    parcel_id      binary(16)  not null,
    recipient_code varchar(35) character set ascii collate ascii_bin not null,
    status         char(2)     character set ascii collate ascii_bin not null,
    owed_since     datetime(3) not null,
    not_before     datetime(3) not null,
    primary key (parcel_id, recipient_code, status),
    key owed_due (not_before)
) engine = InnoDB default charset = utf8mb4;
