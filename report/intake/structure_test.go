package intake

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
)

func standardEditions(t testing.TB) report.Editions {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	return editions
}

// page makes a document of lines: a line of bars is a table, one in 《》 alone the official table of that key of an edition.
func page(t testing.TB, edition string, lines ...string) (*document.Document, found) {
	t.Helper()
	var b document.Builder
	f := found{figures: report.Figures{}, edition: standardEditions(t).Get(edition)}
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "《table ") && strings.HasSuffix(line, "》") && len(line) > len("《table 》") && f.edition != nil:
			table := b.NewTable()
			table.Cell("官方表", 1, 1)
			f.placed = append(f.placed, placed{from: len(b.Blocks()), to: len(b.Blocks()) + 1, table: strings.TrimSuffix(strings.TrimPrefix(line, "《table "), "》")})
			b.Table(table)
		case strings.Count(line, "|") > 1:
			table := b.NewTable()
			for row := range strings.SplitSeq(line, "/") {
				table.Row()
				for cell := range strings.SplitSeq(strings.Trim(row, "|"), "|") {
					table.Cell(cell, 1, 1)
				}
			}
			b.Table(table)
		default:
			b.Paragraph(line, 0)
		}
	}
	return b.Document(), f
}

func readPage(t testing.TB, edition string, lines ...string) *report.Report {
	t.Helper()
	doc, f := page(t, edition, lines...)
	r := structure(standardEditions(t), doc, f)
	if lost := lostText(doc, f, r); lost != "" {
		t.Errorf("lost: %q", lost)
	}
	return r
}

// outlineOf lists keys and headings.
func outlineOf(r *report.Report) (out []string) {
	for _, s := range r.Sections {
		out = append(out, s.Key+" "+s.Heading)
	}
	return out
}

// lostText is what of the document stands neither in the report nor in its notes: characters without blanks, however often each
// stands. What a report has in another form (dates, numbers of a list) is left aside.
func lostText(doc *document.Document, f found, r *report.Report) string {
	counts := map[rune]int{}
	count := func(text string, n int) {
		for _, c := range text {
			if !unicode.IsSpace(c) {
				counts[c] += n
			}
		}
	}
	blocksOfReport := func(blocks []report.Block) {
		for _, b := range blocks {
			count(b.Text, 1)
			for _, row := range b.Grid {
				count(strings.Join(row, ""), 1)
			}
		}
	}
	for _, part := range []string{r.Title, r.Number, r.Preface, r.Closing, r.Signature.Agency, r.Published} {
		count(part, 1)
	}
	for _, s := range r.Sections {
		count(s.Heading, 1)
		blocksOfReport(s.Blocks)
	}
	for _, a := range r.Attachments {
		count(a.Label+a.Title+a.Heading, 1)
		blocksOfReport(a.Blocks)
	}
	for _, n := range r.Notes {
		count(n.Near, 1)
	}
	official := map[int]bool{}
	for _, p := range f.placed {
		for i := p.from; i < p.to; i++ {
			official[i] = true
		}
	}
	for i, b := range doc.Sections[0].Blocks {
		switch b := b.(type) {
		case *document.Paragraph:
			folded := fold(clockPat.ReplaceAllString(b.Text, ""))
			if dateLinePat.MatchString(folded) || unclearDatePat.MatchString(folded) {
				continue
			}
			text := b.Text
			if at := dateEndPat.FindStringIndex(folded); at != nil && r.Signature.Date != "" && agencyLike(folded[:at[0]]) {
				text = folded[:at[0]]
			}
			if strings.HasPrefix(folded, "附") || listNumberPat.MatchString(text) {
				text = strings.TrimLeft(listNumberPat.ReplaceAllString(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '：' || r == ':' })[1:], ""), ""), "0123456789．.、")
			}
			count(text, -1)
		case *document.Table:
			if !official[i] {
				for _, row := range b.Rows {
					for _, c := range row.Cells {
						count(c.Text, -1)
					}
				}
			}
		}
	}
	var lost []string
	for c, n := range counts {
		if n < 0 && !strings.ContainsRune("0123456789０１２３４５６７８９．.、：:", c) {
			lost = append(lost, string(c))
		}
	}
	slices.Sort(lost)
	return strings.Join(lost, "")
}

