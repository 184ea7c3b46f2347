package review

import (
	"maps"
	"slices"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/review/quantity"
)

// Subject is a report laid out for proofreading: its parts with their texts, its figures, whose it is. Families share it, so that each
// text is read once.
type Subject struct {
	Edition  *report.Edition // nil when unknown
	Report   *report.Report
	Last     *report.Report // nil when it is not here
	Context  report.Context
	Settings Settings
	// Parts are title, preface, sections, signature, closing and attachments, in order of reading; empty ones are left out.
	Parts []*Part

	figures  report.Figures // with computed totals
	read     map[string]bool
	findings []report.Finding
	counts   map[[2]string]int
	identity *report.Identity // whose report it is, once it was asked for
	// room is where its texts are laid out.
	room room
}

// Part is one place that has a text.
type Part struct {
	// Key is a section key or one of number, title, preface, signature, closing, attachment_1, ….
	Key string
	// Means is the edition's tag for the section; "" for others.
	Means string
	// Heading is a section's heading with its number.
	Heading string
	// Head is the heading as a part of its own; nil where there is none.
	Head *Part
	// Text is what findings count in. An attachment's begins with its heading and a line feed.
	Text string

	reading *quantity.Reading
	runes   []rune
	at      []int32 // where each of runes begins in bytes, and where the text ends; nil until they are asked for
	others  []int32 // which of runes are not Chinese
	numbers []numberMark
	marked  bool // numbers were looked for
	// hits are where strings of the lexicon stand, once they were looked for.
	hits     []lexiconHit
	searched bool
	room     *room
}

// room is memory that a report is laid out in: half of what it takes. A reviewer lends it to one report after the other.
type room struct {
	runes    []rune
	at       []int32
	others   []int32
	hits     []lexiconHit
	words    []figureToken // those of one part
	toks     []figureToken
	reader   quantity.Reader
	findings []report.Finding // before they are given away
}

// mostPerPlace bounds the findings of one code in one part: nobody reads more, and a text of 500,000 characters must not make as many.
const mostPerPlace = 100

func newSubject(e *report.Edition, r *report.Report, c report.Context, settings Settings) *Subject {
	s := &Subject{Edition: e, Report: r, Last: c.LastReport, Context: c, Settings: settings, read: make(map[string]bool, len(r.Figures)), counts: map[[2]string]int{}}
	s.figures = r.Figures
	if e != nil && c.Mode == report.InForm {
		totals := *r
		totals.Figures = make(report.Figures, len(r.Figures))
		maps.Copy(totals.Figures, r.Figures)
		report.WithTotals(e, &totals, c.Mode)
		s.figures = totals.Figures
	}
	add := func(key, heading, text string) {
		if text == "" && heading == "" {
			return
		}
		p := s.newPart(key, text)
		if p.Heading = heading; heading != "" {
			p.Head = s.newPart(key, heading)
		}
		if e != nil {
			if o := e.Part(key); o != nil {
				p.Means = o.Means
			}
		}
		s.Parts = append(s.Parts, p)
	}
	add(report.PartNumber, "", r.Number)
	add(report.PartTitle, "", r.Title)
	add(report.PartPreface, "", r.Preface)
	for _, sec := range r.Sections {
		add(sec.Key, sec.Heading, report.TextOf(sec.Blocks))
	}
	add(report.PartSignature, "", r.Signature.Agency)
	add(report.PartClosing, "", r.Closing)
	for _, a := range r.Attachments {
		add(a.Key, "", a.Text())
	}
	return s
}

// newPart is a text of its own.
func (s *Subject) newPart(key, text string) *Part {
	if !utf8.ValidString(text) {
		text = string([]rune(text)) // each stray byte a character, as whoever shows the text counts it
	}
	return &Part{Key: key, Text: text, room: &s.room}
}

// order is where each section stands.
func (s *Subject) order() map[string]int {
	order := map[string]int{}
	for i, p := range s.Parts {
		order[p.Key] = i + 1
	}
	for i, sec := range s.Report.Sections {
		if order[sec.Key] == 0 {
			order[sec.Key] = i + 1
		}
	}
	return order
}

// Part finds a part by its key; nil when the report does not have it.
func (s *Subject) Part(key string) *Part {
	i := slices.IndexFunc(s.Parts, func(p *Part) bool { return p.Key == key })
	if i < 0 {
		return nil
	}
	return s.Parts[i]
}

// Value is the figure of a cell, computed totals included, and notes that a verdict rests on it. ok is false when it is blank or
// not a number.
func (s *Subject) Value(c *report.Cell) (v report.Value, ok bool) {
	s.rests(c)
	v = report.ParseValue(c.Kind, s.figures[c.ID])
	return v, v.Condition == report.Number
}

