package handlers

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/intake"
	"nianbao/views"
)

// importSource is what an import keeps of its file: where each figure stood, and what stood in the file.
type importSource struct {
	Origins map[string]intake.Origin `json:"origins"`
	Blocks  []sourceBlock            `json:"blocks"`
}

// sourceBlock is a paragraph, or with Rows a table.
type sourceBlock struct {
	Text  string         `json:"text,omitempty"`
	Level int            `json:"level,omitempty"`
	Rows  [][]sourceCell `json:"rows,omitempty"`
}

// sourceCell is a cell of a table; spans of 0 are 1. ID is the cell id where the file says it itself.
type sourceCell struct {
	Text       string `json:"t"`
	Column     int    `json:"c"`
	ColumnSpan int    `json:"w,omitempty"`
	RowSpan    int    `json:"h,omitempty"`
	ID         string `json:"id,omitempty"`
}

// newImportSource takes from a reading what its page shows. Report JSON has no layout of its own and is shown as it prints.
func newImportSource(editions report.Editions, reading *intake.Reading) importSource {
	out := importSource{Origins: reading.Figures}
	doc := reading.Document
	if doc == nil {
		doc = compose.Compose(editions.Get(reading.Report.Edition), reading.Report)
	}
	line := func(text string, level int) {
		if text != "" {
			out.Blocks = append(out.Blocks, sourceBlock{Text: text, Level: level})
		}
	}
	blocks := func(all []document.Block) {
		for _, b := range all {
			switch b := b.(type) {
			case *document.Paragraph:
				line(b.Text, b.Level)
			case *document.Table:
				out.Blocks = append(out.Blocks, sourceBlock{Rows: sourceRows(b)})
			}
		}
	}
	line(doc.Number, 0)
	line(doc.Title, 1)
	for _, s := range doc.Sections {
		line(s.Heading, 1)
		blocks(s.Blocks)
	}
	line(doc.Signature.Agency, 0)
	line(doc.Signature.Date, 0)
	blocks(doc.Closing)
	for _, a := range doc.Attachments {
		line(a.Label, 0)
		line(a.Heading, 1)
		blocks(a.Blocks)
	}
	return out
}

func sourceRows(t *document.Table) [][]sourceCell {
	rows := make([][]sourceCell, len(t.Rows))
	for i, row := range t.Rows {
		for _, c := range row.Cells {
			cell := sourceCell{Text: c.Text, Column: c.Column, ID: c.ID}
			if c.ColumnSpan > 1 {
				cell.ColumnSpan = c.ColumnSpan
			}
			if c.RowSpan > 1 {
				cell.RowSpan = c.RowSpan
			}
			rows[i] = append(rows[i], cell)
		}
	}
	return rows
}

// sourceShown bounds the paragraphs and rows that a page shows of a file, sourceText its text in bytes; no report comes near.
const (
	sourceShown = 4000
	sourceText  = 1 << 20
)

// view is the source as the page shows it. links are the elements where figures stood, by cell id; doubted are marked.
func (src importSource) view(links map[string]string, doubted map[string]bool) (blocks []views.SourceBlock, cut bool) {
	marked := map[string]bool{}
	linked := map[string]bool{}
	for id, link := range links {
		linked[link] = true
		marked[link] = marked[link] || doubted[id]
	}
	table, shown, text := 0, 0, 0
	for _, b := range src.Blocks {
		shown, text = shown+max(1, len(b.Rows)), text+len(b.Text)
		if shown > sourceShown || text > sourceText {
			return blocks, true
		}
		if b.Rows == nil {
			blocks = append(blocks, views.SourceBlock{Text: b.Text, Level: b.Level})
			continue
		}
		table++
		t := &views.SourceTable{ID: tableElement(table)}
		for i, row := range b.Rows {
			var cells []views.SourceCell
			for j, c := range row {
				cell := views.SourceCell{Text: c.Text, ColumnSpan: c.ColumnSpan, RowSpan: c.RowSpan}
				if id := cellElement(table, i, j); linked[id] {
					cell.ID, cell.Doubted = id, marked[id]
				}
				cells = append(cells, cell)
			}
			t.Rows = append(t.Rows, cells)
		}
		blocks = append(blocks, views.SourceBlock{Table: t})
	}
	return blocks, false
}

func tableElement(table int) string           { return fmt.Sprintf("s-%d", table) }
func cellElement(table, row, cell int) string { return fmt.Sprintf("s-%d-%d-%d", table, row, cell) }

// links find the element where each figure stood: its cell or, where that cannot be told, its table.
func (src importSource) links() map[string]string {
	out := map[string]string{}
	var tables [][][]sourceCell
	for _, b := range src.Blocks {
		if b.Rows == nil {
			continue
		}
		tables = append(tables, b.Rows)
		for i, row := range b.Rows {
			for j, c := range row {
				if c.ID != "" {
					out[c.ID] = cellElement(len(tables), i, j)
				}
			}
		}
	}
	for id, o := range src.Origins {
		if o.Table < 1 || o.Table > len(tables) {
			continue
		}
		out[id] = tableElement(o.Table)
		if row, cell, ok := locate(tables[o.Table-1], o); ok {
			out[id] = cellElement(o.Table, row, cell)
		}
	}
	return out
}

// locate finds the cell of a figure by its labels and its text.
func locate(rows [][]sourceCell, o intake.Origin) (row, cell int, ok bool) {
	outer, label := lastLabels(o.Row)
	_, head := lastLabels(o.Column)
	from := 0
	if outer != "" {
		from = max(0, slices.IndexFunc(rows, func(r []sourceCell) bool { return hasLabel(r, outer) }))
	}
	for i := from; i < len(rows); i++ {
		if label != "" && !hasLabel(rows[i], label) {
			continue
		}
		only := -1
		for j, c := range rows[i] {
			if squeezed(c.Text) != squeezed(o.Text) || squeezed(c.Text) == label {
				continue
			}
			if only == -1 {
				only = j
			}
			if head != "" && slices.ContainsFunc(rows[:i], func(r []sourceCell) bool { return under(r, head, c.Column) }) {
				return i, j, true
			}
		}
		if only >= 0 && head == "" {
			return i, only, true
		}
	}
	return 0, 0, false
}

// lastLabels are the innermost label and the one around it.
func lastLabels(labels string) (outer, inner string) {
	parts := strings.Split(labels, " / ")
	if n := len(parts); n > 1 {
		outer = squeezed(parts[n-2])
	}
	return outer, squeezed(parts[len(parts)-1])
}

func hasLabel(row []sourceCell, label string) bool {
	return slices.ContainsFunc(row, func(c sourceCell) bool { return squeezed(c.Text) == label })
}

// under reports whether a row has a head over a grid column.
func under(row []sourceCell, head string, column int) bool {
	return slices.ContainsFunc(row, func(c sourceCell) bool {
		return squeezed(c.Text) == head && c.Column <= column && column < c.Column+max(1, c.ColumnSpan)
	})
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
