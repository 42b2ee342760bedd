-- State secrets travel as other parcels do, and nothing that serves ordinary documents sees them: the level stands in the rows, what is
-- in the document stands nowhere.
alter table outbound_parcel
    add column secrecy tinyint not null default 0 comment '0 ordinary, 1 to 3 the level of a state secret',
    add key outbound_by_secrecy (secrecy, sender_code, parcel_id);

alter table inbound_parcel
    add column secrecy tinyint not null default 0 comment '0 ordinary, 1 to 3 the level of a state secret';

alter table inbox_entry
    add column secrecy tinyint not null default 0 comment '0 ordinary, 1 to 3 the level of a state secret',
    add column envelope_done boolean not null default false comment 'whether this recipient needs the envelope of a secret no more',
    add key inbox_by_secrecy (secrecy, recipient_code, entry_id);
