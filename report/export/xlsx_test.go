package export_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/export/xlsx"

	"github.com/xuri/excelize/v2"
)

func workbook(t testing.TB, e *report.Edition, r *report.Report, o document.Options) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(written(t, "xlsx", e, r, o)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// namedCells are the sheets and addresses of the figures by cell id.
func namedCells(f *excelize.File) map[string][2]string {
	out := map[string][2]string{}
	for _, name := range f.GetDefinedName() {
		if sheet, at, ok := strings.Cut(name.RefersTo, "!"); ok && name.Scope == "Workbook" {
			out[name.Name] = [2]string{strings.Trim(sheet, "'"), strings.ReplaceAll(at, "$", "")}
		}
	}
	return out
}

// adding is a sample whose totals are worked out: a total that is there and blank stays blank.
func adding(t testing.TB, id string) (*report.Edition, *report.Report) {
	e, r := sample(t, id)
	for _, table := range e.Tables {
		for _, c := range table.Cells {
			if c.Computed {
				delete(r.Figures, c.ID)
			}
		}
	}
	return e, r
}

func TestWorkbook(t *testing.T) {
	for _, id := range []string{"gb-2008", "gb-2014", "gb-2019", "gb-2021"} {
		t.Run(id, func(t *testing.T) {
			e, r := adding(t, id)
			f := workbook(t, e, r, options)
			want := []string{"报告"}
			for _, table := range e.Tables {
				want = append(want, table.Name)
			}
			if got := f.GetSheetList(); strings.Join(got, " ") != strings.Join(want, " ") {
				t.Fatalf("sheets %q, want %q", got, want)
			}
			names := namedCells(f)
			for _, table := range e.Tables {
				totals := report.NewSheet(table, r.Figures, nil, report.AsRead)
				for _, c := range table.Cells {
					at, named := names[c.ID]
					if !named {
						t.Errorf("%s has no name", c.ID)
						continue
					}
					value, err := f.GetCellValue(at[0], at[1])
					if want := strings.TrimSuffix(value, c.Unit); err != nil || want != totals.Value(c).Text {
						t.Errorf("%s is %q (%v), want %q", c.ID, value, err, totals.Value(c).Text)
					}
					formula, err := f.GetCellFormula(at[0], at[1])
					if err != nil || (formula != "") != c.Computed {
						t.Errorf("%s: formula %q (%v)", c.ID, formula, err)
					}
					if c.Computed {
						if sum, err := f.CalcCellValue(at[0], at[1]); err != nil || sum != totals.Value(c).Text {
							t.Errorf("%s adds up to %q (%v), want %q", c.ID, sum, err, totals.Value(c).Text)
						}
					}
					look := styleAt(t, f, at[0], at[1])
					if locked := look.Protection == nil || look.Protection.Locked; locked != c.Computed {
						t.Errorf("%s: locked %v", c.ID, locked)
					}
					if len(look.Border) != 4 {
						t.Errorf("%s has %d borders", c.ID, len(look.Border))
					}
				}
				checkSheet(t, f, e, r, table)
			}
		})
	}
}

func styleAt(t *testing.T, f *excelize.File, sheet, at string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle(sheet, at)
	if err != nil {
		t.Fatal(err)
	}
	look, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return look
}

// checkSheet holds a sheet to the printed table: merges, protection, validation, relations.
func checkSheet(t *testing.T, f *excelize.File, e *report.Edition, r *report.Report, table *report.Table) {
	t.Helper()
	r = &report.Report{Figures: r.Figures, Sections: []report.Section{{Blocks: []report.Block{{Table: table.Key}}}}}
	printed := compose.Compose(e, r).Sections[0].Blocks[0].(*document.Table)
	want := map[string]string{}
	for i, row := range printed.Rows {
		for _, c := range row.Cells {
			from, _ := excelize.CoordinatesToCellName(c.Column+1, i+1)
			to, _ := excelize.CoordinatesToCellName(c.Column+c.ColumnSpan, i+c.RowSpan)
			if from != to {
				want[from+":"+to] = c.Text
			}
			if c.Role != document.RoleFigure && !styleAt(t, f, table.Name, from).Protection.Locked {
				t.Errorf("%s: %s may be typed over", table.Key, from)
			}
		}
	}
	merges, err := f.GetMergeCells(table.Name)
	if err != nil || len(merges) != len(want) {
		t.Errorf("%s: %d merged cells (%v), want %d", table.Key, len(merges), err, len(want))
	}
	for _, m := range merges {
		if text, there := want[m[0]]; !there || text != m.GetCellValue() {
			t.Errorf("%s: %s is merged and says %q", table.Key, m[0], m.GetCellValue())
		}
	}
	if o, err := f.GetSheetProtection(table.Name); err != nil || o.Password != "" || !o.SelectUnlockedCells || o.InsertRows {
		t.Errorf("%s: protection %+v, %v", table.Key, o, err)
	}
	rules, err := f.GetDataValidations(table.Name)
	if err != nil || len(rules) == 0 {
		t.Fatalf("%s: validation %v, %v", table.Key, rules, err)
	}
	for _, rule := range rules {
		if rule.Type == "whole" && rule.Operator == "greaterThanOrEqual" && rule.Formula1 != "0" || rule.Error == nil || !strings.HasSuffix(*rule.Error, "。") {
			t.Errorf("%s: validation %+v", table.Key, rule)
		}
	}
	formats, err := f.GetConditionalFormats(table.Name)
	if err != nil {
		t.Fatal(err)
	}
	here := 0
	for _, relation := range table.Relations {
		last := false
		for _, term := range append(relation.Left, relation.Right...) {
			last = last || term.Last
		}
		if !last {
			here++
		}
	}
	found := 0
	for _, rules := range formats {
		found += len(rules)
	}
	if found < here {
		t.Errorf("%s: %d conditions, want at least the %d relations within the report", table.Key, found, here)
	}
}

// A total that stands in the report and is not the sum stays as it is.
func TestTotalsInWorkbook(t *testing.T) {
	e := edition(t, "gb-2021")
	for _, c := range []struct {
		name, id string
		figures  report.Figures
		value    string
		formula  string
	}{
		{"the sum", "requests.received.total", report.Figures{"requests.received.business": "3", "requests.received.total": "3"}, "3", "SUM(D4:I4)"},
		{"worked out", "requests.received.total", report.Figures{"requests.received.business": "3"}, "3", "SUM(D4:I4)"},
		{"not the sum", "requests.received.total", report.Figures{"requests.received.business": "3", "requests.received.total": "9"}, "9", ""},
		{"as typed", "requests.received.total", report.Figures{"requests.received.business": "3", "requests.received.total": "约9件"}, "约9件", ""},
		{"blank over figures", "requests.received.total", report.Figures{"requests.received.business": "3", "requests.received.total": ""}, "", ""},
		{"nothing filled in", "requests.received.total", nil, "", `IF(COUNT(D4:I4)=0,"",SUM(D4:I4))`},
		{"only none", "requests.received.total", report.Figures{"requests.received.business": "无"}, "0", "SUM(D4:I4)"},
		{"down a column", "requests.result_total.business", report.Figures{"requests.granted.business": "2"}, "2", "SUM(E6:E26)"},
		{"more digits than Excel keeps", "disclosure.fees.amount", report.Figures{"disclosure.fees.amount": "123456789012.123456"}, "123456789012.123456", ""},
		{"like a formula", "requests.received.business", report.Figures{"requests.received.business": "=1+1"}, "=1+1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &report.Report{Figures: c.figures, Sections: []report.Section{{Blocks: []report.Block{{Table: "disclosure"}, {Table: "requests"}}}}}
			f := workbook(t, e, r, options)
			at := namedCells(f)[c.id]
			value, _ := f.GetCellValue(at[0], at[1])
			formula, _ := f.GetCellFormula(at[0], at[1])
			if value != c.value || formula != c.formula {
				t.Errorf("got %q %q, want %q %q", value, formula, c.value, c.formula)
			}
		})
	}
}

