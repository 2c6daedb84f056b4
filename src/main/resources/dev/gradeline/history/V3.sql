-- Version 3: assessments that the person brought from elsewhere.
-- Of (framework_id, completed_at) the row imported last counts, and none where Ayliea itself named that assessment.

CREATE TABLE imported_assessment (
    framework_id  TEXT    NOT NULL,
    completed_at  INTEGER NOT NULL,
    imported_at   INTEGER NOT NULL,
    overall_score TEXT,
    grade         TEXT,
    PRIMARY KEY (framework_id, completed_at, imported_at)
) STRICT, WITHOUT ROWID;
