package html

import "nianbao/report/document"

// cells writes the cells of a table.
type cells struct {
	*writer
	// left says that labels stand on the left.
	left bool
	// widths are the widths of the grid columns in per cent, where the table does not get them from elsewhere.
	widths []int
	// row is the row that is being written.
	row int
	// stacked says that the figures name their headers, which are those of the block so far.
	stacked bool
	headers []header
}

// header is a th that figures name.
type header struct {
	role document.Role
	// id is the number in the id of its element.
	id int
	// It stands over the columns from column to before, and reaches into the row last.
	column, before, last int
}

// stacked reports whether a table stacks blocks that have column heads of their own. A scope reaches through the whole column, so
// that the heads of one block would be read out over the figures of the next.
func stacked(t *document.Table) bool {
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if c.Role == document.RoleHead && !row.Header {
				return true
			}
		}
	}
	return false
}

// scopeOf is what a cell heads; "" for one that is no header.
func scopeOf(c *document.Cell) string {
	if c.Text == "" {
		return ""
	}
	switch c.Role {
	case document.RoleTitle:
		return "rowgroup"
	case document.RoleCorner, document.RoleHead:
		return "col"
	case document.RoleGroup, document.RoleLabel:
		return "row"
	}
	return ""
}

func (h *cells) cell(c *document.Cell) {
	scope, element, indent := scopeOf(c), "td", 0
	if scope != "" {
		element, indent = "th", c.Indent()
	}
	h.raw("<").raw(element)
	if scope != "" {
		h.raw(` scope="`).raw(scope).raw(`"`)
	}
	if c.ColumnSpan > 1 {
		h.raw(` colspan="`).int(c.ColumnSpan).raw(`"`)
	}
	if c.RowSpan > 1 {
		h.raw(` rowspan="`).int(c.RowSpan).raw(`"`)
	}
	if h.look.boxes {
		h.class(c, indent)
		h.name(c, scope)
		h.raw(">")
	} else {
		h.style(c)
		h.raw(">")
		for range indent {
			h.raw("　")
		}
	}
	h.lines(c.Text).raw("</").raw(element).raw(">")
}

// class gives a cell the classes of its role, and a figure its id for our scripts.
func (h *cells) class(c *document.Cell, indent int) {
	if c.Role != document.RolePlain {
		h.raw(` class="nb-cell-`).raw(string(c.Role))
		if indent > 0 {
			h.raw(` nb-indent-`).int(indent)
		}
		h.raw(`"`)
	}
	if c.ID != "" {
		h.raw(` data-cell="`).text(c.ID).raw(`"`)
	}
}

// name gives a header its id and a figure the ids of its headers, where scopes alone would say too much.
func (h *cells) name(c *document.Cell, scope string) {
	switch {
	case !h.stacked:
	case scope != "":
		h.ids++
		h.headers = append(h.headers, header{c.Role, h.ids, c.Column, c.Column + c.ColumnSpan, h.row + c.RowSpan - 1})
		h.raw(` id="nb-th-`).int(h.ids).raw(`"`)
	case c.Role == document.RoleFigure:
		before := ` headers="`
		for _, of := range h.headers {
			if of.heads(c, h.row) {
				h.raw(before).raw("nb-th-").int(of.id)
				before = " "
			}
		}
		if before == " " {
			h.raw(`"`)
		}
	}
}

// heads reports whether a figure in a row is one of the header's.
func (of header) heads(c *document.Cell, row int) bool {
	if of.role == document.RoleLabel || of.role == document.RoleGroup {
		return of.last >= row
	}
	return of.role != document.RoleCorner && of.column < c.Column+c.ColumnSpan && c.Column < of.before
}

// style gives a cell its width, its place in it, and a border, each as an attribute or by that of the table, too.
func (h *cells) style(c *document.Cell) {
	width := 0
	for _, n := range h.widths[min(c.Column, len(h.widths)):min(c.Column+c.ColumnSpan, len(h.widths))] {
		width += n
	}
	h.raw(` width="`).int(width).raw(`%"`)
	if h.left && (c.Role == document.RoleLabel || c.Role == document.RoleGroup) {
		h.raw(` align="left" style="border:1px solid #000;padding:4px;font-weight:normal;text-align:left"`)
	} else {
		h.raw(` align="center" style="border:1px solid #000;padding:4px;font-weight:normal;text-align:center"`)
	}
}
