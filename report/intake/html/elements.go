package html

import (
	"strconv"
	"strings"
)

// class says how an element is read; 0 is an element inside a paragraph.
type class uint8

const (
	void    class = iota + 1 // has no content and no end tag
	block                    // begins and ends a paragraph
	dropped                  // holds no text of the page: pictures, players, controls, readings of ruby, Office's settings
	raw                      // holds no markup, and no text of the page either; the scanner passes over it
)

var classes = classesOf(map[class]string{
	void: "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
	block: "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
		"h1 h2 h3 h4 h5 h6 head header hgroup html legend li listing main marquee menu nav ol p pre search section summary ul " +
		"caption colgroup table tbody td tfoot th thead tr",
	dropped: "audio button canvas datalist math object rp rt rtc select svg template video xml",
	raw:     "iframe noembed noframes noscript script style textarea title xmp",
})

func classesOf(names map[class]string) map[string]class {
	classes := map[string]class{}
	for class, names := range names {
		for name := range strings.FieldsSeq(names) {
			classes[name] = class
		}
	}
	return classes
}

// tableRank orders the parts of a table: a part ends where one of its rank or a higher one begins. 0 is no part of a table.
func tableRank(name string) int {
	switch name {
	case "td", "th", "caption", "colgroup":
		return 1
	case "tr":
		return 2
	case "thead", "tbody", "tfoot":
		return 3
	}
	return 0
}

// style is what a style attribute says, as far as reading needs it.
type style struct {
	hidden, block bool
	// number says that the element holds the automatic number of a Word list, tab that it fills up to a tab stop.
	number, tab bool
	// list is the kind of number of a list's items.
	list string
}

func parseStyle(s string) style {
	var st style
	for declaration := range strings.SplitSeq(s, ";") {
		property, value, ok := strings.Cut(declaration, ":")
		if !ok {
			continue
		}
		value, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(value)), "!")
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(property)) {
		case "display":
			st.hidden = value == "none"
			st.block = value == "block"
		case "visibility":
			st.hidden = st.hidden || value == "hidden" || value == "collapse"
		case "mso-hide":
			st.hidden = st.hidden || value == "all"
		case "mso-element":
			st.hidden = st.hidden || value == "comment-list"
		case "mso-list":
			st.number = value == "ignore"
		case "mso-tab-count":
			st.tab = true
		case "list-style", "list-style-type":
			st.list = value
		}
	}
	return st
}

// hidden reports whether a browser, or Word, does not show an element. st is its style.
func (s *scanner) hidden(st style) bool {
	switch {
	case s.name == "html" || s.name == "body": // hidden until a script has run
		return false
	case st.hidden || s.has("hidden"):
		return true
	}
	switch s.name {
	case "dialog":
		return !s.has("open")
	case "tr":
		return strings.TrimSpace(s.get("height")) == "0" // Word sets the grid's widths in such a row
	case "caption":
		return s.styled("nb-caption")
	case "aside":
		return s.styled("nb-draft")
	case "a":
		return s.styled("msocomanchor") // the mark of a comment in the margin
	}
	return false
}

// styled reports whether the tag has a class of style sheets.
func (s *scanner) styled(name string) bool {
	for class := range strings.FieldsSeq(s.get("class")) {
		if class == name {
			return true
		}
	}
	return false
}

// number is the number with which an attribute begins, otherwise where it begins with none.
func (s *scanner) number(key string, otherwise int) int {
	value := strings.TrimSpace(s.get(key))
	end := 0
	for end < min(len(value), 9) && (value[end] >= '0' && value[end] <= '9' || end == 0 && value[0] == '-') {
		end++
	}
	if end == 0 {
		return otherwise
	}
	n, err := strconv.Atoi(value[:end])
	if err != nil {
		return otherwise
	}
	return n
}
