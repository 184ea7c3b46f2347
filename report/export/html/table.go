package html

import "nianbao/report/document"

// table appends a table: header rows in thead, each stacked block in a tbody, labels as th with their scope.
func (h *buffer) table(t *document.Table) {
	// A wide table scrolls by itself on a small screen, by keyboard too.
	box := "div"
	if t.Name != "" {
		box = "section"
	}
	h.raw("<").raw(box).raw(` class="nb-table-box" tabindex="0"`)
	if t.Name != "" {
		h.raw(` aria-label="`).text(t.Name).raw(`"`)
	}
	h.raw(`><table class="nb-table nb-columns-`).int(t.Columns)
	if t.Grouped() {
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
	open := ""
	block := -1
	for _, row := range t.Rows {
		group := "tbody"
		if row.Header {
			group = "thead"
		}
		if group != open || row.Block != block {
			h.close(open)
			h.raw("<").raw(group).raw(">\n")
			open, block = group, row.Block
		}
		h.raw("<tr>")
		for _, c := range row.Cells {
			h.cell(c)
		}
		h.raw("</tr>\n")
	}
	h.close(open)
	h.raw("</table></").raw(box).raw(">\n")
}

func (h *buffer) close(element string) {
	if element != "" {
		h.raw("</").raw(element).raw(">\n")
	}
}

// scopes are what the cells of a role head; a role that is not here is a td.
var scopes = map[document.Role]string{document.RoleTitle: "rowgroup", document.RoleCorner: "col", document.RoleHead: "col",
	document.RoleGroup: "row", document.RoleLabel: "row"}

func (h *buffer) cell(c document.Cell) {
	element := "td"
	scope := scopes[c.Role]
	if scope != "" && c.Text != "" {
		element = "th"
	}
	h.raw("<").raw(element)
	if element == "th" {
		h.raw(` scope="`).raw(scope).raw(`"`)
	}
	if c.Role != document.RolePlain {
		h.raw(` class="nb-cell-`).raw(string(c.Role))
		if n := c.Indent(); element == "th" && n > 0 {
			h.raw(` nb-indent-`).int(n)
		}
		h.raw(`"`)
	}
	if c.ColumnSpan > 1 {
		h.raw(` colspan="`).int(c.ColumnSpan).raw(`"`)
	}
	if c.RowSpan > 1 {
		h.raw(` rowspan="`).int(c.RowSpan).raw(`"`)
	}
	if c.ID != "" {
		h.raw(` data-cell="`).text(c.ID).raw(`"`)
	}
	h.raw(">").lines(c.Text).raw("</").raw(element).raw(">")
}
