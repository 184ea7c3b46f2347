package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/report"
	"nianbao/report/document"
)

// item is one unit of the document in reading order: a line of text, an official table, or another table.
type item struct {
	text   string
	folded string // of the first foldedLength characters
	length int    // in characters
	level  int    // of the source's heading style
	// paragraph counts the paragraphs of the document: the lines of one share it.
	paragraph int
	table     string
	grid      *document.Table
}

// foldedLength is how much of a paragraph is looked at: more than any heading, title or line of a page has.
const foldedLength = 160

func itemsOf(doc *document.Document, f found, names *headingNames) []item {
	var blocks []document.Block
	for _, s := range doc.Sections {
		blocks = append(blocks, s.Blocks...)
	}
	items := make([]item, 0, len(blocks))
	next := 0
	seen := map[string]bool{} // sections that have a numbered heading
	paragraph := func(i int, p *document.Paragraph) {
		for _, line := range linesOf(p.Text) {
			head, length := firstCharacters(withoutPinyin(line), foldedLength)
			folded := fold(head)
			if length > foldedLength {
				folded += "…" // so that nothing takes the cut for the end
			}
			items = append(items, item{text: line, folded: folded, length: length, level: p.Level, paragraph: i})
			if means, numbered := sectionHeading(line, false, names); numbered {
				seen[means] = true
			}
		}
	}
	for i := 0; i < len(blocks); i++ {
		for next < len(f.placed) && f.placed[next].to <= i {
			next++
		}
		if next < len(f.placed) && f.placed[next].from == i {
			// 四、行政复议 can be the heading of the section and the first label of the table: numbered it is the heading.
			// What is called like a section that has one is the title of the table.
			if p, ok := blocks[i].(*document.Paragraph); ok {
				if means, _ := sectionHeading(p.Text, standsApart(blocks[i:f.placed[next].to]), names); means != "" && !seen[means] {
					paragraph(i, p)
				}
			}
			// Blocks without a table of their own go on with one further up, or are in the notes of the tables.
			if f.placed[next].table != "" {
				items = append(items, item{table: f.placed[next].table})
			}
			for _, also := range f.placed[next].also {
				items = append(items, item{table: also})
			}
			i = f.placed[next].to - 1
			continue
		}
		switch b := blocks[i].(type) {
		case *document.Table:
			items = append(items, item{grid: b})
		case *document.Paragraph:
			paragraph(i, b)
		}
	}
	return items
}

// sectionHeading is the section whose heading a line certainly is: it has a number, or a name that no label of a table has, or it
// stands apart from the cells of a table; "" for none.
func sectionHeading(text string, apart bool, names *headingNames) (means string, numbered bool) {
	head, length := firstCharacters(withoutPinyin(text), foldedLength)
	if length > headingLongest {
		return "", false
	}
	m := headingMark{}
	m.number, m.name = numbering(text, fold(head))
	numbered = m.style != styleNone && m.style != styleLower
	m.score(names, m.name)
	if m.best >= headingCertain && (apart || numbered || len(m.name) > len("四个以上的字")) {
		return m.means, numbered
	}
	return "", false
}

// standsApart reports whether a line is followed by a table of cells, or by itself again, as the label of the table.
func standsApart(blocks []document.Block) bool {
	if len(blocks) < 2 {
		return false
	}
	switch b := blocks[1].(type) {
	case *document.Table:
		return true
	case *document.Paragraph:
		return fold(b.Text) == fold(blocks[0].(*document.Paragraph).Text)
	}
	return false
}

// rowLabels are the labels of the tables' rows, without their numbers: where the cells of a table are lost, they are no headings.
func rowLabels(editions report.Editions) map[string]bool {
	labels := map[string]bool{}
	var add func(rows []report.Row)
	add = func(rows []report.Row) {
		for _, r := range rows {
			_, name := numbering(r.Label, fold(r.Label))
			labels[name] = true
			add(r.Rows)
		}
	}
	for _, e := range editions {
		for _, t := range e.Tables {
			for _, b := range t.Blocks {
				add(b.Rows)
			}
		}
	}
	return labels
}

// linesOf are the lines of a paragraph. Where a page has lost the ends of its paragraphs, the indent of two characters shows them.
func linesOf(text string) []string {
	lines := report.Paragraphs(text)
	if !strings.Contains(text, indent) {
		return lines
	}
	var out []string
	for _, line := range lines {
		from := 0
		for at := 0; ; {
			i := strings.Index(line[at:], indent)
			if i < 0 {
				break
			}
			at += i
			if before := strings.TrimSpace(line[from:at]); before != "" && endsLine(before) {
				out = append(out, before)
				from = at
			}
			at += len(indent)
		}
		out = append(out, strings.TrimSpace(line[from:]))
	}
	return slices.DeleteFunc(out, func(line string) bool { return line == "" })
}

const indent = "\u3000\u3000"

// endsLine reports whether a paragraph can end behind a text: it is a sentence, a title, or a line of the page.
func endsLine(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune("。！？；：:;", last) {
		return true
	}
	if len(text) > 3*foldedLength {
		return false
	}
	folded := fold(text)
	if isChrome(folded) {
		return true
	}
	_, title := parseTitle(plainBlanks(text))
	return title
}

// firstCharacters are the first n characters of a text, and how many it has.
func firstCharacters(s string, n int) (head string, length int) {
	end := len(s)
	for i := range s {
		if length == n {
			end = i
		}
		length++
	}
	return s[:end], length
}

// prose tells text from lines: it is long or holds a sentence.
func (it *item) prose() bool {
	return it.text != "" && (it.length > 60 || strings.ContainsAny(it.folded, "。;；") || strings.HasSuffix(it.folded, ",") || strings.HasSuffix(it.folded, ":"))
}

// block is the item in a report.
func (it *item) block() report.Block {
	switch {
	case it.table != "":
		return report.Block{Table: it.table}
	case it.grid != nil:
		return report.Block{Grid: gridRows(it.grid)}
	}
	return report.Block{Text: it.text}
}

// all is the whole item as a text, for a note.
func (it *item) all() string {
	if it.grid == nil {
		return it.text
	}
	var lines []string
	for _, row := range gridRows(it.grid) {
		lines = append(lines, strings.Join(row, " | "))
	}
	return strings.Join(lines, "\n")
}

// gridRows are the cells of a table at their columns; a place into which a cell reaches is "".
func gridRows(t *document.Table) [][]string {
	rows := make([][]string, 0, len(t.Rows))
	for _, r := range t.Rows {
		row := make([]string, 0, len(r.Cells))
		for _, c := range r.Cells {
			for !t.Ragged && len(row) < c.Column {
				row = append(row, "")
			}
			row = append(row, c.Text)
		}
		for !t.Ragged && len(row) < t.Columns {
			row = append(row, "")
		}
		rows = append(rows, row)
	}
	return rows
}
