package docx

import (
	"bufio"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

const (
	transitional  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strict        = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
)

var errLimit = errors.New("beyond a limit")

// tokens are one part of the file, element by element. What is not read of an element is skipped, so whoever handles one reads as
// much of it as it wants. After an error nothing more comes, as at the end.
type tokens struct {
	decoder *xml.Decoder
	window  *window
	budget  *budget
	// open counts the elements that are open.
	open int
	done bool
	// broken is why the part ended before its end, deep says that some of it was nested too deep and skipped.
	broken error
	deep   bool
}

func newTokens(r io.Reader, limit int64, b *budget) *tokens {
	in := bufio.NewReader(r)
	if bom, err := in.Peek(2); err == nil && (string(bom) == "\xff\xfe" || string(bom) == "\xfe\xff") {
		r = transform.NewReader(in, unicode.BOMOverride(transform.Nop))
	} else {
		r = in
	}
	w := &window{r: r, left: limit, budget: b}
	d := xml.NewDecoder(w)
	d.CharsetReader = charset
	return &tokens{decoder: d, window: w, budget: b}
}

func charset(label string, in io.Reader) (io.Reader, error) {
	if strings.HasPrefix(strings.ToLower(label), "utf-16") {
		return in, nil // its byte order mark has been heeded
	}
	e, err := htmlindex.Get(label)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(in), nil
}

// budget is what may still be read of a file: bytes, and elements with their attributes.
type budget struct {
	bytes    int64
	elements int
}

// window bounds what is read of a part, and of one token of it.
type window struct {
	r      io.Reader
	left   int64
	budget *budget
	// given counts the bytes handed out, from is where the token began that is being read.
	given, from int64
}

func (w *window) Read(b []byte) (int, error) {
	if w.left <= 0 || w.budget.bytes <= 0 || w.given-w.from > maxToken {
		return 0, errLimit
	}
	n, err := w.r.Read(b[:min(int64(len(b)), w.left)])
	w.left -= int64(n)
	w.budget.bytes -= int64(n)
	w.given += int64(n)
	return n, err
}

// next is the next token, nil at the end.
func (t *tokens) next() xml.Token {
	if t.done {
		return nil
	}
	token, err := t.decoder.Token()
	if err != nil {
		t.done = true
		if err != io.EOF {
			t.broken = err
		}
		return nil
	}
	t.window.from = t.decoder.InputOffset()
	switch token := token.(type) {
	case xml.StartElement:
		t.open++
		if t.budget.elements -= 1 + len(token.Attr); t.budget.elements < 0 {
			t.done, t.broken = true, errLimit
			return nil
		}
	case xml.EndElement:
		t.open--
	}
	return token
}

// each handles the elements directly inside the one that is open.
func (t *tokens) each(handle func(xml.StartElement)) {
	level := t.open
	if level > maxDepth {
		t.deep = true
		return
	}
	for {
		switch token := t.next().(type) {
		case nil:
			return
		case xml.EndElement:
			return
		case xml.StartElement:
			handle(token)
			for t.open > level && t.next() != nil {
			}
		}
	}
}

// children handles those of Word's own vocabulary. Of alternatives it takes the first.
func (t *tokens) children(handle func(xml.StartElement)) {
	t.each(func(s xml.StartElement) {
		switch {
		case word(s.Name.Space):
			handle(s)
		case alternatives(s):
			t.first(func() { t.children(handle) })
		}
	})
}

// content handles the children as a reader sees them: what only wraps is looked through, what a tracked change took away is not
// there.
func (t *tokens) content(handle func(xml.StartElement)) {
	t.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo":
			t.content(handle)
		case "del", "moveFrom":
		default:
			handle(s)
		}
	})
}

// find handles the elements of a name, however deep inside the one that is open.
func (t *tokens) find(name string, handle func()) {
	t.each(func(s xml.StartElement) {
		switch {
		case alternatives(s):
			t.first(func() { t.find(name, handle) })
		case s.Name.Local == name && word(s.Name.Space):
			handle()
		default:
			t.find(name, handle)
		}
	})
}

// first enters the first of the alternatives that are open.
func (t *tokens) first(enter func()) {
	entered := false
	t.each(func(xml.StartElement) {
		if !entered {
			entered = true
			enter()
		}
	})
}

// chars hands over the text of the element that is open.
func (t *tokens) chars(use func([]byte)) {
	level := t.open
	for t.open >= level {
		switch token := t.next().(type) {
		case nil:
			return
		case xml.CharData:
			use(token)
		}
	}
}

func word(space string) bool { return space == transitional || space == strict }

func alternatives(s xml.StartElement) bool {
	return s.Name.Local == "AlternateContent" && s.Name.Space == compatibility
}

// attr is an attribute of Word's own, with its prefix or without; "" where there is none.
func attr(s xml.StartElement, name string) string {
	for _, a := range s.Attr {
		if a.Name.Local == name && (a.Name.Space == "" || word(a.Name.Space)) {
			return a.Value
		}
	}
	return ""
}

// on is the value of a switch: <w:vanish/> is on.
func on(s xml.StartElement) bool {
	switch attr(s, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}
