-- What people are told: in the page, by e-mail and by webhook. Nothing here holds a subject or the content of a document.

create table notification (
    notification_id bigint       not null auto_increment primary key,
    login           varchar(64)  character set ascii collate ascii_bin not null,
    kind            varchar(30)  character set ascii collate ascii_bin not null,
    urgency         tinyint      not null,
    about           varchar(120) not null comment 'number and notation, or another short name',
    href            varchar(200) character set ascii collate ascii_bin not null,
    told_at         datetime(3)  not null,
    read_at         datetime(3)  null,
    key notification_of_person (login, notification_id),
    key notification_unread (login, read_at, notification_id),
    key notification_age (told_at)
) engine = InnoDB default charset = utf8mb4;

create table notification_channel (
    login           varchar(64)  character set ascii collate ascii_bin not null primary key,
    email           varchar(254) null,
    email_stopped   varchar(40)  character set ascii collate ascii_bin null comment 'why nothing is sent there any more',
    webhook         varchar(500) character set ascii collate ascii_bin null,
    webhook_epoch   int          not null comment 'the secret follows from it; a new one makes the old one worthless',
    webhook_stopped varchar(40)  character set ascii collate ascii_bin null,
    failing_since   datetime(3)  null comment 'of the webhook',
    quiet_from      varchar(5)   character set ascii collate ascii_bin null comment 'HH:mm in Vietnam',
    quiet_until     varchar(5)   character set ascii collate ascii_bin null,
    language        varchar(2)   character set ascii collate ascii_bin not null
) engine = InnoDB default charset = utf8mb4;

create table notification_choice (
    login   varchar(64) character set ascii collate ascii_bin not null,
    kind    varchar(30) character set ascii collate ascii_bin not null,
    page    boolean     not null,
    email   boolean     not null,
    webhook boolean     not null,
    primary key (login, kind)
) engine = InnoDB default charset = utf8mb4 comment = 'Only what differs from the usual';

create table notification_outbox (
    outbox_id bigint      not null auto_increment primary key,
    login     varchar(64) character set ascii collate ascii_bin not null,
    channel   varchar(8)  character set ascii collate ascii_bin not null,
    kind      varchar(30) character set ascii collate ascii_bin not null,
    urgency   tinyint     not null,
    told_at   datetime(3) not null,
    next_at   datetime(3) not null comment 'not before; whoever sends it moves it ahead first, so that nobody else does',
    attempts  int         not null,
    key notification_outbox_due (next_at)
) engine = InnoDB default charset = utf8mb4;

create table notification_due (
    source  varchar(30) character set ascii collate ascii_bin not null,
    item    varchar(60) character set ascii collate ascii_bin not null,
    stage   varchar(8)  character set ascii collate ascii_bin not null,
    due_at  datetime(3) not null,
    told_at datetime(3) not null,
    primary key (source, item, stage, due_at),
    key notification_due_age (told_at)
) engine = InnoDB default charset = utf8mb4 comment = 'Which deadlines were told, so that each is told once';

create table notification_watch (
    singleton   tinyint     not null primary key check (singleton = 1),
    lease_until datetime(3) not null
) engine = InnoDB default charset = utf8mb4 comment = 'One program of the installation at a time looks for deadlines';

insert into notification_watch (singleton, lease_until) values (1, '2000-01-01');
