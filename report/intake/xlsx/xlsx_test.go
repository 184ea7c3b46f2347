package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"nianbao/report"
	"nianbao/report/document"

	"github.com/xuri/excelize/v2"
)

// made is a workbook of one sheet: texts and numbers by address, then merged ranges.
func made(t testing.TB, sheet string, cells map[string]any, merges ...string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	for at, v := range cells {
		if err := f.SetCellValue(sheet, at, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range merges {
		from, to, _ := strings.Cut(m, ":")
		if err := f.MergeCell(sheet, from, to); err != nil {
			t.Fatal(err)
		}
	}
	return saved(t, f)
}

func saved(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// outline writes blocks as lines: a paragraph as it is, a row of a table as its cells with their spans.
func outline(d *document.Document) (out []string) {
	for _, b := range d.Sections[0].Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			out = append(out, b.Text)
		case *document.Table:
			for i, row := range b.Rows {
				var cells []string
				for _, c := range row.Cells {
					text := c.Text
					if c.ColumnSpan > 1 || c.RowSpan > 1 {
						text += fmt.Sprintf("(%d×%d)", c.ColumnSpan, c.RowSpan)
					}
					cells = append(cells, text)
				}
				mark := "  "
				if i == 0 {
					mark = "T "
				}
				out = append(out, mark+strings.Join(cells, "|"))
			}
		}
	}
	return out
}

func TestAgencysOwnSheet(t *testing.T) {
	for _, c := range []struct {
		name   string
		cells  map[string]any
		merges []string
		want   []string
	}{
		{"title, heading, table, note", map[string]any{"A1": "苇塘镇2022年政府信息公开工作年度报告", "A3": "二、主动公开情况", "A4": "信息内容", "B4": "制发", "C4": "废止",
			"A5": "规章", "B5": 0, "C5": 1113, "A6": "注：以上为全年数。"}, []string{"A1:C1", "A3:C3", "A6:C6"},
			[]string{"苇塘镇2022年政府信息公开工作年度报告", "二、主动公开情况", "T 信息内容|制发|废止", "  规章|0|1113", "注：以上为全年数。"}},
		{"blocks of one table", map[string]any{"B2": "第二十条第（一）项", "B3": "信息内容", "C3": "制发", "B4": "规章", "C4": 2, "B5": "第二十条第(五)项", "B6": "信息内容",
			"C6": "处理决定", "B7": "行政许可", "C7": 5}, []string{"B2:C2", "B5:C5"},
			[]string{"T 第二十条第（一）项(2×1)", "  信息内容|制发", "  规章|2", "  第二十条第(五)项(2×1)", "  信息内容|处理决定", "  行政许可|5"}},
		{"tables under each other", map[string]any{"A1": "二、主动公开", "A2": "项目", "B2": "数量", "A3": "规章", "B3": 1, "A4": "三、申请", "A5": "项目", "B5": "总计",
			"A6": "一、新收", "B6": 4}, []string{"A1:B1", "A4:B4"},
			[]string{"二、主动公开", "T 项目|数量", "  规章|1", "三、申请", "T 项目|总计", "  一、新收|4"}},
		{"heading rows in a list of figures", map[string]any{"A1": "指标", "B1": "单位", "C1": "数", "A2": "一、主动公开情况", "A3": "（一）公开数", "B3": "条", "C3": 9,
			"A4": "二、回应情况", "A5": "（一）回应数", "B5": "次", "C5": 0}, nil,
			[]string{"T 指标|单位|数", "  一、主动公开情况||", "  （一）公开数|条|9", "  二、回应情况||", "  （一）回应数|次|0"}},
		{"merged heads and groups", map[string]any{"A1": "事项", "C1": "申请人情况", "C2": "自然人", "D2": "总计", "A3": "三、结果", "B3": "（一）公开", "C3": 1, "D3": 1,
			"B4": "（二）其他", "C4": 0, "D4": 0}, []string{"A1:B2", "C1:D1", "A3:A4"},
			[]string{"T 事项(2×2)|申请人情况(2×1)", "  自然人|总计", "  三、结果(1×2)|（一）公开|1|1", "  （二）其他|0|0"}},
		{"blank figures", map[string]any{"A1": "项目", "B1": "数", "A2": "规章", "A3": "行政许可"}, nil, []string{"T 项目|数", "  规章|", "  行政许可|"}},
		{"signature below", map[string]any{"A1": "项目", "B1": "数", "A2": "规章", "B2": 3, "A3": "苇塘镇人民政府", "A4": "2023年1月9日"}, nil,
			[]string{"T 项目|数", "  规章|3", "苇塘镇人民政府", "2023年1月9日"}},
		{"lines in a cell", map[string]any{"A1": "一、总体情况\n全年平稳。", "A3": "结果\n维持", "B3": "其他"}, nil, []string{"一、总体情况", "全年平稳。", "T 结果\n维持|其他"}},
		{"blank merged corner", map[string]any{"C1": "行政复议", "C2": "维持", "D2": "纠正", "A3": "件数", "C3": 1, "D3": 2}, []string{"A1:B2", "C1:D1", "A3:B3"},
			[]string{"T (2×2)|行政复议(2×1)", "  维持|纠正", "  件数(2×1)|1|2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, cut, err := Read(made(t, "数据", c.cells, c.merges...))
			if err != nil || cut {
				t.Fatal(cut, err)
			}
			if got := outline(doc); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestValuesAsShown(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, c := range []struct {
		value  any
		format string
	}{
		{1113, "#,##0"}, {0.125, "0.0%"}, {time.Date(2023, 1, 9, 0, 0, 0, 0, time.UTC), `yyyy"年"m"月"d"日"`}, {288.829, `0.000"万元"`}, {288.5, ""}, {"无", ""},
		{-44, "0"}, {" １２ ", ""}, {true, ""}, {0.1 + 0.2, ""},
	} {
		at := fmt.Sprintf("B%d", i+1)
		if err := f.SetCellValue("Sheet1", at, c.value); err != nil {
			t.Fatal(err)
		}
		if c.format != "" {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
			if err != nil {
				t.Fatal(err)
			}
			f.SetCellStyle("Sheet1", at, at, style)
		}
		f.SetCellValue("Sheet1", fmt.Sprintf("A%d", i+1), "行")
	}
	doc, _, err := Read(saved(t, f))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"T 行|1,113", "  行|12.5%", "  行|2023年1月9日", "  行|288.829万元", "  行|288.5", "  行|无", "  行|-44", "  行|１２", "  行|TRUE", "  行|0.3"}
	if got := outline(doc); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A formula gives the value that it was saved with; hidden sheets and charts are not read.
func TestSheets(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range []string{"旧稿", "底稿", "图"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		f.SetCellValue(name, "A1", name+"里的话")
	}
	f.SetCellValue("Sheet1", "A1", "看得见的")
	f.SetSheetVisible("旧稿", false)
	f.SetSheetVisible("底稿", false, true)
	if err := f.AddChartSheet("图表", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "Sheet1!$A$1", Values: "Sheet1!$B$1:$B$2"}}}); err != nil {
		t.Fatal(err)
	}
	doc, _, err := Read(saved(t, f))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := outline(doc), []string{"看得见的", "图里的话"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// parts makes a workbook of raw parts; a name twice is the later one's business.
func parts(t testing.TB, content map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
			`<sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	}
	for name, part := range content {
		all[name] = part
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, part := range all {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(part))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const sheetHead = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`

// styled is a style sheet whose second style has a number format.
func styled(code string) string {
	return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="200" formatCode="` + code +
		`"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="200" applyNumberFormat="1"/></cellXfs></styleSheet>`
}

func hostile(t testing.TB) map[string]func() []byte {
	repeat := func(part string, bytes int) string { return strings.Repeat(part, bytes/len(part)) }
	sheet := func(body string) []byte {
		return parts(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + body + `</sheetData></worksheet>`})
	}
	strs := func(body string) []byte {
		return parts(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + `<row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
			"xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + body + `</sst>`})
	}
	const most = maxXML - 4096
	var wide, corners, merged, tabs, tabRels strings.Builder
	for i := 1; i <= 5000; i++ {
		fmt.Fprintf(&wide, `<row r="%d"><c r="A%d"><v>1</v></c><c r="XFD%d"><v>2</v></c></row>`, i, i, i)
	}
	for i := 1; i <= 200_000; i++ {
		fmt.Fprintf(&merged, `<mergeCell ref="A%d:IV%d"/>`, i, i+4999)
	}
	for i := 1; i <= 90_000; i++ {
		fmt.Fprintf(&corners, `<row r="%d"><c r="A%d"><v>1</v></c><c r="IV%d"><v>2</v></c></row>`, i, i, i)
	}
	for i := range 400 {
		fmt.Fprintf(&tabs, `<sheet name="s%d" sheetId="%d" r:id="r1"/>`, i, i+1)
		fmt.Fprintf(&tabRels, `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>`)
	}
	numbers := repeat(`<c s="1"><v>44927.123456</v></c>`, most/4)
	var many bytes.Buffer
	z := zip.NewWriter(&many)
	for i := 0; many.Len() < 14<<20; i++ {
		if _, err := z.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("xl/%x", i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return map[string]func() []byte{
		"not a zip":  func() []byte { return []byte("PK\x03\x04 ist kein Archiv") },
		"cut off":    func() []byte { return made(t, "一", map[string]any{"A1": "x"})[:2000] },
		"many parts": func() []byte { return many.Bytes() },
		"no parts":   func() []byte { return parts(t, map[string]string{"xl/workbook.xml": ""}) },
		"no sheets": func() []byte {
			return parts(t, map[string]string{"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`})
		},
		"empty sheet":              func() []byte { return sheet("") },
		"spaces":                   func() []byte { return sheet(repeat(" ", 40<<20)) },
		"empty cells":              func() []byte { return sheet("<row>" + repeat("<c/>", most) + "</row>") },
		"filled cells":             func() []byte { return sheet(repeat(`<row><c><v>1</v></c><c t="str"><v>x</v></c></row>`, most)) },
		"wide rows":                func() []byte { return sheet(wide.String()) },
		"rows of the widest table": func() []byte { return sheet(corners.String()) },
		"rows":                     func() []byte { return sheet(repeat("<row/>", most)) },
		"last row": func() []byte {
			return sheet(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)
		},
		"no such place": func() []byte {
			return sheet(`<row r="1"><c r="A1"><v>1</v></c><c r="ZZZZ9"><v>1</v></c></row><row r="-5"><c r="B2"><v>1</v></c></row><row r="99999999999"><c><v>1</v></c></row>`)
		},
		"deep":       func() []byte { return sheet(repeat("<a>", most)) },
		"attributes": func() []byte { return sheet("<row " + repeat(`a="" `, most) + "/>") },
		"one value":  func() []byte { return sheet(`<row><c t="str"><v>` + repeat("长", most) + `</v></c></row>`) },
		"merges": func() []byte {
			return parts(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + corners.String()[:1<<20] + `</row></sheetData><mergeCells>` + merged.String() + `</mergeCells></worksheet>`})
		},
		"strings":                 func() []byte { return strs(repeat(`<si/>`, most)) },
		"strings just few enough": func() []byte { return strs(repeat(`<si><t>长</t></si>`, maxStrings*15/5)) },
		"runs":                    func() []byte { return strs("<si>" + repeat(`<r><t>长</t></r>`, maxStrings*15/5) + "</si>") },
		"entities":                func() []byte { return strs(`<si><t>` + repeat("&amp;", most) + `</t></si>`) },
		"entity expansion": func() []byte {
			return parts(t, map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>` + sheetHead + `<row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`})
		},
		"number format": func() []byte {
			return parts(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + repeat("<row>"+repeat(`<c s="1"><v>44927.5</v></c>`, 2000)+"</row>", most/4) + `</sheetData></worksheet>`, "xl/styles.xml": styled(strings.Repeat("yyyy", 60))})
		},
		"long number format": func() []byte {
			return parts(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + "<row>" + numbers + `</row></sheetData></worksheet>`, "xl/styles.xml": styled(repeat("0.0;", 4<<20))})
		},
		"common number format": func() []byte {
			return parts(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + repeat("<row>"+repeat(`<c s="1"><v>44927.5</v></c>`, 2000)+"</row>", most/4) + `</sheetData></worksheet>`, "xl/styles.xml": styled("_ * #,##0.00_ ;_ * -#,##0.00_ ")})
		},
		"styles": func() []byte {
			return parts(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + `<row><c s="1"><v>1</v></c></row></sheetData></worksheet>`, "xl/styles.xml": "<styleSheet>" + repeat("<xf/>", most) + "</styleSheet>"})
		},
		"sheets of one part": func() []byte {
			return parts(t, map[string]string{"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + tabs.String() + `</sheets></workbook>`, "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + tabRels.String() + `</Relationships>`, "xl/worksheets/sheet1.xml": sheetHead + repeat(`<row><c><v>1</v></c></row>`, most/2) + `</sheetData></worksheet>`})
		},
		"names": func() []byte {
			return parts(t, map[string]string{"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><definedNames>` + repeat(`<definedName name="a.b.c">x</definedName>`, most) + `</definedNames></workbook>`})
		},
		"half a character, and NUL": func() []byte { return sheet("<row><c t=\"str\"><v>\xe4\xb8</v></c><c t=\"str\"><v>\x00</v></c></row>") },
		"other namespace":           func() []byte { return parts(t, map[string]string{"xl/workbook.xml": `<w:workbook xmlns:w="urn:x"/>`}) },
		"nothing in a style": func() []byte {
			return parts(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + `<row><c s="-9"><v>1</v></c><c s="999999999999999999999"><v>1</v></c><c t="s"><v>-1</v></c></row></sheetData></worksheet>`, "xl/styles.xml": "<styleSheet/>"})
		},
	}
}

