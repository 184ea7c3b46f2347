package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/chromedp/chromedp"

	"nianbao/internal/npmtest"
	"nianbao/internal/tooltest"
	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/export/html"
)

// htmlCell is a cell of an HTML table in the grid that the HTML standard forms of it (4.9.12.1).
type htmlCell struct {
	text, scope, id, headers, figure string
	head                             bool
	group, x, y, width, height       int
}

// htmlTable is that grid.
type htmlTable struct {
	cells []*htmlCell
	at    [][]*htmlCell
}

func htmlTableOf(s *goquery.Selection) *htmlTable {
	t := &htmlTable{}
	s.Find("tr").Each(func(int, *goquery.Selection) { t.at = append(t.at, nil) })
	y := 0
	s.ChildrenFiltered("thead, tbody").Each(func(group int, g *goquery.Selection) {
		g.ChildrenFiltered("tr").Each(func(_ int, row *goquery.Selection) {
			x := 0
			row.ChildrenFiltered("td, th").Each(func(_ int, c *goquery.Selection) {
				number := func(name string) int {
					n, _ := strconv.Atoi(c.AttrOr(name, "1"))
					return n
				}
				for x < len(t.at[y]) && t.at[y][x] != nil {
					x++
				}
				cell := &htmlCell{text: c.Text(), scope: c.AttrOr("scope", ""), id: c.AttrOr("id", ""), headers: c.AttrOr("headers", ""),
					figure: c.AttrOr("data-cell", ""), head: goquery.NodeName(c) == "th", group: group, x: x, y: y, width: number("colspan"), height: number("rowspan")}
				t.cells = append(t.cells, cell)
				for r := y; r < y+cell.height; r++ {
					for len(t.at[r]) < x+cell.width {
						t.at[r] = append(t.at[r], nil)
					}
					for n := x; n < x+cell.width; n++ {
						t.at[r][n] = cell
					}
				}
			})
			y++
		})
	})
	return t
}

// headersOf are the header cells that a browser assigns to a cell (4.9.12.2).
func (t *htmlTable) headersOf(c *htmlCell) (out []string) {
	add := func(h *htmlCell) {
		if h != c && !slices.Contains(out, h.text) {
			out = append(out, h.text)
		}
	}
	if c.headers != "" {
		for id := range strings.FieldsSeq(c.headers) {
			for _, h := range t.cells {
				if h.id == id {
					add(h)
				}
			}
		}
		slices.Sort(out)
		return out
	}
	scan := func(x, y, dx, dy int) {
		var opaque, block []*htmlCell
		in := false
		for x, y = x+dx, y+dy; x >= 0 && y >= 0; x, y = x+dx, y+dy {
			if x >= len(t.at[y]) || t.at[y][x] == nil {
				continue
			}
			h := t.at[y][x]
			switch {
			case h.head:
				in = true
				block = append(block, h)
				blocked := dx == 0 && h.scope != "col" || dy == 0 && h.scope != "row"
				for _, o := range opaque {
					blocked = blocked || dx == 0 && o.x == h.x && o.width == h.width || dy == 0 && o.y == h.y && o.height == h.height
				}
				if !blocked {
					add(h)
				}
			case in:
				in = false
				opaque, block = append(opaque, block...), nil
			}
		}
	}
	for y := c.y; y < c.y+c.height; y++ {
		scan(c.x, y, -1, 0)
	}
	for x := c.x; x < c.x+c.width; x++ {
		scan(x, c.y, 0, -1)
	}
	for _, h := range t.cells {
		if h.head && h.scope == "rowgroup" && h.group == c.group && h.x < c.x+c.width && h.y < c.y+c.height {
			add(h)
		}
	}
	slices.Sort(out)
	return out
}

// labelsOf are the labels of a figure as the printed table has them: those beside it, and those over it in its block or the header.
func labelsOf(t *document.Table, row int, c *document.Cell) (out []string) {
	for i := range row + 1 {
		for _, l := range t.Rows[i].Cells {
			beside := (l.Role == document.RoleLabel || l.Role == document.RoleGroup) && l.Column < c.Column && i+l.RowSpan > row
			over := (l.Role == document.RoleHead || l.Role == document.RoleTitle) && l.Column < c.Column+c.ColumnSpan && c.Column < l.Column+l.ColumnSpan &&
				(t.Rows[i].Header || t.Rows[i].Block == t.Rows[row].Block)
			if (beside || over) && l.Text != "" && !slices.Contains(out, l.Text) {
				out = append(out, l.Text)
			}
		}
	}
	slices.Sort(out)
	return out
}

