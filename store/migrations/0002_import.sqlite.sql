-- +goose Up

-- Files that were read in. report_id is the report that one is kept as; until then it waits for the member who sent it.
CREATE TABLE imports (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    report_id INTEGER REFERENCES reports (id) ON DELETE SET NULL,
    name      TEXT    NOT NULL,
    sha256    TEXT    NOT NULL,
    size      INTEGER NOT NULL,
    made_at   INTEGER NOT NULL,
    problem   TEXT    NOT NULL, -- why the file could not be read, '' where it could
    agency    TEXT    NOT NULL, -- as the report names it; with year and doubts for the list
    year      INTEGER NOT NULL,
    doubts    INTEGER NOT NULL,
    content   BLOB    NOT NULL, -- Report JSON with the corrections since
    source    BLOB    NOT NULL  -- JSON: where each figure stood, and the document as it was read
) STRICT;
CREATE INDEX imports_member ON imports (member_id);
CREATE INDEX imports_report ON imports (report_id);
