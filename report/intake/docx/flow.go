package docx

import (
	"encoding/xml"
	"strings"

	"nianbao/report/document"
)

// block is a paragraph, or a table. Line feeds in a paragraph's text are its line breaks.
type block struct {
	text  string
	level int
	table *table
}

// build adds the block to what is read: a paragraph line by line.
func (b block) build(to *document.Builder) {
	if b.table != nil {
		b.table.build(to)
		return
	}
	for line := range strings.SplitSeq(b.text, "\n") {
		to.Paragraph(line, b.level)
	}
}

// flow takes blocks in reading order, of the body, a cell, a text box or a note. It hands them to out, or keeps them where that
// is nil.
type flow struct {
	out    func(block)
	blocks []block
	// ahead is the text of paragraphs that run into the next, because their end mark is deleted or hidden; aheadLevel is the level
	// of the last of them.
	ahead      []byte
	aheadLevel int
}

func (f *flow) add(b block) {
	if f.out != nil {
		f.out(b)
	} else {
		f.blocks = append(f.blocks, b)
	}
}

// add adds a paragraph that is not empty.
func (r *reader) add(f *flow, text string, level int) {
	if r.take(len(text)) && strings.TrimSpace(text) != "" {
		f.add(block{text: text, level: level})
	}
}

// settle ends what would run into a next paragraph where none comes.
func (r *reader) settle(f *flow) {
	if len(f.ahead) > 0 {
		r.add(f, string(f.ahead), f.aheadLevel)
		f.ahead = nil
	}
}

// blocks reads the blocks inside the element that is open.
func (r *reader) blocks(f *flow) {
	r.content(func(s xml.StartElement) { r.block(f, s) })
	r.settle(f)
}

func (r *reader) block(f *flow, s xml.StartElement) {
	switch s.Name.Local {
	case "p":
		r.paragraph(f)
	case "tbl":
		r.settle(f)
		r.table(f)
	}
}

// paragraph is one that is being read.
type paragraph struct {
	style *style
	numbered
	level     int
	levelSaid bool
	mark      mark
	text      []byte
	// after are the blocks of its text boxes.
	after []block
}

// mark is what became of a paragraph's end mark.
type mark int

const (
	markKept mark = iota
	markDeleted
	markHidden
)

func (r *reader) paragraph(f *flow) {
	p := &paragraph{style: r.styles.get(""), numbered: numbered{listLevel: -1}}
	r.content(func(s xml.StartElement) {
		switch s.Name.Local {
		case "pPr":
			r.properties(p)
		case "r":
			r.run(p)
		}
	})
	r.fields.endParagraph()
	r.end(f, p)
}

func (r *reader) properties(p *paragraph) {
	r.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "pStyle":
			p.style = r.styles.get(attr(s, "val"))
		case "numPr":
			r.numPr(&p.numbered)
		case "outlineLvl":
			p.level, p.levelSaid = headingLevel(s), true
		case "rPr":
			r.children(func(s xml.StartElement) {
				switch s.Name.Local {
				case "del", "moveFrom":
					p.mark = markDeleted
				case "vanish":
					if on(s) && p.mark == markKept {
						p.mark = markHidden
					}
				}
			})
		}
	})
}

// end adds a paragraph to the flow, with its number, and after it what stood in its text boxes.
func (r *reader) end(f *flow, p *paragraph) {
	level := p.style.level
	if p.levelSaid && !p.style.title {
		level = p.level
	}
	text := string(p.text)
	switch {
	case p.style.contents: // a generated line, which says again what a heading says
	case p.mark == markDeleted:
		// The paragraph that it runs into lends it its number and its style.
		f.ahead, f.aheadLevel = append(f.ahead, text...), level
	case p.mark == markHidden:
		if strings.TrimSpace(text) != "" {
			text = withNumber(r.numbering.next(p.numbered, p.style), text)
		}
		f.ahead, f.aheadLevel = append(f.ahead, text...), level
	default:
		if len(f.ahead) > 0 {
			text = string(append(f.ahead, text...))
			f.ahead = nil
		}
		r.add(f, withNumber(r.numbering.next(p.numbered, p.style), text), level)
	}
	if len(p.after) > 0 {
		r.settle(f)
	}
	for _, b := range p.after {
		f.add(b)
	}
}
