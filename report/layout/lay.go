package layout

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// Lay lays a document out on pages. The document is cut into pieces that stay whole, lines of text and rows of tables; the pieces
// are put on pages; what stands on every page comes last.
func Lay(d *document.Document, f *Fonts, o document.Options) *Pages {
	l := &layouter{
		typesetter: newTypesetter(f),
		pages: &Pages{Title: document.Printable(d.Title), Agency: document.Printable(d.Agency), Width: gbt9704.PageWidth, Height: gbt9704.PageHeight,
			Faces: f.Faces()},
	}
	l.document(d, o)
	l.paginate()
	l.furnish(o)
	l.finish()
	l.pages.Notes = l.notes
	return l.pages
}

// layouter is a document on its way to pages.
type layouter struct {
	*typesetter
	pages  *Pages
	pieces []piece
	// attachments are the nodes that links of the list of attachments lead to.
	attachments []int
}

// piece is what is never split between pages: a line of text, a picture, a row of a table, or the small gap after one.
type piece struct {
	height Length
	// before and after are blank above and below, which are nothing at the top and at the foot of a page.
	before, after Length
	// keep holds the piece on one page with the next.
	keep bool
	// fresh begins a page.
	fresh bool
	// line is a line of text or a picture; one of a table has row of table instead, a gap neither.
	line  *line
	table *table
	row   int
}

// document makes the pieces in reading order.
func (l *layouter) document(d *document.Document, o document.Options) {
	if d.Number != "" {
		l.numberLine(d.Number)
	}
	if d.Title != "" {
		l.title(d.Title, -1, Node{Kind: KindTitle})
	}
	for i := range d.Sections {
		l.section(&d.Sections[i])
	}
	l.attachmentList(d)
	l.signature(d.Signature, o.Sealed)
	l.blocks(d.Closing, -1)
	for i := range d.Attachments {
		l.attachment(&d.Attachments[i])
	}
}

func (l *layouter) section(s *document.Section) {
	if s.Heading == "" && len(s.Blocks) == 0 {
		return
	}
	section := l.node(Node{Kind: KindSection, Parent: -1})
	if s.Heading != "" {
		l.heading(s.Heading, 1, section)
	}
	l.blocks(s.Blocks, section)
}

func (l *layouter) blocks(blocks []document.Block, parent int) {
	for i, b := range blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			l.paragraph(b, parent)
		case *document.Picture:
			l.picture(b, parent)
		case *document.Table:
			if !l.table(b, parent) {
				continue
			}
			// as the DOCX has it, which Word would join tables in without
			if i+1 == len(blocks) {
				l.gap()
			} else if _, table := blocks[i+1].(*document.Table); table {
				l.gap()
			}
		}
	}
}
