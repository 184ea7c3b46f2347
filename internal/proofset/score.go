package proofset

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"nianbao/report"
)

// Score is how well a half was proofread.
type Score struct {
	// Planted mistakes and how many of them were found, with the right code at the right place.
	Planted, Found int
	// Raised are errors and warnings, Right those of them that are about a planted mistake.
	Raised, Right int
	// ByCode has planted and found for each code.
	ByCode map[string][2]int
	// Missed and False describe what went wrong, for whoever improves the checks.
	Missed, False []string
}

// Measure proofreads cases and compares what is said with the truth.
func Measure(cases []Case, p report.Proofreader) Score {
	s := Score{ByCode: map[string][2]int{}}
	for _, c := range cases {
		s.add(c, p.Proofread(c.Edition, c.Report, c.Context).Findings)
	}
	return s
}

func (s *Score) add(c Case, findings []report.Finding) {
	explained := make([]bool, len(findings))
	for _, w := range c.Want {
		found := false
		for i, f := range findings {
			if w.covers(f) {
				found, explained[i] = true, true
			}
		}
		s.Planted++
		n := s.ByCode[w.Codes[0]]
		n[0]++
		if found {
			s.Found++
			n[1]++
		} else {
			s.Missed = append(s.Missed, fmt.Sprintf("%s (%s %d, %s) %s: %q at %s: %s", c.Name, c.Report.Edition, c.Report.Year, c.Report.Agency, w.Codes[0], cmp.Or(w.Quote, strings.Join(w.Cells, " ")), w.Section, w.Why))
		}
		s.ByCode[w.Codes[0]] = n
	}
	for i, f := range findings {
		if f.Severity == report.SeverityHint {
			continue
		}
		s.Raised++
		if explained[i] {
			s.Right++
		} else {
			s.False = append(s.False, fmt.Sprintf("%s (%s %d, %s) %s %s at %s %q: %s", c.Name, c.Report.Edition, c.Report.Year, c.Report.Agency, f.Severity, f.Code,
				f.Section, cmp.Or(f.Quote, f.Cell), f.Message))
		}
	}
}

// covers reports whether a finding is about a planted mistake.
func (w Want) covers(f report.Finding) bool {
	if !slices.Contains(w.Codes, f.Code) {
		return false
	}
	switch {
	case len(w.Cells) > 0:
		return slices.ContainsFunc(w.Cells, func(cell string) bool { return f.Cell == cell || slices.Contains(f.Cells, cell) })
	case w.Section == "":
		return true
	case f.Section != w.Section:
		return false
	case w.Quote == "":
		return true
	}
	return f.Quote != "" && (strings.Contains(w.Quote, f.Quote) || strings.Contains(f.Quote, w.Quote) || overlap(w.Quote, f.Quote))
}

// overlap reports whether one text ends as the other begins.
func overlap(a, b string) bool {
	for n := min(len(a), len(b)); n > 3; n-- {
		if strings.HasSuffix(a, b[:n]) || strings.HasSuffix(b, a[:n]) {
			return true
		}
	}
	return false
}

// Recall is the share of the planted mistakes that were found, Precision that of errors and warnings that are right, in percent.
func (s Score) Recall() float64    { return percent(s.Found, s.Planted) }
func (s Score) Precision() float64 { return percent(s.Right, s.Raised) }

func percent(part, whole int) float64 {
	if whole == 0 {
		return 100
	}
	return 100 * float64(part) / float64(whole)
}

// Write sums up; with details also what was missed and what was wrongly raised.
func (s Score) Write(w io.Writer, details bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "planted %d, found %d (%.1f %%); errors and warnings %d, right %d (%.1f %%)\n", s.Planted, s.Found, s.Recall(), s.Raised, s.Right, s.Precision())
	for _, code := range slices.Sorted(maps.Keys(s.ByCode)) {
		fmt.Fprintf(&b, "  %-22s %d of %d\n", code, s.ByCode[code][1], s.ByCode[code][0])
	}
	if details {
		for _, m := range s.Missed {
			fmt.Fprintln(&b, "missed", m)
		}
		for _, f := range s.False {
			fmt.Fprintln(&b, "false ", f)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