// printedPage is a report as compose lays it out, as the plain run of blocks that a reader makes of it.
func printedPage(e *report.Edition, r *report.Report) (*document.Document, found) {
	d := compose.Compose(e, r)
	f := found{edition: e, figures: r.Figures}
	var blocks []document.Block
	text := func(s string) {
		if s != "" {
			blocks = append(blocks, &document.Paragraph{Text: s})
		}
	}
	add := func(more []document.Block) {
		for _, b := range more {
			if table, ok := b.(*document.Table); ok && table.Key != "" {
				f.placed = append(f.placed, placed{from: len(blocks), to: len(blocks) + 1, table: table.Key})
			}
			blocks = append(blocks, b)
		}
	}
	text(d.Number)
	text(strings.Join(document.TitleLines(d.Title), "\n"))
	for _, s := range d.Sections {
		text(s.Heading)
		add(s.Blocks)
	}
	for _, l := range d.AttachmentLines() {
		text(l.Label + l.Number + l.Title)
	}
	text(d.Signature.Agency)
	text(d.Signature.Date)
	add(d.Closing)
	for _, a := range d.Attachments {
		text(a.Label)
		text(strings.Join(document.TitleLines(a.Heading), "\n"))
		add(a.Blocks)
	}
	if len(f.placed) == 0 {
		f.edition = nil
	}
	return &document.Document{Sections: []document.Section{{Blocks: blocks}}}, f
}

// written is a report of an edition with everything that a report can have.
func written(e *report.Edition) *report.Report {
	r := &report.Report{Edition: e.ID, Year: e.From + 1, Agency: "青溪县水利局", Number: "青水发〔2023〕7号", Title: e.Title("青溪县水利局", e.From+1),
		Preface: "根据《中华人民共和国政府信息公开条例》编制本报告。\n统计期限为全年，如有疑问请与本局办公室联系。", Closing: "联系电话：0000-7654321", Figures: report.Figures{},
		Signature: report.Signature{Agency: "青溪县水利局", Date: "2023-01-09"}}
	for _, p := range e.Outline {
		if p.Attachment {
			r.Attachments = append(r.Attachments, report.Attachment{Key: p.Key, Label: "附件", Title: "全县统计表", Heading: "青溪县水利局政府信息公开情况统计表", Blocks: blocksWith(p.Tables)})
			continue
		}
		s := report.Section{Key: p.Key, Heading: p.Heading, Blocks: blocksWith(p.Tables)}
		if len(p.Tables) == 0 {
			s.Blocks = []report.Block{{Text: "（一）主动公开。全年发布水情12期。"}, {Text: "1．完善目录"}, {Text: "新设栏目两个。"}, {Grid: [][]string{{"栏目", "条数"}, {"水情", "12"}}}}
		}
		r.Sections = append(r.Sections, s)
	}
	return r
}

func blocksWith(tables []string) (out []report.Block) {
	for _, t := range tables {
		out = append(out, report.Block{Table: t})
	}
	return out
}

// What compose prints reads back as the same report.
func TestStructureOfPrinted(t *testing.T) {
	editions := standardEditions(t)
	for _, e := range editions {
		for name, change := range map[string]func(*report.Report){
			"whole":         func(*report.Report) {},
			"no preface":    func(r *report.Report) { r.Preface = "" },
			"no signature":  func(r *report.Report) { r.Signature, r.Closing = report.Signature{}, "" },
			"no attachment": func(r *report.Report) { r.Attachments = nil },
			"heading empty": func(r *report.Report) { r.Sections[0].Heading, r.Preface = "", "" },
			"two attachments": func(r *report.Report) {
				r.Attachments = append(r.Attachments, report.Attachment{Title: "问答", Heading: "水情问答", Blocks: []report.Block{{Text: "问：何时停水？"}}})
			},
			"added section": func(r *report.Report) {
				r.Sections = append(r.Sections, report.Section{Key: "extra_1", Heading: report.HanNumber(len(r.Sections)+1) + "、河长制工作", Blocks: []report.Block{{Text: "巡河三次。"}}})
			},
			"empty last one": func(r *report.Report) { r.Sections[len(r.Sections)-1].Blocks = nil },
			"date only":      func(r *report.Report) { r.Signature.Agency = "" },
			"long name": func(r *report.Report) {
				r.Agency = "青溪县水旱灾害防御与水土保持监测服务中心"
				r.Title = e.Title(r.Agency, r.Year)
				r.Signature.Agency = r.Agency
			},
			"ministry's title": func(r *report.Report) { r.Title = "2022年青溪县水利局政府信息公开年报"; r.Year = 2022 },
		} {
			t.Run(e.ID+" "+name, func(t *testing.T) {
				want := written(e)
				change(want)
				for i := range want.Attachments {
					want.Attachments[i].Key = report.AttachmentKey(i + 1)
					want.Attachments[i].Label = "附件"
					if len(want.Attachments) > 1 {
						want.Attachments[i].Label = fmt.Sprintf("附件%d", i+1)
					}
				}
				doc, f := printedPage(e, want)
				got := structure(editions, doc, f)
				if name == "ministry's title" && e.ID == "gb-2008" {
					want.Edition = got.Edition // the year speaks against it
				}
				if !reflect.DeepEqual(got, want) {
					t.Errorf("\n got %+v\nwant %+v", got, want)
				}
			})
		}
	}
}

