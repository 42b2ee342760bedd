-- State secrets: personal keys, drafts with their shares, what arrived, who may know, books. What is written about a document lies sealed.

create table secret_person (
    login                    varchar(64)  character set utf8mb4 collate utf8mb4_bin not null primary key,
    generation               int          not null,
    made_at                  datetime(3)  not null,
    kem_certificate          blob         not null,
    classical_certificate    blob         not null,
    post_quantum_certificate blob         not null,
    private_keys             mediumblob   null comment 'Under PIN and node key; none when revoked',
    wrong_pins               int          not null,
    locked_until             datetime(3)  null,
    revoked_at               datetime(3)  null,
    lost                     int          not null
) engine = InnoDB default charset = utf8mb4;

create table secret_draft (
    draft_id       binary(16)     not null primary key,
    agency         varchar(35)    character set ascii collate ascii_bin not null,
    state          varchar(12)    character set ascii collate ascii_bin not null,
    version        bigint         not null,
    level          tinyint        not null,
    composer       varchar(64)    character set utf8mb4 collate utf8mb4_bin not null,
    released_by    varchar(64)    character set utf8mb4 collate utf8mb4_bin null,
    created_at     datetime(3)    not null,
    changed_at     datetime(3)    not null,
    release_at     datetime(3)    null,
    claim_until    datetime(3)    null,
    content        mediumblob     not null comment 'What is written about it, sealed',
    signed_release mediumblob     null comment 'Statement, document and signatures, sealed',
    statement      binary(64)     null comment 'SHA-512 of the statement that both sign',
    generation     int            not null comment 'Grows with each new pair of shares',
    node_share     varbinary(255) null,
    given_share    varbinary(255) null comment 'The share that the releaser handed to the node',
    fault          varchar(40)    character set ascii collate ascii_bin null,
    parcel_id      binary(16)     null,
    key secret_draft_composer (composer, agency, draft_id),
    key secret_draft_released (released_by, agency, draft_id),
    key secret_draft_due (state, release_at)
) engine = InnoDB default charset = utf8mb4;

create table secret_file (
    payload_id binary(16) not null primary key,
    draft_id   binary(16) not null,
    number     int        not null,
    facts      blob       not null comment 'Name, type, size and digest, sealed',
    unique key secret_file_draft (draft_id, number)
) engine = InnoDB default charset = utf8mb4;

create table secret_share (
    owner_id   binary(16)     not null comment 'A draft',
    login      varchar(64)    character set utf8mb4 collate utf8mb4_bin not null,
    sealed     varbinary(4096) not null comment 'Under the personal key',
    primary key (owner_id, login),
    key secret_share_login (login)
) engine = InnoDB default charset = utf8mb4;

create table secret_document (
    document_id    binary(16)     not null primary key,
    agency         varchar(35)    character set ascii collate ascii_bin not null comment 'The code under which it was addressed',
    entry_id       bigint         not null,
    parcel_id      binary(16)     not null,
    level          tinyint        not null,
    received_at    datetime(3)    not null,
    state          varchar(12)    character set ascii collate ascii_bin not null,
    content        mediumblob     not null comment 'What its sender wrote about it, sealed',
    approvals      mediumblob     not null comment 'The proof of release, sealed',
    two_to_open    boolean        not null,
    generation     int            not null,
    node_share     varbinary(255) null comment 'None while nobody is there to get the other one',
    protected_until date          not null,
    declassify_on  date           null,
    proposed_by    varchar(64)    character set utf8mb4 collate utf8mb4_bin null,
    confirmed_by   varchar(64)    character set utf8mb4 collate utf8mb4_bin null,
    confirmed_at   datetime(3)    null,
    registered     varchar(30)    character set ascii collate ascii_bin not null,
    unique key secret_document_entry (entry_id),
    key secret_document_agency (agency, document_id),
    key secret_document_waiting (node_share, agency)
) engine = InnoDB default charset = utf8mb4;

create table secret_reader (
    document_id binary(16)      not null,
    login       varchar(64)     character set utf8mb4 collate utf8mb4_bin not null,
    part        tinyint         not null comment '0 the whole share, 1 and 2 its halves',
    sealed      varbinary(4096) null,
    since       datetime(3)     not null,
    added_by    varchar(64)     character set utf8mb4 collate utf8mb4_bin null,
    reason      blob            null comment 'Sealed',
    ended_at    datetime(3)     null,
    primary key (document_id, login),
    key secret_reader_login (login, document_id)
) engine = InnoDB default charset = utf8mb4;

create table secret_consent (
    document_id binary(16)      not null,
    asking      varchar(64)     character set utf8mb4 collate utf8mb4_bin not null,
    part        tinyint         not null comment 'The half that the asking person holds',
    asked_at    datetime(3)     not null,
    reason      blob            not null comment 'Sealed',
    given_by    varchar(64)     character set utf8mb4 collate utf8mb4_bin null,
    sealed      varbinary(4096) null comment 'The other half, to the asking person',
    until_at    datetime(3)     null,
    primary key (document_id, asking)
) engine = InnoDB default charset = utf8mb4;

create table secret_look (
    look_id     binary(16)  not null primary key,
    document_id binary(16)  not null,
    at          datetime(3) not null,
    login       varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    what        varchar(12) character set ascii collate ascii_bin not null,
    file_number int         not null,
    code        varchar(12) character set ascii collate ascii_bin not null,
    key secret_look_document (document_id, look_id)
) engine = InnoDB default charset = utf8mb4;

create table secret_policy (
    agency          varchar(35) character set ascii collate ascii_bin not null primary key,
    cooling_seconds int         not null,
    express_seconds int         not null,
    two_to_open     boolean     not null,
    reason_from     tinyint     not null,
    changed_by      varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    changed_at      datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

create table secret_book (
    book_id   bigint      not null auto_increment primary key,
    agency    varchar(35) character set ascii collate ascii_bin not null,
    direction varchar(3)  character set ascii collate ascii_bin not null,
    year      int         not null,
    volume    int         not null,
    last      int         not null comment 'The highest number of the book when the volume was used last',
    locked_at datetime(3) null,
    locked_by varchar(64) character set utf8mb4 collate utf8mb4_bin null,
    unique key secret_book_volume (agency, direction, year, volume)
) engine = InnoDB default charset = utf8mb4;

create table secret_entry (
    book_id    bigint      not null,
    number     int         not null,
    level      tinyint     not null,
    source     binary(16)  not null comment 'The draft or document',
    entered_at datetime(3) not null,
    entered_by varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    content    blob        not null comment 'Sealed',
    primary key (book_id, number),
    unique key secret_entry_source (source)
) engine = InnoDB default charset = utf8mb4;
