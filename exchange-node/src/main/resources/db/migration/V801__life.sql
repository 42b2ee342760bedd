-- How an account begins and ends: invited, suspended with a reason, leaving on a day, warned when nobody uses it.

alter table account
    add column leaves_on        date         null comment 'the last day of work',
    add column suspended_at     datetime(3)  null,
    add column suspended_reason varchar(500) null,
    add column warned_at        datetime(3)  null comment 'told that it will be suspended because nobody uses it',
    add column resumed_at       datetime(3)  null comment 'from then on it counts as used';

create table invitation (
    account_id bigint      not null primary key,
    digest     binary(32)  not null,
    made_by    varchar(64) character set ascii collate ascii_bin not null,
    made_at    datetime(3) not null,
    ends_at    datetime(3) not null,
    constraint invitation_account foreign key (account_id) references account (id)
);
