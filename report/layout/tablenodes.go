package layout

import (
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
)

// scopes are what the cells of a role head; a role that is not here is no head.
var scopes = map[document.Role]Scope{document.RoleTitle: ScopeColumn, document.RoleCorner: ScopeColumn, document.RoleHead: ScopeColumn,
	document.RoleGroup: ScopeRow, document.RoleLabel: ScopeRow}

// tableNodes adds the structure of a table: header rows, a body for each block of rows, rows, cells with their text.
func (l *layouter) tableNodes(t *table, g *grid, widths []Length, d *document.Table, parent int) {
	whole := l.node(Node{Kind: KindTable, Parent: parent, Title: document.Printable(d.Name)})
	group := -1
	next := 0
	for i, row := range d.Rows {
		kind := KindTableBody
		if row.Header {
			kind = KindTableHead
		}
		if group < 0 || l.pages.Nodes[group].Kind != kind || row.Block != d.Rows[i-1].Block {
			group = l.node(Node{Kind: kind, Parent: whole})
		}
		t.rows[i].node = l.node(Node{Kind: KindRow, Parent: group})
		for ; next < len(g.cells) && g.rows[next] == i; next++ {
			c := &g.cells[next]
			n := Node{Kind: KindCell, Parent: t.rows[i].node, ColumnSpan: c.ColumnSpan, RowSpan: c.RowSpan}
			if scope := scopes[c.Role]; scope != ScopeNone && c.Text != "" {
				n.Kind, n.Scope = KindHeadCell, scope
			}
			cell := &t.cells[next]
			cell.node = l.node(n)
			cell.spans = l.spans(document.Printable(c.Text), style{role: Fang, size: t.FigureSize(c, gbt9704.Span(widths, c.Column, c.ColumnSpan))}, cell.node)
		}
	}
}
