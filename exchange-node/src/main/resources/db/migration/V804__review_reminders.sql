alter table access_review
    add column reminded tinyint not null default 0 comment 'highest reminder that was told: 1 a week before, 2 overdue, 3 overdue for a week';
