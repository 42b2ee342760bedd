-- What reports read. Views over the tables of the desk, and the indexes that they need.

create index incoming_report on incoming_document (agency, arrived_at);

create index register_report on register_entry (agency, kind, entered_on);

create view report_incoming as
select w.*,
       date(w.done_at + interval 7 hour) as done_on
from (select d.id,
             d.agency,
             d.state,
             d.arrived_at,
             d.accept_by,
             d.due_on,
             d.file_code,
             d.arrival_number,
             d.arrival_on,
             d.code_number,
             d.code_notation,
             d.issued_on,
             d.type_name,
             d.subject,
             d.sender_name,
             d.page_count,
             coalesce((select t.name
                       from incoming_task t
                       where t.document_id = d.id
                         and t.part = 'LEAD'
                         and t.state <> 'WITHDRAWN'
                       order by t.id
                       limit 1), '') as lead_name,
             (select min(s.at)
              from incoming_step s
              where s.document_id = d.id
                and s.act in ('ACCEPT', 'HAND_OVER')) as accepted_at,
             (select min(s.at) from incoming_step s where s.document_id = d.id and s.act = 'ASSIGN') as assigned_at,
             case
                 when d.state in ('DONE', 'FILED') then coalesce(
                         (select max(s.at) from incoming_step s where s.document_id = d.id and s.act = 'COMPLETE'),
                         d.state_since)
             end as done_at
      from incoming_document d) w;

create view report_number as
select e.agency,
       e.kind,
       e.type_name,
       e.urgency,
       e.document,
       e.entered_on,
       e.book_id,
       b.name as book_name,
       e.series,
       e.number,
       e.suffix,
       e.cancelled_at,
       e.cancel_reason
from register_entry e
         join register_book b on b.book_id = e.book_id;

create view report_refusal as
select sender_code, recipient_code, reason, status_at
from statement_standing
where status = '02';

create view report_act as
select concat(s.kind, coalesce(concat('-', s.status), '')) as kind, d.sender_code, d.recipient_code, s.stated_at
from statement_standing d
         join statement s on s.parcel_id = d.parcel_id and s.recipient = d.recipient_code
where s.kind in ('recall-request', 'answer', 'update', 'replacement', 'correction', 'reminder', 'withdrawn');
