-- Version 1.
-- Times are microseconds since 1970-01-01T00:00:00Z. Numbers that the server gave are text, digit for digit.
-- valid_from and valid_to say when something was seen to hold: from the run that first saw it up to, and not including,
-- the run that first saw it otherwise; no valid_to means that it still holds.

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mark (
    name TEXT    NOT NULL PRIMARY KEY,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each run. Without finished_at the run was interrupted: parts that it stored are whole all the same.
CREATE TABLE sync (
    id          INTEGER NOT NULL PRIMARY KEY,
    at          INTEGER NOT NULL UNIQUE,
    finished_at INTEGER CHECK (finished_at >= at)
) STRICT;

-- What each endpoint answered. "at" is the moment under which the part's sightings are kept: the run's own, or a later
-- one when another process stored in between.
CREATE TABLE sync_part (
    part     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    sync     INTEGER NOT NULL REFERENCES sync (id),
    outcome  TEXT    NOT NULL,
    row_count INTEGER NOT NULL DEFAULT 0,
    detail   TEXT    NOT NULL DEFAULT '',
    PRIMARY KEY (part, at),
    UNIQUE (sync, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX sync_part_read ON sync_part (part, at) WHERE outcome = 'OK';

-- Sightings of assessments: a row whenever the value reported for (framework_id, completed_at) differs from the one seen
-- before, so that a restatement, and its withdrawal, are each a row. Without completed_at every other value is a point.
CREATE TABLE assessment (
    id            INTEGER NOT NULL PRIMARY KEY,
    framework_id  TEXT    NOT NULL,
    completed_at  INTEGER,
    overall_score TEXT,
    grade         TEXT,
    seen_at       INTEGER NOT NULL
) STRICT;

CREATE INDEX assessment_point ON assessment (framework_id, completed_at, seen_at);

-- Which assessments the answer held, and when.
CREATE TABLE standing (
    assessment INTEGER NOT NULL REFERENCES assessment (id),
    valid_from INTEGER NOT NULL,
    valid_to   INTEGER CHECK (valid_to > valid_from),
    PRIMARY KEY (assessment, valid_from)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX standing_now ON standing (assessment) WHERE valid_to IS NULL;

CREATE TABLE recommendation (
    id         INTEGER NOT NULL PRIMARY KEY,
    uid        TEXT    NOT NULL UNIQUE,
    first_seen INTEGER NOT NULL
) STRICT;

-- A row for each stretch of time in which the answer held the recommendation with these values.
CREATE TABLE recommendation_version (
    recommendation INTEGER NOT NULL REFERENCES recommendation (id),
    valid_from     INTEGER NOT NULL,
    valid_to       INTEGER CHECK (valid_to > valid_from),
    title          TEXT,
    priority       INTEGER,
    status         TEXT,
    framework_id   TEXT,
    category       TEXT,
    PRIMARY KEY (recommendation, valid_from)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX recommendation_version_now ON recommendation_version (recommendation) WHERE valid_to IS NULL;

-- Where the recommendation stood in the answer. Only the order of order_key counts: ranks would shift with every newcomer.
CREATE TABLE recommendation_order (
    recommendation INTEGER NOT NULL REFERENCES recommendation (id),
    valid_from     INTEGER NOT NULL,
    valid_to       INTEGER CHECK (valid_to > valid_from),
    order_key      INTEGER NOT NULL,
    PRIMARY KEY (recommendation, valid_from)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX recommendation_order_now ON recommendation_order (recommendation) WHERE valid_to IS NULL;

-- A row whenever the reported scan differs from the one stored before it.
CREATE TABLE scan (
    id                   INTEGER NOT NULL PRIMARY KEY,
    uid                  TEXT,
    organization_id      TEXT,
    status               TEXT,
    domain               TEXT,
    started_at           INTEGER,
    completed_at         INTEGER,
    platforms_discovered INTEGER,
    shadow_ai_count      INTEGER,
    overall_risk_score   TEXT,
    seen_at              INTEGER NOT NULL
) STRICT;

CREATE TABLE scan_platform (
    scan       INTEGER NOT NULL REFERENCES scan (id),
    position   INTEGER NOT NULL,
    uid        TEXT,
    name       TEXT,
    type       TEXT,
    vendor     TEXT,
    category   TEXT,
    url        TEXT,
    confidence TEXT,
    created_at INTEGER,
    PRIMARY KEY (scan, position)
) STRICT, WITHOUT ROWID;

-- What discovery answered, and when: a scan, or, where scan is null, that there is none.
CREATE TABLE scan_report (
    valid_from INTEGER NOT NULL PRIMARY KEY,
    valid_to   INTEGER CHECK (valid_to > valid_from),
    scan       INTEGER REFERENCES scan (id)
) STRICT;
