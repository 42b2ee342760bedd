-- Whoever verifies the log asks for the event of an entry; no two events have the same one.

alter table audit_event add unique key audit_by_entry (log_entry);
