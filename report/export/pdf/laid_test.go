package pdf_test

import (
	"fmt"
	"io"
	"testing"

	"nianbao/internal/fonttest"
	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/export/pdf"
	"nianbao/report/layout"
)

// tenPages is a full report of ten pages about an office that does not exist, with the tables of the edition in force.
func tenPages(t testing.TB) *layout.Pages {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	e := editions.Get("gb-2021")
	const agency = "云岭县水务局"
	r := &report.Report{Edition: e.ID, Year: 2022, Agency: agency, Number: "云水〔2023〕3号", Title: e.Title(agency, 2022), Figures: report.Figures{},
		Preface:   "本报告由云岭县水务局编制。对内容有疑问的，请致电0000-7654321，或者到新桥路12号的政务公开窗口当面询问。",
		Signature: report.Signature{Agency: agency, Date: "2023-01-17"}}
	for i, part := range e.Outline {
		s := report.Section{Key: part.Key, Heading: part.Heading}
		for _, table := range part.Tables {
			s.Blocks = append(s.Blocks, report.Block{Table: table})
		}
		for j := range 9 - 9*min(len(part.Tables), 1) {
			s.Blocks = append(s.Blocks, report.Block{Text: fmt.Sprintf("（%s）第%d项工作。全局共受理群众来信%d件，当月办结%d件，其余转交河道管理所继续办理。"+
				"“供水水质”栏目由每季一更改为每月一更，检测结果在取样后5个工作日内上网，并附上一段不用术语的说明；停水通知至少提前24小时发布，"+
				"同时送到各村的公告栏。年底请三个镇的用水户试用新版栏目，按他们的意见把查询步骤从六步减到三步。", []string{"一", "二", "三"}[j%3], i+1, 10*i+j+20, 10*i+j)})
		}
		r.Sections = append(r.Sections, s)
	}
	for _, table := range e.Tables {
		for i, c := range table.Cells {
			r.Figures[c.ID] = fmt.Sprint(i * 5 % 17)
		}
	}
	return layout.Lay(compose.Compose(e, r), fonttest.Shipped(), options)
}

// BenchmarkWrite is the writing of ten pages that are laid out already, with the making of the subsets.
func BenchmarkWrite(b *testing.B) {
	p := tenPages(b)
	b.ReportAllocs()
	size := len(written(b, p, options))
	for b.Loop() {
		if err := pdf.Write(io.Discard, p, options); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(size), "bytes/file")
	b.ReportMetric(float64(len(p.Pages)), "pages/file")
}
