package intake

import (
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

// vocabulary is what a fuzzed table is made of: labels of all editions, figures, and what else stands in tables.
func vocabulary(editions report.Editions) []string {
	words := []string{"", "", "0", "3", "12", "无", "/", "-------", "件", "条", "1,113", "288.829万元", "251000元", "减44", "备注", "结果", "本年新", "1．", "（一）", "商业", "企业",
		"&nbsp;", "本单位全年没有收到政府信息公开申请。", "- 3 -"}
	for _, e := range editions {
		for _, t := range e.Tables {
			for _, row := range t.Grid(func(string) bool { return true }).Rows {
				for _, c := range row.Cells {
					if c.Figure == nil {
						words = append(words, c.Text)
					}
				}
			}
		}
	}
	return words
}

// FuzzFindTables holds recognition to what must be true of whatever is found in whatever stands there.
func FuzzFindTables(f *testing.F) {
	editions := standard(f)
	words := vocabulary(editions)
	f.Add([]byte{3, 40, 41, 2, 42, 2, 3, 2, 255, 43, 2, 255, 255})
	f.Add([]byte{200, 60, 61, 62, 3, 255, 63, 4, 2, 2, 2, 2, 2, 2, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		var blocks []document.Block
		var table *document.Table
		column := 0
		for i, b := range data {
			if i > 3000 {
				break
			}
			switch {
			case table == nil || b == 254:
				table, column = &document.Table{Ragged: b%2 == 0, Columns: 1}, 0
				table.Rows = []document.Row{{}}
				if b%5 == 0 {
					blocks = append(blocks, &document.Paragraph{Text: words[int(b)%len(words)] + " 3\t4"})
				}
				blocks = append(blocks, table)
			case b == 255:
				table.Rows, column = append(table.Rows, document.Row{}), 0
			default:
				span := 1 + int(b)%7/6
				text := words[(int(b)*7+i%5)%len(words)]
				if b%11 == 0 && len(text) > 6 {
					text = text[:len(text)/2]
				}
				row := &table.Rows[len(table.Rows)-1]
				row.Cells = append(row.Cells, document.Cell{Text: text, Column: column, ColumnSpan: span, RowSpan: 1 + int(b)%13/12})
				column += span
				table.Columns = max(table.Columns, column)
			}
		}
		found := findTables(editions, blocks, "")
		if found.edition == nil {
			if len(found.figures)+len(found.placed) > 0 {
				t.Error("figures without an edition")
			}
			return
		}
		end := 0
		for _, p := range found.placed {
			if p.from < end || p.to <= p.from || p.to > len(blocks) {
				t.Errorf("placed %+v after %d of %d", p, end, len(blocks))
			}
			end = p.to
		}
		doubts := map[string]bool{}
		for _, n := range found.notes {
			if n.Code == "" || n.Message == "" || n.Near == "" {
				t.Errorf("a note says nothing: %+v", n)
			}
			if n.Code == NoteDoubtful {
				doubts[n.Near] = true
			}
		}
		for id, v := range found.figures {
			c := found.edition.Cell(id)
			if c == nil {
				t.Errorf("%s is no cell of %s", id, found.edition.ID)
				continue
			}
			if again := report.ParseValue(c.Kind, v); again.Text != v {
				t.Errorf("%s is %q, canonical %q", id, v, again.Text)
			}
			if o, ok := found.origins[id]; v != "" && (!ok || o.Confidence <= 0 || o.Confidence > 1 || o.Confidence < Doubtful && !doubts[id]) {
				t.Errorf("%s comes from %+v", id, o)
			}
		}
	})
}
