-- The units by which reports can be narrowed down, and of whom something was heard about a parcel.

create view report_unit as
select agency, name
from incoming_unit
where not closed;

create view report_heard as
select parcel_id, sender_code, recipient_code
from statement_standing
where status is not null;
