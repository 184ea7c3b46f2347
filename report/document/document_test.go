package document

import (
	"reflect"
	"testing"
	"unicode/utf8"
)

func TestPrintable(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "（一）主动公开 1,234 件\t\n", "（一）主动公开 1,234 件\t\n"},
		{"control characters", "一\x00二\x0b三\x1b四\x7f五\u0085六\r\n", "一二三四五六\n"},
		{"noncharacters", "一\ufffe二\uffff三\ufdd0四\U0001ffff五", "一二三四五"},
		{"not UTF-8", "一\xff二", "一\ufffd二"},
		{"beyond the first plane", "𠮷田", "𠮷田"},
	} {
		if got := Printable(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzPrintable(f *testing.F) {
	f.Add("一\x00\xff\ufffe")
	f.Fuzz(func(t *testing.T, s string) {
		got := Printable(s)
		if !utf8.ValidString(got) {
			t.Errorf("%q is not UTF-8", got)
		}
		if again := Printable(got); again != got {
			t.Errorf("not settled: %q then %q", got, again)
		}
	})
}

func TestFigure(t *testing.T) {
	for _, c := range []struct {
		cell Cell
		want bool
	}{
		{Cell{Role: RoleFigure, Text: "12"}, true},
		{Cell{Role: RoleFigure, Text: "无"}, true},
		{Cell{Role: RoleFigure}, false},
		{Cell{Text: "1,234.5%"}, true},
		{Cell{Text: "12件"}, false},
		{Cell{}, false},
		{Cell{Role: RoleHead, Text: "2022"}, false},
	} {
		if got := c.cell.Figure(); got != c.want {
			t.Errorf("%+v: got %v, want %v", c.cell, got, c.want)
		}
	}
}

func TestColumnWidths(t *testing.T) {
	for _, c := range []struct {
		name  string
		table Table
		want  []int
	}{
		{"relative", Table{Columns: 3, Widths: []int{110, 20, 26}}, []int{705, 128, 167}},
		{"equal", Table{Columns: 3}, []int{333, 333, 334}},
	} {
		if got := c.table.ColumnWidths(1000); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestAttachmentLines(t *testing.T) {
	for _, c := range []struct {
		name   string
		titles []string
		want   []AttachmentLine
	}{
		{"none", nil, nil},
		{"one", []string{"统计表"}, []AttachmentLine{{Label: "附件：", Title: "统计表"}}},
		{"several", []string{"统计表", "问答"}, []AttachmentLine{{"附件：", "1．", "统计表"}, {"", "2．", "问答"}}},
		{"one not named", []string{"", "问答"}, []AttachmentLine{{"附件：", "2．", "问答"}}},
	} {
		d := &Document{}
		for _, title := range c.titles {
			d.Attachments = append(d.Attachments, Attachment{Title: title})
		}
		if got := d.AttachmentLines(); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}
