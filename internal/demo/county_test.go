package demo

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/report"
)

const year = 2025

func mustOffices(t *testing.T) []office {
	t.Helper()
	all, err := offices()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func mustEdition(t *testing.T) *report.Edition {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	return editions.Get(edition)
}

// written is one report of the data.
type written struct {
	name string
	content
	year int
	last *content
}

func reportsOf(o office) []written {
	out := []written{{o.Name + "去年", o.Last, year - 1, nil}}
	if o.This != nil {
		out = append(out, written{o.Name + "今年", *o.This, year, &o.Last})
	}
	return out
}

// figures are the cells with totals.
func figures(e *report.Edition, c content) report.Figures {
	r := &report.Report{Figures: c.cells(e)}
	for _, p := range report.StandardOutline(e, year) {
		r.Sections = append(r.Sections, report.Section{Key: p.Key, Blocks: report.PutTogether(nil, p.Fixtures)})
	}
	report.WithTotals(e, r, report.InForm)
	return r.Figures
}

func TestCellsExist(t *testing.T) {
	e := mustEdition(t)
	for _, o := range mustOffices(t) {
		for _, w := range reportsOf(o) {
			for id, value := range w.Figures {
				if c := e.Cell(id); c == nil || c.Computed || report.ParseValue(c.Kind, value).Text != value {
					t.Errorf("%s: no cell %s with value %q", w.name, id, value)
				}
			}
			for id := range w.After {
				if e.Cell(id) == nil {
					t.Errorf("%s: no cell %s", w.name, id)
				}
			}
		}
	}
}

// TestRelations: the drafts that are meant to be unfinished have their faults, everything else has none.
func TestRelations(t *testing.T) {
	e := mustEdition(t)
	want := map[string][]string{
		"柳河镇人民政府今年":  {"balance@requests.received.business", "balance@requests.received.total"},
		"云溪县教育局今年":   {"balance@requests.received.natural_person", "balance@requests.received.total"},
		"云溪县自然资源局今年": {"carry.documents@disclosure.documents.in_force"},
	}
	for _, o := range mustOffices(t) {
		for _, w := range reportsOf(o) {
			c := report.Context{}
			if w.last != nil {
				c.Last = &report.LastYear{Edition: e, Figures: figures(e, *w.last)}
			}
			var got []string
			for _, table := range e.Tables {
				for _, f := range report.NewSheet(table, w.cells(e), c.Last, report.InForm).Findings() {
					if f.Code != report.CodeMissing {
						got = append(got, f.ID())
					}
				}
			}
			if !slices.Equal(got, want[w.name]) {
				t.Errorf("%s: got %v, want %v", w.name, got, want[w.name])
			}
		}
	}
}

// claims are the ways in which the texts state figures of the tables: a number in the text, and the cells whose sum it is.
var claims = []struct {
	pattern *regexp.Regexp
	cells   []string
}{
	{regexp.MustCompile(`新收政府信息公开申请(\d+)件`), []string{"requests.received.total"}},
	{regexp.MustCompile(`上年结转(\d+)件`), []string{"requests.carried_in.total"}},
	{regexp.MustCompile(`办结(\d+)件`), []string{"requests.result_total.total"}},
	{regexp.MustCompile(`[^不部]予以公开(\d+)件`), []string{"requests.granted.total"}},
	{regexp.MustCompile(`部分公开(\d+)件`), []string{"requests.partial.total"}},
	{regexp.MustCompile(`不予公开(\d+)件`), []string{"requests.refused_*"}},
	{regexp.MustCompile(`无法提供(\d+)件`), []string{"requests.unavailable_*"}},
	{regexp.MustCompile(`不予处理(\d+)件`), []string{"requests.unprocessed_*"}},
	{regexp.MustCompile(`结转下年度继续办理(\d+)件`), []string{"requests.carried_over.total"}},
	{regexp.MustCompile(`自然人提出的申请(\d+)件`), []string{"requests.received.natural_person"}},
	{regexp.MustCompile(`制发行政规范性文件(\d+)件`), []string{"disclosure.documents.issued"}},
	{regexp.MustCompile(`废止(?:行政规范性文件)?(\d+)件`), []string{"disclosure.documents.repealed"}},
	{regexp.MustCompile(`现行有效(\d+)件`), []string{"disclosure.documents.in_force"}},
	{regexp.MustCompile(`行政许可决定(\d+)件`), []string{"disclosure.licensing.decisions"}},
	{regexp.MustCompile(`行政处罚决定(\d+)件`), []string{"disclosure.penalties.decisions"}},
	{regexp.MustCompile(`行政强制(?:措施)?(\d+)件`), []string{"disclosure.coercion.decisions"}},
	{regexp.MustCompile(`行政事业性收费([\d.]+)万元`), []string{"disclosure.fees.amount"}},
	{regexp.MustCompile(`行政复议(\d+)件`), []string{"appeals.cases.review_total"}},
	{regexp.MustCompile(`行政诉讼(\d+)件`), []string{"appeals.cases.direct_suit_total", "appeals.cases.suit_after_review_total"}},
}

// sum adds up cells; "requests.refused_*" are the totals of all rows that begin so.
func sum(figures report.Figures, cells []string) string {
	total := decimal.Zero
	for id, value := range figures {
		for _, cell := range cells {
			prefix, group := strings.CutSuffix(cell, "*")
			if id == cell || group && strings.HasPrefix(id, prefix) && strings.HasSuffix(id, ".total") {
				total = total.Add(decimal.RequireFromString(report.ParseValue(report.KindAmount, value).Plain()))
			}
		}
	}
	return total.String()
}

func TestTextsAgreeWithTables(t *testing.T) {
	e := mustEdition(t)
	for _, o := range mustOffices(t) {
		for _, w := range reportsOf(o) {
			if w.Overview == "" {
				continue
			}
			f := figures(e, w.content)
			for _, c := range claims {
				for _, m := range c.pattern.FindAllStringSubmatch(w.Overview, -1) {
					// The draft of 柳河镇 has one cell wrong on purpose, so its text has the better number.
					if want := sum(f, c.cells); m[1] != want && !(o.Slug == "liuhe" && w.last != nil && m[0] == "办结18件") {
						t.Errorf("%s: text says %s, table %s", w.name, m[0], want)
					}
				}
			}
			if says := strings.Contains(w.Overview, "新收政府信息公开申请"); says != (f["requests.received.total"] != "0") {
				t.Errorf("%s: received is %s, the text says otherwise", w.name, f["requests.received.total"])
			}
		}
	}
}

var (
	list  = regexp.MustCompile(`(\d+)(条|件)，其中((?:[^，。；\d]+\d+(?:条|件)、?)+)[，。；]`)
	parts = regexp.MustCompile(`\d+`)
)

// TestListsAddUp: in the demo texts 其中 lists are exhaustive.
func TestListsAddUp(t *testing.T) {
	for _, o := range mustOffices(t) {
		for _, w := range reportsOf(o) {
			for _, m := range list.FindAllStringSubmatch(w.Overview, -1) {
				total := 0
				for _, p := range parts.FindAllString(m[3], -1) {
					n, _ := strconv.Atoi(p)
					total += n
				}
				if strconv.Itoa(total) != m[1] {
					t.Errorf("%s: %s adds up to %d", w.name, m[0], total)
				}
			}
		}
	}
}

// TestTexts: complete reports have the five aspects in order, plain punctuation and a word on the fees of section 六.
func TestTexts(t *testing.T) {
	half := regexp.MustCompile(`[,;:!?()"]|[^0-9]\.|\.[^0-9]|\s`)
	doubled := regexp.MustCompile(`[，。；：、]{2}`)
	for _, o := range mustOffices(t) {
		for _, w := range reportsOf(o) {
			for name, text := range map[string]string{"前言": o.Preface, "一": w.Overview, "五": w.Problems, "六": w.Other} {
				for _, p := range report.Paragraphs(withYears(text, w.year)) {
					if half.MatchString(p) || doubled.MatchString(p) || !strings.HasSuffix(p, "。") || strings.ContainsAny(p, "{}") {
						t.Errorf("%s %s: %s", w.name, name, p)
					}
				}
			}
			if n := utf8.RuneCountInString(w.Overview); n > 1000 {
				t.Errorf("%s: overview has %d characters", w.name, n)
			}
			if w.State == report.Draft {
				continue
			}
			got := report.Paragraphs(w.Overview)
			for i, aspect := range []string{"（一）主动公开。", "（二）依申请公开。", "（三）政府信息管理。", "（四）政府信息公开平台建设。", "（五）监督保障。"} {
				if i >= len(got) || !strings.HasPrefix(got[i], aspect) {
					t.Errorf("%s: paragraph %d is not %s", w.name, i+1, aspect)
				}
			}
			if !strings.Contains(w.Other, "信息处理费") || w.Problems == "" {
				t.Errorf("%s: problems or the word on fees missing", w.name)
			}
		}
	}
}

var digits = regexp.MustCompile(`[0-9]+|\{[a-z]+\}`)

// TestNothingRepeated: no two reports share a sentence of more than 30 characters, whatever its figures and years;
// set phrases are that short.
func TestNothingRepeated(t *testing.T) {
	seen := map[string]string{}
	for _, o := range mustOffices(t) {
		for _, w := range reportsOf(o) {
			for sentence := range strings.SplitSeq(w.Overview+w.Problems+w.Other, "。") {
				masked := digits.ReplaceAllString(strings.TrimSpace(sentence), "#")
				// How many requests came in and what became of them is said in the words of the table.
				if utf8.RuneCountInString(masked) <= 30 || strings.Contains(sentence, "新收政府信息公开申请") {
					continue
				}
				if other := seen[masked]; other != "" {
					t.Errorf("%s and %s share: %s", other, w.name, sentence)
				}
				seen[masked] = w.name
			}
		}
	}
}

// TestCountyIsTheSum: last year's figures of the county are those of all agencies below it.
func TestCountyIsTheSum(t *testing.T) {
	e := mustEdition(t)
	all := mustOffices(t)
	for id, got := range all[0].Last.cells(e) {
		var want decimal.Decimal
		for _, o := range all[1:] {
			want = want.Add(decimal.RequireFromString(report.ParseValue(report.KindAmount, o.Last.cells(e)[id]).Plain()))
		}
		if got != want.String() {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
}
