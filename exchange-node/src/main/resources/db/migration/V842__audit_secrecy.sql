-- What speaks of state secrets is shown only to officers who are cleared for their level.

alter table audit_alert
    add column secrecy tinyint not null default 0 comment '0 ordinary, 1 to 3 the highest level that it speaks of';

alter table audit_export
    add column secrecy tinyint not null default 0 comment '0 ordinary, 1 to 3 the highest level that it may hold';

-- Of older ones nobody noted it: whatever may speak of a secret counts as the highest.
update audit_alert set secrecy = 3 where template = 'SECRET_REFUSED';
update audit_alert a join audit_event e on e.event_id = a.last_event set a.secrecy = e.secrecy where e.secrecy > a.secrecy;
update audit_export set secrecy = 3 where state = 'PROPOSED' or decided_by is not null;
