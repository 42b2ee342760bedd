-- Receipts: the place of evidence in the log of the node that issued it, proven by a witnessed checkpoint.

alter table evidence
    add column log_entry binary(16) null comment 'entry of this node''s own log; null when another node issued the evidence',
    add unique index evidence_log_entry (log_entry);

alter table evidence_shipment
    modify column state tinyint not null
        comment '0 evidence waits, 1 claimed, 2 evidence is there and its receipt waits, 3 claimed, 4 done';
update evidence_shipment set state = 4 where state = 2;

create table receipt (
    evidence_id  binary(16)  not null primary key,
    log_proof    mediumblob  not null comment 'the receipt as a .tlog-proof (C2SP)',
    log_index    bigint      not null,
    log_size     bigint      not null comment 'of the tree of the checkpoint',
    witnesses    smallint    not null comment 'how many of the policy had cosigned',
    witnessed_at datetime(3) null,
    kept_at      datetime(3) not null,
    constraint receipt_evidence foreign key (evidence_id) references evidence (evidence_id)
) engine = InnoDB default charset = utf8mb4 comment 'of evidence that other nodes issued; those of own evidence come from the own log';
