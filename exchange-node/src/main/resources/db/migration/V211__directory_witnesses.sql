-- How far the directory's log is witnessed as this node demands, and since when a longer one waits.

alter table directory_standing
    add column witnessed_size    bigint      not null default 0,
    add column unwitnessed_since datetime(3) null comment 'when a longer checkpoint was first seen without its quorum',
    add column unwitnessed_told  boolean     not null default false comment 'whether an alarm was raised about that';
