// Package document is the semantic tree that writing and reading meet in: what stands in a report and what it is for, without
// fonts and without pages. compose makes it, layout and the writers of docx, html and xlsx print it, intake's readers build it.
package document

import "strconv"

// Document is one report as a tree. What is empty is not printed.
type Document struct {
	// Number is the 发文字号, the document number line above the title.
	Number string
	Title  string
	// Agency is whose report it is, for the properties of a file.
	Agency string
	// Sections are the body in reading order, the preface among them.
	Sections  []Section
	Signature Signature
	// Closing stands after the signature: contact lines.
	Closing []Block
	// Attachments stand at the end, each on a page of its own.
	Attachments []Attachment
	// Published is the day of the page that the document was read from, yyyy-mm-dd, where the file says so apart from its text.
	// Writers do not print it.
	Published string
}

// Section is one part of the body. Key is how the report calls the place; Heading is the whole line with its number.
type Section struct {
	Key, Heading string
	Blocks       []Block
}

// Block is a *Paragraph, a *Table or a *Picture.
type Block interface{ block() }

func (*Paragraph) block() {}
func (*Table) block()     {}

// Paragraph is one paragraph of text, without its indent.
type Paragraph struct {
	Text string
	// Level is 1 to 4 where the paragraph is or begins with a heading: 一、 （一） 1． （1）; 0 for body text.
	Level int
	// HeadingEnd is where that heading ends, in bytes: len(Text) for a heading that stands alone, less for a run-in one.
	HeadingEnd int
}

// Heading is the part that is set as heading, Body the rest.
func (p *Paragraph) Heading() string { return p.Text[:p.HeadingEnd] }
func (p *Paragraph) Body() string    { return p.Text[p.HeadingEnd:] }

// Signature (落款) is the agency and the date as printed, and the date as yyyy-mm-dd where it is one.
type Signature struct {
	Agency, Date string
	ISO          string
}

// Attachment (附件) has a label over it, 附件 or 附件1; a heading on its page; and the title by which the text names it.
type Attachment struct {
	Key                   string
	Label, Heading, Title string
	Blocks                []Block
}

// AttachmentLabel stands before the list of attachments.
const AttachmentLabel = "附件："

// AttachmentLine is one line of the list between text and signature (附件说明). Label is set on the first line, Number where
// there are several attachments; Label + Number + Title is the text of the line.
type AttachmentLine struct{ Label, Number, Title string }

// AttachmentLines is that list. An attachment that the text does not name is not in it.
func (d *Document) AttachmentLines() []AttachmentLine {
	var lines []AttachmentLine
	for i, a := range d.Attachments {
		if a.Title == "" {
			continue
		}
		line := AttachmentLine{Title: a.Title}
		if len(lines) == 0 {
			line.Label = AttachmentLabel
		}
		if len(d.Attachments) > 1 {
			line.Number = strconv.Itoa(i+1) + "．"
		}
		lines = append(lines, line)
	}
	return lines
}
