package pdf_test

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"nianbao/fonts"
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
	"nianbao/report/export/pdf"
	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

var options = document.Options{Created: time.Date(2023, 1, 18, 9, 0, 0, 0, time.UTC), Identifier: "demo-2022-v1", Generator: "年报 1.0"}

// faces are two of the shipped fonts; the second one stands in for another.
var faces = sync.OnceValue(func() []*layout.Face {
	return []*layout.Face{
		{Font: parse("NotoSansCJKsc-Regular.ttf"), Role: layout.Hei, Wanted: "Noto Sans CJK SC", Name: "Noto Sans CJK SC", Own: true},
		{Font: parse("NianbaoKai-Regular.ttf"), Role: layout.Kai, Wanted: "楷体_GB2312", Name: "NianbaoKai"},
	}
})

const hei, kai = 0, 1

func parse(name string) *truetype.Font {
	data, err := fs.ReadFile(fonts.FS, name)
	if err != nil {
		panic(err)
	}
	f, err := truetype.Parse(bytes.NewReader(data), int64(len(data)), 0)
	if err != nil {
		panic(err)
	}
	return f
}

// sheet puts pages together by hand.
type sheet struct{ p *layout.Pages }

func newSheet(pages int) sheet {
	return sheet{&layout.Pages{Title: "云岭县水务局2022年政府信息公开工作年度报告", Agency: "云岭县水务局", Width: gbt9704.PageWidth, Height: gbt9704.PageHeight,
		Faces: faces(), Pages: make([]layout.Page, pages)}}
}

func (s sheet) node(n layout.Node) int {
	s.p.Nodes = append(s.p.Nodes, n)
	return len(s.p.Nodes) - 1
}

// run sets a text on a page, x and y in millimetres: Chinese characters as wide as they are, the others by what the font says, all
// of them a little closer, and a blank before the first digit.
func (s sheet) run(page, node, face int, size layout.Length, x, y float64, text string) *layout.Run {
	r := layout.Run{Node: node, Face: face, Size: size, X: gbt9704.MM(x), Y: gbt9704.MM(y)}
	font, digits := s.p.Faces[face].Font, false
	for _, c := range text {
		g := layout.Glyph{ID: font.Glyph(c), Text: c}
		if g.ID == 0 {
			g.ID = truetype.Box
		}
		g.Advance = layout.Length(font.Advance(g.ID))*size/layout.Length(font.UnitsPerEm) + gbt9704.Tighten
		if n := len(r.Glyphs); n > 0 && unicode.IsDigit(c) != digits {
			r.Glyphs[n-1].Advance += gbt9704.AutoSpace(size) + layout.Length(n)
		}
		digits = unicode.IsDigit(c)
		r.Glyphs = append(r.Glyphs, g)
	}
	runs := &s.p.Pages[page].Runs
	*runs = append(*runs, r)
	return &(*runs)[len(*runs)-1]
}

