package report

import "slices"

func (s Severity) lighter(than Severity) bool { return severityRank[s] > severityRank[than] }

// AtMost is the severity, or the limit where that is lighter.
func (s Severity) AtMost(limit Severity) Severity {
	if limit.lighter(s) {
		return limit
	}
	return s
}

// Softened are editions in which the relations with a code weigh no more than a severity, with a note added to their hints, or are gone
// where it is "": an installation may do without a rule. The editions themselves stay as they are.
func (es Editions) Softened(code string, most Severity, note string) Editions {
	out := slices.Clone(es)
	for i, e := range out {
		softer := *e
		softer.Tables = slices.Clone(e.Tables)
		for j, t := range softer.Tables {
			softer.Tables[j] = t.softened(code, most, note)
		}
		out[i] = &softer
	}
	return out
}

func (t *Table) softened(code string, most Severity, note string) *Table {
	out := *t
	out.Relations = nil
	gone := map[string]bool{}
	for _, r := range t.Relations {
		if r.Code == code && most == "" {
			gone[r.ID] = true
			continue
		}
		if softer := r.Severity.AtMost(most); r.Code == code && softer != r.Severity {
			r.Severity, r.Hint = softer, r.Hint+note
			r.Softens = r.Softens && r.Severity == SeverityError
		}
		r.Unless = slices.DeleteFunc(slices.Clone(r.Unless), func(id string) bool { return gone[id] })
		out.Relations = append(out.Relations, r)
	}
	out.reach = out.reaches()
	return &out
}
