-- Requests that ended long ago are forgotten.
alter table dispatch_request add key dispatch_request_end (ended_at);
