-- The payload of a parcel lies in the payload store under the parcel's own identifier, once per node.

-- Outgoing side: one row per parcel, per transport to a node (shipment), per recipient (delivery), per try (attempt).

create table outbound_parcel (
    parcel_id      binary(16)     not null primary key,
    sender_code    varchar(35)    character set ascii collate ascii_bin not null,
    header         blob           not null,
    envelope       mediumblob     not null,
    signature      blob           not null,
    segments       mediumblob     not null,
    payload_kept   boolean        not null default true comment 'false after the payload has been released',
    payload_size   bigint         not null,
    payload_sha256 binary(32)     not null,
    package_sha512 binary(64)     not null,
    urgency        tinyint        not null,
    submitted_by   varchar(80)    not null comment 'api key id or account id, never a name',
    created_at     datetime(3)    not null,
    expires_at     datetime(3)    not null,
    key outbound_by_sender (sender_code, parcel_id)
) engine = InnoDB default charset = utf8mb4;

create table shipment (
    parcel_id       binary(16)  not null,
    target_node     varchar(40) character set ascii collate ascii_bin not null,
    lane            tinyint     not null comment '0 urgent, 1 ordinary, 2 bulk',
    state           tinyint     not null comment '0 waiting, 1 claimed, 2 done',
    next_attempt_at datetime(3) not null,
    attempts        int         not null default 0,
    owner           varchar(36) character set ascii collate ascii_bin null,
    lease_until     datetime(3) null,
    primary key (parcel_id, target_node),
    key shipment_due (state, lane, next_attempt_at),
    constraint shipment_parcel foreign key (parcel_id) references outbound_parcel (parcel_id)
) engine = InnoDB default charset = utf8mb4;

create table delivery (
    parcel_id      binary(16)  not null,
    recipient_code varchar(35) character set ascii collate ascii_bin not null,
    target_node    varchar(40) character set ascii collate ascii_bin not null,
    state          tinyint     not null comment 'ordinal of DeliveryState: see the entity',
    state_since    datetime(3) not null,
    reason_code    char(7)     character set ascii collate ascii_bin null,
    primary key (parcel_id, recipient_code),
    key delivery_unfinished (state, state_since),
    constraint delivery_parcel foreign key (parcel_id) references outbound_parcel (parcel_id)
) engine = InnoDB default charset = utf8mb4;

create table attempt (
    attempt_id       binary(16)  not null primary key,
    parcel_id        binary(16)  not null,
    target_node      varchar(40) character set ascii collate ascii_bin not null,
    started_at       datetime(3) not null,
    ended_at         datetime(3) not null,
    outcome          varchar(20) character set ascii collate ascii_bin not null,
    code             char(7)     character set ascii collate ascii_bin null,
    http_status      smallint    null,
    octets           bigint      not null,
    from_offset      bigint      not null,
    peer_certificate char(64)    character set ascii collate ascii_bin null,
    key attempt_of_shipment (parcel_id, target_node)
) engine = InnoDB default charset = utf8mb4;

create table idempotency_key (
    agency_code    varchar(35)  character set ascii collate ascii_bin not null,
    key_sha256     binary(32)   not null,
    request_sha256 binary(32)   not null,
    parcel_id      binary(16)   not null,
    created_at     datetime(3)  not null,
    primary key (agency_code, key_sha256)
) engine = InnoDB default charset = utf8mb4;

-- Both sides: what a list may show of a document, and the evidence.

create table document_record (
    parcel_id      binary(16)    not null primary key,
    code_number    varchar(40)   null,
    code_notation  varchar(60)   null,
    type_name      varchar(200)  null,
    subject        varchar(2000) null,
    promulgated_on date          null,
    file_count     int           not null,
    document       mediumblob    not null comment 'document.json as it stands in the package'
) engine = InnoDB default charset = utf8mb4;

create table evidence (
    evidence_id    binary(16)  not null primary key,
    parcel_id      binary(16)  not null,
    recipient_code varchar(35) character set ascii collate ascii_bin null,
    event          varchar(40) character set ascii collate ascii_bin not null,
    event_time     datetime(3) not null,
    issuer_node    varchar(40) character set ascii collate ascii_bin not null,
    own            boolean     not null,
    octets         blob        not null,
    signature      blob        not null,
    key evidence_of_parcel (parcel_id, recipient_code)
) engine = InnoDB default charset = utf8mb4;

create table evidence_shipment (
    evidence_id     binary(16)  not null,
    target_node     varchar(40) character set ascii collate ascii_bin not null,
    state           tinyint     not null comment '0 waiting, 1 claimed, 2 done',
    next_attempt_at datetime(3) not null,
    attempts        int         not null default 0,
    owner           varchar(36) character set ascii collate ascii_bin null,
    lease_until     datetime(3) null,
    primary key (evidence_id, target_node),
    key evidence_due (state, next_attempt_at),
    constraint evidence_shipment_evidence foreign key (evidence_id) references evidence (evidence_id)
) engine = InnoDB default charset = utf8mb4;

-- Incoming side.

create table upload (
    parcel_id  binary(16)  not null primary key,
    from_node  varchar(40) character set ascii collate ascii_bin not null,
    header     blob        not null,
    envelope   mediumblob  not null,
    signature  blob        not null,
    segments   mediumblob  not null,
    started_at datetime(3) not null,
    touched_at datetime(3) not null,
    key upload_by_age (touched_at),
    key upload_of_node (from_node)
) engine = InnoDB default charset = utf8mb4;

create table inbound_parcel (
    parcel_id       binary(16)  not null primary key,
    sender_code     varchar(35) character set ascii collate ascii_bin not null,
    sender_node     varchar(40) character set ascii collate ascii_bin not null,
    header          blob        not null,
    envelope        mediumblob  not null,
    signature       blob        not null,
    envelope_sha256 binary(32)  not null,
    payload_kept    boolean     not null default true,
    payload_size    bigint      not null,
    package_size    bigint      not null,
    package_sha512  binary(64)  not null,
    classical_signer    binary(32) not null comment 'certificates that signed the package, by fingerprint',
    post_quantum_signer binary(32) not null,
    urgency         tinyint     not null,
    received_at     datetime(3) not null,
    expires_at      datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

create table inbox_entry (
    entry_id       bigint      not null auto_increment primary key comment 'also the cursor of lists',
    parcel_id      binary(16)  not null,
    recipient_code varchar(35) character set ascii collate ascii_bin not null,
    state          tinyint     not null comment '0 arrived, 1 handed over, 2 refused',
    lease_id       binary(16)  null,
    lease_until    datetime(3) null,
    state_since    datetime(3) not null,
    evidence_id    binary(16)  null comment 'of the hand-over or refusal',
    unique key inbox_once_per_recipient (parcel_id, recipient_code),
    key inbox_of_recipient (recipient_code, state, entry_id),
    constraint inbox_parcel foreign key (parcel_id) references inbound_parcel (parcel_id)
) engine = InnoDB default charset = utf8mb4;

create table refused_parcel (
    refusal_id  binary(16)  not null primary key,
    parcel_id   binary(16)  null,
    from_node   varchar(40) character set ascii collate ascii_bin null comment 'null when the peer is unknown',
    certificate char(64)    character set ascii collate ascii_bin null,
    code        char(7)     character set ascii collate ascii_bin not null,
    refused_at  datetime(3) not null,
    key refused_by_time (refused_at)
) engine = InnoDB default charset = utf8mb4 comment = 'what was turned away, for the operator and the security officer';