// byHand is a document of two pages with one of everything.
func byHand() *layout.Pages {
	s := newSheet(2)
	title := s.node(layout.Node{Kind: layout.KindTitle, Parent: -1, Title: "云岭县水务局2022年政府信息公开工作年度报告", Top: gbt9704.MM(37)})
	s.run(0, title, hei, gbt9704.Er, 60, 45, "云岭县水务局")
	s.run(0, title, hei, gbt9704.Er, 40, 56, "2022年政府信息公开工作年度报告")
	section := s.node(layout.Node{Kind: layout.KindSection, Parent: -1, Top: gbt9704.MM(70)})
	heading := s.node(layout.Node{Kind: layout.KindHeading, Parent: section, Level: 1, Title: "一、总体情况", Top: gbt9704.MM(70)})
	s.run(0, heading, hei, gbt9704.San, 39, 75, "一、总体情况")
	second := s.node(layout.Node{Kind: layout.KindHeading, Parent: section, Level: 2, Title: "（一）主动公开", Top: gbt9704.MM(80)})
	s.run(0, second, kai, gbt9704.San, 39, 85, "（一）主动公开。")
	body := s.node(layout.Node{Kind: layout.KindParagraph, Parent: section, Top: gbt9704.MM(80)})
	before := s.node(layout.Node{Kind: layout.KindSpan, Parent: body, Top: gbt9704.MM(80)})
	s.run(0, before, kai, gbt9704.San, 90, 85, "全年公开政策文件84件，见")
	link := s.node(layout.Node{Kind: layout.KindLink, Parent: body, Top: gbt9704.MM(90)})
	s.run(0, link, kai, gbt9704.San, 28, 95, "water.example/公开")
	s.p.Pages[0].Links = append(s.p.Pages[0].Links, layout.Link{Node: link, X: gbt9704.MM(28), Y: gbt9704.MM(90), Width: gbt9704.MM(50), Height: gbt9704.MM(7),
		URI: "https://water.example/公开?(a)"})
	after := s.node(layout.Node{Kind: layout.KindSpan, Parent: body, Top: gbt9704.MM(90)})
	s.run(0, after, kai, gbt9704.San, 90, 95, "。网站上没有的，请到")
	s.run(0, layout.Artifact, hei, gbt9704.San, 28, 30, document.DraftMark)
	mark := s.run(0, layout.Artifact, hei, 90*gbt9704.Point, 70, 190, document.DraftMark)
	mark.Turn, mark.Gray = 45, 235
	s.run(0, layout.Artifact, hei, gbt9704.Si, 160, 275, "— 1 —")

	s.run(1, after, kai, gbt9704.San, 28, 45, "政务服务大厅查阅\U00020000与\U00020001。")
	list := s.node(layout.Node{Kind: layout.KindParagraph, Parent: section, Page: 1, Top: gbt9704.MM(50)})
	s.run(1, s.node(layout.Node{Kind: layout.KindSpan, Parent: list, Page: 1, Top: gbt9704.MM(50)}), kai, gbt9704.San, 28, 55, "附件：")
	internal := s.node(layout.Node{Kind: layout.KindLink, Parent: list, Page: 1, Top: gbt9704.MM(50)})
	s.run(1, internal, kai, gbt9704.San, 44, 55, "统计表")
	table := s.node(layout.Node{Kind: layout.KindTable, Parent: section, Title: "主动公开情况", Page: 1, Top: gbt9704.MM(60)})
	thead := s.node(layout.Node{Kind: layout.KindTableHead, Parent: table, Page: 1, Top: gbt9704.MM(60)})
	row := s.node(layout.Node{Kind: layout.KindRow, Parent: thead, Page: 1, Top: gbt9704.MM(60)})
	s.run(1, layout.Artifact, hei, gbt9704.XiaoSi, 100, 65, "（续）")
	wide := s.node(layout.Node{Kind: layout.KindHeadCell, Parent: row, Page: 1, Top: gbt9704.MM(60), ColumnSpan: 2, RowSpan: 1, Scope: layout.ScopeColumn})
	s.run(1, wide, hei, gbt9704.XiaoSi, 40, 65, "第二十条第（一）项")
	tbody := s.node(layout.Node{Kind: layout.KindTableBody, Parent: table, Page: 1, Top: gbt9704.MM(68)})
	row = s.node(layout.Node{Kind: layout.KindRow, Parent: tbody, Page: 1, Top: gbt9704.MM(68)})
	label := s.node(layout.Node{Kind: layout.KindHeadCell, Parent: row, Page: 1, Top: gbt9704.MM(68), ColumnSpan: 1, RowSpan: 2, Scope: layout.ScopeRow})
	s.run(1, label, kai, gbt9704.XiaoSi, 30, 73, "规章")
	cell := s.node(layout.Node{Kind: layout.KindCell, Parent: row, Page: 1, Top: gbt9704.MM(68), ColumnSpan: 1, RowSpan: 1})
	s.run(1, cell, kai, gbt9704.XiaoSi, 90, 73, "12")
	s.node(layout.Node{Kind: layout.KindCell, Parent: s.node(layout.Node{Kind: layout.KindRow, Parent: tbody, Page: 1}), Page: 1, ColumnSpan: 1, RowSpan: 1})
	for i := range layout.Length(4) {
		s.p.Pages[1].Rules = append(s.p.Pages[1].Rules, layout.Rule{Node: layout.Artifact, X: gbt9704.TextLeft, Y: gbt9704.MM(60) + i*gbt9704.MM(8), Width: gbt9704.TextWidth,
			Height: gbt9704.RuleWidth, Gray: uint8(i / 3 * 128)})
	}
	figure := s.node(layout.Node{Kind: layout.KindFigure, Parent: section, Title: "条形图：2021年3件，2022年5件", Page: 1, Top: gbt9704.MM(110)})
	for i := range layout.Length(2) {
		s.p.Pages[1].Rules = append(s.p.Pages[1].Rules, layout.Rule{Node: figure, X: gbt9704.MM(60) + i*gbt9704.MM(20), Y: gbt9704.MM(120) - i*gbt9704.MM(10),
			Width: gbt9704.MM(10), Height: gbt9704.MM(15) + i*gbt9704.MM(10), Gray: 128})
	}
	s.run(1, figure, kai, gbt9704.XiaoSi, 60, 140, "2021年")
	attachment := s.node(layout.Node{Kind: layout.KindHeading, Parent: -1, Level: 1, Title: "统计表", Page: 1, Top: gbt9704.MM(100)})
	s.run(1, attachment, hei, gbt9704.San, 28, 105, "统计表")
	s.p.Pages[1].Links = append(s.p.Pages[1].Links, layout.Link{Node: internal, X: gbt9704.MM(28), Y: gbt9704.MM(50), Width: gbt9704.MM(40), Height: gbt9704.MM(7),
		Target: attachment})
	s.run(1, layout.Artifact, hei, gbt9704.Si, 28, 275, "— 2 —")
	return s.p
}

func written(t testing.TB, p *layout.Pages, o document.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// saved is a written file in a folder of the test.
func saved(t *testing.T, p *layout.Pages) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, written(t, p, options), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// texts are what the nodes say, in reading order, and all of that in a row.
func texts(p *layout.Pages) (byNode []string, all string) {
	byNode = make([]string, len(p.Nodes))
	for _, page := range p.Pages {
		for _, run := range page.Runs {
			for _, g := range run.Glyphs {
				if run.Node != layout.Artifact {
					byNode[run.Node] += string(g.Text)
					all += string(g.Text)
				}
			}
		}
	}
	return byNode, all
}

// ran is what a tool prints; it must not complain.
func ran(t *testing.T, tool string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), tool, args...)
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil || complaints.Len() > 0 {
		t.Fatalf("%s %q: %v\n%s\n%s", filepath.Base(tool), args, err, &complaints, &out)
	}
	return out.String()
}

// squeeze drops all white space: programs guess it from how far characters stand apart.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\f' {
			return -1
		}
		return r
	}, s)
}

var _ io.Writer = failing{}

// failing takes so many bytes and no more.
type failing struct{ left *int }

func (f failing) Write(b []byte) (int, error) {
	if *f.left -= len(b); *f.left < 0 {
		return 0, io.ErrShortWrite
	}
	return len(b), nil
}
