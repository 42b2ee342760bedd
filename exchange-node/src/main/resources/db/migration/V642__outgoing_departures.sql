-- What programs of an agency send shows at its desk too.
alter table outbound_parcel
    add column told boolean not null default false comment 'whether the desk knows of it',
    add key outbound_untold (told, parcel_id);
