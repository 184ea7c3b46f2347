package intake

import (
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/report/document"
)

// liftHeadings takes the headings of sections out of tables: where tables follow each other without a gap (a sheet, lines of bars), the
// heading between them is a row with one cell. The document is left as it is; what comes back has the blocks of one with the tables
// divided.
func liftHeadings(editions report.Editions, doc *document.Document) *document.Document {
	names, labels := newHeadingNames(editions), rowLabels(editions)
	out := &document.Document{Published: doc.Published, Sections: []document.Section{{}}}
	add := func(b document.Block) { out.Sections[0].Blocks = append(out.Sections[0].Blocks, b) }
	for _, s := range doc.Sections {
		for _, b := range s.Blocks {
			table, ok := b.(*document.Table)
			if !ok {
				add(b)
				continue
			}
			rows := slices.Clone(table.Rows)
			from, reach := 0, 0
			rest := func(to int) {
				if to > from {
					part := *table
					part.Rows = rows[from:to]
					add(&part)
				}
			}
			text := false // the sentences below a heading are lifted with it
			for i, row := range rows {
				if above, below := headingAbove(row, names, labels); above != "" && i >= reach {
					rest(i)
					from, rows[i] = i, below
					add(&document.Paragraph{Text: above})
				}
				line, alone := onlyCell(rows[i])
				free := i >= reach // no cell from above reaches into the row
				for _, c := range row.Cells {
					reach = max(reach, i+c.RowSpan)
				}
				heading := free && alone && liftable(line, names, labels)
				sentence := strings.ContainsAny(line, "。；：:") || line == "" || line == "无"
				if text = heading || text && free && alone && sentence; text {
					rest(i)
					from = i + 1
					if line != "" {
						add(&document.Paragraph{Text: line})
					}
				}
			}
			rest(len(rows))
		}
	}
	return out
}

// onlyCell is the text of a row's only cell that is not empty; false where there are several.
func onlyCell(row document.Row) (string, bool) {
	text := ""
	for _, c := range row.Cells {
		if t := strings.TrimSpace(c.Text); t != "" {
			if text != "" || c.RowSpan > 1 {
				return "", false
			}
			text = t
		}
	}
	return text, true
}

// headingAbove is a heading that has run into the first cell of the row below it, and the row without it; "" for none.
func headingAbove(row document.Row, names *headingNames, labels map[string]bool) (string, document.Row) {
	if len(row.Cells) == 0 {
		return "", row
	}
	above, rest, more := strings.Cut(row.Cells[0].Text, "\n")
	if !more || !liftable(above, names, labels) {
		return "", row
	}
	row.Cells = slices.Clone(row.Cells)
	row.Cells[0].Text = strings.TrimSpace(rest)
	return strings.TrimSpace(above), row
}

// liftable reports whether a row is the numbered heading of a section, and not a label of a table that is called alike.
func liftable(line string, names *headingNames, labels map[string]bool) bool {
	head, length := firstCharacters(withoutPinyin(line), foldedLength)
	if length > headingLongest {
		return false
	}
	num, name := numbering(line, fold(head))
	long := len(name) > len("八个以上的汉字")
	bracketed := num.style == styleNone && long && bracketPat.MatchString(name)
	if bracketed {
		name = bracketPat.ReplaceAllString(name, "$1")
	}
	if num.style == styleNone && !bracketed || num.style == styleLower || labels[name] {
		return false
	}
	m := headingMark{number: num, name: name}
	m.score(names, name)
	switch {
	case m.best >= headingCertain:
		return true
	case bracketed || !long:
		return false
	}
	return m.best >= 0.8 || num.style == styleHan && m.best >= headingFits && strings.HasSuffix(name, "情况")
}
