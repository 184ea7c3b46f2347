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

// part is where findings are counted: a section, and in it a table or what is not about figures.
type part struct{ section, table string }

// judge counts all findings of a report anew.
func (t *tx) judge(f *filing) error {
	c, err := t.content(f)
	if err != nil {
		return err
	}
	return t.writeVerdicts(f, c.check(f))
}

func (t *tx) writeVerdicts(f *filing, findings []report.Finding) error {
	var order []part
	tallies := map[part]report.Tally{}
	for _, finding := range findings {
		p := part{finding.Section, finding.Table}
		if !slices.Contains(order, p) {
			order = append(order, p)
		}
		sum := tallies[p]
		sum.Add(finding)
		tallies[p] = sum
	}
	if _, err := t.exec("clear verdicts", `DELETE FROM verdicts WHERE report_id = $1`, f.ID); err != nil {
		return err
	}
	for _, p := range order {
		if err := t.writeVerdict(f.ID, p, tallies[p]); err != nil {
			return err
		}
	}
	return nil
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

// evaluate makes a report's sheets from what is stored.
func (t *tx) evaluate(f *filing) (*sheets, error) {
	figures, err := t.figures(f.ID)
	if err != nil {
		return nil, err
	}
	outline, err := t.outline(f.ID)
	if err != nil {
		return nil, err
	}
	last, err := t.lastReport(f)
	if err != nil {
		return nil, err
	}
	out := &sheets{basis: f.basis, tables: map[string]*evaluated{}}
	for _, table := range f.edition.Tables {
		if section := sectionOfTable(outline, table.Key); section != "" {
			out.tables[table.Key] = &evaluated{section: section, sheet: report.NewSheet(table, figures, t.lastYear(f, last), report.InForm)}
		}
	}
	return out, nil
}