func TestCover(t *testing.T) {
	e, r := sample(t, "gb-2014")
	long := strings.Repeat("字", 40_000) + "𠮷"
	r.Sections[1].Blocks = append(r.Sections[1].Blocks, report.Block{Text: long})
	o := options
	o.Draft = true
	f := workbook(t, e, r, o)
	rows, err := f.GetRows("报告")
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]string{}
	more := ""
	for _, row := range rows {
		if n := len(utf16.Encode([]rune(row[1]))); n > 32767 {
			t.Errorf("%d units in a cell", n)
		}
		if row[0] == "接上" {
			more = row[1]
		}
		if lines[row[0]] == "" {
			lines[row[0]] = row[1]
		}
	}
	for kind, want := range map[string]string{"项目": "内容", "状态": "草稿", "文号": r.Number, "标题": r.Title, "机关": r.Agency, "年度": "2015年", "前言": r.Preface,
		"章节": r.Sections[0].Heading, "附件说明": "附件：" + r.Attachments[0].Title, "落款": r.Signature.Agency, "日期": "2023年1月17日", "附注": r.Closing, "附件": "附件"} {
		if lines[kind] != want {
			t.Errorf("%s is %q, want %q", kind, lines[kind], want)
		}
	}
	if !strings.HasSuffix(more, "字𠮷") {
		t.Errorf("the long text goes on with %q", more)
	}
	if link, target, err := f.GetCellHyperLink("报告", cellOf(rows, "表格")); !link || err != nil || target != "'"+lines["表格"]+"'!A1" {
		t.Errorf("link %v %q, %v", link, target, err)
	}
	p, err := f.GetDocProps()
	if err != nil || p.Title != r.Title || p.Creator != r.Agency || p.Identifier != options.Identifier || p.Created != "2023-01-18T09:00:00Z" || p.ContentStatus != "草稿" {
		t.Errorf("properties %+v, %v", p, err)
	}
	if p, err := workbook(t, e, r, document.Options{}).GetDocProps(); err != nil || p.Created != "" || p.Modified != "" {
		t.Errorf("without a time: %+v, %v", p, err)
	}
}

