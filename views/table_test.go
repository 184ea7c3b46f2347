package views_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"nianbao/report"
	"nianbao/views"
)

func table(t testing.TB, edition, key string) (*report.Edition, *report.Table) {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	e := editions.Get(edition)
	return e, e.Table(key)
}

// filled are figures with one value everywhere, and some cells of their own.
func filled(t *report.Table, value string, own map[string]string) report.Figures {
	figures := report.Figures{}
	for _, c := range t.Cells {
		if !c.Optional {
			figures[c.ID] = value
		}
	}
	for id, v := range own {
		figures[t.Key+"."+id] = v
	}
	return figures
}

// townFigures are those of a small town whose columns balance.
var townFigures = map[string]string{
	"received.natural_person": "12", "received.business": "3", "received.legal_service": "1", "received.other_org": "2",
	"carried_in.natural_person": "1", "carried_in.other_org": "1",
	"granted.natural_person": "7", "granted.business": "1", "granted.legal_service": "1", "granted.other_org": "1",
	"partial.natural_person": "2", "partial.business": "1", "partial.other_org": "1",
	"unavailable_not_held.natural_person": "3", "unavailable_not_held.business": "1",
	"carried_over.natural_person": "1", "carried_over.other_org": "1",
}

func render(t testing.TB, f views.TableForm) *goquery.Document {
	t.Helper()
	var b bytes.Buffer
	if err := views.OfficialTable(f).Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	if err := views.TableFindings(f).Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	if n := doc.Find("[style]").Length(); n > 0 {
		t.Errorf("%d style attributes, which the content security policy forbids", n)
	}
	return doc
}

// words is the text of a selection, its pieces one blank apart.
func words(s *goquery.Selection) string {
	var out []string
	s.Contents().Each(func(_ int, piece *goquery.Selection) {
		if goquery.NodeName(piece) == "#text" {
			out = append(out, strings.Fields(piece.Text())...)
		} else if inner := words(piece); inner != "" {
			out = append(out, inner)
		}
	})
	return strings.Join(out, " ")
}

func cell(doc *goquery.Document, id string) *goquery.Selection {
	return doc.Find(fmt.Sprintf("[id=%q]", id))
}

func TestTableIsLaidOutAsPrinted(t *testing.T) {
	for _, c := range []struct {
		edition, table                string
		fields, computed, heads, feet int
	}{
		{"gb-2021", "requests", 144, 31, 3, 1},
		{"gb-2019", "requests", 132, 29, 3, 1},
		{"gb-2021", "disclosure", 10, 0, 0, 0},
		{"gb-2019", "disclosure", 22, 0, 0, 0},
		{"gb-2021", "appeals", 12, 3, 3, 0},
		{"gb-2014", "statistics", 60, 0, 1, 0},
	} {
		t.Run(c.edition+" "+c.table, func(t *testing.T) {
			_, table := table(t, c.edition, c.table)
			sheet := report.NewSheet(table, filled(table, "0", nil), nil, report.InForm)
			doc := render(t, views.NewTableForm(views.TableInput{Sheet: sheet, Year: 2026, Section: c.table}))
			for selector, want := range map[string]int{".figure input": c.fields, ".figure.computed .value": c.computed, "thead tr": c.heads, "tfoot tr": c.feet} {
				if got := doc.Find(selector).Length(); got != want {
					t.Errorf("%d × %s, want %d", got, selector, want)
				}
			}
			// Every row fills the grid, counting what spans into it from above.
			columns := doc.Find("col").Length()
			if columns != table.Columns() {
				t.Errorf("%d columns, want %d", columns, table.Columns())
			}
			var below [100]int
			doc.Find("thead tr, tbody tr").Not(".relations tr").Each(func(i int, tr *goquery.Selection) {
				width := below[i]
				tr.Children().Each(func(_ int, c *goquery.Selection) {
					columns, rows := span(c, "colspan"), span(c, "rowspan")
					width += columns
					for r := 1; r < rows; r++ {
						below[i+r] += columns
					}
				})
				if width != columns {
					t.Errorf("row %d is %d columns wide, want %d: %s", i, width, columns, words(tr))
				}
			})
			doc.Find(".figure input").Each(func(_ int, input *goquery.Selection) {
				id, name := input.AttrOr("id", ""), input.AttrOr("name", "")
				i := slices.IndexFunc(table.Cells, func(c *report.Cell) bool { return c.ID == id })
				if i < 0 || name != id || input.AttrOr("aria-label", "") != table.Cells[i].Name() {
					t.Errorf("field %s is named %q and called %q", id, name, input.AttrOr("aria-label", ""))
				}
				if got := input.ParentsFiltered("td").AttrOr("data-cell", ""); got != fmt.Sprint(i) {
					t.Errorf("%s has index %s, want %d", id, got, i)
				}
			})
		})
	}
}

