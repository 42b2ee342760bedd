-- Roles are held per agency, from day to day; what a role carries is a table; people are cleared per agency.

alter table account_role
    add column agency     varchar(35) character set ascii collate ascii_bin not null default '' comment 'empty: the node as a whole',
    add column since      datetime(3) not null default '2026-01-01 00:00:00',
    add column until      datetime(3) null comment 'from then on it is held no more',
    add column granted_by varchar(64) character set ascii collate ascii_bin null,
    drop primary key,
    add primary key (account_id, role, agency),
    add index account_role_agency (agency, role);

insert into account_role (account_id, role, agency, since)
select r.account_id, r.role, g.agency, a.created_at
from account_role r
join account_agency g on g.account_id = r.account_id
join account a on a.id = r.account_id
where r.agency = '';

delete r from account_role r where r.agency = '' and r.account_id in (select g.account_id from account_agency g);

drop table account_agency;

-- A pair that is not here is as delivered.
create table role_permission (
    role       varchar(20) character set ascii collate ascii_bin not null,
    permission varchar(40) character set ascii collate ascii_bin not null,
    carried    boolean     not null,
    primary key (role, permission)
);

insert into role_permission (role, permission, carried) values
    ('CLERK', 'READ_DOCUMENTS', true),
    ('LEADER', 'READ_DOCUMENTS', true),
    ('OFFICER', 'READ_DOCUMENTS', true),
    ('CLERK', 'READ_REGISTERS', true),
    ('LEADER', 'READ_REGISTERS', true),
    ('CLERK', 'KEEP_REGISTERS', true),
    ('CLERK', 'SEND_DOCUMENTS', true),
    ('SECURITY_OFFICER', 'READ_EVENTS', true),
    ('SECURITY_OFFICER', 'VERIFY_LOG', true),
    ('SECURITY_OFFICER', 'HANDLE_ALERTS', true),
    ('SECURITY_OFFICER', 'EXPORT_EVENTS', true),
    ('SECURITY_OFFICER', 'MANAGE_RETENTION', true),
    ('ADMINISTRATOR', 'MANAGE_ACCOUNTS', true),
    ('ADMINISTRATOR', 'MANAGE_PROGRAMS', true),
    ('ADMINISTRATOR', 'MANAGE_CALENDAR', true),
    ('CLERK', 'HANDLE_SECRETS', true),
    ('LEADER', 'HANDLE_SECRETS', true),
    ('OFFICER', 'HANDLE_SECRETS', true),
    ('LEADER', 'RELEASE_SECRETS', true),
    ('ADMINISTRATOR', 'MANAGE_KEYS', true),
    ('SECURITY_OFFICER', 'REVIEW_ACCESS', true),
    ('SECURITY_OFFICER', 'PROPOSE_CLEARANCES', true),
    ('LEADER', 'CONFIRM_CLEARANCES', true);

create table role_wish (
    id         bigint      not null auto_increment primary key,
    role       varchar(20) character set ascii collate ascii_bin not null,
    permission varchar(40) character set ascii collate ascii_bin not null,
    carried    boolean     not null,
    wished_by  varchar(64) character set ascii collate ascii_bin not null,
    wished_at  datetime(3) not null,
    constraint role_wish_one unique (role, permission)
);

create table clearance (
    id           bigint      not null auto_increment primary key,
    account_id   bigint      not null,
    agency       varchar(35) character set ascii collate ascii_bin not null,
    level        tinyint     not null comment '1 Mật, 2 Tối mật, 3 Tuyệt mật',
    last_day     date        not null,
    state        varchar(10) character set ascii collate ascii_bin not null,
    reason       varchar(500) not null,
    proposed_by  varchar(64) character set ascii collate ascii_bin not null,
    proposed_at  datetime(3) not null,
    decided_by   varchar(64) character set ascii collate ascii_bin null,
    decided_at   datetime(3) null,
    ended_by     varchar(64) character set ascii collate ascii_bin null,
    ended_at     datetime(3) null,
    ended_reason varchar(500) null,
    -- At most one that counts and one that waits per person and agency.
    standing     varchar(10) character set ascii collate ascii_bin
        as (case when state in ('PROPOSED', 'ACTIVE') then state end) persistent,
    constraint clearance_account foreign key (account_id) references account (id),
    constraint clearance_one unique (account_id, agency, standing),
    index clearance_agency (agency, state),
    index clearance_end (state, last_day)
) character set utf8mb4;
