package docx

import "nianbao/report/document"

// tableSizes is the type of a table: half points, line and least row in twips, styles.
type tableSizes struct {
	name            string
	half, line, row int
	label, centred  string
}

// sizes are those that a table may be set in, 小四 first; GB/T 9704 names none, and under 小五 nobody reads a print.
var sizes = []tableSizes{
	{"小四", 24, 300, 480, "TableLabel12", "TableText12"},
	{"五号", 21, 260, 420, "TableLabel10", "TableText10"},
	{"小五", 18, 230, 360, "TableLabel9", "TableText9"},
}

// maxLines is how many lines a label may take before the table is set smaller.
const maxLines = 3

// tableSize is the largest size in which no figure breaks, no label takes more than three lines and, where a smaller size can
// bring it there, the table fits on one page.
func tableSize(t *document.Table, widths []int) tableSizes {
	last := len(sizes) - 1
	chosen := sizes[last]
	least, _ := measure(t, widths, chosen)
	for i := last - 1; i >= 0; i-- {
		height, ok := measure(t, widths, sizes[i])
		if !ok || height > textHeight && least <= textHeight {
			break
		}
		chosen = sizes[i]
	}
	return chosen
}

// measure estimates the height of a table in a size; false where a cell has no room for its text.
func measure(t *document.Table, widths []int, s tableSizes) (height int, ok bool) {
	character := s.half * 10
	ok = true
	for _, row := range t.Rows {
		lines := 1
		for _, c := range row.Cells {
			room := span(widths, c.Column, c.ColumnSpan) - 2*cellMargin
			text := document.Width(c.Text)
			switch {
			case c.Role == document.RoleFigure:
				ok = ok && text*character/2 <= room
			case c.RowSpan == 1:
				perLine := 2 * max(room/character, 1)
				lines = max(lines, (text+perLine-1)/perLine)
			}
		}
		ok = ok && lines <= maxLines
		height += max(lines*s.line+2*cellPadding, s.row)
	}
	return height, ok
}
