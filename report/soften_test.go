package report

import "testing"

func TestSoftened(t *testing.T) {
	standard := editions(t)
	e := standard.Get("gb-2021")
	r := zeroReport(e, 2026)
	r.Figures["requests.received.business"] = "1"
	if got := codes(Check(e, r, Context{})); got != "error balance, error balance" {
		t.Fatalf("as it is: %q", got)
	}
	for _, c := range []struct {
		name, code string
		most       Severity
		want       string
	}{
		{"softened", "balance", SeverityHint, "hint balance, hint balance"},
		{"no harder than it is", "balance", SeverityError, "error balance, error balance"},
		{"switched off", "balance", "", ""},
		{"another rule", "carry.requests", "", "error balance, error balance"},
	} {
		t.Run(c.name, func(t *testing.T) {
			soft := standard.Softened(c.code, c.most, "").Get("gb-2021")
			if got := codes(Check(soft, r, Context{})); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if got := codes(Check(e, r, Context{})); got != "error balance, error balance" {
		t.Errorf("the editions themselves changed: %q", got)
	}
}

// A rule that silenced another one is gone, so the other one speaks.
func TestSoftenedSilencer(t *testing.T) {
	standard := editions(t)
	last := &LastYear{Edition: standard.Get("gb-2021"), Figures: Figures{"disclosure.documents.in_force": "2"}}
	soft := standard.Softened("range.documents", "", "").Get("gb-2021")
	r := zeroReport(soft, 2026)
	r.Figures["disclosure.documents.repealed"] = "3"
	if got := codes(Check(soft, r, Context{Last: last})); got != "warning carry.documents" {
		t.Errorf("got %q", got)
	}
	if rules := NewSheet(soft.Table("disclosure"), r.Figures, last, InForm).Rules(); len(rules.Relations) == 0 {
		t.Error("the page has no relations")
	}
}
