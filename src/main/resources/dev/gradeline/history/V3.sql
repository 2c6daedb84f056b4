-- Version 3: assessments that the person brought from elsewhere, and a short cut.

-- Of (framework_id, completed_at) the row imported last counts, and none where Ayliea itself named that assessment.

CREATE TABLE imported_assessment (
    framework_id  TEXT    NOT NULL,
    completed_at  INTEGER NOT NULL,
    imported_at   INTEGER NOT NULL,
    overall_score TEXT,
    grade         TEXT,
    PRIMARY KEY (framework_id, completed_at, imported_at)
) STRICT, WITHOUT ROWID;

-- SHA-256 of the answer that the rows of a part hold now. The same again is known by it, without reading a row. Missing where
-- rows were changed otherwise than by storing an answer.
CREATE TABLE answer_digest (
    part   TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
