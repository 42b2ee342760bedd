-- What arrived, as the people of an agency work on it. The parcel and its entry in the inbox stay what they are.

alter table inbox_entry
    add column told boolean not null default false comment 'whether the desk knows of it',
    add key inbox_untold (told, entry_id);

create table incoming_document (
    id              bigint        not null auto_increment primary key,
    agency          varchar(35)   character set ascii collate ascii_bin not null comment 'the code under which it was addressed',
    inbox_entry     bigint        null,
    parcel_id       binary(16)    null,
    package_sha512  binary(64)    null,
    source          varchar(8)    character set ascii collate ascii_bin not null comment 'AXIS, POST, HAND, EMAIL, FAX',
    state           varchar(16)   character set ascii collate ascii_bin not null,
    state_since     datetime(3)   not null,
    version         int           not null default 0,
    queue_key       bigint        not null comment 'most urgent first, then oldest first',
    urgency         tinyint       not null,
    secrecy         varchar(12)   character set ascii collate ascii_bin not null,
    appointed_at    datetime(3)   null,
    sender_code     varchar(35)   character set ascii collate ascii_bin not null,
    sender_name     varchar(200)  not null,
    code_number     varchar(30)   not null,
    code_notation   varchar(60)   not null,
    issued_on       date          null,
    type_name       varchar(100)  not null,
    subject         varchar(2000) not null,
    signer_name     varchar(100)  not null,
    signer_position varchar(100)  not null,
    file_count      int           not null,
    total_size      bigint        not null,
    page_count      int           null,
    copy_count      int           null,
    paper           boolean       not null default false,
    arrived_at      datetime(3)   not null,
    accept_by       datetime(3)   null,
    present_by      datetime(3)   null,
    due_on          date          null,
    check_state     varchar(8)    character set ascii collate ascii_bin not null comment 'PENDING, GOOD, WARN, BAD, NONE',
    problem         boolean       not null default false,
    checks          text          null,
    book_id         bigint        null,
    entry_id        bigint        null comment 'of the register',
    arrival_number  varchar(12)   null,
    arrival_on      date          null,
    file_code       varchar(50)   not null default '',
    field           varchar(100)  not null default '',
    note            varchar(500)  not null default '',
    submitted_to    varchar(64)   character set ascii collate ascii_bin null,
    search_text     text          not null,
    unique key incoming_entry (inbox_entry),
    key incoming_all (agency, id),
    key incoming_state (agency, state, id),
    key incoming_queue (agency, state, queue_key, id),
    key incoming_problem (agency, state, problem, queue_key, id),
    key incoming_due (agency, state, due_on, id),
    key incoming_leader (submitted_to, state, queue_key, id),
    key incoming_same (agency, code_number, code_notation, sender_code),
    key incoming_package (package_sha512),
    key incoming_parcel (parcel_id),
    key incoming_unchecked (check_state, queue_key),
    fulltext key incoming_words (search_text)
) engine = InnoDB default charset = utf8mb4;

create table incoming_step (
    id          bigint        not null auto_increment primary key,
    document_id bigint        not null,
    at          datetime(3)   not null,
    login       varchar(64)   character set ascii collate ascii_bin not null comment 'empty for this program',
    name        varchar(100)  not null,
    for_login   varchar(64)   character set ascii collate ascii_bin null comment 'on whose behalf, by delegation',
    act         varchar(16)   character set ascii collate ascii_bin not null,
    state       varchar(16)   character set ascii collate ascii_bin not null comment 'afterwards',
    words       varchar(2000) not null,
    key incoming_step_of (document_id, id)
) engine = InnoDB default charset = utf8mb4;

create table incoming_unit (
    id     bigint       not null auto_increment primary key,
    agency varchar(35)  character set ascii collate ascii_bin not null,
    name   varchar(200) not null,
    closed boolean      not null default false,
    unique key incoming_unit_name (agency, name)
) engine = InnoDB default charset = utf8mb4;

create table incoming_unit_member (
    unit_id bigint      not null,
    login   varchar(64) character set ascii collate ascii_bin not null,
    primary key (unit_id, login),
    key incoming_member_units (login)
) engine = InnoDB default charset = utf8mb4;

create table incoming_task (
    id          bigint        not null auto_increment primary key,
    document_id bigint        not null,
    agency      varchar(35)   character set ascii collate ascii_bin not null,
    unit_id     bigint        not null comment '0 when it is for a person',
    login       varchar(64)   character set ascii collate ascii_bin not null comment 'empty when it is for a unit',
    name        varchar(200)  not null comment 'of unit or person, then',
    part        varchar(8)    character set ascii collate ascii_bin not null comment 'LEAD, SUPPORT, INFORM',
    state       varchar(12)   character set ascii collate ascii_bin not null comment 'GIVEN, ACCEPTED, DONE, WITHDRAWN',
    version     int           not null default 0,
    given_by    varchar(64)   character set ascii collate ascii_bin not null,
    given_at    datetime(3)   not null,
    instruction varchar(2000) not null,
    due_on      date          null,
    taken_by    varchar(64)   character set ascii collate ascii_bin null,
    progress    varchar(2000) not null default '',
    result      varchar(2000) not null default '',
    reply_code  varchar(100)  not null default '',
    done_at     datetime(3)   null,
    asked_until date          null,
    asked_why   varchar(1000) not null default '',
    key incoming_task_of (document_id, id),
    key incoming_task_unit (unit_id, state, due_on, id),
    key incoming_task_login (login, state, due_on, id),
    key incoming_task_taker (taken_by, state, due_on, id),
    key incoming_task_due (agency, state, due_on, id)
) engine = InnoDB default charset = utf8mb4;

create table incoming_delegation (
    id         bigint       not null auto_increment primary key,
    agency     varchar(35)  character set ascii collate ascii_bin not null,
    from_login varchar(64)  character set ascii collate ascii_bin not null,
    from_name  varchar(100) not null,
    to_name    varchar(100) not null,
    to_login   varchar(64)  character set ascii collate ascii_bin not null,
    from_on    date         not null,
    until_on   date         not null,
    types      varchar(500) not null default '' comment 'names of types, one per line; empty for all',
    made_at    datetime(3)  not null,
    ended_at   datetime(3)  null,
    key delegation_from (from_login, until_on),
    key delegation_to (to_login, until_on)
) engine = InnoDB default charset = utf8mb4;
