package docx

import (
	"encoding/xml"
	"strings"
)

// levels is how many levels a list has.
const levels = 9

// numbering are the lists of a file and how far each has been counted.
type numbering struct {
	styles    *styles
	abstracts map[string]*abstract
	nums      map[string]*num
}

// abstract is what lists have in common that go on counting one another's numbers (w:abstractNum).
type abstract struct {
	levels [levels]*listLevel
	// link names the style whose list this one stands for.
	link string
	// counts are the last numbers; begun says which of them count.
	counts [levels]int
	begun  [levels]bool
}

// num is a list as paragraphs name it (w:num), with what it has of its own.
type num struct {
	abstract string
	levels   [levels]*listLevel
	// starts are where it starts anew, -1 where it goes on; begun says at which levels it has done so.
	starts [levels]int
	begun  [levels]bool
}

// listLevel is one level of a list (w:lvl).
type listLevel struct {
	start        int
	format, text string
	// restart is the level, from 1, that lets this one begin anew; 0 none, -1 any above.
	restart int
	// legal writes the numbers of all levels in Arabic digits.
	legal bool
	// style is the paragraph style that means this level.
	style string
}

// Word holds numbers and number texts to these, too.
const (
	maxNumber    = 32767
	maxLevelText = 255
)

func (a *archive) numbering(name string, all *styles) *numbering {
	n := &numbering{styles: all, abstracts: map[string]*abstract{}, nums: map[string]*num{}}
	a.read(name, maxOther, func(t *tokens) {
		t.children(func(xml.StartElement) {
			t.children(func(s xml.StartElement) {
				switch s.Name.Local {
				case "abstractNum":
					n.abstracts[attr(s, "abstractNumId")] = t.abstract()
				case "num":
					n.nums[attr(s, "numId")] = t.num()
				}
			})
		})
	})
	return n
}

func (t *tokens) abstract() *abstract {
	a := &abstract{}
	t.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "lvl":
			a.levels[level(s)] = t.level()
		case "numStyleLink":
			a.link = attr(s, "val")
		}
	})
	return a
}

func (t *tokens) num() *num {
	n := &num{}
	for i := range n.starts {
		n.starts[i] = -1
	}
	t.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "abstractNumId":
			n.abstract = attr(s, "val")
		case "lvlOverride":
			at := level(s)
			t.children(func(s xml.StartElement) {
				switch s.Name.Local {
				case "startOverride":
					n.starts[at] = number(s, maxNumber)
				case "lvl":
					n.levels[at] = t.level()
				}
			})
		}
	})
	return n
}

// level is the level that an element names, from 0.
func level(s xml.StartElement) int {
	if at := attr(s, "ilvl"); len(at) == 1 && at[0] >= '0' && at[0] < '0'+levels {
		return int(at[0] - '0')
	}
	return 0
}

func (t *tokens) level() *listLevel {
	l := &listLevel{format: "decimal", restart: -1}
	t.children(func(s xml.StartElement) {
		switch s.Name.Local {
		case "start":
			l.start = number(s, maxNumber)
		case "numFmt":
			l.format = attr(s, "val")
		case "lvlText":
			l.text = attr(s, "val")
			l.text = l.text[:min(len(l.text), maxLevelText)]
		case "lvlRestart":
			l.restart = number(s, levels)
		case "isLgl":
			l.legal = on(s)
		case "pStyle":
			l.style = attr(s, "val")
		}
	})
	return l
}

// find is the list of a name and what it counts with; nil where there is none.
func (n *numbering) find(name string) (*num, *abstract) {
	for range 3 { // a style's list may stand for another
		list := n.nums[name]
		if list == nil {
			return nil, nil
		}
		a := n.abstracts[list.abstract]
		if a == nil || a.link == "" {
			return list, a
		}
		name = n.styles.get(a.link).list
	}
	return nil, nil
}

// next counts a paragraph and returns its number, "" where it has none. own is what the paragraph says itself.
func (n *numbering) next(own numbered, st *style) string {
	name, at := own.list, own.listLevel
	if name == "" {
		name = st.list
	}
	list, a := n.find(name)
	if a == nil {
		return ""
	}
	if at < 0 && own.list == "" {
		at = list.styleLevel(a, st)
	}
	at = max(at, 0)
	l := list.level(a, at)
	if l == nil {
		return ""
	}
	switch {
	case list.starts[at] >= 0 && !list.begun[at]:
		a.counts[at] = list.starts[at]
	case !a.begun[at]:
		a.counts[at] = list.start(a, at)
	default:
		a.counts[at]++
	}
	list.begun[at], a.begun[at] = true, true
	for below := at + 1; below < levels; below++ {
		if d := list.level(a, below); d == nil || d.restart < 0 || at < d.restart {
			a.begun[below] = false
		}
	}
	return list.label(a, l)
}

// styleLevel is the level that a style means: the one that names it, else the one that it names, else that of its base.
func (list *num) styleLevel(a *abstract, st *style) int {
	for _, s := range st.line {
		for at := range levels {
			if l := list.level(a, at); l != nil && l.style == s.id {
				return at
			}
		}
		if s.listLevel >= 0 {
			return s.listLevel
		}
	}
	return 0
}

func (list *num) level(a *abstract, at int) *listLevel {
	if list.levels[at] != nil {
		return list.levels[at]
	}
	return a.levels[at]
}

// start is the first number of a level.
func (list *num) start(a *abstract, at int) int {
	if list.starts[at] >= 0 {
		return list.starts[at]
	}
	if l := list.level(a, at); l != nil {
		return l.start
	}
	return 1
}

// label writes a level's text with the numbers in their places: %1 is that of the first level.
func (list *num) label(a *abstract, l *listLevel) string {
	if l.format == "bullet" {
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(l.text); i++ {
		if l.text[i] != '%' || i+1 == len(l.text) || l.text[i+1] < '1' || l.text[i+1] > '0'+levels {
			b.WriteByte(l.text[i])
			continue
		}
		i++
		at := int(l.text[i] - '1')
		count, format := a.counts[at], "decimal"
		if !a.begun[at] {
			count = list.start(a, at)
		}
		if of := list.level(a, at); of != nil && !l.legal {
			format = of.format
		}
		b.WriteString(numeral(count, format))
	}
	return strings.TrimSpace(b.String())
}
