-- Exports in which events about state secrets may be wait for a second officer.

alter table audit_export
    add column decided_by varchar(64) character set utf8mb4 collate utf8mb4_bin null comment 'the second officer' after requested_at,
    add column decided_at datetime(3) null after decided_by;
