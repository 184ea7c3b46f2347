package layout

import "nianbao/report/document/gbt9704"

// placedRow is a row of a table on a page; y is its upper edge from that of the text block.
type placedRow struct {
	table     *table
	row       int
	y, height Length
	// repeated is a header row that stands on an earlier page already.
	repeated bool
	// goesOn is a row that began on an earlier page, more one that goes on on the next.
	goesOn, more bool
}

// fewLines are too few of a row that is split to stand at the foot of a page.
const fewLines = 4

// putRow puts a row of a table on the page, or on the next one where this has no room for it. Only a row that no page can hold is
// split: it goes on from page to page.
func (p *pager) putRow(piece *piece) {
	t, top := piece.table, p.top(piece)
	r := placedRow{table: t, row: piece.row}
	for {
		r.y = place(piece, p.y, p.after)
		r.height = t.height(r, p.rows)
		room := gbt9704.TextHeight - r.y
		if r.height > room && p.y > top && (r.height <= gbt9704.TextHeight-top || t.room(room) < fewLines) {
			p.next(piece)
			continue
		}
		r.more = r.height > room
		r.height = min(r.height, room)
		p.rows = append(p.rows, r)
		p.y, p.after = r.y+r.height, piece.after
		if !r.more {
			return
		}
		p.next(piece)
		r.goesOn = true
	}
}

// height is how high a row has to be where it stands. It grows where cells that end in it, and have text left from an earlier page,
// need more room than its rows on this page give. rows are those that stand on the page above it.
func (t *table) height(r placedRow, rows []placedRow) Length {
	height := t.rows[r.row].height
	if r.goesOn {
		height = 0
	}
	first, above := r, Length(0) // the table's first row on this page that is no repeated one; how high those above are
	for i := len(rows) - 1; i >= 0 && !rows[i].repeated; i-- {
		first = rows[i]
		above += first.height
	}
	columns := len(t.edges) - 1
	for _, at := range t.owner[r.row*columns : (r.row+1)*columns] {
		c := &t.cells[at]
		if c.end() == r.row+1 && (c.row < first.row || c.row == first.row && first.goesOn) {
			height = max(height, t.need(len(c.lines)-c.next)-above)
		}
	}
	return height
}