// Whatever a file claims, it is read or refused with a sentence, in bounded time and memory.
func TestHostile(t *testing.T) {
	for name, make := range hostile(t) {
		t.Run(name, func(t *testing.T) {
			data := make()
			runtime.GC()
			var before runtime.MemStats
			runtime.ReadMemStats(&before)
			peak, done := watch()
			start := time.Now()
			doc, cut, err := Read(data)
			took := time.Since(start)
			done()
			most := (*peak - min(before.HeapAlloc, *peak)) >> 20
			t.Logf("%s, %d KB: %v, %d MB, cut %v, %v", name, len(data)>>10, took.Round(time.Millisecond), most, cut, err)
			if err != nil && (report.ErrorCode(err) == report.Internal || !strings.HasSuffix(report.ErrorMessage(err), "。")) {
				t.Errorf("no sentence: %v", err)
			}
			if (doc == nil) == (err == nil) {
				t.Errorf("got %v and %v", doc, err)
			}
			// The limit is 2 s; other programs may keep the machine busy.
			if took > 10*time.Second || most > 256 {
				t.Errorf("took %v and %d MB", took, most)
			}
		})
	}
}

// watch looks at the heap every few milliseconds until done.
func watch() (peak *uint64, done func()) {
	peak = new(uint64)
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			*peak = max(*peak, m.HeapAlloc)
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return peak, func() { close(stop); <-stopped }
}

