-- Other systems name a document by its own identifier; that gets an index, as its number has one.
alter table document_record
    add column document_id varchar(200) null comment 'the identifier that the sender''s system gave it, opaque',
    add key document_by_id (document_id);

update document_record
   set document_id = json_unquote(json_extract(convert(document using utf8mb4), '$.documentId'))
 where document_id is null;
