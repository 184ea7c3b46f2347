package html

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/microcosm-cc/bluemonday"

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
		{"run-in heading", "p strong.nb-run-in.nb-level-2", "（一）公开。"},
		{"run-in paragraph", "p:has(strong)", "（一）公开。全年12条。"},
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

// Columns of an official table have its widths, for each of which the page has a rule; those of other tables are left to the browser.
func TestWidthsOfColumns(t *testing.T) {
	d := example()
	official := d.Sections[1].Blocks[2].(*document.Table)
	official.Widths = []int{110, 20, 26}
	d.Closing = append(d.Closing, &document.Table{Columns: 2, Rows: []document.Row{{Cells: []document.Cell{{Text: "甲", ColumnSpan: 1, RowSpan: 1}}}}})
	q, whole := page(t, d, document.Options{})
	var got []string
	q.Find("table[data-table=requests] > colgroup > col").Each(func(_ int, s *goquery.Selection) {
		class := s.AttrOr("class", "")
		got = append(got, class)
		if rule := "." + class + "{width:" + strings.TrimPrefix(class, "nb-w-") + "%}"; !strings.Contains(whole, rule) || !strings.Contains(CSS(), rule) {
			t.Errorf("no rule %s", rule)
		}
	})
	if want := []string{"nb-w-70", "nb-w-13", "nb-w-17"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if n := q.Find("col").Length(); n != 3 {
		t.Errorf("%d columns with a width, want 3", n)
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

func pasted(t testing.TB, d *document.Document, o document.Options) (*goquery.Document, string) {
	t.Helper()
	var out bytes.Buffer
	if err := Paste(&out, d, o); err != nil {
		t.Fatal(err)
	}
	q, err := goquery.NewDocumentFromReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return q, out.String()
}

// What is pasted says the same as the page, by elements and attributes that editors of websites keep.
func TestPaste(t *testing.T) {
	d := example()
	d.Attachments = append(d.Attachments, document.Attachment{Label: "附件2", Title: "清单"})
	q, got := pasted(t, d, document.Options{Draft: true})
	for _, c := range []struct{ name, selector, want string }{
		{"draft", "p[align=right]:first-child", "草稿"},
		{"title below the one of the website", "h2[align=center]", "云岭县水务局2022年政府信息公开工作年度报告"},
		{"section heading", "h3:first-of-type", "　　一、总体情况"},
		{"no rank is skipped", "h4", "　　（1）责任"},
		{"paragraph", "h2 + p", "　　现予“公布” <b>&amp;</b>。"},
		{"run-in heading", "p > strong", "（一）公开。"},
		{"run-in paragraph", "p:has(strong)", "　　（一）公开。全年12条。"},
		{"border of a table", "table[border='1'][cellspacing='0'][width='100%'] thead th", "件数"},
		{"name of a table", "table[title=申请情况] thead th", "件数"},
		{"width of a head", "th[scope=col][colspan='2'][width='67%']", "件数"},
		{"group on the left", "th[scope=row][rowspan='2'][align=left]", "一、收到"},
		{"figure in the middle", "tr:has(th[scope=row]) > td[align=center][width='33%']:nth-child(2)", "1"},
		{"figure in lines", "tbody:nth-of-type(2) td", "23"},
		{"first attachment of the list", "p:contains('附件：')", "　　附件：1．问答"},
		{"next attachment of the list", "p:contains('2．')", "　　　　　2．清单"},
		{"agency", "p[align=right]:contains('水务局')", "云岭县水务局"},
		{"date", "p[align=right]:contains('月')", "2023年1月17日"},
		{"closing", "p:contains('电话')", "　　电话：0000-1234567"},
		{"attachment heading", "h3:last-of-type", "问答"},
	} {
		s := q.Find("body").Find(c.selector)
		if s.Length() != 1 || s.Text() != c.want {
			t.Errorf("%s: %d × %q, want %q", c.name, s.Length(), s.Text(), c.want)
		}
	}
	if n := q.Find("body").Find("[class], [id], article, section, div, aside, style, script, h1").Length(); n != 0 {
		t.Errorf("%d elements or attributes that an editor takes away", n)
	}
	if strings.Contains(got, "data-") {
		t.Error("attributes of ours")
	}
	if n := q.Find("td:not([width]), th:not([width])").Length(); n != 0 {
		t.Errorf("%d cells without a width", n)
	}
}

// An editor of a website that keeps what tables usually have leaves borders, widths, spans and headers; the strictest common policy
// takes the attribute for borders too, and leaves those to the style sheet of the website.
func TestPasteInEditors(t *testing.T) {
	_, page := pasted(t, example(), document.Options{})
	strict, usual := bluemonday.UGCPolicy(), bluemonday.UGCPolicy()
	usual.AllowAttrs("border", "cellspacing", "cellpadding").OnElements("table")
	for _, c := range []struct {
		name   string
		policy *bluemonday.Policy
		tables string
	}{
		{"strict", strict, "table[width='100%'][title=申请情况]"}, {"usual", usual, "table[width='100%'][title=申请情况][border='1'][cellspacing='0'][cellpadding='4']"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, err := goquery.NewDocumentFromReader(strings.NewReader(c.policy.Sanitize(page)))
			if err != nil {
				t.Fatal(err)
			}
			if n := q.Find("[style], [class], [id]").Length(); n != 0 {
				t.Errorf("%d elements keep styles: no such editor", n)
			}
			for selector, want := range map[string]int{c.tables: 1, "thead th[scope=col][colspan='2'][align=center]": 1, "tbody": 2, "th[scope=row][rowspan='2'][align=left]": 1,
				"td[width='33%'], th[width='33%']": 3, "h2": 1, "h3": 2, "h4": 1, "p strong": 1} {
				if got := q.Find(selector).Length(); got != want {
					t.Errorf("%s: got %d, want %d", selector, got, want)
				}
			}
		})
	}
}

// Labels that share one column stand in by their depth: by a rule on our pages, by characters where rules get lost.
func TestIndents(t *testing.T) {
	d := &document.Document{Sections: []document.Section{{Blocks: []document.Block{&document.Table{Columns: 1, Labels: 1, Rows: []document.Row{
		{Cells: []document.Cell{{Role: document.RoleLabel, Text: "其中：纸质", Level: 2, ColumnSpan: 1, RowSpan: 1}}}}}}}}}
	if q, _ := page(t, d, document.Options{}); q.Find("th.nb-indent-2").Text() != "其中：纸质" {
		t.Error("not indented on the page")
	}
	if q, _ := pasted(t, d, document.Options{}); q.Find("th").Text() != "　　其中：纸质" {
		t.Error("not indented when pasted")
	}
}

// A picture is the same drawing on the page and in the image that is pasted; a strict editor leaves nothing of it, not its words.
func TestPicture(t *testing.T) {
	p := &document.Picture{Key: "c", Width: 442_200, Height: 202_650, Alt: "收到申请：2021年3件", Boxes: []document.Box{{X: 10, Y: 20, Width: 30, Height: 40, Gray: 160}},
		Labels: []document.Label{{X: 100, Y: 200, Size: 10_500, Anchor: document.AnchorEnd, Text: "3<件"}}}
	d := &document.Document{Sections: []document.Section{{Blocks: []document.Block{p}}}}
	q, _ := page(t, d, document.Options{})
	for selector, want := range map[string]string{
		"figure > svg[role=img][aria-label='收到申请：2021年3件'][width='442pt']":             "3<件",
		"svg > rect[x='10'][y='20'][width='30'][height='40'][fill='rgb(160,160,160)']": "",
		"svg > text[x='100'][y='200'][font-size='10500'][text-anchor=end]":             "3<件",
	} {
		if s := q.Find(selector); s.Length() != 1 || s.Text() != want {
			t.Errorf("%s: %d × %q", selector, s.Length(), s.Text())
		}
	}
	if got := q.Find("svg").AttrOr("viewBox", ""); got != "0 0 442200 202650" {
		t.Errorf("viewBox %q", got)
	}
	q, got := pasted(t, d, document.Options{})
	image := q.Find("p > img[alt='收到申请：2021年3件']")
	file, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(image.AttrOr("src", ""), "data:image/svg+xml;base64,"))
	if err != nil || image.Length() != 1 {
		t.Fatal(image.Length(), err)
	}
	var drawing struct {
		XMLName xml.Name   `xml:"http://www.w3.org/2000/svg svg"`
		Boxes   []struct{} `xml:"rect"`
		Labels  []string   `xml:"text"`
	}
	if err := xml.Unmarshal(file, &drawing); err != nil || len(drawing.Boxes) != 1 || len(drawing.Labels) != 1 || drawing.Labels[0] != "3<件" {
		t.Errorf("%+v, %v", drawing, err)
	}
	if left := bluemonday.UGCPolicy().Sanitize(got); strings.Contains(left, "件") && !strings.Contains(left, "alt=") {
		t.Errorf("left: %s", left)
	}
}

// Addresses can be followed, on the page and where it is pasted, and the text says the same.
func TestLinks(t *testing.T) {
	const text = "见https://example.gov.cn/a?b=1&c=2，www.example.gov.cn，或写信到gk@example.gov.cn。"
	want := map[string]string{"https://example.gov.cn/a?b=1&c=2": "https://example.gov.cn/a?b=1&c=2", "www.example.gov.cn": "http://www.example.gov.cn",
		"gk@example.gov.cn": "mailto:gk@example.gov.cn"}
	d := &document.Document{Sections: []document.Section{{Blocks: []document.Block{&document.Paragraph{Text: text},
		&document.Table{Columns: 1, Rows: []document.Row{{Cells: []document.Cell{{Text: text, ColumnSpan: 1, RowSpan: 1}}}}}}}}}
	for name, write := range map[string]func(testing.TB, *document.Document, document.Options) (*goquery.Document, string){"page": page, "pasted": pasted} {
		q, _ := write(t, d, document.Options{})
		for _, element := range []string{"p", "td"} {
			got := map[string]string{}
			q.Find(element + " > a").Each(func(_ int, s *goquery.Selection) { got[s.Text()] = s.AttrOr("href", "") })
			if !maps.Equal(got, want) {
				t.Errorf("%s: links in %s are %q", name, element, got)
			}
			if got := strings.TrimLeft(q.Find(element).Text(), "　"); got != text {
				t.Errorf("%s: %s says %q", name, element, got)
			}
		}
	}
}

func FuzzFragment(f *testing.F) {
	f.Add("</article><script>", "\x00\xff\ufffe")
	f.Add("a&b@c.cn www.<b>.cn", "www.a.cn/\"b@c.cn")
	f.Add("http://a.cn/&amp;'(b)", "https://a.cn\">javascript:")
	f.Fuzz(func(t *testing.T, title, text string) {
		d := &document.Document{Title: title, Sections: []document.Section{{Key: text, Heading: title, Blocks: []document.Block{&document.Paragraph{Text: text}}}}}
		q, _ := page(t, d, document.Options{Identifier: text})
		if n := q.Find("script").Length(); n != 0 {
			t.Error("a script got in")
		}
		if n := q.Find("body > main > article").Length(); n != 1 {
			t.Errorf("%d articles", n)
		}
		q.Find("article a").Each(func(_ int, s *goquery.Selection) {
			href := s.AttrOr("href", "")
			scheme := regexp.MustCompile(`^(?i:https?://|mailto:)`).FindString(href)
			if scheme == "" || !strings.HasSuffix(href, s.Text()) {
				t.Errorf("%q leads to %q", s.Text(), href)
			}
		})
		if p, _ := pasted(t, d, document.Options{}); p.Find("script, [onclick], [class]").Length() != 0 || strings.TrimLeft(p.Find("p").Text(), "　") != strings.TrimLeft(q.Find("p").Text(), "　") {
			t.Error("what is pasted says something else")
		}
	})
}
