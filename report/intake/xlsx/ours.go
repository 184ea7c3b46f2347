package xlsx

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"nianbao/report/document"

	"github.com/xuri/excelize/v2"
)

// The sheet 报告 of our own workbooks and the kinds of its lines that are not simply text (report/export/xlsx/cover.go).
const (
	coverName   = "报告"
	kindHead    = "项目"
	kindAgency  = "机关"
	kindSection = "章节"
	kindTable   = "表格"
	kindMore    = "接上"
)

// aboutFile are the kinds that say something about the file and are not printed.
var aboutFile = []string{kindHead, kindAgency, "状态", "年度", "格式"}

// ours is a workbook of our own.
type ours struct {
	cover  *sheet
	others []*sheet
}

// findCover finds the sheet by which a workbook is one of ours; nil when there is none.
func findCover(sheets []*sheet) *ours {
	at := slices.IndexFunc(sheets, func(s *sheet) bool {
		return s.name == coverName && len(s.rows) > 0 && s.rows[0].at(1) == kindHead && s.rows[0].at(2) == "内容"
	})
	if at < 0 {
		return nil
	}
	return &ours{sheets[at], slices.Delete(slices.Clone(sheets), at, at+1)}
}

// read adds the lines of the cover, and each table where a line names it. A sheet that no line names is read like any other's.
func (o *ours) read(b *document.Builder, w *workbook) (agency string) {
	ids := w.cellIDs()
	rows := o.cover.rows
	for i := 0; i < len(rows); i++ {
		kind, text := rows[i].at(1), rows[i].at(2)
		for i+1 < len(rows) && rows[i+1].at(1) == kindMore {
			i++
			text += rows[i].at(2)
		}
		switch {
		case kind == kindAgency:
			agency = text
		case slices.Contains(aboutFile, kind):
		case kind == kindTable && o.table(b, text, ids):
		case kind == kindSection:
			b.Paragraph(text, 1)
		default:
			b.Paragraph(text, 0)
		}
	}
	for _, s := range o.others {
		blocks(b, s)
	}
	return agency
}

// table adds the table on a sheet; false when there is no such sheet, or not any more.
func (o *ours) table(b *document.Builder, name string, ids map[string]map[[2]int]string) bool {
	at := slices.IndexFunc(o.others, func(s *sheet) bool { return s.name == name })
	if at < 0 {
		return false
	}
	s := o.others[at]
	o.others = slices.Delete(o.others, at, at+1)
	// A row of nothing but blank figures is a row, too.
	for place := range ids[name] {
		if !slices.ContainsFunc(s.rows, func(r row) bool { return r.number == place[0] }) {
			s.rows = append(s.rows, row{number: place[0]})
		}
	}
	slices.SortFunc(s.rows, func(x, y row) int { return cmp.Compare(x.number, y.number) })
	if len(s.rows) == 0 {
		return true
	}
	before := len(b.Blocks())
	s.table(b, s.rows)
	if len(b.Blocks()) == before {
		return true
	}
	left, _ := s.width(s.rows)
	table := b.Blocks()[before].(*document.Table)
	for i := range table.Rows {
		for j := range table.Rows[i].Cells {
			c := &table.Rows[i].Cells[j]
			c.ID = ids[name][[2]int{s.rows[i].number, left + c.Column}]
		}
	}
	return true
}

var (
	idPat    = regexp.MustCompile(`^[a-z][a-z0-9_]*\.[a-z0-9_]+\.[a-z0-9_]+$`)
	placePat = regexp.MustCompile(`^'?(.+?)'?!\$([A-Z]{1,3})\$([0-9]+)$`)
)

// cellIDs are the names that are cell ids: by sheet, then by row and column.
func (w *workbook) cellIDs() map[string]map[[2]int]string {
	out := map[string]map[[2]int]string{}
	for _, name := range w.GetDefinedName() {
		m := placePat.FindStringSubmatch(name.RefersTo)
		if m == nil || !idPat.MatchString(name.Name) {
			continue
		}
		column, number, err := excelize.CellNameToCoordinates(m[2] + m[3])
		if err != nil {
			continue
		}
		sheet := strings.ReplaceAll(m[1], "''", "'")
		if out[sheet] == nil {
			out[sheet] = map[[2]int]string{}
		}
		out[sheet][[2]int{number, column}] = name.Name
	}
	return out
}
