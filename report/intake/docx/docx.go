// Package docx reads an Office Open XML text file, of Word, WPS or LibreOffice, transitional or strict: what a person sees in its
// body, in reading order. Tracked changes are taken as accepted, automatic numbers are written out, text boxes follow the paragraph
// that holds them, footnotes stand at the end. Headers, footers, comments, hidden text and the lines of a generated table of
// contents are not read.
package docx

import (
	"encoding/xml"

	"nianbao/report"
	"nianbao/report/document"
)

// Limits of one file, which bound time and memory; what lies beyond them is not read. A report has less than a tenth of any.
const (
	maxParts    = 10_000
	maxBytes    = 16 << 20  // uncompressed, of all parts that are read
	maxElements = 1_000_000 // and their attributes
	maxOther    = 3 << 20   // bytes of a part that is not the document
	maxToken    = 4 << 20   // bytes of one tag or one text
	maxDepth    = 200       // nested elements
	maxItems    = document.MaxBlocks + document.MaxCells
)

const advice = "请用 Word 或 WPS 打开后另存为 .docx 再试。"

// Read reads a file. cut says that part of it lay beyond a limit or was damaged, and was left out.
func Read(data []byte) (doc *document.Document, cut bool, err error) {
	p, err := openArchive(data)
	if err != nil {
		return nil, false, err
	}
	main := p.target("", "officeDocument", "word/document.xml")
	if !p.has(main) {
		main = "word/document.xml"
	}
	if !p.has(main) {
		return nil, false, report.Errorf(report.Invalid, "这个文件里没有 Word 正文，%s", advice)
	}
	r := &reader{archive: p, main: main}
	r.styles = p.styles(p.target(main, "styles", "word/styles.xml"))
	r.numbering = p.numbering(p.target(main, "numbering", "word/numbering.xml"), r.styles)
	b := &document.Builder{}
	out := &flow{out: func(bl block) { bl.build(b) }}
	body := false
	err = p.read(main, maxBytes, func(t *tokens) {
		r.tokens = t
		t.children(func(root xml.StartElement) {
			if root.Name.Local == "document" {
				t.children(func(s xml.StartElement) {
					if s.Name.Local == "body" {
						body = true
						r.blocks(out)
					}
				})
			}
		})
	})
	switch {
	case err != nil && len(b.Blocks()) == 0:
		return nil, false, report.Wrap(report.Invalid, err, "这个文件的正文坏了，读不出来，"+advice)
	case !body:
		return nil, false, report.Errorf(report.Invalid, "这个文件里没有 Word 正文，%s", advice)
	}
	r.notes(out, "footnote", r.footnotes)
	r.notes(out, "endnote", r.endnotes)
	return b.Document(), p.cut || r.cut || b.Cut, nil
}

// reader is what reading one file keeps.
type reader struct {
	*tokens
	archive   *archive
	main      string
	styles    *styles
	numbering *numbering
	// footnotes and endnotes are the ids that the text refers to, in order.
	footnotes, endnotes []string
	fields              fields
	// items and text count what was taken in.
	items, text int
	cut         bool
}

// take counts one more paragraph, row or cell, and reports whether it is within the limits. Beyond them reading ends.
func (r *reader) take(text int) bool {
	if r.items++; r.items > maxItems || r.text+text > document.MaxText {
		r.cut, r.done = true, true
		return false
	}
	r.text += text
	return true
}

// notes adds the footnotes or endnotes that the text refers to.
func (r *reader) notes(out *flow, kind string, ids []string) {
	if len(ids) == 0 {
		return
	}
	found := map[string][]block{}
	for _, id := range ids {
		found[id] = nil
	}
	name := r.archive.target(r.main, kind+"s", "word/"+kind+"s.xml")
	r.archive.read(name, maxOther, func(t *tokens) {
		r.tokens = t
		t.children(func(xml.StartElement) {
			t.children(func(s xml.StartElement) {
				if _, wanted := found[attr(s, "id")]; wanted && s.Name.Local == kind {
					f := &flow{}
					r.blocks(f)
					found[attr(s, "id")] = f.blocks
				}
			})
		})
	})
	for _, id := range ids {
		for _, b := range found[id] {
			out.add(b)
		}
		delete(found, id) // one that is referred to twice stands once
	}
}
