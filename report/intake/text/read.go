package text

import (
	"strings"

	"nianbao/report/document"
)

// reader makes a document of the lines of a file.
type reader struct {
	document.Builder
	lines []line
	style style
	// markdown says that the marks of Markdown are marks and not text.
	markdown bool
}

// Read reads plain text or Markdown. Each line is a paragraph; lines with pipes, and lines that are divided by tabs, are tables, of
// which only the reading order of the cells is known. cut says that the file goes beyond a limit and was not read to its end.
func Read(data []byte) (doc *document.Document, cut bool, err error) {
	whole := len(data)
	data = data[:min(whole, document.MaxText)]
	text, err := Decode(data)
	if err != nil {
		return nil, false, err
	}
	r := &reader{markdown: isMarkdown(text)}
	if r.markdown {
		text = strings.ReplaceAll(text, `\|`, escapedPipe)
	}
	// A copy out of a page's source has the blanks of empty cells by name.
	r.lines, r.Cut = split(strings.ReplaceAll(text, "&nbsp;", "\u00a0"))
	if r.markdown {
		r.lines = unmarked(r.lines)
	}
	r.style = styleOf(r.lines)
	for at := 0; at < len(r.lines); {
		end := r.tableEnd(at)
		if end == at {
			l := r.lines[at]
			r.Paragraph(trim(strings.Trim(l.text, "|")), l.level)
			at++
			continue
		}
		r.table(r.lines[at:end])
		at = end
	}
	return r.Document(), r.Cut || len(data) < whole, nil
}

// maxBetween is how many lines without a pipe may stand between two lines of a table: the lines of one cell.
const maxBetween = 6

// tableEnd is the line after the table that begins at a line; at when none begins there.
func (r *reader) tableEnd(at int) int {
	first := at
	if r.lines[at].kind == plain {
		if first++; first == len(r.lines) || !r.beginsTable(r.lines[at].text, r.lines[first]) {
			return at
		}
	}
	kind := r.lines[first].kind
	if kind == plain || kind == tabbed && !r.tabbedRows(first) {
		return at
	}
	end := first + 1
	for next := end; next < len(r.lines) && next-end <= maxBetween && !r.newMarkdownTable(next); next++ {
		l := r.lines[next]
		if l.kind == kind {
			end = next + 1
		} else if l.kind != plain || l.outside() && !r.onlyPipeAfter(next) {
			break
		}
	}
	switch {
	case r.style.between && end < len(r.lines) && r.lines[end].kind == plain && value(r.lines[end].text):
		return end + 1 // the last cell has no pipe after it
	case end-at == 1 && !r.oneRow(r.lines[at].text):
		return at
	}
	return end
}

// oneRow says that a line alone is a row of a table, and does not merely have pipes in it, as the crumbs over a page have.
func (r *reader) oneRow(text string) bool {
	filled := 0
	cells := r.style.cells(text)
	for _, cell := range cells {
		if cell != "" {
			filled++
		}
		if value(cell) && len(cells) > 1 {
			return true
		}
	}
	return filled > 1 && (text[0] == '|' || text[len(text)-1] == '|')
}

// beginsTable says that a line without a pipe is the first of the table whose next line follows: a title across all columns, the first
// cell where each stands on a line over its pipe, or the first half of a cell within brackets.
func (r *reader) beginsTable(text string, next line) bool {
	switch {
	case next.kind == plain, prose(text):
		return false
	case titlePat.MatchString(text):
		return true
	case next.kind != piped:
		return false
	case next.text == "|":
		return r.style.between
	}
	half, _, _ := strings.Cut(next.text, "|")
	return len(text) < 200 && openBrackets(text) == 1 && openBrackets(half) == -1
}

// tabbedRows says that rows of a table begin here: two lines with several tabs each.
func (r *reader) tabbedRows(at int) bool {
	return at+1 < len(r.lines) && r.lines[at+1].kind == tabbed && tabs(r.lines[at].text) >= 2 && tabs(r.lines[at+1].text) >= 2
}

// onlyPipeAfter says that a line is a cell because its pipe stands alone on the next one.
func (r *reader) onlyPipeAfter(at int) bool {
	return r.style.between && at+1 < len(r.lines) && r.lines[at+1].text == "|" && !prose(r.lines[at].text)
}
