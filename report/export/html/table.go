package html

import "nianbao/report/document"

// wideTable is from how many columns on a table is set smaller.
const wideTable = 10

// table appends a table: header rows in thead, each stacked block in a tbody, labels as th with their scope.
func (h *writer) table(t *document.Table) {
	c := &cells{writer: h, left: t.Grouped(), stacked: h.look.boxes && stacked(t)}
	if h.look.boxes {
		c.openBoxed(t)
	} else {
		c.openBordered(t)
	}
	open, block := "", -1
	for i, row := range t.Rows {
		group := "tbody"
		if row.Header {
			group = "thead"
		}
		if group != open || row.Block != block {
			h.end(open)
			h.raw("<").raw(group).raw(">\n")
			open, block = group, row.Block
			c.headers = c.headers[:0]
		}
		c.row = i
		h.raw("<tr>")
		for j := range row.Cells {
			c.cell(&row.Cells[j])
		}
		h.raw("</tr>\n")
	}
	h.end(open)
	h.raw("</table>")
	if h.look.boxes {
		h.raw("</").raw(boxOf(t)).raw(">")
	}
	h.raw("\n")
}

// openBoxed begins a table of our own pages. A wide one scrolls by itself on a small screen, by keyboard too. Columns have the
// official widths, or what their texts need.
func (h *cells) openBoxed(t *document.Table) {
	h.raw("<").raw(boxOf(t)).raw(` class="nb-table-box" tabindex="0"`)
	if t.Name != "" {
		h.raw(` aria-label="`).text(t.Name).raw(`"`)
	}
	h.raw(`><table class="nb-table nb-columns-`).int(t.Columns)
	if t.Columns >= wideTable {
		h.raw(" nb-wide")
	}
	if h.left {
		h.raw(" nb-grouped")
	}
	h.raw(`"`)
	if t.Key != "" {
		h.raw(` data-table="`).text(t.Key).raw(`"`)
	}
	h.raw(">\n")
	if t.Name != "" {
		h.raw(`<caption class="nb-caption">`).text(t.Name).raw("</caption>\n")
	}
	if len(t.Widths) == t.Columns {
		h.raw("<colgroup>")
		for _, n := range t.ColumnWidths(100) {
			h.raw(`<col class="nb-w-`).int(n).raw(`">`)
		}
		h.raw("</colgroup>\n")
	}
}

// boxOf is the element around a table: a place to go to where it has a name.
func boxOf(t *document.Table) string {
	if t.Name == "" {
		return "div"
	}
	return "section"
}

// openBordered begins a table to paste. Its name is a title, which screen readers say and nobody has to delete: the heading over the
// table says the same, and a caption that no rule can hide would say it twice.
func (h *cells) openBordered(t *document.Table) {
	h.widths = t.ColumnWidths(100)
	h.raw("<table")
	if t.Name != "" {
		h.raw(` title="`).text(t.Name).raw(`"`)
	}
	h.raw(` border="1" cellspacing="0" cellpadding="4" width="100%" style="` + fang + `width:100%;margin:6pt 0;border-collapse:collapse;line-height:1.4;`)
	if t.Columns >= wideTable {
		h.raw("font-size:9pt\">\n")
	} else {
		h.raw("font-size:12pt\">\n")
	}
}

// end ends the group of rows that is open.
func (h *writer) end(group string) {
	if group != "" {
		h.raw("</").raw(group).raw(">\n")
	}
}
