-- Version 5: what the person keeps with a recommendation.

-- A row for each note ever written: for the life that held the id (see recommendation_version) last, up to held_at. So it is
-- found again when a retake gives the advice another id, and when lives are told anew by a merge. Without text and tags it was
-- removed: the row stays. Of several rows of one life the newest edit counts. Tags are divided by spaces.
CREATE TABLE recommendation_note (
    id        TEXT    NOT NULL,
    held_at   INTEGER NOT NULL,
    text      TEXT    CHECK (length(text) <= 4000),
    tags      TEXT    CHECK (length(tags) <= 1000),
    edited_at INTEGER NOT NULL,
    PRIMARY KEY (id, held_at),
    CHECK ((text IS NULL) = (tags IS NULL))
) STRICT, WITHOUT ROWID;
