-- Alerts: at most one that is not closed for each rule and subject.

create table audit_rule (
    template       varchar(24) character set ascii collate ascii_bin not null primary key,
    enabled        boolean     not null,
    threshold      int         not null,
    window_minutes int         not null
) engine = InnoDB default charset = utf8mb4 comment 'Only rules that were changed';

create table audit_alert (
    alert_id   binary(16)   not null primary key,
    alert_key  binary(32)   not null comment 'digest of rule and subject',
    open_key   binary(32)   null comment 'the same as long as it is not closed',
    template   varchar(24)  character set ascii collate ascii_bin not null,
    about      varchar(160) character set utf8mb4 collate utf8mb4_bin null comment 'may be private: emptied with the private parts',
    state      varchar(16)  character set ascii collate ascii_bin not null,
    owner      varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
    opened_at  datetime(3)  not null,
    last_at    datetime(3)  not null,
    closed_at  datetime(3)  null,
    count      bigint       not null,
    last_event binary(16)   null,
    test       boolean      not null,
    unique key audit_alert_once (open_key),
    key audit_alert_key (alert_key, closed_at),
    key audit_alert_state (state, alert_id)
) engine = InnoDB default charset = utf8mb4;

create table audit_alert_note (
    note_id  bigint       not null auto_increment primary key,
    alert_id binary(16)   not null,
    at       datetime(3)  not null,
    officer  varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    state    varchar(16)  character set ascii collate ascii_bin not null,
    note     varchar(1000) not null,
    key audit_note_of (alert_id, note_id)
) engine = InnoDB default charset = utf8mb4;
