-- Number ranges of later migrations: 1xx platform and identity, 2xx directory, 3xx documents, 4xx delivery.

CREATE TABLE installation (
    singleton   TINYINT      NOT NULL DEFAULT 1 PRIMARY KEY CHECK (singleton = 1),
    role        VARCHAR(16)  NOT NULL,
    created_at  DATETIME(3)  NOT NULL
) COMMENT 'What this database belongs to: one row';
