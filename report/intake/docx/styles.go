package docx

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// style is what a style says itself, or in styles.done with what it inherits.
type style struct {
	base string
	// title says that the style is a title, signature that it is of a signature, contents that it is of the lines of a table of contents.
	title, signature, contents bool
	// level is the heading level of its paragraphs, where levelSaid.
	level     int
	levelSaid bool
	numbered
	hidden toggle
	// line is the style itself and those that it is based on, the nearest first.
	line []ancestor
}

// ancestor is a style in a line of styles, with the level of a list that it says itself.
type ancestor struct {
	id        string
	listLevel int
}

// numbered is what a paragraph or a style says about numbering: "" and -1 are not said.
type numbered struct {
	list      string
	listLevel int
}

// toggle is a property that may be switched on, off, or not be said.
type toggle int8

func (t toggle) or(other toggle) toggle {
	if t == 0 {
		return other
	}
	return t
}

func switched(s xml.StartElement) toggle {
	if on(s) {
		return 1
	}
	return -1
}

// styles are the styles of a file by id: as they were read, and those that were asked for.
type styles struct {
	read, done map[string]*style
	// standard is the style of paragraphs that name none.
	standard string
}

func (a *archive) styles(name string) *styles {
	all := &styles{read: map[string]*style{}, done: map[string]*style{}}
	a.read(name, maxOther, func(t *tokens) {
		t.children(func(xml.StartElement) {
			t.children(func(s xml.StartElement) {
				if s.Name.Local != "style" {
					return
				}
				id := attr(s, "styleId")
				if value := attr(s, "default"); attr(s, "type") == "paragraph" && (value == "1" || value == "true" || value == "on") {
					all.standard = id
				}
				all.read[id] = t.style()
			})
		})
	})
	return all
}

var (
	headingPat  = regexp.MustCompile(`(?i)^(?:heading|标题) ?([1-9])$`)
	titlePat    = regexp.MustCompile(`(?i)^(?:title|标题)$`)
	signPat     = regexp.MustCompile(`(?i)^(?:signature|签名|落款)$`)
	contentsPat = regexp.MustCompile(`(?i)^(?:toc|目录) ?[1-9]$`)
)

// newStyle is a style of which the name only is known, "" if not even that.
func newStyle(name string) *style {
	s := &style{numbered: numbered{listLevel: -1}}
	if name == "" {
		return s
	}
	s.title, s.signature, s.contents = titlePat.MatchString(name), signPat.MatchString(name), contentsPat.MatchString(name)
	if m := headingPat.FindStringSubmatch(name); m != nil {
		s.level, s.levelSaid = int(m[1][0]-'0'), true
	}
	return s
}

// style reads a w:style, in which the name comes first.
func (t *tokens) style() *style {
	st := newStyle("")
	t.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "name":
			name, _, _ := strings.Cut(attr(s, "val"), ",") // older files list the aliases, too
			st = newStyle(name)
		case "basedOn":
			st.base = attr(s, "val")
		case "pPr":
			t.children(func(s xml.StartElement) {
				switch s.Name.Local {
				case "outlineLvl":
					st.level, st.levelSaid = headingLevel(s), true
				case "numPr":
					t.numPr(&st.numbered)
				}
			})
		case "rPr":
			t.children(func(s xml.StartElement) {
				if s.Name.Local == "vanish" {
					st.hidden = switched(s)
				}
			})
		}
	})
	return st
}

// numPr reads a w:numPr.
func (t *tokens) numPr(n *numbered) {
	t.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "numId":
			n.list = attr(s, "val")
		case "ilvl":
			n.listLevel = number(s, levels-1)
		}
	})
}

// headingLevel is the level of a w:outlineLvl, which counts from 0 and has 9 for body text.
func headingLevel(s xml.StartElement) int { return (number(s, 9) + 1) % 10 }

// number is the value of an element, from 0 to a largest; 0 where it is none.
func number(s xml.StartElement, largest int) int {
	n, _ := strconv.Atoi(attr(s, "val")) // a number out of range comes as the end of the range
	return min(max(n, 0), largest)
}

// maxBases bounds how many styles one is based on, one after another.
const maxBases = 20

// get is the style of an id, "" for the standard one, with what it inherits. One that the file does not define goes by its id,
// which most programs make of the name.
func (all *styles) get(id string) *style {
	if id == "" {
		id = all.standard
	}
	if st := all.done[id]; st != nil {
		return st
	}
	if all.read[id] == nil {
		st := newStyle(id)
		st.line = []ancestor{{id, -1}}
		return st
	}
	whole := newStyle("")
	for at := id; len(whole.line) < maxBases; {
		st := all.read[at]
		if st == nil {
			break
		}
		whole.line = append(whole.line, ancestor{at, st.listLevel})
		if whole.list == "" {
			whole.list = st.list
		}
		whole.hidden = whole.hidden.or(st.hidden)
		whole.contents, whole.signature = whole.contents || st.contents, whole.signature || st.signature
		// A title is not a heading, though Word gives its own the first outline level.
		switch {
		case st.title:
			whole.title, whole.levelSaid = true, true
		case !whole.levelSaid:
			whole.level, whole.levelSaid = st.level, st.levelSaid
		}
		at = st.base
	}
	all.done[id] = whole
	return whole
}
