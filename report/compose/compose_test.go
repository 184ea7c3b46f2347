package compose

import (
	"reflect"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/document"
)

func edition(t *testing.T, id string) *report.Edition {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	return editions.Get(id)
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, text    string
		level         int
		heading, body string
	}{
		{"body", "全年没有收到投诉。", 0, "", "全年没有收到投诉。"},
		{"heading alone", "（一）主动公开情况", 2, "（一）主动公开情况", ""},
		{"run-in", "（一）主动公开情况。全年公开信息12条。", 2, "（一）主动公开情况。", "全年公开信息12条。"},
		{"half width", "(2)责任到人：每个栏目一名编辑。", 4, "(2)责任到人：", "每个栏目一名编辑。"},
		{"blanks around", "\u3000\u30001．完善目录 ", 3, "1．完善目录", ""},
		{"numbered, but no heading in it", "（三）" + strings.Repeat("长", 60) + "。", 0, "", "（三）" + strings.Repeat("长", 60) + "。"},
	} {
		blocks := paragraphs(c.text)
		if len(blocks) != 1 {
			t.Fatalf("%s: %d paragraphs", c.name, len(blocks))
		}
		p := blocks[0].(*document.Paragraph)
		if p.Level != c.level || p.Heading() != c.heading || p.Body() != c.body {
			t.Errorf("%s: got %d %q %q, want %d %q %q", c.name, p.Level, p.Heading(), p.Body(), c.level, c.heading, c.body)
		}
	}
}

func TestSignature(t *testing.T) {
	for _, c := range []struct{ name, in, date, iso string }{
		{"no leading zeros", "2023-01-07", "2023年1月7日", "2023-01-07"},
		{"as typed", "二〇二三年一月", "二〇二三年一月", ""},
		{"no such day", "2023-02-30", "2023-02-30", ""},
		{"none", "", "", ""},
	} {
		got := signature(report.Signature{Agency: "新桥镇人民政府", Date: c.in})
		if want := (document.Signature{Agency: "新桥镇人民政府", Date: c.date, ISO: c.iso}); got != want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, want)
		}
	}
}

// figures finds the printed figures of a table by id.
func figures(t *document.Table) map[string]document.Cell {
	out := map[string]document.Cell{}
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if c.ID != "" {
				out[c.ID] = c
			}
		}
	}
	return out
}

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name, edition, table string
		figures              report.Figures
		id, text, value      string
	}{
		{"number", "gb-2021", "requests", report.Figures{"requests.received.business": "3"}, "requests.received.business", "3", "3"},
		{"blank", "gb-2021", "requests", nil, "requests.received.business", "", ""},
		{"none", "gb-2021", "requests", report.Figures{"requests.received.business": "无"}, "requests.received.business", "无", ""},
		{"as typed", "gb-2021", "requests", report.Figures{"requests.received.business": "约3件"}, "requests.received.business", "约3件", ""},
		{"total worked out", "gb-2021", "requests", report.Figures{"requests.received.business": "3", "requests.received.research": "4"},
			"requests.received.total", "7", "7"},
		{"total that is blank where it was read", "gb-2021", "requests", report.Figures{"requests.received.business": "3", "requests.received.total": ""},
			"requests.received.total", "", ""},
		{"total kept as it stands", "gb-2021", "requests", report.Figures{"requests.received.business": "3", "requests.received.total": "9"},
			"requests.received.total", "9", "9"},
		{"total over what is no number", "gb-2021", "requests", report.Figures{"requests.received.business": "约3件"}, "requests.received.total", "", ""},
		{"total of totals", "gb-2021", "requests", report.Figures{"requests.granted.business": "3", "requests.other.research": "4"},
			"requests.result_total.total", "7", "7"},
		{"unit in the cell", "gb-2019", "disclosure", report.Figures{"disclosure.procurement.amount": "288.829"},
			"disclosure.procurement.amount", "288.829万元", "288.829"},
		{"no unit behind what is no number", "gb-2019", "disclosure", report.Figures{"disclosure.procurement.amount": "无"},
			"disclosure.procurement.amount", "无", ""},
		{"unit in the heading", "gb-2021", "disclosure", report.Figures{"disclosure.fees.amount": "0.5"}, "disclosure.fees.amount", "0.5", "0.5"},
		{"negative change", "gb-2019", "disclosure", report.Figures{"disclosure.licensing.change": "-44"}, "disclosure.licensing.change", "-44", "-44"},
	} {
		r := &report.Report{Figures: c.figures, Sections: []report.Section{{Blocks: []report.Block{{Table: c.table}}}}}
		d := Compose(edition(t, c.edition), r)
		got, ok := figures(d.Sections[0].Blocks[0].(*document.Table))[c.id]
		if !ok || got.Text != c.text || got.Value != c.value {
			t.Errorf("%s: got %q %q, want %q %q", c.name, got.Text, got.Value, c.text, c.value)
		}
	}
}

func TestOptionalRows(t *testing.T) {
	e := edition(t, "gb-2014")
	labels := func(f report.Figures) (out []string) {
		table := Compose(e, &report.Report{Figures: f, Sections: []report.Section{{Blocks: []report.Block{{Table: "statistics"}}}}}).
			Sections[0].Blocks[0].(*document.Table)
		for _, row := range table.Rows {
			if text := row.Cells[0].Text; strings.Contains(text, "政府公报") || strings.Contains(text, "政府网站公开") {
				out = append(out, text)
			}
		}
		return out
	}
	if got, want := labels(nil), []string{"1．政府网站公开政府信息数"}; !reflect.DeepEqual(got, want) {
		t.Errorf("off: got %q, want %q", got, want)
	}
	if got, want := labels(report.Figures{"statistics.via_gazette.count": ""}), []string{"1．政府公报公开政府信息数", "2．政府网站公开政府信息数"}; !reflect.DeepEqual(got, want) {
		t.Errorf("on: got %q, want %q", got, want)
	}
}

func TestComposeUnknownEdition(t *testing.T) {
	r := &report.Report{Title: "新桥镇2022年\n年度报告", Preface: "现公布本年度报告。\n统计期限为全年。", Closing: "电话：0000-1234567",
		Sections: []report.Section{{Key: "overview", Heading: "一、总体情况", Blocks: []report.Block{{Text: "全年平稳。"}, {Table: "requests"},
			{Grid: [][]string{{"栏目", "条数"}}}}}},
		Attachments: []report.Attachment{{Key: "attachment_1", Title: "问答"}, {Key: "attachment_2", Label: "附件二", Heading: "清单"}}}
	d := Compose(nil, r)
	if d.Title != "新桥镇2022年年度报告" {
		t.Errorf("title %q", d.Title)
	}
	if len(d.Sections) != 2 || d.Sections[0].Key != report.PartPreface || len(d.Sections[0].Blocks) != 2 {
		t.Fatalf("sections %+v", d.Sections)
	}
	if got := len(d.Sections[1].Blocks); got != 2 {
		t.Errorf("%d blocks, want the paragraph and the grid", got)
	}
	if len(d.Closing) != 1 || d.Attachments[0].Label != "附件1" || d.Attachments[1].Label != "附件二" {
		t.Errorf("closing %v, attachments %+v", d.Closing, d.Attachments)
	}
}
