package store

import (
	"slices"

	"nianbao/report"
)

const tallyColumns = `COALESCE(CAST(SUM(errors) AS BIGINT), 0), COALESCE(CAST(SUM(warnings) AS BIGINT), 0), COALESCE(CAST(SUM(hints) AS BIGINT), 0),
	COALESCE(CAST(SUM(missing) AS BIGINT), 0)`

// withTally is a filing with the sum of its verdicts.
func (q queries) withTally(f filing) (report.Filing, error) {
	t := &f.Tally
	_, err := q.one("sum verdicts", `SELECT `+tallyColumns+` FROM verdicts WHERE report_id = $1`, args{f.ID}, &t.Errors, &t.Warnings, &t.Hints, &t.Missing)
	return f.Filing, err
}

// part is where findings are counted: a section, and in it a table or what its sheet does not find.
type part struct{ section, table string }

// tallies are the counts of a report's findings by part.
type tallies map[part]report.Tally

// judge counts all findings of a report anew, and indexes its texts.
func (t *tx) judge(f *filing) error {
	c, err := t.content(f)
	if err == nil {
		_, err = t.proofread(f, c, nil)
	}
	return err
}

// verdict is what proofreading a report says: the cells on which it rests beside its sheets, and the counts as they stand now.
type verdict struct {
	read    map[string]bool
	counted tallies
}

// proofread judges content. Counted are the counts that stand so far, nil when they are not known.
func (t *tx) proofread(f *filing, c *content, counted tallies) (verdict, error) {
	proof := c.proof(f, t.store.Proof)
	if err := t.index(f, c); err != nil {
		return verdict{}, err
	}
	now := tallies{}
	for _, finding := range proof.Findings {
		p := part{finding.Section, ""}
		if ofSheet(f.edition, finding) {
			p.table = finding.Table
		}
		sum := now[p]
		sum.Add(finding)
		now[p] = sum
	}
	return verdict{proof.Read, now}, t.writeVerdicts(f.ID, counted, now)
}

// writeVerdicts brings a report's counts up to date.
func (t *tx) writeVerdicts(id int64, before, now tallies) error {
	if before == nil {
		if _, err := t.exec("clear verdicts", `DELETE FROM verdicts WHERE report_id = $1`, id); err != nil {
			return err
		}
	}
	for p := range before {
		if _, still := now[p]; still {
			continue
		}
		if _, err := t.exec("take verdict out", `DELETE FROM verdicts WHERE report_id = $1 AND section = $2 AND part = $3`, id, p.section, p.table); err != nil {
			return err
		}
	}
	for p, sum := range now {
		if was, known := before[p]; known && was == sum {
			continue
		}
		if err := t.writeVerdict(id, p, sum); err != nil {
			return err
		}
	}
	return nil
}

// ofSheet reports whether a finding is one of those that a table's sheet finds by itself: they are counted apart, since a saved cell
// has only them counted anew.
func ofSheet(e *report.Edition, f report.Finding) bool {
	t := e.Table(f.Table)
	if t == nil {
		return false
	}
	switch f.Code {
	case report.CodeType, report.CodeMissing, report.CodeNil:
		return true
	}
	return slices.ContainsFunc(t.Relations, func(r report.Relation) bool { return r.Code == f.Code }) ||
		slices.ContainsFunc(t.Sums, func(s report.Sum) bool { return s.Code == f.Code })
}

func (t *tx) writeVerdict(id int64, p part, sum report.Tally) error {
	_, err := t.exec("write verdict", `INSERT INTO verdicts (report_id, section, part, errors, warnings, hints, missing) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (report_id, section, part) DO UPDATE
		SET errors = excluded.errors, warnings = excluded.warnings, hints = excluded.hints, missing = excluded.missing`,
		id, p.section, p.table, sum.Errors, sum.Warnings, sum.Hints, sum.Missing)
	return err
}

// judgeAgain counts anew the findings of an agency's report for a year, if there is one, after something that it rests on changed.
func (t *tx) judgeAgain(agencyID int64, year int) error {
	var id int64
	found, err := t.one("find report", `SELECT id FROM reports WHERE agency_id = $1 AND year = $2`, args{agencyID, year}, &id)
	if err != nil || !found {
		return err
	}
	f, err := t.lock(id)
	if err != nil {
		return err
	}
	return t.judge(&f)
}

// takeSheets are a report's evaluated sheets as they were before this write; nil when they are not known or not valid any more.
func (t *tx) takeSheets(f *filing) *sheets {
	kept := t.sheets[f.ID]
	if kept == nil {
		kept = t.store.sheets.take(f.ID)
	}
	delete(t.sheets, f.ID)
	if kept == nil || kept.revision != f.Revision || kept.basis != f.basis {
		return nil
	}
	return kept
}

// sheets evaluates a report's tables.
func (c *content) sheets(f *filing) *sheets {
	out := &sheets{basis: f.basis, content: c, tables: map[string]*evaluated{}}
	for _, table := range f.edition.Tables {
		if section := sectionOfTable(c.outline, table.Key); section != "" {
			out.tables[table.Key] = &evaluated{section: section, sheet: report.NewSheet(table, c.figures, c.last, report.InForm)}
		}
	}
	return out
}
