package docx

import (
	"bytes"
	"encoding/xml"
	"strconv"
)

// run reads a w:r into its paragraph.
func (r *reader) run(p *paragraph) {
	hidden := p.style.hidden
	r.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "rPr":
			hidden = r.runProperties(hidden)
			return
		case "fldChar":
			r.fields.mark(attr(s, "fldCharType"))
			return
		}
		if hidden <= 0 && !r.fields.inCode() {
			r.piece(p, s)
		}
	})
}

// runProperties reads whether a run is hidden: what it says itself counts before its style, and that before the paragraph's.
func (r *reader) runProperties(inherited toggle) toggle {
	var own, styled toggle
	r.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "rStyle":
			styled = r.styles.get(attr(s, "val")).hidden
		case "vanish":
			own = switched(s)
		}
	})
	return own.or(styled).or(inherited)
}

// piece reads one piece of a run.
func (r *reader) piece(p *paragraph, s xml.StartElement) {
	switch s.Name.Local {
	case "t":
		r.characters(p, s)
	case "br":
		// A page or column break ends neither line nor paragraph.
		if kind := attr(s, "type"); kind == "" || kind == "textWrapping" {
			p.lineBreak()
		}
	case "cr":
		p.lineBreak()
	case "tab", "ptab":
		if n := len(p.text); n > 0 && p.text[n-1] != ' ' {
			p.text = append(p.text, ' ')
		}
	case "noBreakHyphen":
		p.text = append(p.text, '-')
	case "sym":
		p.text = append(p.text, symbol(attr(s, "font"), attr(s, "char"))...)
	case "footnoteReference":
		r.footnotes = append(r.footnotes, attr(s, "id"))
	case "endnoteReference":
		r.endnotes = append(r.endnotes, attr(s, "id"))
	case "ruby": // pinyin over characters is not text
		r.children(func(s xml.StartElement) {
			if s.Name.Local == "rubyBase" {
				r.content(func(s xml.StartElement) {
					if s.Name.Local == "r" {
						r.run(p)
					}
				})
			}
		})
	case "drawing", "pict", "object":
		r.find("txbxContent", func() {
			box := &flow{}
			r.blocks(box)
			p.after = append(p.after, box.blocks...)
		})
	}
}

// lineBreak begins a new line. A title and the agency of a signature are broken by their looks only.
func (p *paragraph) lineBreak() {
	if !p.style.title && !p.style.signature {
		p.text = append(p.text, '\n')
	}
}

// characters reads a w:t, in which white space is a blank and around which it counts only where that is said.
func (r *reader) characters(p *paragraph, s xml.StartElement) {
	preserve := false
	for _, a := range s.Attr {
		preserve = preserve || a.Name.Local == "space" && a.Value == "preserve"
	}
	from := len(p.text)
	r.chars(func(b []byte) { p.text = append(p.text, b...) })
	for i, c := range p.text[from:] {
		if c == '\n' || c == '\r' || c == '\t' {
			p.text[from+i] = ' '
		}
	}
	if !preserve {
		p.text = append(p.text[:from], bytes.Trim(p.text[from:], " ")...)
	}
}

// symbol is the character that a w:sym shows. Fonts of symbols keep theirs at U+F000; those that forms and lists use are known, and
// any other is an ornament.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 21)
	if err != nil {
		return ""
	}
	if n < 0xe000 || n > 0xf8ff {
		return string(rune(n))
	}
	return symbols[font][rune(n&0xff)]
}

var symbols = map[string]map[rune]string{
	"Wingdings":   {0x6c: "●", 0x6e: "■", 0x6f: "□", 0x75: "◆", 0xa1: "○", 0xa8: "□", 0xfb: "×", 0xfc: "√", 0xfd: "☒", 0xfe: "☑"},
	"Wingdings 2": {0x4f: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xa3: "□"},
	"Symbol":      {0x2b: "+", 0x2d: "-", 0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xb4: "×", 0xa3: "≤", 0xb7: "•", 0xb8: "÷", 0xb9: "≠"},
}

// fields are the fields that are open: how many, and which of them, by depth, are in their code. The code is not text, the result is.
type fields struct {
	depth int
	code  map[int]bool
}

func (f *fields) mark(kind string) {
	switch {
	case kind == "begin":
		f.depth++
		if f.code == nil {
			f.code = map[int]bool{}
		}
		f.code[f.depth] = true
	case kind == "separate":
		delete(f.code, f.depth)
	case kind == "end" && f.depth > 0:
		delete(f.code, f.depth)
		f.depth--
	}
}

func (f *fields) inCode() bool { return len(f.code) > 0 }

// endParagraph closes fields whose code goes past their paragraph: they lost their end, and the text after them is text.
func (f *fields) endParagraph() {
	if f.inCode() {
		*f = fields{}
	}
}
