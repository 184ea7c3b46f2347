package layout

import (
	"strings"
	"testing"

	"nianbao/report/document"
)

// dice makes a document of bytes: each decides what comes next.
type dice struct{ b []byte }

func (d *dice) roll(n int) int {
	if len(d.b) == 0 {
		return 0
	}
	v := int(d.b[0])
	d.b = d.b[1:]
	return v % n
}

// scraps are pieces of text that lines have trouble with.
var scraps = []string{"", "全年公开", "。", "，", "2023年", "126条", "“", "”", "《", "》", "（一）", "——", "……", " ", "\t", "\n", "https://www.example.gov.cn/zwgk/2023/index.html?id=1",
	"office@example.org", "word", "averyverylongword", "1,234.5万元", "e\u0301", "\u0301", "שלום", "😀", "\x00\x1b", "\u200b", "\u2060", "\u3000", "㐀", "镕", "—", "-", "/", "％",
	strings.Repeat("长", 400), strings.Repeat("a", 200), strings.Repeat("，", 90), strings.Repeat("9", 120), strings.Repeat("“", 60)}

func (d *dice) text() string {
	var b strings.Builder
	for range d.roll(12) {
		b.WriteString(scraps[d.roll(len(scraps))])
	}
	return b.String()
}

func (d *dice) table() *document.Table {
	roles := []document.Role{document.RolePlain, document.RoleTitle, document.RoleCorner, document.RoleHead, document.RoleGroup, document.RoleLabel,
		document.RoleUnit, document.RoleFigure, document.RoleEmpty}
	t := &document.Table{Name: "表", Columns: d.roll(9) - 1}
	if d.roll(4) == 0 {
		t.Columns = d.roll(80)
	}
	for range d.roll(4) * d.roll(4) {
		t.Widths = append(t.Widths, d.roll(9)-1)
	}
	for range d.roll(12) {
		row := document.Row{Header: d.roll(3) == 0, Block: d.roll(3)}
		for range d.roll(8) {
			c := document.Cell{Role: roles[d.roll(len(roles))], Column: d.roll(9) - 1, ColumnSpan: d.roll(5) - 1, RowSpan: d.roll(5) - 1, Level: d.roll(4) - 1}
			if c.Text = d.text(); d.roll(20) == 1 {
				c.Text = strings.Repeat(c.Text, 30)
			}
			row.Cells = append(row.Cells, c)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (d *dice) blocks() []document.Block {
	var blocks []document.Block
	for range d.roll(6) {
		switch d.roll(3) {
		case 0:
			blocks = append(blocks, d.table())
		default:
			p := &document.Paragraph{Text: d.text(), Level: d.roll(7) - 1}
			switch d.roll(3) {
			case 1:
				p.HeadingEnd = len(p.Text)
			case 2:
				p.HeadingEnd = len(string([]rune(p.Text)[:d.roll(len([]rune(p.Text))+1)]))
			}
			blocks = append(blocks, p)
		}
	}
	return blocks
}

func (d *dice) document() *document.Document {
	doc := &document.Document{Number: d.text(), Title: d.text(), Agency: d.text()}
	for range d.roll(4) {
		doc.Sections = append(doc.Sections, document.Section{Heading: d.text(), Blocks: d.blocks()})
	}
	doc.Signature = document.Signature{Agency: d.text(), Date: d.text()}
	doc.Closing = d.blocks()
	for range d.roll(3) {
		doc.Attachments = append(doc.Attachments, document.Attachment{Label: d.text(), Heading: d.text(), Title: d.text(), Blocks: d.blocks()})
	}
	return doc
}

// FuzzLay lays out any document: nothing outside the text block, nothing over anything else, nothing lost.
func FuzzLay(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x01\x04\x02\x0213579\x0b\x0a\x09\x08abcdefghijklmnopqrstuvwxyz\x20\x21\x22\x23\x24\x25\x26\x27ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	for seed := range byte(8) {
		b := make([]byte, 600)
		for i := range b {
			b[i] = byte(i*i*7+i*int(seed)*13) ^ byte(i>>3)*31 ^ seed
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		d := (&dice{b}).document()
		laid(t, d, document.Options{Draft: len(b)%2 == 0, Sealed: len(b)%3 == 0})
	})
}
