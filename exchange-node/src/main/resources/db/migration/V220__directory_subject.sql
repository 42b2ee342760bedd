-- Where the directory spoke about the logs of a node or about an agency, so that each can be proven from its log.
create table directory_subject (
  kind          varchar(16)  character set ascii collate ascii_bin not null,
  subject       varchar(100) character set ascii collate ascii_bin not null,
  sequence      bigint       not null,
  change_number int          not null,
  primary key (kind, subject, sequence, change_number)
) engine = innodb;

insert into directory_subject (kind, subject, sequence, change_number)
select change_list.kind, change_list.node, publication.sequence, change_list.place - 1
  from publication,
       json_table(convert(publication.octets using utf8mb4), '$.changes[*]' columns (
         place  for ordinality,
         kind   varchar(32)  path '$.kind',
         node   varchar(100) path '$.node')) change_list
 where change_list.kind = 'nodeLogs';

insert into directory_subject (kind, subject, sequence, change_number)
select change_list.kind, change_list.agency, publication.sequence, change_list.place - 1
  from publication,
       json_table(convert(publication.octets using utf8mb4), '$.changes[*]' columns (
         place  for ordinality,
         kind   varchar(32)  path '$.kind',
         agency varchar(100) path '$.id')) change_list
 where change_list.kind = 'agency';
