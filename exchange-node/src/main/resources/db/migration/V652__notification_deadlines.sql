-- Deadlines of all agencies are looked through once a minute.

create index incoming_deadline on incoming_document (due_on, id);
