package html

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"nianbao/report/document"
)

func example() *document.Document {
	part := func(text string, level, end int) *document.Paragraph {
		return &document.Paragraph{Text: text, Level: level, HeadingEnd: end}
	}
	table := &document.Table{Key: "requests", Name: "申请情况", Columns: 3, Labels: 1, Rows: []document.Row{
		{Header: true, Cells: []document.Cell{{Role: document.RoleCorner, ColumnSpan: 1, RowSpan: 1}, {Role: document.RoleHead, Text: "件数", Column: 1, ColumnSpan: 2, RowSpan: 1}}},
		{Cells: []document.Cell{{Role: document.RoleGroup, Text: "一、收到", ColumnSpan: 1, RowSpan: 2}, {Role: document.RoleFigure, ID: "requests.a.x", Text: "1", Value: "1", Column: 1, ColumnSpan: 1, RowSpan: 1},
			{Role: document.RoleFigure, ID: "requests.a.y", Column: 2, ColumnSpan: 1, RowSpan: 1}}},
		{Block: 1, Cells: []document.Cell{{Role: document.RoleFigure, ID: "requests.b.x", Text: "2\n3", Column: 1, ColumnSpan: 2, RowSpan: 1}}},
	}}
	return &document.Document{Number: "云水〔2023〕1号", Title: "云岭县水务局2022年政府信息公开工作年度报告", Agency: "云岭县<水务>局",
		Sections: []document.Section{
			{Key: "preface", Blocks: []document.Block{part("现予“公布” <b>&amp;</b>。", 0, 0)}},
			{Key: "overview", Heading: "一、总体情况", Blocks: []document.Block{part("（1）责任", 4, len("（1）责任")), part("（一）公开。全年12条。", 2, len("（一）公开。")), table}}},
		Signature:   document.Signature{Agency: "云岭县水务局", Date: "2023年1月17日", ISO: "2023-01-17"},
		Closing:     []document.Block{part("电话：0000-1234567", 0, 0)},
		Attachments: []document.Attachment{{Key: "attachment_1", Label: "附件", Heading: "问答", Title: "问答"}}}
}

func page(t testing.TB, d *document.Document, o document.Options) (*goquery.Document, string) {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, d, o); err != nil {
		t.Fatal(err)
	}
	q, err := goquery.NewDocumentFromReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return q, out.String()
}

func TestWrite(t *testing.T) {
	q, _ := page(t, example(), document.Options{Created: time.Date(2023, 1, 18, 9, 0, 0, 0, time.UTC), Identifier: "r1"})
	for _, c := range []struct{ name, selector, want string }{
		{"page title", "title", "云岭县水务局2022年政府信息公开工作年度报告"},
		{"number", "p.nb-number", "云水〔2023〕1号"},
		{"title in lines", "h1", "云岭县水务局2022年政府信息公开工作年度报告"},
		{"first line", "h1 span:first-child", "云岭县水务局"},
		{"text is no markup", "section[data-section=preface] p", "现予“公布” <b>&amp;</b>。"},
		{"section heading", "section[data-section=overview] > h2.nb-level-1", "一、总体情况"},
		{"no rank is skipped", "h3.nb-level-4", "（1）责任"},
		{"run-in heading", "p b.nb-run-in.nb-level-2", "（一）公开。"},
		{"run-in paragraph", "p:has(b)", "（一）公开。全年12条。"},
		{"caption", "table[data-table=requests] caption", "申请情况"},
		{"column head", "thead th[scope=col][colspan='2']", "件数"},
		{"empty corner", "thead td", ""},
		{"group", "tbody th[scope=row][rowspan='2']", "一、收到"},
		{"figure", "td[data-cell='requests.a.x']", "1"},
		{"blank figure", "td[data-cell='requests.a.y']", ""},
		{"block of its own", "tbody:nth-of-type(2) td[colspan='2']", "23"},
		{"attachment list", "div.nb-attachments p", "附件：问答"},
		{"agency", "div.nb-signature p.nb-agency", "云岭县水务局"},
		{"date", "time[datetime='2023-01-17']", "2023年1月17日"},
		{"closing", "div.nb-closing p", "电话：0000-1234567"},
		{"attachment label", "section.nb-attachment p", "附件"},
		{"attachment heading", "section.nb-attachment h2", "问答"},
	} {
		s := q.Find(c.selector)
		if s.Length() != 1 || s.Text() != c.want {
			t.Errorf("%s: %d × %q, want %q", c.name, s.Length(), s.Text(), c.want)
		}
	}
	for name, want := range map[string]string{"generator": "nianbao", "author": "云岭县<水务>局", "dcterms.created": "2023-01-18T09:00:00Z", "dcterms.identifier": "r1"} {
		if got, _ := q.Find("meta[name='" + name + "']").Attr("content"); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if q.Find("aside").Length() != 0 {
		t.Error("marked as a draft")
	}
	if q, _ := page(t, example(), document.Options{Draft: true}); q.Find("article > aside.nb-draft:first-child").Text() != "草稿" {
		t.Error("not marked as a draft")
	}
	if q, _ := page(t, &document.Document{}, document.Options{}); q.Find("title").Text() == "" {
		t.Error("a page without a name")
	}
}

// The fragment is the same article, and holds under a policy that refuses styles on elements.
func TestFragment(t *testing.T) {
	var out bytes.Buffer
	if err := Fragment(&out, example(), document.Options{}); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	if !strings.HasPrefix(got, "<article ") || !strings.HasSuffix(got, "</article>\n") {
		t.Errorf("got %.40q … %.40q", got, got[max(len(got)-40, 0):])
	}
	_, whole := page(t, example(), document.Options{})
	if !strings.Contains(whole, got) {
		t.Error("the page has another article")
	}
	q, err := goquery.NewDocumentFromReader(strings.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	if n := q.Find("[style], article style, script").Length(); n != 0 {
		t.Errorf("%d styles or scripts", n)
	}
	q.Find("article [class]").Each(func(_ int, s *goquery.Selection) {
		for class := range strings.FieldsSeq(s.AttrOr("class", "")) {
			if !strings.HasPrefix(class, "nb-") {
				t.Errorf("class %s", class)
			}
		}
	})
}

func FuzzFragment(f *testing.F) {
	f.Add("</article><script>", "\x00\xff\ufffe")
	f.Fuzz(func(t *testing.T, title, text string) {
		d := &document.Document{Title: title, Sections: []document.Section{{Key: text, Heading: title, Blocks: []document.Block{&document.Paragraph{Text: text}}}}}
		q, _ := page(t, d, document.Options{Identifier: text})
		if n := q.Find("script").Length(); n != 0 {
			t.Error("a script got in")
		}
		if n := q.Find("body > article").Length(); n != 1 {
			t.Errorf("%d articles", n)
		}
	})
}
