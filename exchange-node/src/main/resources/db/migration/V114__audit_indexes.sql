-- Several terms at once: the index holds what is mostly asked together, behind the order of time, so that rows need not be read.

alter table audit_event
    add key audit_by_reason (reason, event_id),
    drop key audit_by_actor,
    add key audit_by_actor (actor, event_id, action, outcome, secrecy, severity),
    drop key audit_by_address,
    add key audit_by_address (address, event_id, action, outcome, actor),
    drop key audit_by_role,
    add key audit_by_role (actor_role, event_id, action, outcome, secrecy),
    drop key audit_by_outcome,
    add key audit_by_outcome (outcome, event_id, action, secrecy, severity);
