package specimen

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/report"
)

// Count is how many of some things were right.
type Count struct{ Right, Total int }

// Percent of right ones; 100 of none.
func (c Count) Percent() float64 {
	if c.Total == 0 {
		return 100
	}
	return 100 * float64(c.Right) / float64(c.Total)
}

func (c *Count) add(right bool) {
	c.Total++
	if right {
		c.Right++
	}
}

func (c *Count) sum(o Count) { c.Right, c.Total = c.Right+o.Right, c.Total+o.Total }

// Result says how well one file, or many, were read.
type Result struct {
	Files int
	// Cells are figures in canonical form; one that is filled where the report has none counts as wrong.
	Cells, Editions, Years, Agencies, Titles, Numbers, Signatures Count
	// Sections are keys in their order, Headings those that stand over the right section, Paragraphs those found whole where they belong.
	Sections, Headings, Paragraphs Count
	// Leaked counts lines of the page in texts of the report.
	Leaked int
	// Mistakes say what was wrong, for people.
	Mistakes []string
}

// Add takes another result in.
func (r *Result) Add(o Result) {
	r.Files += o.Files
	for _, c := range []struct {
		to   *Count
		from Count
	}{{&r.Cells, o.Cells}, {&r.Editions, o.Editions}, {&r.Years, o.Years}, {&r.Agencies, o.Agencies}, {&r.Titles, o.Titles}, {&r.Numbers, o.Numbers},
		{&r.Signatures, o.Signatures}, {&r.Sections, o.Sections}, {&r.Headings, o.Headings}, {&r.Paragraphs, o.Paragraphs}} {
		c.to.sum(c.from)
	}
	r.Leaked += o.Leaked
}

// Score compares what was read with the truth. A file that could not be read at all (nil) has everything wrong.
func Score(got *report.Report, want Specimen) Result {
	if got == nil {
		got = &report.Report{}
	}
	s := scorer{got: got, want: want, result: Result{Files: 1}}
	s.figures()
	if !want.Lost["edition"] {
		s.check(&s.result.Editions, "edition", got.Edition, want.Want.Edition)
	}
	s.check(&s.result.Years, "year", fmt.Sprint(got.Year), fmt.Sprint(want.Want.Year))
	if !want.Lost["agency"] {
		s.check(&s.result.Agencies, "agency", strings.TrimSuffix(fold(got.Agency), fold("本级")), fold(want.Want.Agency))
	}
	s.check(&s.result.Titles, "title", fold(got.Title), fold(want.Want.Title))
	if want.Want.Number != "" {
		s.check(&s.result.Numbers, "number", fold(got.Number), fold(want.Want.Number))
	}
	if want.Want.Signature.Agency != "" {
		s.check(&s.result.Signatures, "signature", fold(got.Signature.Agency)+got.Signature.Date, fold(want.Want.Signature.Agency)+want.Want.Signature.Date)
	}
	s.sections()
	s.texts()
	s.leaks()
	return s.result
}

type scorer struct {
	got    *report.Report
	want   Specimen
	result Result
}

func (s *scorer) wrong(format string, args ...any) {
	s.result.Mistakes = append(s.result.Mistakes, fmt.Sprintf(format, args...))
}

func (s *scorer) check(c *Count, what, got, want string) {
	c.add(got == want)
	if got != want {
		s.wrong("%s: got %q, want %q", what, got, want)
	}
}

func (s *scorer) figures() {
	ids := map[string]bool{}
	for id := range s.want.Want.Figures {
		ids[id] = true
	}
	for id, value := range s.got.Figures {
		if value != "" {
			ids[id] = true
		}
	}
	sorted := make([]string, 0, len(ids))
	for id := range ids {
		sorted = append(sorted, id)
	}
	slices.Sort(sorted)
	for _, id := range sorted {
		if !s.want.Lost[id] {
			s.check(&s.result.Cells, id, strings.TrimSpace(s.got.Figures[id]), strings.TrimSpace(s.want.Want.Figures[id]))
		}
	}
}

func (s *scorer) sections() {
	keys := func(r *report.Report) (keys []string) {
		for _, section := range r.Sections {
			keys = append(keys, section.Key)
		}
		return keys
	}
	got, want := keys(s.got), keys(s.want.Want)
	s.result.Sections = Count{common(got, want), max(len(got), len(want))}
	if !slices.Equal(got, want) {
		s.wrong("sections: got %v, want %v", got, want)
	}
	for _, section := range s.want.Want.Sections {
		read, heading := s.got.Section(section.Key), ""
		if read != nil {
			heading = read.Heading
		}
		s.check(&s.result.Headings, "heading of "+section.Key, fold(heading), fold(section.Heading))
	}
}

// common is the length of the longest common subsequence.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			switch {
			case x == y:
				row[j+1] = diagonal + 1
			default:
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// texts are a report's by the names of their places.
func texts(r *report.Report) map[string]string {
	all := map[string]string{report.PartPreface: r.Preface, report.PartClosing: r.Closing}
	for _, section := range r.Sections {
		all[section.Key] = report.TextOf(section.Blocks)
	}
	for _, a := range r.Attachments {
		all[a.Key] = report.TextOf(a.Blocks)
	}
	return all
}

func (s *scorer) texts() {
	got := map[string]string{}
	for place, text := range texts(s.got) {
		got[place] = fold(text)
	}
	want := texts(s.want.Want)
	for _, place := range slices.Sorted(maps.Keys(want)) {
		for _, p := range report.Paragraphs(want[place]) {
			found := strings.Contains(got[place], fold(p))
			s.result.Paragraphs.add(found)
			if !found {
				s.wrong("text of %s lacks %q", place, clip(p))
			}
		}
	}
}

func (s *scorer) leaks() {
	all := texts(s.got)
	all["title"] = s.got.Title
	for _, a := range s.got.Attachments {
		all[a.Key+" heading"] = a.Title + a.Heading
	}
	for place, text := range all {
		folded := fold(text)
		for _, line := range s.want.Chrome {
			if utf8.RuneCountInString(line) > 3 && strings.Contains(folded, fold(line)) {
				s.result.Leaked++
				s.wrong("chrome in %s: %q", place, line)
			}
		}
	}
}

// fold is a text without its blanks.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, text)
}

func clip(text string) string {
	if runes := []rune(text); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return text
}
