-- A mail about one thing leads to its line in the page, and from there to the document; the number says nothing to anybody else.
alter table notification_outbox
    add column notification_id bigint null comment 'its line in the page; null when the person does not want it there';
