-- The walk over payloads that are still kept must not pass those that were released over the years.

create index outbound_kept on outbound_parcel (payload_kept, parcel_id);
create index inbound_kept on inbound_parcel (payload_kept, parcel_id);
