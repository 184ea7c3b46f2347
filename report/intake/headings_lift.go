package intake

import (
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
			from, reach := 0, 0
			rest := func(to int) {
				if to > from {
					part := *table
					part.Rows = table.Rows[from:to]
					add(&part)
				}
			}
			text := false // the sentences below a heading are lifted with it
			for i, row := range table.Rows {
				line, alone := onlyCell(row)
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
			rest(len(table.Rows))
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

// liftable reports whether a row is the numbered heading of a section, and not a label of a table that is called alike.
func liftable(line string, names *headingNames, labels map[string]bool) bool {
	head, length := firstCharacters(line, foldedLength)
	if length > headingLongest {
		return false
	}
	num, name := numbering(line, fold(head))
	if num.style == styleNone || num.style == styleLower || labels[name] {
		return false
	}
	m := headingMark{number: num, name: name}
	m.score(names, name)
	return m.best >= headingCertain || m.best >= 0.8 && len(name) > len("八个以上的汉字")
}
