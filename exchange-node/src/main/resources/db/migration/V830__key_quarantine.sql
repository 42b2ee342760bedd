-- Keys of agencies that the directory lists and that the keys before have not confirmed: which of them nothing is sealed to until
-- somebody has asked the agency.

create table key_quarantine (
    agency_id   binary(16)   not null,
    epoch       bigint       not null,
    suite       varchar(16)  character set ascii collate ascii_bin not null,
    fingerprint binary(32)   not null comment 'of the certificate that would be sealed to',
    seen_at     datetime(3)  not null,
    released_at datetime(3)  null,
    released_by varchar(100) null,
    primary key (agency_id, epoch, suite)
) engine = InnoDB default charset = utf8mb4;
