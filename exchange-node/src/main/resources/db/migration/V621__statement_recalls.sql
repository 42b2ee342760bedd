-- Recall requests that wait for an answer are asked for on the desk of each morning.

create index standing_open_recall on statement_standing (recipient_code, open_recall);
