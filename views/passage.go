package views

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/report"
)

// PageOf is the key of the page of the form on which a part of a report is edited: most parts have a page of their own.
func PageOf(section string) string {
	switch section {
	case report.PartNumber:
		return report.PartTitle
	case report.PartClosing:
		return report.PartSignature
	}
	return section
}

// Texts are the texts of a report as findings count in them. Each is laid out when it is asked for.
type Texts struct {
	report *report.Report
	fields map[string][]*TextField
}

// NewTexts lays out the texts of a report.
func NewTexts(r *report.Report) *Texts { return &Texts{report: r, fields: map[string][]*TextField{}} }

// TextField is a field of the form with its part of a text.
type TextField struct {
	// Name is the field's name on its page. From is where it begins in the text that findings count in.
	Name string
	From int
	Text []rune
	// paragraphs are where its paragraphs begin.
	paragraphs []int
}

// At finds the field that holds a range of a part's text; nil where no field holds all of it, or the report has no such part.
func (t *Texts) At(section string, start, end int) *TextField {
	fields, known := t.fields[section]
	if !known {
		fields = t.lay(section)
		t.fields[section] = fields
	}
	i := slices.IndexFunc(fields, func(f *TextField) bool { return f.From <= start && start <= end && end <= f.From+len(f.Text) })
	if i < 0 {
		return nil
	}
	return fields[i]
}

// Field is what the field of a name holds that one of some parts has; nil where none has it.
func (t *Texts) Field(sections []string, name string) []rune {
	for _, section := range sections {
		for _, f := range t.lay(section) {
			if f.Name == name {
				return f.Text
			}
		}
	}
	return nil
}

func (t *Texts) lay(section string) []*TextField {
	if a := t.report.Attachment(section); a != nil && a.Heading != "" {
		// Its heading counts as the first line of its text.
		heading := newTextField("heading", 0, a.Heading)
		return []*TextField{heading, newTextField("text", len(heading.Text)+1, report.TextOf(a.Blocks))}
	}
	name := map[string]string{report.PartNumber: "number", report.PartSignature: "agency", report.PartClosing: "closing"}[section]
	return []*TextField{newTextField(orElse(name, "text"), 0, t.report.Text(section))}
}

func newTextField(name string, from int, text string) *TextField {
	f := &TextField{Name: name, From: from, Text: []rune(text), paragraphs: []int{0}}
	for i, r := range f.Text {
		if r == '\n' {
			f.paragraphs = append(f.paragraphs, i+1)
		}
	}
	return f
}

// Passage (原文) is the words that a finding is about, with a little around them.
type Passage struct {
	Section, Field string
	// Start and End count code points in the field.
	Start, End int
	// Where says which paragraph or line it is, "" where the page has but one.
	Where string
	// Whole are the words; Quote has the middle of long ones left out.
	Whole, Before, Quote, After string
	// Href leads to it.
	Href string
}

// How much of a passage a card shows: characters around it, and of itself.
const (
	aroundShown = 8
	quoteShown  = 40
)

// passage is where a finding on the text stands; nil where the text does not have its range.
func (t *Texts) passage(f report.Finding) *Passage {
	if !f.OnText() {
		return nil
	}
	field := t.At(f.Section, f.Start, f.End)
	if field == nil {
		return nil
	}
	p := &Passage{Section: f.Section, Field: field.Name, Start: f.Start - field.From, End: f.End - field.From}
	first := field.paragraphOf(p.Start)
	last := field.paragraphOf(p.End - 1)
	p.Whole = string(field.Text[p.Start:p.End])
	p.Quote = shortened(field.Text[p.Start:p.End])
	from, to := field.paragraphs[first], len(field.Text)
	if last+1 < len(field.paragraphs) {
		to = field.paragraphs[last+1] - 1
	}
	p.Before = string(field.Text[max(from, p.Start-aroundShown):p.Start])
	if from < p.Start-aroundShown {
		p.Before = "…" + p.Before
	}
	to = max(to, p.End)
	p.After = string(field.Text[p.End:min(to, p.End+aroundShown)])
	if to > p.End+aroundShown {
		p.After += "…"
	}
	p.Where = lineNames[f.Section]
	switch {
	case field.Name == "heading":
		p.Where = "附件标题"
	case len(field.paragraphs) > 1:
		p.Where += "第 " + strconv.Itoa(first+1) + " 段"
	}
	return p
}

// within says in front of the place in a text whose text it is, for pages that are not about one section.
func (p *Passage) within(r *report.Report) {
	switch s, a := r.Section(p.Section), r.Attachment(p.Section); {
	case s != nil:
		p.Where = report.HeadingName(s.Heading) + p.Where
	case a != nil:
		p.Where = a.Label + strings.TrimPrefix(p.Where, "附件")
	case p.Section == report.PartPreface:
		p.Where = "前言" + p.Where
	}
}

// lineNames are the parts of a single line that share their page with others.
var lineNames = map[string]string{report.PartTitle: titleLabel, report.PartNumber: "文号", report.PartSignature: "落款单位", report.PartClosing: "文末"}

// paragraphOf is the index of the paragraph that holds a position.
func (f *TextField) paragraphOf(at int) int {
	i, found := slices.BinarySearch(f.paragraphs, at)
	if !found {
		i--
	}
	return i
}

// shortened leaves the middle of a long quotation out.
func shortened(quote []rune) string {
	s := string(quote)
	if len(quote) > quoteShown {
		s = string(quote[:quoteShown/2]) + "……" + string(quote[len(quote)-quoteShown/2:])
	}
	return strings.ReplaceAll(s, "\n", " ")
}
