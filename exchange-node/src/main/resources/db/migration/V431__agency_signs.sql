-- When something last came from an agency: a document from it, or evidence about a document to it.

create index inbound_by_sender on inbound_parcel (sender_code, parcel_id);
create index evidence_from_recipient on evidence (recipient_code, own, event_time);
