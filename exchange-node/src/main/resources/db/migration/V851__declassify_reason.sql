alter table secret_document
    add column proposed_why varbinary(2000) null comment 'Why it is proposed to declassify it, sealed' after proposed_by;