func span(s *goquery.Selection, name string) int {
	n := 1
	fmt.Sscan(s.AttrOr(name, "1"), &n)
	return n
}

func TestTableInOrder(t *testing.T) {
	_, table := table(t, "gb-2021", "requests")
	sheet := report.NewSheet(table, filled(table, "0", townFigures), nil, report.InForm)
	doc := render(t, views.NewTableForm(views.TableInput{Sheet: sheet, Year: 2026, Section: "requests"}))
	if got := cell(doc, "requests.result_total.total").Text(); got != "18" {
		t.Errorf("total of results %q, want 18", got)
	}
	if got := cell(doc, "requests.received.natural_person").AttrOr("value", ""); got != "12" {
		t.Errorf("received of natural persons %q, want 12", got)
	}
	if got, want := words(doc.Find("[data-testid=foot-balance]")), "一 + 二 = 三（七）+ 四 12+1 = 12+1 ✓ 3+0 = 3+0 ✓ 0+0 = 0+0 ✓ 0+0 = 0+0 ✓ 1+0 = 1+0 ✓ 2+1 = 2+1 ✓ 18+2 = 18+2 ✓"; got != want {
		t.Errorf("foot\n%s\nwant\n%s", got, want)
	}
	if got := words(doc.Find("[data-filled]")); got != "已填 175 / 175" {
		t.Errorf("filled: %s", got)
	}
	if n := doc.Find("[aria-invalid], .mark, .finding").Length(); n > 0 {
		t.Errorf("%d marks in a table that is in order", n)
	}
	if got := words(doc.Find(".finding-list")); got != "表内没有问题 ✓" {
		t.Errorf("findings: %s", got)
	}
	if n := doc.Find("script[type='application/json']#rules-requests").Length(); n != 1 {
		t.Errorf("%d rule sets, want 1", n)
	}
}

func TestBrokenRelationIsMarked(t *testing.T) {
	_, table := table(t, "gb-2021", "requests")
	figures := filled(table, "0", townFigures)
	figures["requests.granted.business"] = "2"
	doc := render(t, views.NewTableForm(views.TableInput{Sheet: report.NewSheet(table, figures, nil, report.InForm), Year: 2026, Section: "requests"}))
	if got, want := words(doc.Find("tfoot .broken")), "3+0 ≠ 4+0 差 1 18+2 ≠ 19+2 差 1"; got != want {
		t.Errorf("broken equations %q, want %q", got, want)
	}
	var marked []string
	doc.Find(".figure.broken").Each(func(_ int, td *goquery.Selection) {
		marked = append(marked, td.Find("[id]").AttrOr("id", ""))
		if td.Find(".mark[aria-label=有错误]").Length() != 1 {
			t.Errorf("%s has a colour but no words", td.Find("[id]").AttrOr("id", ""))
		}
	})
	want := []string{"requests.received.business", "requests.received.total", "requests.carried_in.business", "requests.carried_in.total",
		"requests.result_total.business", "requests.result_total.total", "requests.carried_over.business", "requests.carried_over.total"}
	if !slices.Equal(marked, want) {
		t.Errorf("marked %v, want %v", marked, want)
	}
	input := cell(doc, "requests.received.business")
	says := input.AttrOr("aria-describedby", "")
	if input.AttrOr("aria-invalid", "") != "true" || cell(doc, says).Length() != 1 {
		t.Errorf("the field is described by %q, which is not on the page", says)
	}
	if got := words(doc.Find(".finding").First()); got != "错误 “商业企业”一列不平衡，差 1：3 + 0 ≠ 4 + 0。 新收加上年结转，应等于办理结果总计加结转下年。看看是漏了一项办理结果，还是结转数不对。 看 新收 上年结转 办理结果总计 结转下年" {
		t.Errorf("finding: %s", got)
	}
	doc.Find(".finding a").Each(func(_ int, a *goquery.Selection) {
		if href := a.AttrOr("href", ""); cell(doc, strings.TrimPrefix(href, "#")).Length() != 1 {
			t.Errorf("link to %s leads nowhere", href)
		}
	})
}