// A picture stands on the cover in a row of its own, and is no text when the workbook is read.
func TestPictureInWorkbook(t *testing.T) {
	e, r := sample(t, "gb-2021")
	d := compose.Compose(e, r)
	p := &document.Picture{Key: "c", Width: 442_200, Height: 202_650, Alt: "收到申请：2021年3件", Boxes: []document.Box{{X: 10, Y: 20, Width: 30_000, Height: 40_000}}}
	d.Sections[1].Blocks = append(d.Sections[1].Blocks, p)
	var out bytes.Buffer
	for range 5 {
		before := bytes.Clone(out.Bytes())
		out.Reset()
		if _, err := xlsx.Write(&out, e, r, d, options); err != nil {
			t.Fatal(err)
		}
		if len(before) > 0 && !bytes.Equal(out.Bytes(), before) {
			t.Fatal("the same report gives other bytes")
		}
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("报告")
	if err != nil {
		t.Fatal(err)
	}
	at := cellOf(rows, "图")
	pictures, err := f.GetPictures("报告", at)
	if err != nil || len(pictures) != 1 || pictures[0].Extension != ".emf" || pictures[0].Format.AltText != p.Alt {
		t.Fatalf("%d pictures at %q, %v", len(pictures), at, err)
	}
	_, row, _ := excelize.CellNameToCoordinates(at)
	if height, err := f.GetRowHeight("报告", row); err != nil || height < 160 {
		t.Errorf("height %.0f, %v", height, err)
	}
	if text, _ := f.GetCellValue("报告", at); text != "" {
		t.Errorf("says %q", text)
	}
}

func cellOf(rows [][]string, kind string) string {
	for i, row := range rows {
		if row[0] == kind {
			name, _ := excelize.CoordinatesToCellName(2, i+1)
			return name
		}
	}
	return ""
}

// Names of sheets are short, allowed and distinct; a table whose cells do not fit together still makes a file that opens.
func TestOddTablesInWorkbook(t *testing.T) {
	e := edition(t, "gb-2021")
	r := &report.Report{Sections: []report.Section{{Blocks: []report.Block{{Table: "requests"}, {Grid: [][]string{{"栏目", "条数"}, {"公告", "12"}, {"年份", "007"}}}, {Table: "requests"},
		{Grid: [][]string{{strings.Repeat("长", 40_000)}}}}}}}
	f := workbook(t, e, r, options)
	want := []string{"报告", "收到和处理政府信息公开申请情况", "表1", "收到和处理政府信息公开申请情况（2）", "表2"}
	if got := f.GetSheetList(); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("sheets %q, want %q", got, want)
	}
	if kind, _ := f.GetCellType("表1", "B2"); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("12 is of type %v", kind)
	}
	if got, _ := f.GetCellValue("表1", "B3"); got != "007" {
		t.Errorf("got %q, want it as typed", got)
	}
	if got, _ := f.GetCellValue("表2", "A1"); !strings.HasSuffix(got, "全文见 Word 文档）") {
		t.Errorf("cut without a word: …%q", got[max(0, len(got)-60):])
	}
	notes, err := exporter.Write(io.Discard, "xlsx", e, r, options)
	if err != nil || len(notes) != 1 || notes[0].Code != "cell.cut" || !strings.Contains(notes[0].Message, "表2") || notes[0].Near != strings.Repeat("长", 20) {
		t.Errorf("notes %+v, %v", notes, err)
	}
}

