package report

import (
	"fmt"
	"strings"
	"testing"
)

// zeroReport is a complete report with 0 in every cell that is typed, and a sentence in every section.
func zeroReport(e *Edition, year int) *Report {
	r := &Report{Edition: e.ID, Year: year, Agency: "测试乡人民政府", Title: "测试乡人民政府年度报告", Figures: Figures{},
		Signature: Signature{Agency: "测试乡人民政府", Date: "2027-01-10"}}
	for _, o := range StandardOutline(e, year) {
		blocks := PutTogether([]string{"本年度工作正常。"}, o.Fixtures)
		if o.Attachment {
			r.Attachments = append(r.Attachments, Attachment{Key: o.Key, Label: o.Label, Title: o.Title, Heading: o.Heading, Blocks: blocks})
		} else {
			r.Sections = append(r.Sections, Section{Key: o.Key, Heading: o.Heading, Blocks: blocks})
		}
	}
	for _, t := range e.Tables {
		for _, c := range t.Cells {
			if !c.Computed && !c.Optional {
				r.Figures[c.ID] = "0"
			}
		}
	}
	return r
}

func codes(findings []Finding) string {
	var out []string
	for _, f := range findings {
		out = append(out, fmt.Sprintf("%s %s", f.Severity, f.Code))
	}
	return strings.Join(out, ", ")
}

func TestCheck(t *testing.T) {
	last := func(edition string, figures Figures) *LastYear {
		return &LastYear{Edition: editions(t).Get(edition), Figures: figures}
	}
	for _, c := range []struct {
		name, edition string
		year          int
		figures       Figures
		last          *LastYear
		mode          Mode
		want          string
	}{
		{"all zero", "gb-2021", 2026, nil, nil, InForm, ""},
		{"all zero 2019", "gb-2019", 2020, nil, nil, InForm, ""},
		{"all zero 2014", "gb-2014", 2016, nil, nil, InForm, ""},
		{"narrative only", "gb-2008", 2010, nil, nil, InForm, ""},
		{"another year's edition", "gb-2019", 2026, nil, nil, InForm, "warning edition.mismatch"},
		{"2008's form in 2016", "gb-2008", 2016, nil, nil, InForm, "hint parts.missing"},
		{"letters", "gb-2021", 2026, Figures{"requests.received.business": "三件"}, nil, InForm, "error value.type"},
		{"blank", "gb-2021", 2026, Figures{"requests.received.business": ""}, nil, InForm, "error value.missing"},
		{"blank as read", "gb-2021", 2026, Figures{"requests.received.business": ""}, nil, AsRead, "warning value.missing"},
		{"无", "gb-2021", 2026, Figures{"requests.received.business": "无"}, nil, InForm, "error nil.notation"},
		{"无 as read", "gb-2021", 2026, Figures{"requests.received.business": "无"}, nil, AsRead, "warning nil.notation"},
		{"unbalanced", "gb-2021", 2026, Figures{"requests.received.business": "1"}, nil, InForm, "error balance, error balance"},
		{"wrong total as read", "gb-2021", 2026, Figures{"requests.received.legal_service": "1", "requests.received.total": "0", "requests.granted.legal_service": "1"}, nil, AsRead,
			"error sum.applicants, error balance"},
		{"right totals as read", "gb-2021", 2026, Figures{"requests.received.total": "0", "requests.result_total.total": "0"}, nil, AsRead, ""},
		{"carried over", "gb-2021", 2026, nil, last("gb-2021", Figures{"requests.carried_over.business": "2"}), InForm, "error carry.requests"},
		{"in force", "gb-2021", 2026, Figures{"disclosure.documents.in_force": "3"}, last("gb-2021", Figures{"disclosure.documents.in_force": "2"}), InForm, "warning carry.documents"},
		{"more repealed than there were", "gb-2021", 2026, Figures{"disclosure.documents.repealed": "3"}, last("gb-2021", Figures{"disclosure.documents.in_force": "2"}), InForm, "warning range.documents"},
		{"first year of the column", "gb-2021", 2021, Figures{"disclosure.documents.in_force": "3"}, last("gb-2019", Figures{"disclosure.documents.public_total": "2"}), InForm, ""},
		{"projects", "gb-2019", 2020, Figures{"disclosure.licensing.previous": "5"}, last("gb-2019", Figures{"disclosure.licensing.previous": "8", "disclosure.licensing.change": "-2"}), InForm, "warning carry.projects"},
		{"published", "gb-2019", 2020, Figures{"disclosure.documents.published": "5", "disclosure.documents.public_total": "4"}, nil, InForm, "warning range.published"},
		{"a channel above the total", "gb-2014", 2016, Figures{"statistics.via_wechat.count": "360", "statistics.disclosed.count": "340"}, nil, InForm, "error range.statistics"},
		{"parts not filled", "gb-2014", 2016, Figures{"statistics.staff.count": "3", "statistics.staff_full_time.count": "", "statistics.staff_part_time.count": ""}, nil, AsRead,
			"warning value.missing, warning value.missing"},
		{"parts", "gb-2014", 2016, Figures{"statistics.staff.count": "3", "statistics.staff_full_time.count": "1"}, nil, InForm, "error sum.statistics"},
		{"closed and received", "gb-2014", 2016, Figures{"statistics.received.count": "3", "statistics.received_fax.count": "3"}, nil, InForm, "hint statistics.closed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := editions(t).Get(c.edition)
			r := zeroReport(e, c.year)
			for id, v := range c.figures {
				if e.Cell(id) == nil {
					t.Fatalf("no cell %s", id)
				}
				r.Figures[id] = v
			}
			if got := codes(Check(e, r, Context{Mode: c.mode, Last: c.last})); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDoubtSoftensCarryOver(t *testing.T) {
	e := editions(t).Get("gb-2021")
	last := &LastYear{Edition: e, Figures: Figures{"requests.carried_over.business": "2"}, Doubt: "合并"}
	if got := codes(Check(e, zeroReport(e, 2026), Context{Last: last})); got != "warning carry.requests" {
		t.Errorf("got %q", got)
	}
}

// A reason answers what it was written for, and nothing that changed since.
func TestAnswers(t *testing.T) {
	e := editions(t).Get("gb-2021")
	last := &LastYear{Edition: e, Figures: Figures{"disclosure.documents.in_force": "2", "disclosure.regulations.in_force": "1"}}
	r := zeroReport(e, 2026)
	findings := Check(e, r, Context{Last: last})
	order, groups := Groups(findings)
	if len(order) != 1 || len(groups[order[0]]) != 2 {
		t.Fatalf("two warnings of one table are one group, got %v", groups)
	}
	answers := []Answer{{Group: order[0], Reason: "全面清理", Fingerprint: Fingerprint(groups[order[0]])}}
	if got := Unanswered(findings, answers); len(got) != 0 {
		t.Errorf("unanswered %v", got)
	}
	r.Figures["disclosure.documents.in_force"] = "1"
	if got := Unanswered(Check(e, r, Context{Last: last}), answers); len(got) != 1 {
		t.Errorf("the reason was carried to other numbers")
	}
}
