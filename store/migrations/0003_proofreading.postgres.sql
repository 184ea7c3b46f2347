-- +goose Up

-- What of a report's texts stands in alike, summed up; 0 where this program has not proofread the report yet.
ALTER TABLE reports ADD COLUMN indexed BIGINT NOT NULL DEFAULT 0;
CREATE INDEX reports_indexed ON reports (id) WHERE indexed = 0;

-- Sections that say nearly the same as those of another report of the year have keys in common.
CREATE TABLE alike (
    key       BIGINT NOT NULL,
    report_id BIGINT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    PRIMARY KEY (key, report_id)
);
CREATE INDEX alike_report ON alike (report_id);

CREATE INDEX agencies_parent ON agencies (parent_id);
