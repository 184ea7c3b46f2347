package export_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/export"
)

// everything is a report of an edition that has all that a report may have.
func everything(t testing.TB, id string) (*report.Edition, *report.Report) {
	t.Helper()
	e, r := sample(t, id)
	const agency = "云岭县老鹰岩经济开发区暨农产品加工产业园管理委员会"
	r.Agency, r.Title = agency, e.Title(agency, r.Year)
	r.Signature.Agency = agency
	r.Closing = "联系电话：0000-1234567\n网址：https://www.example.gov.cn/gk/index.html?year=2022&page=1"
	r.Sections[0].Blocks = append(r.Sections[0].Blocks,
		report.Block{Text: "2．栏目点击情况：前三位的栏目见下表，网上全文见www.example.gov.cn/columns/2022/annual-report-with-a-long-name.html，意见请寄office@example.gov.cn。"},
		report.Block{Grid: [][]string{{"栏目", "点击（次）", "备注"}, {"办事指南", "18,204", "含移动端"}, {"公示公告", "9,377.5", ""}, {"领导信箱 Mailbox", "无", "11月起"}}})
	for _, form := range e.Charts {
		values := make([]string, len(form.Series))
		for i := range values {
			values[i] = "42"
		}
		r.Sections[0].Blocks = append(r.Sections[0].Blocks, report.Block{Chart: &report.Chart{Key: form.Key, Years: []report.ChartYear{{Year: r.Year - 1, Values: values}}}})
	}
	for _, table := range e.Tables {
		for i, c := range table.Cells {
			if i%9 == 4 && !c.Computed {
				r.Figures[c.ID] = "无"
			}
		}
	}
	r.Attachments = append(r.Attachments, report.Attachment{Key: "attachment_9", Title: "栏目调整清单", Heading: "栏目调整清单",
		Blocks: []report.Block{{Text: "（一）新设栏目。下列栏目从6月起开通："}, {Grid: [][]string{{"序号", "名称"}, {"1", "惠企政策"}, {"2", "水质公报"}}}}})
	return e, r
}

// bodies are a report of each edition with everything, and the others that the formats are held against each other with.
func bodies(t *testing.T) []subject {
	t.Helper()
	all := slices.DeleteFunc(subjects(t), func(s subject) bool { return s.group == "samples" })
	for _, id := range []string{"gb-2008", "gb-2014", "gb-2019", "gb-2021"} {
		e, r := everything(t, id)
		all = append(all, subject{"everything", id, e, r})
	}
	return all
}

// TestDocumentsSayTheSame holds the text of every format against the document, and the document against the report: all of it, in
// order, nothing twice. A file that is written again is the same to the last byte.
func TestDocumentsSayTheSame(t *testing.T) {
	for _, s := range bodies(t) {
		t.Run(s.name, func(t *testing.T) {
			d := compose.Compose(s.edition, s.report)
			inDrawings, inWords := said(d, drawn), said(d, described)
			for _, text := range textsOf(s.report) {
				if !strings.Contains(inWords, squeeze(text)) {
					t.Errorf("the document lacks %q", text)
				}
			}
			same := func(what, got, want string) {
				t.Helper()
				if got != want {
					t.Errorf("%s says something else %s", what, firstDifference(got, want))
				}
			}
			for _, f := range export.Formats() {
				file := written(t, f.Name, s.edition, s.report, options)
				if !bytes.Equal(file, written(t, f.Name, s.edition, s.report, options)) {
					t.Errorf("%s: two files differ", f.Name)
				}
				switch f.Name {
				case "docx":
					same(f.Name, textOfDOCX(t, file), inWords)
				case "pdf":
					same(f.Name, unrolled(t, pagesOfPDF(t, file), d, inDrawings), inDrawings)
				case "ofd":
					same(f.Name, unrolled(t, pagesOfOFD(t, file), d, inDrawings), inDrawings)
				case "html":
					same(f.Name, textOfHTML(t, file), inDrawings)
				case "xlsx":
					same(f.Name, textOfXLSX(t, file), inWords)
				case "json":
					var r report.Report
					if err := json.Unmarshal(file, &r); err != nil {
						t.Fatal(err)
					}
					same(f.Name, said(compose.Compose(s.edition, &r), described), inWords)
				default:
					t.Errorf("nobody reads %s", f.Name)
				}
			}
			same("the form to paste", textOfHTML(t, pasted(t, s.edition, s.report, options)), inWords)
		})
	}
}

// textsOf are the texts and figures that people have put into a report.
func textsOf(r *report.Report) []string {
	texts := []string{r.Number, r.Title, r.Signature.Agency}
	texts = append(texts, report.Paragraphs(r.Preface+"\n"+r.Closing)...)
	blocks := func(bs []report.Block) {
		for _, b := range bs {
			texts = append(texts, report.Paragraphs(b.Text)...)
			texts = append(texts, slices.Concat(b.Grid...)...)
			for id, figure := range r.Figures {
				if b.Table != "" && strings.HasPrefix(id, b.Table+".") {
					texts = append(texts, figure)
				}
			}
			if b.Chart != nil {
				for _, y := range b.Chart.Years {
					texts = append(texts, y.Values...)
				}
			}
		}
	}
	for _, s := range r.Sections {
		texts = append(texts, s.Heading)
		blocks(s.Blocks)
	}
	for _, a := range r.Attachments {
		texts = append(texts, a.Title, a.Heading)
		blocks(a.Blocks)
	}
	return texts
}
