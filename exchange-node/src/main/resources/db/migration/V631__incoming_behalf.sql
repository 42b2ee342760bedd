-- On whose behalf somebody acted is a name, for people.
alter table incoming_step
    modify for_login varchar(100) null comment 'the name of whoever delegated; null when acting for oneself';
