package docx

import (
	"strings"
	"testing"

	"nianbao/report/document"
)

// Columns with long texts stand on the left, a number that has no room is set smaller, and the header row of a table of the report's
// own repeats.
func TestOwnTable(t *testing.T) {
	cell := func(role document.Role, text string, column int) document.Cell {
		return document.Cell{Role: role, Text: text, Column: column, ColumnSpan: 1, RowSpan: 1}
	}
	table := &document.Table{Columns: 3, Widths: []int{20, 2, 20}, Rows: []document.Row{
		{Header: true, Cells: []document.Cell{cell(document.RoleHead, "单位", 0), cell(document.RoleHead, "数", 1), cell(document.RoleHead, "说明", 2)}},
		{Cells: []document.Cell{cell(document.RolePlain, "水利局", 0), cell(document.RolePlain, "1234", 1), cell(document.RolePlain, strings.Repeat("长", 40), 2)}},
		{Cells: []document.Cell{cell(document.RolePlain, "镇政府", 0), cell(document.RolePlain, "5", 1), cell(document.RolePlain, "无", 2)}},
	}}
	body := unpack(t, write(t, &document.Document{Sections: []document.Section{{Blocks: []document.Block{table}}}}, document.Options{}))["word/document.xml"]
	for _, c := range []struct{ name, want string }{
		{"short text in the middle", `<w:pStyle w:val="TableText9"/></w:pPr><w:r><w:t xml:space="preserve">镇政府<`},
		{"short text of a column with long ones", `<w:pStyle w:val="TableLabel9"/><w:ind w:left="40" w:right="0"/></w:pPr><w:r><w:t xml:space="preserve">无<`},
		{"head over long ones", `<w:pStyle w:val="TableText9"/><w:keepNext/></w:pPr><w:r><w:t xml:space="preserve">说明<`},
		{"number without room", `<w:r><w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr><w:t xml:space="preserve">1234<`},
		{"number with room", `<w:r><w:t xml:space="preserve">5<`},
		{"header row", `<w:tblHeader/></w:trPr>`},
	} {
		if !strings.Contains(body, c.want) {
			t.Errorf("%s: no %s in %s", c.name, c.want, body)
		}
	}
}
