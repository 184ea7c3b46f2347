package report

// RuleSet is the rules of one table as the page carries them (JSON), with the same indices as the table. static/js/rules.js
// evaluates it while the clerk types; the server's verdict is the one that counts.
type RuleSet struct {
	Table     string              `json:"table"`
	Units     []string            `json:"units"`
	Cells     []RuleCell          `json:"cells"`
	Sums      []RuleSum           `json:"sums"`
	Relations []RuleRelation      `json:"relations"`
	Messages  map[string][]string `json:"messages"`
}

// RuleCell is a cell: On is false where its optional row is off.
type RuleCell struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Kind     Kind   `json:"kind"`
	Computed bool   `json:"computed,omitempty"`
	On       bool   `json:"on"`
}

// RuleSum defines a computed cell by cell indices; sums come in the order in which they can be computed.
type RuleSum struct {
	Cell int   `json:"cell"`
	Of   []int `json:"of"`
}

// RuleRelation is a relation over cell indices. Unless are indices of earlier relations.
type RuleRelation struct {
	ID       string     `json:"id"`
	Code     string     `json:"code"`
	Severity Severity   `json:"severity"`
	Op       Op         `json:"op"`
	Left     []RuleTerm `json:"left"`
	Right    []RuleTerm `json:"right"`
	Needs    []string   `json:"needs,omitempty"`
	Unless   []int      `json:"unless,omitempty"`
	Message  string     `json:"message"`
	Hint     string     `json:"hint"`
}

// RuleTerm is a cell of this report, or with Last the value that last year's report has; a Last without value is unknown.
type RuleTerm struct {
	Cell  int     `json:"cell"`
	Minus bool    `json:"minus,omitempty"`
	Last  bool    `json:"last,omitempty"`
	Value *string `json:"value,omitempty"`
}

// Rules are the sheet's rules for the page. Only sheets of the form have them.
func (s *Sheet) Rules() RuleSet {
	rs := RuleSet{Table: s.table.Key, Units: Units, Cells: []RuleCell{}, Sums: []RuleSum{}, Relations: []RuleRelation{},
		Messages: map[string][]string{CodeMissing: {missingMessage, missingHint}, CodeNil: {nilMessage, nilHint}}}
	for p, m := range problemMessages {
		rs.Messages[string(p)] = []string{m, problemHints[p]}
	}
	for i, c := range s.table.Cells {
		rs.Cells = append(rs.Cells, RuleCell{ID: c.ID, Name: c.Name(), Kind: c.Kind, Computed: c.Computed, On: s.on[i]})
	}
	for _, sum := range s.table.Sums {
		if sum.Check {
			continue
		}
		r := RuleSum{Cell: sum.Cell.index}
		for _, c := range sum.Of {
			r.Of = append(r.Of, c.index)
		}
		rs.Sums = append(rs.Sums, r)
	}
	terms := func(ts []Term) []RuleTerm {
		out := []RuleTerm{}
		for _, t := range ts {
			rt := RuleTerm{Cell: t.Cell.index, Minus: t.Minus, Last: t.Last}
			if v, ok := s.last[t.Cell]; ok && t.Last {
				rt.Value = &v.Text
			}
			out = append(out, rt)
		}
		return out
	}
	index := map[string]int{}
	for i, r := range s.table.Relations {
		index[r.ID] = i
		rr := RuleRelation{ID: r.ID, Code: r.Code, Severity: s.Severity(i), Op: r.Op, Left: terms(r.Left), Right: terms(r.Right), Needs: r.Needs,
			Message: r.Message, Hint: r.Hint}
		for _, id := range r.Unless {
			rr.Unless = append(rr.Unless, index[id])
		}
		rs.Relations = append(rs.Relations, rr)
	}
	return rs
}
