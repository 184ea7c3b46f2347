package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/tooltest"
	"nianbao/report"

	"github.com/xuri/excelize/v2"
)

// Printed by LibreOffice no line of a text lies over another and no figure is too wide: addresses that go to the next line whole have
// room on the cover and in tables, and numbers in narrow columns are set smaller.
func TestLibreOfficePrintsXLSX(t *testing.T) {
	pdftotext, dir := tooltest.Need(t, "pdftotext", "poppler-utils"), t.TempDir()
	e, r := sample(t, "gb-2021")
	const address = "https://www.example.gov.cn/columns/2022/annual-report/index.html"
	row := func(of func(int) string) (cells []string) {
		for i := range 22 {
			cells = append(cells, of(i))
		}
		return cells
	}
	r.Sections[0].Blocks = []report.Block{
		{Text: "全文见" + address + "，也可以在" + address + "和" + address + "查阅。全年更新12次。"},
		{Text: strings.Repeat("网站http://www.example.gov.cn/gk/，邮箱office@example.gov.cn，", 8)},
		{Text: strings.Repeat("可以在"+address+"?lang=zh-CN 查阅，也可以打电话010-12345678转801咨询，或者用WeChat Mini Program看。", 20)},
		{Text: "下一段。"},
		{Grid: [][]string{row(func(i int) string { return fmt.Sprint(i) }), row(func(int) string { return "10000" })}},
		{Grid: [][]string{{"栏目", "网址", "备注"}, {"公告", "见" + address + "，共三期。", "每季度一期"}, {"二", "三", "四"}}},
	}
	render(t, dir, map[string][]byte{"book.xlsx": written(t, "xlsx", e, r, options)})
	if _, err := os.Stat(filepath.Join(dir, "book.pdf")); err != nil {
		tooltest.Missing(t, "LibreOffice has no Calc; apt-get install libreoffice-calc-nogui")
	}
	out, err := exec.CommandContext(t.Context(), pdftotext, "-bbox", filepath.Join(dir, "book.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(out), ">10000<"); n != 22 || strings.Contains(string(out), "###") {
		t.Errorf("10000 stands in %d cells, want 22", n)
	}
	type word struct {
		left, top, right, bottom float64
		text                     string
	}
	all := 0
	for i, page := range strings.Split(string(out), "<page ")[1:] {
		var words []word
		for _, line := range strings.Split(page, "<word ")[1:] {
			w := word{}
			if _, err := fmt.Sscanf(line, `xMin="%f" yMin="%f" xMax="%f" yMax="%f">%s`, &w.left, &w.top, &w.right, &w.bottom, &w.text); err != nil {
				t.Fatal(err)
			}
			w.text, _, _ = strings.Cut(w.text, "<")
			for _, other := range words {
				if min(w.right, other.right)-max(w.left, other.left) > 1 && min(w.bottom, other.bottom)-max(w.top, other.top) > 1 {
					t.Errorf("page %d: %q lies over %q", i+1, w.text, other.text)
				}
			}
			words = append(words, w)
		}
		all += len(words)
	}
	if all < 100 {
		t.Errorf("%d words", all)
	}
}

// LibreOffice opens the file, adds up anew, and comes to the values that are in the file (which TestWorkbook and TestDocumentsSayTheSame look at).
func TestLibreOfficeComputesXLSX(t *testing.T) {
	soffice := tooltest.Need(t, "soffice", "libreoffice-calc-nogui")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to",
		"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", dir}
	all := bodies(t)
	for _, id := range []string{"gb-2014", "gb-2019", "gb-2021"} {
		e, r := adding(t, id)
		all = append(all, subject{"adding", "adding " + id, e, r})
	}
	for _, s := range all {
		bare, taken := withoutCache(t, written(t, "xlsx", s.edition, s.report, options))
		if computed := computedCells(s.edition); s.group == "adding" && taken != computed {
			t.Errorf("%s: %d formulas, want %d", s.name, taken, computed)
		}
		path := filepath.Join(dir, s.name+".xlsx")
		if err := os.WriteFile(path, bare, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if out, err := exec.CommandContext(t.Context(), soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	// Where LibreOffice has no Calc it converts nothing and is content with that.
	if made, _ := filepath.Glob(filepath.Join(dir, "*.csv")); len(made) == 0 {
		tooltest.Missing(t, "LibreOffice has no Calc; apt-get install libreoffice-calc-nogui")
	}
	for _, s := range all {
		f := workbook(t, s.edition, s.report, options)
		names := namedCells(f)
		for _, table := range s.edition.Tables {
			if !slices.Contains(f.GetSheetList(), table.Name) {
				continue
			}
			file, err := os.Open(filepath.Join(dir, s.name+"-"+table.Name+".csv"))
			if err != nil {
				t.Fatal(err)
			}
			reader := csv.NewReader(file)
			reader.FieldsPerRecord = -1
			rows, err := reader.ReadAll()
			file.Close()
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range table.Cells {
				at, named := names[c.ID]
				if !named { // of a row that is switched off
					continue
				}
				want, err := f.GetCellValue(at[0], at[1])
				if err != nil {
					t.Fatal(err)
				}
				column, row, _ := excelize.CellNameToCoordinates(at[1])
				if got := rows[row-1][column-1]; got != strings.TrimSuffix(want, c.Unit) { // the file for comparing has bare numbers
					t.Errorf("%s: %s is %q in LibreOffice, want %q", s.name, c.ID, got, want)
				}
			}
		}
	}
}

// LibreOffice shows the figures that break a relation in red, and no others.
func TestLibreOfficeMarksRelations(t *testing.T) {
	soffice, pdftoppm := tooltest.Need(t, "soffice", "libreoffice-calc-nogui"), tooltest.Need(t, "pdftoppm", "poppler-utils")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	want := map[string]bool{}
	for _, id := range []string{"gb-2014", "gb-2019", "gb-2021"} {
		e, r := adding(t, id)
		for cell := range r.Figures {
			r.Figures[cell] = "0"
		}
		write := func(name string, broken bool) {
			path := filepath.Join(dir, name+".xlsx")
			if err := os.WriteFile(path, written(t, "xlsx", e, r, options), 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, path)
			want[name] = broken
		}
		write(id+"-whole", false)
		for _, table := range e.Tables {
			for i, relation := range table.Relations {
				cell := relation.Left[0].Cell
				if cell.Computed || relation.Left[0].Last || len(relation.Right) > 0 && relation.Right[0].Last || i > 0 && cell == table.Relations[i-1].Left[0].Cell {
					continue
				}
				r.Figures[cell.ID] = "3"
				write(id+"-"+cell.ID, true)
				r.Figures[cell.ID] = "0"
				break
			}
		}
	}
	if out, err := exec.CommandContext(t.Context(), soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	if made, _ := filepath.Glob(filepath.Join(dir, "*.pdf")); len(made) == 0 {
		tooltest.Missing(t, "LibreOffice has no Calc; apt-get install libreoffice-calc-nogui")
	}
	for name, broken := range want {
		if out, err := exec.CommandContext(t.Context(), pdftoppm, "-r", "40", "-png", filepath.Join(dir, name+".pdf"), filepath.Join(dir, name)).CombinedOutput(); err != nil {
			t.Fatalf("pdftoppm: %v\n%s", err, out)
		}
		pages, err := filepath.Glob(filepath.Join(dir, name+"-*.png"))
		if err != nil || len(pages) == 0 {
			t.Fatal(name, err)
		}
		red := 0
		for _, page := range pages {
			red += redIn(t, page)
		}
		if (red > 20) != broken {
			t.Errorf("%s: %d red points, broken %v", name, red, broken)
		}
	}
	if len(want) < 5 {
		t.Errorf("only %d workbooks", len(want))
	}
}

// redIn counts the points of a picture that have the colour behind a broken figure.
func redIn(t *testing.T, path string) (n int) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	size := picture.Bounds()
	for y := range size.Dy() {
		for x := range size.Dx() {
			if r, g, b, _ := picture.At(x, y).RGBA(); r>>8 == 0xFF && g>>8 == 0xC7 && b>>8 == 0xCE {
				n++
			}
		}
	}
	return n
}

func computedCells(e *report.Edition) (n int) {
	for _, table := range e.Tables {
		for _, c := range table.Cells {
			if c.Computed {
				n++
			}
		}
	}
	return n
}

var cachePat = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// withoutCache takes the values of the formulas out of a workbook, so that whoever opens it must compute them.
func withoutCache(t *testing.T, file []byte) (bare []byte, taken int) {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, part := range from.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		var content bytes.Buffer
		if _, err := content.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		taken += len(cachePat.FindAll(content.Bytes(), -1))
		w, err := to.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(cachePat.ReplaceAll(content.Bytes(), []byte("$1")))
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), taken
}
