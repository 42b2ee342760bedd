-- A password that somebody else chose must be replaced by its owner before anything else opens.

alter table account add column password_due boolean not null default false after password_hash;
