package xlsx

import (
	"regexp"
	"strings"

	"nianbao/report"
	"nianbao/report/document"

	"github.com/xuri/excelize/v2"
)

// blocks reads an agency's own sheet. Rows of several cells that follow each other are a table; a row of one cell is a paragraph,
// unless it belongs to the table around it. Recognition cuts and joins the tables by their labels afterwards.
func blocks(b *document.Builder, s *sheet) {
	var table []row
	bottom := 0 // the last row into which a cell of the table reaches
	end := func() {
		if len(table) > 0 {
			s.table(b, table)
		}
		table, bottom = nil, 0
	}
	for i, r := range s.rows {
		if b.Cut {
			return
		}
		if n := len(table); n == document.MaxRows || n > 0 && r.number > max(bottom, table[n-1].number+1) {
			end()
		}
		var next *row
		if i+1 < len(s.rows) && s.rows[i+1].number == r.number+1 {
			next = &s.rows[i+1]
		}
		switch {
		case s.several(r), r.number <= bottom,
			len(table) > 0 && s.belongs(table, r, next),
			len(table) == 0 && next != nil && s.several(*next) && blockTitle.MatchString(r.at(r.first())):
			table = append(table, r)
			for column := range r.cells {
				bottom = max(bottom, s.merges[[2]int{r.number, column + 1}].bottom)
			}
		default:
			end()
			for line := range strings.Lines(r.at(r.first())) {
				b.Paragraph(line, 0)
			}
		}
	}
	end()
}

// several reports whether a row has more than one cell: filled ones, or one beside a blank merged one.
func (s *sheet) several(r row) bool {
	n := 0
	for i, c := range r.cells {
		if c != "" {
			n++
		} else if _, merged := s.merges[[2]int{r.number, i + 1}]; merged {
			n++
		}
	}
	return n > 1
}

var (
	// blockTitle stands over a block of the table of disclosure and belongs to it.
	blockTitle = regexp.MustCompile(`^第\s*[0-9一二三四五六七八九十]+\s*条`)
	heading    = regexp.MustCompile(`^(?:[一二三四五六七八九十]+\s*[、．.]|第[一二三四五六七八九十]+部分|附[件表])`)
	// aside is text under a table: a sentence, a note, who signs it and when.
	aside = regexp.MustCompile(`。|年度报|^(?:注|备注|说明|填表说明|填报说明)\s*[：:]|^[0-9〇一二三四五六七八九十]{4}\s*年.*日$|(?:政府|局|委员会|办公室|办事处|中心|厅)$`)
)

// belongs reports whether a row of a single cell goes on with the table above it. next is the row right below, nil for none.
func (s *sheet) belongs(table []row, r row, next *row) bool {
	column := r.first()
	text := r.at(column)
	if aside.MatchString(text) {
		return false
	}
	if next != nil && s.several(*next) {
		// A heading over column heads begins another table; over figures it is a group of this one.
		return blockTitle.MatchString(text) || !heading.MatchString(text) || hasFigure(*next)
	}
	// A label whose figures are blank: it stands on the left and does not fill the width.
	left, right := s.width(table)
	return column == left && s.extent(r, column) < right
}

// hasFigure reports whether a number, or a sign for none, stands in a row.
func hasFigure(r row) bool {
	for _, c := range r.cells {
		switch report.ParseValue(report.KindAmount, c).Condition {
		case report.Number, report.None:
			return true
		}
	}
	return false
}

// width is the first and the last column of a table.
func (s *sheet) width(table []row) (left, right int) {
	left = excelize.MaxColumns
	for _, r := range table {
		for i, c := range r.cells {
			if c != "" {
				left = min(left, i+1)
				right = max(right, s.extent(r, i+1))
			}
		}
	}
	return left, right
}

// table adds rows as a table. Rows in which nothing stands are left out, and a cell that reaches over some is so much shorter.
func (s *sheet) table(b *document.Builder, rows []row) {
	left, right := s.width(rows)
	if right-left >= document.MaxColumns {
		right = left + document.MaxColumns - 1
		b.Cut = true
	}
	taken := make([][]bool, len(rows))
	for i := range taken {
		taken[i] = make([]bool, right-left+1)
	}
	t := b.NewTable()
	for i, r := range rows {
		t.Row()
		for column := left; column <= right; column++ {
			if taken[i][column-left] {
				continue
			}
			a := s.merges[[2]int{r.number, column}]
			columns, high := 1, 1
			for column+columns <= min(a.right, right) && !taken[i][column-left+columns] {
				columns++
			}
			for i+high < len(rows) && rows[i+high].number <= a.bottom {
				high++
			}
			for down := range high {
				for across := range columns {
					taken[i+down][column-left+across] = true
				}
			}
			t.Cell(r.at(column), columns, high)
		}
	}
	b.Table(t)
}