// rests notes that findings depend on a cell, or where it is computed on its addends.
func (s *Subject) rests(c *report.Cell) {
	if !c.Computed {
		s.read[c.ID] = true
		return
	}
	if t := s.Edition.Table(c.Table); t != nil && !s.read[c.ID] {
		s.read[c.ID] = true
		for _, sum := range t.Sums {
			if sum.Cell == c {
				for _, of := range sum.Of {
					s.rests(of)
				}
			}
		}
	}
}

// Peek is like Value, for hints that need not follow every change of a figure.
func (s *Subject) Peek(c *report.Cell) (v report.Value, ok bool) {
	v = report.ParseValue(c.Kind, s.figures[c.ID])
	return v, v.Condition == report.Number
}

// Add takes down a finding.
func (s *Subject) Add(f report.Finding) {
	place := [2]string{f.Code, f.Section}
	if s.counts[place]++; s.counts[place] <= mostPerPlace {
		s.findings = append(s.findings, f)
	}
}

// Mark is a finding on the bytes from start to end of a part's text.
func (p *Part) Mark(code string, severity report.Severity, start, end int, message string) report.Finding {
	return report.Finding{Code: code, Severity: severity, Section: p.Key, Start: p.Rune(start), End: p.Rune(end), Quote: p.Text[start:end], Message: message}
}

// longestMark is how many characters a finding on a run of text marks at most: nobody looks at more of one, and a finding is sent and kept
// with what it quotes.
const longestMark = 200

// bounded is the end of a range of bytes, or that of its first characters where it is longer than longestMark.
func (p *Part) bounded(start, end int) int {
	n := 0
	for i := range p.Text[start:end] {
		if n++; n > longestMark {
			return start + i
		}
	}
	return end
}

// shortQuote is how many characters of a text a message quotes.
const shortQuote = 24

// short keeps a message readable; it looks at no more of a text than it keeps.
func short(s string) string {
	n := 0
	for i := range s {
		if n++; n > shortQuote {
			return s[:i] + "…"
		}
	}
	return s
}

// Fix is a change of the bytes from start to end of a part's text. Label is what the button says.
func (p *Part) Fix(start, end int, text, label string) *report.Fix {
	return &report.Fix{Start: p.Rune(start), End: p.Rune(end), Text: text, Label: label}
}

// Rune counts the code points before a byte of the text.
func (p *Part) Rune(at int) int {
	_, starts := p.Runes()
	n, _ := slices.BinarySearch(starts, int32(at))
	return n
}

// Quantities reads the part's text for quantities, once.
func (p *Part) Quantities() *quantity.Reading {
	if p.reading == nil {
		p.reading = p.room.reader.Read(p.Text)
	}
	return p.reading
}

// Runes are the text's characters and where each begins in bytes, with the end of the text behind the last; made once.
func (p *Part) Runes() (runes []rune, at []int32) {
	if p.at == nil {
		room := p.room
		from, fromAt, fromOthers := len(room.runes), len(room.at), len(room.others)
		room.lay(p.Text)
		p.runes, p.at, p.others = slices.Clip(room.runes[from:]), slices.Clip(room.at[fromAt:]), slices.Clip(room.others[fromOthers:])
	}
	return p.runes, p.at
}

// lay adds the characters of a text.
func (m *room) lay(text string) {
	from := len(m.runes)
	for i := 0; i < len(text); {
		i = m.layChinese(text, i)
		if i >= len(text) {
			break
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isHan(r) {
			m.others = append(m.others, int32(len(m.runes)-from))
		}
		m.runes, m.at = append(m.runes, r), append(m.at, int32(i))
		i += size
	}
	m.at = append(m.at, int32(len(text)))
}

// layChinese adds the Chinese characters that stand in a row from a byte on, and says where they end: most of a text, in a loop with little
// to remember.
func (m *room) layChinese(text string, i int) int {
	runes, at := m.runes, m.at
	for ; i+2 < len(text) && text[i]-0xE4 < 6; i += len("字") {
		r := rune(text[i]&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
		if r < 0x4E00 {
			break // seldom Chinese
		}
		runes, at = append(runes, r), append(at, int32(i))
	}
	m.runes, m.at = runes, at
	return i
}

// Others are the places of those characters that are not Chinese (汉字), one in six: marks, digits, letters, blanks, line feeds.
func (p *Part) Others() []int32 {
	p.Runes()
	return p.others
}