func TestBlanksAndNoneAreToldOnce(t *testing.T) {
	_, table := table(t, "gb-2021", "appeals")
	figures := filled(table, "", map[string]string{"cases.review_upheld": "无", "cases.review_corrected": "三"})
	f := views.NewTableForm(views.TableInput{Sheet: report.NewSheet(table, figures, nil, report.InForm), Year: 2026, Section: "appeals"})
	var got []string
	for _, c := range f.Findings {
		got = append(got, string(c.Kind)+" "+c.Message)
	}
	want := []string{"error 复议维持写的是“无”，应当写 0。", "error 这里要填数字，现在是“三”。", "error 还有 10 格没有填。"}
	if !slices.Equal(got, want) {
		t.Errorf("cards %q, want %q", got, want)
	}
	doc := render(t, f)
	if n := doc.Find(".figure.broken").Length(); n != 2 {
		t.Errorf("%d cells marked, want the two that are wrong: a blank is no mistake yet", n)
	}
	if _, hidden := doc.Find("[data-nil-zero]").Attr("hidden"); hidden {
		t.Error("the button for 无 is hidden though there is one")
	}
	if got := words(doc.Find("[data-filled]")); got != "已填 2 / 15" {
		t.Errorf("filled: %s", got)
	}
}

func TestLastYearStandsBelow(t *testing.T) {
	e, table := table(t, "gb-2021", "disclosure")
	last := &report.LastYear{Edition: e, Figures: filled(table, "0", map[string]string{"documents.in_force": "12"})}
	figures := filled(table, "0", map[string]string{"documents.issued": "3", "documents.in_force": "14"})
	sheet := report.NewSheet(table, figures, last, report.InForm)
	findings := sheet.Findings()
	f := views.NewTableForm(views.TableInput{Sheet: sheet, Last: last, Year: 2026, Section: "disclosure", Findings: findings})
	doc := render(t, f)
	var shown []string
	doc.Find(".with-last").Each(func(_ int, td *goquery.Selection) {
		shown = append(shown, td.Find("input").AttrOr("id", "")+" "+words(td.Find(".last")))
	})
	if want := []string{"disclosure.documents.issued 2025 年 0", "disclosure.documents.in_force 2025 年 12"}; !slices.Equal(shown, want) {
		t.Errorf("last year shows %q, want %q", shown, want)
	}
	if got := words(doc.Find(".relations .broken")); got != "行政规范性文件：现行有效 = 去年现行有效 + 制发 - 废止 14 ≠ 12 + 3 - 0 差 1 现行有效 制发 废止" {
		t.Errorf("broken relation: %s", got)
	}
	reason := doc.Find("textarea[name='reason.carry.documents@disclosure.documents.in_force']")
	if reason.Length() != 1 {
		t.Error("no field for the reason of the warning")
	}
	// With its reason the warning stands no more in the way, and is not asked again.
	f = views.NewTableForm(views.TableInput{Sheet: sheet, Last: last, Year: 2026, Section: "disclosure", Findings: findings,
		Reasons: map[string]string{"carry.documents@disclosure": "上年清理失效 1 件。"}, Locked: true})
	doc = render(t, f)
	if got := words(doc.Find(".finding.answered .finding-reason")); got != "原因：上年清理失效 1 件。" {
		t.Errorf("reason: %s", got)
	}
	// Locked, the table is text.
	if n := doc.Find("input, textarea, button, script").Length(); n > 0 {
		t.Errorf("%d controls in a locked table", n)
	}
	if got := cell(doc, "disclosure.documents.in_force").Text(); got != "14" {
		t.Errorf("locked figure %q, want 14", got)
	}
}