// A browser, and with it a screen reader, finds the labels of every figure of every official table.
func TestHeadersOfFigures(t *testing.T) {
	for _, id := range []string{"gb-2008", "gb-2014", "gb-2019", "gb-2021"} {
		e, r := sample(t, id)
		page, err := goquery.NewDocumentFromReader(bytes.NewReader(written(t, "html", e, r, options)))
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tablesOf(compose.Compose(e, r)) {
			t.Run(fmt.Sprint(id, " ", table.Key), func(t *testing.T) {
				grid := htmlTableOf(page.Find("table[data-table=" + table.Key + "]"))
				for i, row := range table.Rows {
					for _, c := range row.Cells {
						if c.ID == "" {
							continue
						}
						at := slices.IndexFunc(grid.cells, func(h *htmlCell) bool { return h.figure == c.ID })
						if at < 0 {
							t.Errorf("%s is not in the page", c.ID)
							continue
						}
						if got, want := grid.headersOf(grid.cells[at]), labelsOf(table, i, &c); !slices.Equal(got, want) {
							t.Errorf("%s: got %q, want %q", c.ID, got, want)
						}
					}
				}
			})
		}
	}
}

func tablesOf(d *document.Document) (out []*document.Table) {
	add := func(blocks []document.Block) {
		for _, b := range blocks {
			if t, ok := b.(*document.Table); ok {
				out = append(out, t)
			}
		}
	}
	for _, s := range d.Sections {
		add(s.Blocks)
	}
	for _, a := range d.Attachments {
		add(a.Blocks)
	}
	return out
}