// Every sheet prints on A4 with the margins of GB/T 9704, no wider than the page, its head on each page.
func TestPagesOfWorkbook(t *testing.T) {
	e, r := sample(t, "gb-2021")
	o := options
	o.Draft = true
	r.Title = strings.Repeat("&", 300)
	workbook(t, e, r, o) // a title of any length is no obstacle
	r.Title = "甲&乙" + e.Title(r.Agency, r.Year)
	f := workbook(t, e, r, o)
	titles := map[string]string{}
	for _, name := range f.GetDefinedName() {
		if strings.HasSuffix(name.Name, "Print_Titles") {
			titles[name.Scope] = name.RefersTo
		}
	}
	for sheet, rows := range map[string]string{"报告": "$1:$1", "主动公开政府信息情况": "", "收到和处理政府信息公开申请情况": "$1:$3", "政府信息公开行政复议、行政诉讼情况": "$1:$3"} {
		want := ""
		if rows != "" {
			want = "'" + sheet + "'!" + rows
		}
		if titles[sheet] != want {
			t.Errorf("%s: %q is repeated, want %q", sheet, titles[sheet], want)
		}
		panes, err := f.GetPanes(sheet)
		if err != nil || panes.Freeze != (rows != "") {
			t.Errorf("%s: panes %+v, %v", sheet, panes, err)
		}
		p, err := f.GetPageLayout(sheet)
		if err != nil || *p.Size != 9 || *p.Orientation != "portrait" || *p.FitToWidth != 1 || *p.FitToHeight != 0 {
			t.Errorf("%s: layout %+v, %v", sheet, p, err)
		}
		props, err := f.GetSheetProps(sheet)
		if err != nil || props.FitToPage == nil || !*props.FitToPage {
			t.Errorf("%s: does not fit to the page, %v", sheet, err)
		}
		m, err := f.GetPageMargins(sheet)
		if err != nil || fmt.Sprintf("%.2f %.2f %.2f %.2f %v", *m.Left*25.4, *m.Right*25.4, *m.Top*25.4, *m.Bottom*25.4, *m.Horizontally) != "28.00 26.00 37.00 35.00 true" {
			t.Errorf("%s: margins %+v, %v", sheet, m, err)
		}
		h, err := f.GetHeaderFooter(sheet)
		if err != nil || !strings.HasPrefix(h.OddHeader, "&C甲&&乙云岭县") || !strings.HasSuffix(h.OddHeader, "\n"+sheet+"&R草稿") || h.EvenHeader != h.OddHeader ||
			!strings.Contains(h.OddFooter, "&R") || !strings.Contains(h.EvenFooter, "&L") || !strings.Contains(h.EvenFooter, "— &P —") {
			t.Errorf("%s: header %+v, %v", sheet, h, err)
		}
		total := 0.0
		columns, err := f.GetCols(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i := range columns {
			name, _ := excelize.ColumnNumberToName(i + 1)
			width, _ := f.GetColWidth(sheet, name)
			total += width
		}
		if total < 72 || total > 78 {
			t.Errorf("%s is %.1f digits wide", sheet, total)
		}
	}
}

// A paragraph that is higher than the highest row goes on in the next, where it can be seen.
func TestLongParagraphOnCover(t *testing.T) {
	e, r := sample(t, "gb-2021")
	long := strings.Repeat("字", 3000)
	r.Sections[0].Blocks = []report.Block{{Text: long}}
	f := workbook(t, e, r, options)
	rows, err := f.GetRows("报告")
	if err != nil {
		t.Fatal(err)
	}
	got, parts := "", 0
	for i, row := range rows {
		if !strings.HasPrefix(row[1], "字字") {
			continue
		}
		got += row[1]
		if want := map[bool]string{true: "正文", false: "接上"}[parts == 0]; row[0] != want {
			t.Errorf("part %d is called %s", parts, row[0])
		}
		parts++
		height, err := f.GetRowHeight("报告", i+1)
		if err != nil || height > excelize.MaxRowHeight || height < float64(len([]rune(row[1])))/33*13 {
			t.Errorf("%d characters in %.0f points, %v", len([]rune(row[1])), height, err)
		}
	}
	if got != long || parts < 2 {
		t.Errorf("%d characters in %d parts", len([]rune(got)), parts)
	}
}
