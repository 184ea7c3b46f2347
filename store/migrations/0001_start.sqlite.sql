-- Times are unix milliseconds UTC. Identifiers are never used twice (AUTOINCREMENT): the cache of evaluated sheets relies on it.

-- +goose Up
CREATE TABLE agencies (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    parent_id      INTEGER REFERENCES agencies (id),
    path           TEXT UNIQUE, -- ids from the root down, each with a slash; null only until the id is known
    name           TEXT    NOT NULL UNIQUE,
    short_name     TEXT    NOT NULL DEFAULT '',
    former_names   TEXT    NOT NULL DEFAULT '', -- one a line
    kind           TEXT    NOT NULL,
    reorganised_in INTEGER NOT NULL DEFAULT 0,
    accepts        INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE members (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    agency_id    INTEGER NOT NULL REFERENCES agencies (id),
    login        TEXT    NOT NULL,
    login_key    TEXT    NOT NULL UNIQUE, -- the login in lower case
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    digest       TEXT    NOT NULL,
    must_change  INTEGER NOT NULL DEFAULT 0,
    failures     INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER NOT NULL DEFAULT 0,
    disabled     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX members_agency ON members (agency_id);

CREATE TABLE sessions (
    hash       TEXT    NOT NULL PRIMARY KEY, -- of the identifier, which only the browser has
    member_id  INTEGER REFERENCES members (id) ON DELETE CASCADE, -- null before the sign-in
    data       BLOB    NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_member ON sessions (member_id);
CREATE INDEX sessions_seen ON sessions (seen_at);

CREATE TABLE reports (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    agency_id       INTEGER NOT NULL REFERENCES agencies (id),
    year            INTEGER NOT NULL,
    edition         TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1,
    official        INTEGER NOT NULL DEFAULT 0,
    approved        INTEGER NOT NULL DEFAULT 0,
    revision        INTEGER NOT NULL,
    last_disputed   INTEGER NOT NULL DEFAULT 0,
    state_since     INTEGER NOT NULL,
    state_by        INTEGER NOT NULL REFERENCES members (id),
    updated_at      INTEGER NOT NULL,
    updated_by      INTEGER NOT NULL REFERENCES members (id),
    published_on    TEXT    NOT NULL DEFAULT '',
    published_url   TEXT    NOT NULL DEFAULT '',
    accepted_number TEXT    NOT NULL DEFAULT '',
    accepted_on     TEXT    NOT NULL DEFAULT '',
    UNIQUE (agency_id, year)
) STRICT;

CREATE TABLE sections (
    report_id  INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    section    TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    attachment INTEGER NOT NULL,
    dropped    INTEGER NOT NULL,
    heading    TEXT    NOT NULL,
    label      TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    fixtures   TEXT    NOT NULL, -- JSON
    PRIMARY KEY (report_id, section)
) STRICT, WITHOUT ROWID;

CREATE TABLE texts (
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    place     TEXT    NOT NULL,
    body      TEXT    NOT NULL,
    revision  INTEGER NOT NULL,
    member_id INTEGER NOT NULL REFERENCES members (id),
    PRIMARY KEY (report_id, place)
) STRICT;

-- Every text that was ever saved: the base of a three-way merge.
CREATE TABLE text_history (
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    place     TEXT    NOT NULL,
    revision  INTEGER NOT NULL,
    body      TEXT    NOT NULL,
    member_id INTEGER NOT NULL REFERENCES members (id),
    PRIMARY KEY (report_id, place, revision)
) STRICT;

-- A cell that was never filled has no row. Those of an optional row have rows exactly while it is switched on.
CREATE TABLE figures (
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    cell      TEXT    NOT NULL,
    value     TEXT    NOT NULL,
    revision  INTEGER NOT NULL,
    member_id INTEGER NOT NULL REFERENCES members (id),
    PRIMARY KEY (report_id, cell)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflicts (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    place     TEXT    NOT NULL,
    is_cell   INTEGER NOT NULL,
    base      TEXT    NOT NULL,
    saved     TEXT    NOT NULL,
    mine      TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    saved_by  INTEGER NOT NULL REFERENCES members (id),
    mine_by   INTEGER NOT NULL REFERENCES members (id),
    revision  INTEGER NOT NULL,
    made_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX conflicts_report ON conflicts (report_id);

CREATE TABLE answers (
    report_id   INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    subject     TEXT    NOT NULL, -- the group of findings that the reason answers
    reason      TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    member_id   INTEGER NOT NULL REFERENCES members (id),
    PRIMARY KEY (report_id, subject)
) STRICT, WITHOUT ROWID;

-- What the rules say, counted, so that lists need not load content. part is a table's key, or '' for what is not about figures.
CREATE TABLE verdicts (
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    section   TEXT    NOT NULL,
    part      TEXT    NOT NULL,
    errors    INTEGER NOT NULL,
    warnings  INTEGER NOT NULL,
    hints     INTEGER NOT NULL,
    missing   INTEGER NOT NULL,
    PRIMARY KEY (report_id, section, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id  INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    step       TEXT    NOT NULL,
    from_state TEXT    NOT NULL,
    to_state   TEXT    NOT NULL,
    member_id  INTEGER NOT NULL REFERENCES members (id),
    decided_at INTEGER NOT NULL,
    comment    TEXT    NOT NULL,
    asked_at   INTEGER NOT NULL, -- the revision that the page showed
    revision   INTEGER NOT NULL, -- the revision that the step made
    version    INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_report ON decisions (report_id, revision);

CREATE TABLE versions (
    report_id   INTEGER NOT NULL REFERENCES reports (id),
    number      INTEGER NOT NULL,
    approved_at INTEGER NOT NULL,
    approved_by INTEGER NOT NULL REFERENCES members (id),
    sha256      TEXT    NOT NULL,
    content     BLOB    NOT NULL, -- Report JSON
    PRIMARY KEY (report_id, number)
) STRICT;

CREATE TABLE parked (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    section   TEXT    NOT NULL,
    body      BLOB    NOT NULL,
    parked_at INTEGER NOT NULL,
    UNIQUE (member_id, report_id, section)
) STRICT;
CREATE INDEX parked_report ON parked (report_id);
CREATE INDEX parked_at ON parked (parked_at);

-- Who, when, what, from, to. It outlives the report, so it does not refer to it.
CREATE TABLE audit (
    id         INTEGER PRIMARY KEY,
    report_id  INTEGER, -- null for accounts and agencies
    revision   INTEGER NOT NULL,
    member_id  INTEGER REFERENCES members (id), -- null for the command line and for unknown logins
    made_at    INTEGER NOT NULL,
    action     TEXT    NOT NULL,
    place      TEXT    NOT NULL,
    from_value TEXT    NOT NULL,
    to_value   TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_report ON audit (report_id, revision);

-- +goose StatementBegin
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER versions_stay BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER versions_kept BEFORE DELETE ON versions BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
-- +goose StatementEnd