// pasted is a report as HTML to paste.
func pasted(t testing.TB, e *report.Edition, r *report.Report, o document.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := html.Paste(&out, compose.Compose(e, r), o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// webPages are pages and pasted forms of every edition, written into a folder.
func webPages(t *testing.T, folder string) (pages, pastes []string) {
	t.Helper()
	write := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	draft := options
	draft.Draft = true
	for _, id := range []string{"gb-2008", "gb-2014", "gb-2019", "gb-2021"} {
		e, r := sample(t, id)
		r.Sections[0].Blocks = append(r.Sections[0].Blocks, report.Block{Text: "网址是https://www.example.gov.cn/?a=1&b=2。"},
			report.Block{Grid: [][]string{{"栏目", "条数"}, {"公告", "12"}}})
		for _, form := range e.Charts {
			values := slices.Repeat([]string{"12"}, len(form.Series))
			r.Sections[0].Blocks = append(r.Sections[0].Blocks, report.Block{Chart: &report.Chart{Key: form.Key, Years: []report.ChartYear{{Year: r.Year - 1, Values: values}}}})
		}
		pages = append(pages, write(id+".html", written(t, "html", e, r, options)), write(id+"-draft.html", written(t, "html", e, r, draft)))
		pastes = append(pastes, write(id+"-paste.html", pasted(t, e, r, options)))
	}
	return pages, pastes
}

// What html-validate looks for: all that is recommended; of what is pasted, not that it should do without what it is made of,
// attributes and styles on elements, which editors of websites understand.
const (
	asPage  = `{"root": true, "extends": ["html-validate:recommended"]}`
	asPaste = `{"root": true, "extends": ["html-validate:recommended"], "rules": {"no-inline-style": "off", "no-deprecated-attr": "off"}}`
)

// validateHTML is what html-validate finds in files of a folder.
func validateHTML(t *testing.T, folder, config string, files []string) string {
	t.Helper()
	node, installed := npmtest.Node(t), npmtest.Install(t, "html-validate@9.7.1")
	path := filepath.Join(folder, "config.json")
	if err := os.WriteFile(path, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	args := append([]string{filepath.Join(installed, "node_modules", "html-validate", "bin", "html-validate.mjs"), "--config", path, "--formatter", "text"}, files...)
	out, err := exec.CommandContext(t.Context(), node, args...).CombinedOutput()
	if err != nil && len(out) == 0 {
		t.Fatal(err)
	}
	return string(out)
}

// The pages and the pasted forms are valid, and the validator finds what is not.
func TestValidHTML(t *testing.T) {
	folder := t.TempDir()
	pages, pastes := webPages(t, folder)
	for _, c := range []struct {
		name, config string
		files        []string
	}{
		{"pages", asPage, pages},
		{"pasted", asPaste, pastes},
	} {
		t.Run(c.name, func(t *testing.T) {
			if out := validateHTML(t, folder, c.config, c.files); out != "" {
				t.Error(out)
			}
		})
	}
	bad := filepath.Join(folder, "bad.html")
	if err := os.WriteFile(bad, []byte("<p>一<table><th>二</table>"), 0o600); err != nil {
		t.Fatal(err)
	}
	if validateHTML(t, folder, asPage, []string{bad}) == "" {
		t.Error("the validator finds nothing wrong with anything")
	}
}

// runAxe looks for what keeps people out of a page, and says which rules found what.
const runAxe = `(async () => {
	const found = await axe.run(document, {resultTypes: ["violations"]})
	return JSON.stringify({passes: found.passes.length, violations: found.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 120)).join(" | "))})
})()`

// browser is a Chromium with a window so wide.
func browser(t *testing.T, chromium string, width int) context.Context {
	t.Helper()
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()), chromedp.WindowSize(width, 1200))...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	return ctx
}

// On a small screen a long address neither squeezes the cells beside it nor reaches over the edge, and no line before one gapes.
func TestAddressesOnSmallScreen(t *testing.T) {
	ctx := browser(t, tooltest.Need(t, "chromium", "chromium"), 500)
	e, r := sample(t, "gb-2021")
	address := "https://www.example.gov.cn/" + strings.Repeat("columns/", 12)
	r.Sections[0].Blocks = []report.Block{{Text: "全文见" + address + "。"}, {Grid: [][]string{{"栏目", address, "每个季度的第一个月内公布"}}}}
	page := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(page, written(t, "html", e, r, options), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+page)); err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](`(() => {
		const cells = [...document.querySelectorAll("td:not([class])")].map(c => c.offsetWidth)
		const link = document.querySelector("p a").getClientRects(), text = document.querySelector("p:has(a)").getClientRects()[0]
		return [Math.min(...cells), document.querySelector("table").offsetWidth, text.width, link[0].top - text.top]
	})()`))
	if err != nil {
		t.Fatal(err)
	}
	if narrowest, table, text, down := got[0], got[1], got[2], got[3]; narrowest < 64 || table > text || down > 30 {
		t.Errorf("cells of %.0f points at least in a table of %.0f, text of %.0f, the address %.0f below", narrowest, table, text, down)
	}
}

