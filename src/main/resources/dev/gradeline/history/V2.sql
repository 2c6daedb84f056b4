-- Version 2: a recommendation is followed by what it says and no longer by its id alone.
-- A row of recommendation is one life. Its ids, one after the other, are those of its versions.

-- The id under which the life was first seen; with #2, #3 … behind it where an earlier life began under that id.
ALTER TABLE recommendation RENAME COLUMN uid TO lineage;

-- The API's id; NULL where that is the lineage, as it nearly always is. So neither a first storing nor a change of status
-- writes an id twice, or into a second index.
ALTER TABLE recommendation_version ADD COLUMN uid TEXT;

CREATE INDEX recommendation_version_uid ON recommendation_version (uid, valid_from) WHERE uid IS NOT NULL;
