-- Version 4: what the person adds to the scores.

-- A row for each note ever written. Without day and text it was removed: the row stays, so that merging with a history that
-- still has the note does not bring it back. edited_at: the newest edit counts.
CREATE TABLE note (
    uid       TEXT    NOT NULL PRIMARY KEY CHECK (length(uid) BETWEEN 1 AND 64),
    edited_at INTEGER NOT NULL,
    day       INTEGER CHECK (day BETWEEN -719162 AND 2932896), -- days since 1970-01-01; years 1 to 9999
    text      TEXT    CHECK (length(text) BETWEEN 1 AND 120),
    CHECK ((day IS NULL) = (text IS NULL))
) STRICT, WITHOUT ROWID;

-- The score that a framework should reach; NULL where a target was taken back.
CREATE TABLE target (
    framework_id TEXT    NOT NULL PRIMARY KEY,
    edited_at    INTEGER NOT NULL,
    score        TEXT    CHECK (length(score) BETWEEN 1 AND 20)
) STRICT, WITHOUT ROWID;