// The pages pass axe-core in Chromium.
func TestAccessibleHTML(t *testing.T) {
	chromium := tooltest.Need(t, "chromium", "chromium")
	axe, err := os.ReadFile(filepath.Join(npmtest.Install(t, "axe-core@4.14.1"), "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := browser(t, chromium, 900)
	pages, _ := webPages(t, t.TempDir())
	for _, page := range pages {
		t.Run(filepath.Base(page), func(t *testing.T) {
			if err := chromedp.Do(ctx, chromedp.Navigate("file://"+page)); err != nil {
				t.Fatal(err)
			}
			if _, err := chromedp.Run(ctx, chromedp.Evaluate[string](string(axe)+";''")); err != nil {
				t.Fatal(err)
			}
			result, err := chromedp.Run(ctx, chromedp.Evaluate[string](runAxe, chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatal(err)
			}
			var found struct {
				Passes     int
				Violations []string
			}
			if err := json.Unmarshal([]byte(result), &found); err != nil {
				t.Fatal(err)
			}
			if found.Passes < 10 || len(found.Violations) > 0 {
				t.Errorf("%d rules pass; against:\n%s", found.Passes, strings.Join(found.Violations, "\n"))
			}
		})
	}
}

// onPaper is an HTML page as Chromium prints it.
func onPaper(t *testing.T, chromium, folder string, data []byte) (paper string) {
	t.Helper()
	page, paper := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
	if err := os.WriteFile(page, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(folder, "profile"),
		"--no-pdf-header-footer", "--print-to-pdf="+paper, "file://"+page).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return paper
}

// Wherever a table begins on the paper, no page ends with a row that only heads the next, and rows beside one label may stand on two.
func TestRowsOfPrintedHTML(t *testing.T) {
	chromium, pdftotext := tooltest.Need(t, "chromium", "chromium"), tooltest.Need(t, "pdftotext", "poppler-utils")
	e, r := sample(t, "gb-2021")
	tables := tablesOf(compose.Compose(e, r))
	d := &document.Document{Title: "打印"}
	for n := 6; n < 18; n++ { // each on a page of its own
		a := document.Attachment{Label: "附件", Heading: "情况表"}
		for range n {
			a.Blocks = append(a.Blocks, &document.Paragraph{Text: "占一行。"})
		}
		a.Blocks = append(a.Blocks, tables[0])
		d.Attachments = append(d.Attachments, a)
	}
	requests := document.Attachment{Label: "附件", Heading: "申请表"}
	for range 8 {
		requests.Blocks = append(requests.Blocks, &document.Paragraph{Text: "占一行。"})
	}
	requests.Blocks = append(requests.Blocks, tables[1])
	d.Attachments = append(d.Attachments, requests)
	var page bytes.Buffer
	if err := html.Write(&page, d, options); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), pdftotext, "-layout", onPaper(t, chromium, t.TempDir(), page.Bytes()), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	split, labelled := 0, false
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	for i, page := range pages {
		lines := slices.DeleteFunc(strings.Split(page, "\n"), func(s string) bool { return squeeze(s) == "" || strings.Contains(s, "—") })
		if len(lines) == 0 {
			t.Fatalf("nothing on page %d", i+1)
		}
		last := squeeze(lines[len(lines)-1])
		if strings.HasPrefix(last, "第二十条") || strings.HasPrefix(last, "信息内容") {
			t.Errorf("page %d ends with %s", i+1, last)
		}
		if strings.Contains(page, "占一行") && strings.Contains(page, "第二十条") && i+1 < len(pages) && strings.Contains(pages[i+1], "第二十条") {
			split++
		}
		labelled = labelled || strings.Contains(page, "占一行") && strings.Contains(page, "予以公开")
	}
	if split < 5 {
		t.Errorf("only %d tables reach over the end of a page", split)
	}
	if !labelled {
		t.Error("all rows beside a label stand on a page of their own")
	}
}

// Chromium prints the page on A4 with the text block of GB/T 9704, and numbers the pages.
func TestPrintedHTML(t *testing.T) {
	chromium, pdftotext := tooltest.Need(t, "chromium", "chromium"), tooltest.Need(t, "pdftotext", "poppler-utils")
	folder := t.TempDir()
	e, r := sample(t, "gb-2021")
	paper := onPaper(t, chromium, folder, written(t, "html", e, r, options))
	out, err := exec.CommandContext(t.Context(), pdftotext, "-bbox", paper, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	const millimetre = 72 / 25.4
	pages := strings.Split(string(out), "<page ")[1:]
	for i, page := range pages {
		var width, height float64
		if _, err := fmt.Sscanf(page, `width="%f" height="%f"`, &width, &height); err != nil {
			t.Fatal(err)
		}
		if math.Abs(width/millimetre-210) > 0.5 || math.Abs(height/millimetre-297) > 0.5 {
			t.Errorf("page %d: %.1f × %.1f points, want A4", i+1, width, height)
		}
		number := fmt.Sprint(">", i+1, "</word>")
		if !strings.Contains(page, number) {
			t.Errorf("page %d has no number", i+1)
		}
		for _, word := range strings.Split(page, "<word ")[1:] {
			var left, top, right, bottom float64
			if _, err := fmt.Sscanf(word, `xMin="%f" yMin="%f" xMax="%f" yMax="%f"`, &left, &top, &right, &bottom); err != nil {
				t.Fatal(err)
			}
			// The box of a word is as high as its font says, which is more than its line: its middle counts.
			middle, numbered := (top+bottom)/2/millimetre, strings.Contains(word, number) || strings.Contains(word, "—")
			if left/millimetre < 28-1 || right/millimetre > 210-26+1 || middle < 37 || middle > 297-35 && !numbered {
				t.Errorf("page %d: outside the text block: %.120s", i+1, word)
			}
		}
	}
	if len(pages) < 4 {
		t.Errorf("%d pages", len(pages))
	}
}