func TestWithoutLastYearItsRelationsSaySo(t *testing.T) {
	_, requests := table(t, "gb-2021", "requests")
	doc := render(t, views.NewTableForm(views.TableInput{Sheet: report.NewSheet(requests, filled(requests, "0", nil), nil, report.InForm), Year: 2026}))
	if n := doc.Find("[data-testid='foot-carry.requests']").Length(); n > 0 {
		t.Error("a row of equations against a report that is not here")
	}
	_, disclosure := table(t, "gb-2021", "disclosure")
	doc = render(t, views.NewTableForm(views.TableInput{Sheet: report.NewSheet(disclosure, filled(disclosure, "0", nil), nil, report.InForm), Year: 2026}))
	if got := words(doc.Find(".relations [data-verdict]").First()); got != "没有去年的数，不核对" {
		t.Errorf("relation without last year: %s", got)
	}
	if n := doc.Find(".relations [data-relation]").Length(); n > 0 {
		t.Errorf("%d relations would come alive without last year's figures", n)
	}
}

func TestConflictOfCell(t *testing.T) {
	_, table := table(t, "gb-2021", "appeals")
	conflict := report.Conflict{ID: 7, Place: "appeals.cases.review_upheld", Cell: true, Section: "appeals", Saved: "1", Mine: "", SavedBy: "李芳", MineBy: "王强"}
	in := views.TableInput{Sheet: report.NewSheet(table, filled(table, "0", nil), nil, report.InForm), Year: 2026, Section: "appeals",
		Findings: []report.Finding{conflict.Finding()}, Conflicts: []report.Conflict{conflict, {ID: 8, Place: "requests.received.business", Cell: true}}}
	f := views.NewTableForm(in)
	doc := render(t, f)
	var buttons []string
	doc.Find("[data-testid=conflict] button").Each(func(_ int, b *goquery.Selection) {
		buttons = append(buttons, b.AttrOr("value", "")+" "+words(b))
	})
	if want := []string{"choose:7:saved 用 李芳 的 1", "choose:7:mine 用 王强 的 空白"}; !slices.Equal(buttons, want) {
		t.Errorf("buttons %q, want %q", buttons, want)
	}
	if cell(doc, conflict.Place).AttrOr("aria-describedby", "") != "conflict-7" || doc.Find(".figure.conflict").Length() != 1 {
		t.Error("the cell of the conflict is not marked")
	}
	if f.Rest.Errors != 1 || len(f.Others) != 0 {
		t.Errorf("rest of the section %+v, others %v: the conflict counts, and stands over the table only", f.Rest, f.Others)
	}
}

func TestFindingsOfReviewStandBesideTheRules(t *testing.T) {
	_, table := table(t, "gb-2021", "appeals")
	odd := report.Finding{Code: "value.implausible", Severity: report.SeverityWarning, Section: "appeals", Table: "appeals", Cell: "appeals.cases.review_upheld", Message: "比去年多得多。"}
	empty := report.Finding{Code: report.CodeParts, Severity: report.SeverityWarning, Section: "appeals", Message: "“四、行政复议、行政诉讼”还没有写。"}
	f := views.NewTableForm(views.TableInput{Sheet: report.NewSheet(table, filled(table, "0", nil), nil, report.InForm), Year: 2026, Section: "appeals",
		Findings: []report.Finding{odd, empty}})
	if len(f.Findings) != 0 || len(f.Others) != 1 || f.Others[0].Message != odd.Message {
		t.Errorf("rules %v, others %v", f.Findings, f.Others)
	}
	if want := (views.SectionRest{Warnings: 2, Empty: true}); f.Rest != want {
		t.Errorf("rest %+v, want %+v", f.Rest, want)
	}
}

func TestOptionalRows(t *testing.T) {
	_, table := table(t, "gb-2014", "statistics")
	sheet := report.NewSheet(table, filled(table, "0", map[string]string{"via_gazette.count": "1"}), nil, report.InForm)
	doc := render(t, views.NewTableForm(views.TableInput{Sheet: sheet, Year: 2016, Section: "attachment_1"}))
	if cell(doc, "statistics.via_gazette.count").Length() != 1 || cell(doc, "statistics.archived.count").Length() != 0 {
		t.Error("the table does not show just the optional rows that are on")
	}
	if got := words(doc.Find("[data-testid=optional-rows] button[value='row_off:statistics.via_gazette']")); got != "不要这一行" {
		t.Errorf("button: %q", got)
	}
	if n := doc.Find("[data-testid=optional-rows] button[value^='row_on:statistics.']").Length(); n != 4 {
		t.Errorf("%d rows to switch on, want 4", n)
	}
}
