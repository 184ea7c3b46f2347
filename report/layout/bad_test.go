package layout

import (
	"slices"
	"strings"
	"testing"

	"nianbao/report/document"
)

// What people may type: a readable document, nothing lost, and a note where something could not be set as it stands (laid checks the pages).
func TestBadInput(t *testing.T) {
	wideTable := tableOf(strings.Repeat("数|", 99)+"数", strings.Repeat("1|", 99)+"1")
	overlapping := &document.Table{Columns: 3, Rows: []document.Row{
		{Cells: []document.Cell{{Text: "甲", ColumnSpan: 2, RowSpan: 9}, {Text: "乙", Column: 1, ColumnSpan: 5, RowSpan: 1}, {Text: "丙", Column: -3}}},
		{Cells: []document.Cell{{Text: "丁", Column: 0}, {Text: "戊", Column: 0}, {Text: "己", Column: 0}}},
		{},
	}}
	for _, c := range []struct {
		name  string
		doc   *document.Document
		pages int // 0: as many as it takes
		notes []string
	}{
		{"nothing", &document.Document{}, 1, nil},
		{"an agency of forty characters", &document.Document{Signature: document.Signature{Agency: strings.Repeat("长", 40), Date: "2023年1月17日"}}, 1, nil},
		{"a date longer than the agency", &document.Document{Signature: document.Signature{Agency: "水务局", Date: "二〇二三年一月十七日"}}, 1, nil},
		{"a date of several lines", &document.Document{Signature: document.Signature{Agency: "水务局", Date: strings.Repeat("长", 70)}}, 1, nil},
		{"a date only", &document.Document{Signature: document.Signature{Date: "2023年1月17日"}}, 1, nil},
		{"empty sections and paragraphs", &document.Document{Sections: []document.Section{{}, {Heading: "一、概述"}, {Blocks: []document.Block{para(""), para("\x00"), &document.Table{}}}}}, 1, nil},
		{"a title of two hundred characters", &document.Document{Title: strings.Repeat("长", 200)}, 1, nil},
		{"a cell of two hundred characters", doc(tableOf("甲|" + strings.Repeat("长", 200) + "|乙")), 1, nil},
		{"a cell of ten thousand characters", doc(tableOf("甲|"+strings.Repeat("长", 10_000)+"|乙", "丙|丁|戊")), 0, nil},
		{"a table of a hundred columns", doc(wideTable), 1, []string{"table.narrow"}},
		{"a table of cells that want the same place", doc(overlapping), 1, nil},
		{"a table without columns", doc(&document.Table{Rows: []document.Row{{Cells: []document.Cell{{Text: "甲"}, {Text: "乙"}}}}}), 1, nil},
		{"widths that are none", doc(&document.Table{Columns: 2, Widths: []int{0, 0}, Rows: []document.Row{{Cells: []document.Cell{{Text: "甲"}, {Text: "乙", Column: 1}}}}}), 1, nil},
		{"control characters", doc(para("公\x00开\x1b信\u0085息\n换行\t制表")), 1, nil},
		{"a character in no font, twice", doc(para("公开\U000200cc信息\U000200cc")), 1, []string{"font.missing"}},
		{"Hebrew", doc(para("公开שלום信息")), 1, []string{"font.missing", "text.rightToLeft"}},
		{"combining characters", doc(para("e\u0304a\u0304")), 1, []string{"font.missing"}},
		{"a blank in no font", doc(para("公\u1680开")), 1, nil},
		{"headings that end where there is no text", doc(&document.Paragraph{Text: "标题", Level: 9, HeadingEnd: 99}, &document.Paragraph{Text: "正文", HeadingEnd: -1}), 1, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := laid(t, c.doc, document.Options{})
			if got := len(p.Pages); got != c.pages && c.pages > 0 {
				t.Errorf("got %d pages, want %d", got, c.pages)
			}
			var codes []string
			for _, n := range p.Notes {
				if !slices.Contains(codes, n.Code) {
					codes = append(codes, n.Code)
				}
			}
			if !slices.Equal(codes, c.notes) {
				t.Errorf("got the notes %+v, want %v", p.Notes, c.notes)
			}
		})
	}
}

// A note names the character, once, and where it stands.
func TestMissing(t *testing.T) {
	p := laid(t, doc(para("本年度公开信息时\U000200cc字没有字形，\U000200cc字也一样。")), document.Options{})
	if len(p.Notes) != 1 || p.Notes[0].Near != "本年度公开信息时\U000200cc字没有字形，\U000200cc字也" || !strings.Contains(p.Notes[0].Message, "“\U000200cc”（U+200CC）") {
		t.Errorf("got %+v", p.Notes)
	}
}

// A cell over several rows whose text is longer than they are: the last row grows, on whichever page it stands; nothing is cut.
func TestLongGroupLabels(t *testing.T) {
	for _, length := range []int{3, 40, 400, 4_000} {
		for _, rows := range []int{2, 5, 60} {
			table := &document.Table{Columns: 3, Widths: []int{1, 3, 3}}
			for i := range rows {
				row := document.Row{Cells: []document.Cell{{Text: "标签", Column: 1}, {Text: "7", Column: 2}}}
				if i == 0 {
					row.Cells = append([]document.Cell{{Role: document.RoleGroup, Text: strings.Repeat("长", length), RowSpan: rows}}, row.Cells...)
				}
				table.Rows = append(table.Rows, row)
			}
			p := laid(t, doc(table, para("表后")), document.Options{})
			if t.Failed() {
				t.Fatalf("%d characters, %d rows, %d pages", length, rows, len(p.Pages))
			}
		}
	}
}

// A report of three hundred pages.
func TestManyPages(t *testing.T) {
	p := laid(t, long(t, 1400), document.Options{})
	if len(p.Pages) < 300 {
		t.Errorf("%d pages", len(p.Pages))
	}
}
