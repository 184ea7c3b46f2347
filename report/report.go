// Package report holds the words and the rules of the 政府信息公开工作年度报告, the annual report on government information
// disclosure that every agency owes under 《政府信息公开条例》 (State Council Decree 711, art. 49-50): editions, figures,
// relations, findings, outlines, workflow. Pure functions of values and a passed-in time; it imports nothing of ours.
package report

import (
	"slices"
	"strings"
)

// Report is the content of one annual report, as it is written, read, checked, printed and exchanged. What the house knows
// about it beyond that (who keeps it, its state, its revision) is a Filing.
type Report struct {
	// Edition is the id of the format that the report is written in; "" when unknown.
	Edition string
	// Year is the report year, to whose figures 1 January to 31 December belong; 0 when unknown.
	Year int
	// Agency is the name as the title has it, or the signature's where that is a fuller form.
	Agency string
	// Number is the document number above the title (文号), such as 漳审综〔2026〕2号.
	Number  string
	Title   string
	Preface string
	// Sections are those that stand in the report, in reading order.
	Sections []Section
	Figures  Figures
	// Signature is the 落款.
	Signature Signature
	// Closing stands after the signature (contact lines).
	Closing string
	// Published is the date of the page that the report stands on, yyyy-mm-dd or "".
	Published   string
	Attachments []Attachment
	// Notes say what a reader could not place or doubts.
	Notes []Note
}

// Figures maps cell ids to values in canonical form: "" blank, a number, or as typed. A key that is absent belongs to an
// optional row that is switched off, or to a table that the report does not have.
type Figures map[string]string

// Section is one part of the body. Its key is the outline's, or extra_1, extra_2, … for what the outline does not have.
type Section struct {
	Key string
	// Heading is the whole line with its number, 一、总体情况; "" for text before the first heading that is no preface.
	Heading string
	Blocks  []Block
}

// Block is exactly one of a paragraph, an official table by its id, any other table as rows of strings, or a chart.
type Block struct {
	Text  string
	Table string
	Grid  [][]string
	Chart *Chart
}

// fixed reports whether a block is something else than a paragraph.
func (b Block) fixed() bool { return b.Table != "" || b.Grid != nil || b.Chart != nil }

// Signature is the agency and the date (yyyy-mm-dd) under the report.
type Signature struct {
	Agency string `json:"agency"`
	Date   string `json:"date"`
}

// Attachment (附件) stands after the signature, each on a page of its own.
type Attachment struct {
	// Key is attachment_1, attachment_2, ….
	Key string
	// Label is 附件 or 附件1, Title how the text names it, Heading what stands over it.
	Label, Title, Heading string
	Blocks                []Block
}

// Note is a reading note: what could not be placed, whole, or what is doubtful.
type Note struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Near    string `json:"near"`
}

// Parts of a report that are not sections; with section keys and attachment keys they are the names of places.
const (
	PartTitle     = "title"
	PartNumber    = "number"
	PartPreface   = "preface"
	PartSignature = "signature"
	PartClosing   = "closing"
)

// TextOf joins the paragraphs of blocks by line feeds.
func TextOf(blocks []Block) string {
	var paragraphs []string
	for _, b := range blocks {
		if !b.fixed() {
			paragraphs = append(paragraphs, b.Text)
		}
	}
	return strings.Join(paragraphs, "\n")
}

// TablesOf lists the official tables of blocks in order. It is never nil.
func TablesOf(blocks []Block) []string {
	tables := []string{}
	for _, b := range blocks {
		if b.Table != "" {
			tables = append(tables, b.Table)
		}
	}
	return tables
}

// Paragraphs splits a text into its paragraphs: one a line, blanks at line ends and blank lines dropped, CR LF as LF.
func Paragraphs(text string) []string {
	var out []string
	for line := range strings.Lines(strings.ReplaceAll(text, "\r", "\n")) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// Text is the text of a section or another part by its key, in which findings count (contract.md, "Findings JSON"); "" when the report
// does not have it.
func (r *Report) Text(key string) string {
	switch key {
	case PartTitle:
		return r.Title
	case PartNumber:
		return r.Number
	case PartPreface:
		return r.Preface
	case PartSignature:
		return r.Signature.Agency
	case PartClosing:
		return r.Closing
	}
	if s := r.Section(key); s != nil {
		return TextOf(s.Blocks)
	}
	if a := r.Attachment(key); a != nil {
		return a.Text()
	}
	return ""
}

// Text is what findings in the attachment count in: its heading and its paragraphs.
func (a *Attachment) Text() string {
	text := TextOf(a.Blocks)
	if a.Heading != "" {
		text = strings.TrimSuffix(a.Heading+"\n"+text, "\n")
	}
	return text
}

// Section finds a section by its key; nil when the report does not have it.
func (r *Report) Section(key string) *Section {
	i := slices.IndexFunc(r.Sections, func(s Section) bool { return s.Key == key })
	if i < 0 {
		return nil
	}
	return &r.Sections[i]
}

// Attachment finds an attachment by its key; nil when the report does not have it.
func (r *Report) Attachment(key string) *Attachment {
	i := slices.IndexFunc(r.Attachments, func(a Attachment) bool { return a.Key == key })
	if i < 0 {
		return nil
	}
	return &r.Attachments[i]
}

// SectionOfTable is the key of the section or attachment that holds a table; "" when none does.
func (r *Report) SectionOfTable(table string) string {
	has := func(blocks []Block) bool {
		return slices.ContainsFunc(blocks, func(b Block) bool { return b.Table == table })
	}
	for _, s := range r.Sections {
		if has(s.Blocks) {
			return s.Key
		}
	}
	for _, a := range r.Attachments {
		if has(a.Blocks) {
			return a.Key
		}
	}
	return ""
}