func FuzzRead(f *testing.F) {
	f.Add(made(f, "一", map[string]any{"A1": "项目", "B1": "数", "A2": "规章", "B2": 3}, "A3:B3"))
	f.Add(parts(f, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + `<row r="1"><c r="A1" s="1"><v>44927</v></c></row></sheetData></worksheet>`, "xl/styles.xml": styled("yyyy-mm-dd")}))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, _, err := Read(data)
		if err == nil && len(doc.Sections[0].Blocks) == 0 {
			t.Error("nothing was read, and no error")
		}
	})
}

// Fuzzing a packed file seldom gets past its checksums: here the parts are fuzzed.
func FuzzParts(f *testing.F) {
	f.Add(sheetHead+`<row r="1"><c r="A1" s="1"><v>44927</v></c><c t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
		`<sst><si><t>一</t></si></sst>`, styled("#,##0.00"), "")
	f.Fuzz(func(t *testing.T, sheet, strs, styles, workbook string) {
		content := map[string]string{"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strs, "xl/styles.xml": styles}
		if workbook != "" {
			content["xl/workbook.xml"] = workbook
		}
		doc, _, err := Read(parts(t, content))
		if err == nil && len(doc.Sections[0].Blocks) == 0 {
			t.Error("nothing was read, and no error")
		}
	})
}

func TestDamagedSheet(t *testing.T) {
	for _, c := range []struct {
		name, sheet string
		want        []string
		cut         bool
	}{
		{"half a character", sheetHead + "<row><c t=\"str\"><v>一\xe4\xb8</v></c></row><row/><row><c t=\"str\"><v>二</v></c></row></sheetData></worksheet>", []string{"一\ufffd", "二"}, false},
		{"control characters", sheetHead + "<row><c t=\"str\"><v>一\x00</v></c></row><row/><row><c t=\"str\"><v>\x1b二</v></c></row></sheetData></worksheet>", []string{"一", "二"}, false},
		{"breaks off", sheetHead + `<row><c t="str"><v>一</v></c></row><row/><row><c t="str"><v>二</`, []string{"一"}, true},
		{"the whole sheet merged", sheetHead + `<row><c t="str"><v>一</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`, []string{"一"}, false},
		{"the last corner", sheetHead + `<row r="1"><c r="A1" t="str"><v>一</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>二</v></c></row></sheetData></worksheet>`,
			[]string{"一", "二"}, false},
		{"prefixed names", `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>一</x:v></x:c>` +
			`<x:c r="C1"><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`, []string{"T 一(2×1)|2"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, cut, err := Read(parts(t, map[string]string{"xl/worksheets/sheet1.xml": c.sheet}))
			if err != nil {
				t.Fatal(err)
			}
			if got := outline(doc); !reflect.DeepEqual(got, c.want) || cut != c.cut {
				t.Errorf("got %q, cut %v; want %q, %v", got, cut, c.want, c.cut)
			}
		})
	}
}
