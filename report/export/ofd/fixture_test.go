package ofd_test

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"testing"
	"time"

	"nianbao/fonts"
	"nianbao/internal/fonttest"
	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
	"nianbao/report/document/gbt9704"
	"nianbao/report/export/ofd"
	"nianbao/report/layout"
	"nianbao/report/layout/truetype"
)

var options = document.Options{Created: time.Date(2027, 1, 17, 20, 30, 0, 0, time.UTC), Identifier: "清溪县教育局 2026 第 3 版", Generator: "nianbao"}

// face is one of the shipped fonts.
func face(t testing.TB, role layout.Role, file, wanted, name string) *layout.Face {
	t.Helper()
	data, err := fonts.FS.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	font, err := truetype.Parse(bytes.NewReader(data), int64(len(data)), 0)
	if err != nil {
		t.Fatal(err)
	}
	return &layout.Face{Font: font, Role: role, Wanted: wanted, Name: name}
}

// The faces of sample.
const (
	song = iota
	kai
	unused
)

// sample is two pages with everything that pages may have.
func sample(t testing.TB) *layout.Pages {
	p := &layout.Pages{
		Title: "清溪县教育局 2026 年政府信息公开工作年度报告 <草>", Agency: "清溪县教育局",
		Width: gbt9704.PageWidth, Height: gbt9704.PageHeight,
		Faces: []*layout.Face{
			song:   face(t, layout.Song, "NotoSerifCJKsc-Regular.ttf", "宋体", "思源宋体"),
			kai:    face(t, layout.Kai, "NianbaoKai-Regular.ttf", "楷体_GB2312", "年报楷体"),
			unused: face(t, layout.Hei, "NotoSansCJKsc-Regular.ttf", "黑体", "思源黑体"),
		},
		Nodes: []layout.Node{
			{Kind: layout.KindTitle, Parent: -1, Title: "清溪县教育局 2026 年政府信息公开工作年度报告", Top: gbt9704.MM(30)},
			{Kind: layout.KindHeading, Parent: 0, Level: 1, Title: "一、总体情况", Top: gbt9704.MM(37)},
			{Kind: layout.KindHeading, Parent: 0, Level: 2, Title: "（一）主动公开", Top: gbt9704.MM(50)},
			{Kind: layout.KindHeading, Parent: 0, Level: 2, Title: "（二）依申请公开 & 其他", Top: gbt9704.MM(70)},
			{Kind: layout.KindHeading, Parent: 0, Level: 1, Title: "二、“存在的问题”", Page: 1, Top: gbt9704.MM(37.5)},
			{Kind: layout.KindLink, Parent: 0},
		},
	}
	draft := set(p, song, 90*gbt9704.Point, 60, 200, "草稿")
	draft.Node, draft.Gray, draft.Turn = layout.Artifact, 220, 45
	spread := set(p, kai, 16*gbt9704.Point, 28, 60, "局网站全年更新 1286 条，比上年多 12.5%。")
	for i := range spread.Glyphs {
		spread.Glyphs[i].Advance += layout.Length(i%3) * 77
	}
	gray := set(p, song, 14*gbt9704.Point, 170, 269, "— 2 —")
	gray.Gray = 90
	lost := set(p, kai, 16*gbt9704.Point, 28, 70, "缺字□之后照常")
	lost.Glyphs[2].ID = truetype.Box
	p.Pages = []layout.Page{{
		Rules: []layout.Rule{
			{X: gbt9704.MM(28), Y: gbt9704.MM(100), Width: gbt9704.MM(156), Height: gbt9704.RuleWidth},
			{X: gbt9704.MM(28), Y: gbt9704.MM(120), Width: gbt9704.MM(156), Height: gbt9704.RuleWidth},
			{X: gbt9704.MM(28), Y: gbt9704.MM(100), Width: gbt9704.RuleWidth, Height: gbt9704.MM(20)},
			{X: gbt9704.MM(100), Y: gbt9704.MM(150), Width: gbt9704.MM(50), Height: gbt9704.MM(10), Gray: 200},
		},
		Runs: []layout.Run{
			draft,
			set(p, song, 16*gbt9704.Point, 28, 40, "一、总体情况"),
			spread,
			lost,
			set(p, song, 16*gbt9704.Point, 28, 80, "罕用字𠮷与𬭎字之后 "),
			set(p, song, 12*gbt9704.Point, 28, 110, " <a href=\"x\"> & 'b' "),
		},
		Links: []layout.Link{
			{Node: 5, X: gbt9704.MM(28), Y: gbt9704.MM(105), Width: gbt9704.MM(30), Height: gbt9704.MM(6), URI: "https://example.gov.cn/?a=1&b=2"},
			{Node: 5, X: gbt9704.MM(60), Y: gbt9704.MM(105), Width: gbt9704.MM(30), Height: gbt9704.MM(6), Target: 4},
		},
	}, {
		Runs: []layout.Run{
			set(p, song, 16*gbt9704.Point, 28, 41, "二、“存在的问题”"),
			gray,
		},
	}}
	return p
}

// set is a run of text as its font has it, at a place in millimetres.
func set(p *layout.Pages, face int, size layout.Length, x, y float64, text string) layout.Run {
	r := layout.Run{Face: face, Size: size, X: gbt9704.MM(x), Y: gbt9704.MM(y)}
	font := p.Faces[face]
	for _, c := range text {
		id := font.Glyph(c)
		if id == 0 {
			id = truetype.Box
		}
		r.Glyphs = append(r.Glyphs, layout.Glyph{ID: id, Text: c, Advance: layout.Length(font.Advance(id)) * size / layout.Length(font.UnitsPerEm)})
	}
	return r
}

// laidOut is a report of the current edition, laid out: several pages of text, the official tables, an attachment, the mark of a draft.
func laidOut(t testing.TB) *layout.Pages {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	e := editions.Get("gb-2021")
	const agency = "清溪县教育局"
	r := &report.Report{Edition: e.ID, Year: 2026, Agency: agency, Title: e.Title(agency, 2026), Figures: report.Figures{},
		Preface:   "本报告由清溪县教育局编写，数据截至2026年12月31日。欢迎致电0000-7654321提出意见。",
		Signature: report.Signature{Agency: agency, Date: "2027-01-17"}}
	for i, part := range e.Outline {
		if part.Attachment {
			continue
		}
		s := report.Section{Key: part.Key, Heading: part.Heading}
		for j := range 3 {
			s.Blocks = append(s.Blocks, report.Block{Text: fmt.Sprintf("（%s）第%d项工作。全年编发简报%d期，网站点击12.%d万次，其中“问答”栏目占%d%%；"+
				"办公室每月核对一次，发现差错即改，改完再请当事科室复看，并在下月例会上说明原因，免得再错。", []string{"一", "二", "三"}[j], j+1, 10*i+j, j, 20+i)})
		}
		for _, table := range part.Tables {
			s.Blocks = append(s.Blocks, report.Block{Table: table})
		}
		r.Sections = append(r.Sections, s)
	}
	for _, table := range e.Tables {
		for i, c := range table.Cells {
			r.Figures[c.ID] = strconv.Itoa(i)
		}
	}
	o := options
	o.Draft = true
	return layout.Lay(compose.Compose(e, r), fonttest.Shipped(), o)
}

func written(t testing.TB, p *layout.Pages, o document.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := ofd.Write(&b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func BenchmarkWrite(b *testing.B) {
	p := laidOut(b)
	for b.Loop() {
		if err := ofd.Write(io.Discard, p, options); err != nil {
			b.Fatal(err)
		}
	}
}