// A long document takes as long as its length: four times the lines, about four times the time.
func TestStructureIsLinear(t *testing.T) {
	editions := standardEditions(t)
	took := func(n int) time.Duration {
		lines := []string{"青溪县水利局2022年政府信息公开工作年度报告", "一、总体情况"}
		for i := range n {
			lines = append(lines, []string{"（一）主动公开情况", "全年发布水情通报，及时更新栏目。", "存在的问题", "1. 完善制度", "2022年1月5日", "青溪县水利局", "附件", "一、加强领导"}[i%8])
		}
		doc, f := page(t, "", lines...)
		best := time.Hour
		for range 3 {
			begin := time.Now()
			structure(editions, doc, f)
			best = min(best, time.Since(begin))
		}
		return best
	}
	small, large := took(10_000), took(40_000)
	t.Logf("10,000 paragraphs %s, 40,000 %s", small, large)
	if large > 20*small {
		t.Errorf("10,000 paragraphs took %s, 40,000 took %s", small, large)
	}
}

// fragments of pages, from which random documents are put together.
var fragments = []string{"青溪县水利局2022年政府信息公开工作年度报告", "2022年政府信息公开工作", "年度报告", "青溪县水利局", "2023年1月9日", "（2023年1月9日）", "青溪县水利局 2023年1月9日", "根据条例编制本报告。", "一、总体情况",
	"二、主动公开政府信息情况", "（一）主动公开", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、", "行政诉讼情况", "五、", "存在的主要问题及改进情况", "六、其他需要报告的事项。无。", "总体情况", "目录", "附件：1．统计表", "2．问答", "附件",
	"附件1：统计表", "附表", "《table disclosure》", "《table requests》", "《table statistics》", "索引号|A1|发布机构|县水利局", "栏目|条数|水情|12", "扫一扫在手机打开当前页", "主办：青溪县人民政府", "联系电话：0000-1", "-", "首页 > 公开 > 年报",
	"发布日期：2023-01-10 浏览次数：7", "全年共发布水情通报三百余期，栏目更新及时，群众反映良好。", "青水发〔2023〕7号", "1. 完善目录", "（1）责任到人。", "此件公开发布", "第一，总体情况", "202511日至20251231日", "无", "\ufffd（）", "— 3 —"}

func TestNothingIsLost(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	for n := range 1500 {
		var lines []string
		for range 1 + random.IntN(30) {
			lines = append(lines, fragments[random.IntN(len(fragments))])
		}
		doc, f := page(t, []string{"", "gb-2021", "gb-2014"}[n%3], lines...)
		r := structure(standardEditions(t), doc, f)
		if lost := lostText(doc, f, r); lost != "" {
			t.Fatalf("lost %q of %q\n%+v", lost, lines, r)
		}
		if got := tablesIn(r); !reflect.DeepEqual(got, placedTables(f)) {
			t.Fatalf("tables %q, want %q, of %q", got, placedTables(f), lines)
		}
	}
}

func tablesIn(r *report.Report) []string {
	out := []string{}
	for _, s := range r.Sections {
		out = append(out, report.TablesOf(s.Blocks)...)
	}
	for _, a := range r.Attachments {
		out = append(out, report.TablesOf(a.Blocks)...)
	}
	slices.Sort(out)
	return out
}

func placedTables(f found) []string {
	out := []string{}
	for _, p := range f.placed {
		out = append(out, p.table)
	}
	slices.Sort(out)
	return out
}

func FuzzStructure(f *testing.F) {
	f.Add(strings.Join(fragments, "\n"))
	for i := 0; i+7 < len(fragments); i += 7 {
		f.Add(strings.Join(fragments[i:i+7], "\n"))
	}
	editions := standardEditions(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc, found := page(t, "gb-2021", strings.Split(text, "\n")...)
		r := structure(editions, doc, found)
		notReport(doc, found)
		if len(tablesIn(r)) != len(found.placed) {
			t.Errorf("%d tables of %d", len(tablesIn(r)), len(found.placed))
		}
		keys := map[string]bool{}
		for _, s := range r.Sections {
			if keys[s.Key] || s.Key == "" {
				t.Errorf("key %q twice or empty", s.Key)
			}
			keys[s.Key] = true
		}
	})
}
