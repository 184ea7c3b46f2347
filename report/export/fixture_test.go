package export_test

import (
	"fmt"
	"testing"
	"time"

	"nianbao/internal/fonttest"
	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
)

// exporter is what all tests write with: the program without fonts of the operator's.
var exporter = export.Exporter{Fonts: fonttest.Shipped()}

var options = document.Options{Created: time.Date(2023, 1, 18, 9, 0, 0, 0, time.UTC), Identifier: "demo-2022-v1"}

func edition(t testing.TB, id string) *report.Edition {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	e := editions.Get(id)
	if e == nil {
		t.Fatalf("edition %s is not there", id)
	}
	return e
}

// sample is a full report of an edition about an office that does not exist: about three pages of text, all tables filled, the
// totals left to be worked out.
func sample(t testing.TB, id string) (*report.Edition, *report.Report) {
	t.Helper()
	e := edition(t, id)
	const agency = "云岭县市场监督管理局"
	r := &report.Report{Edition: id, Year: e.From + 1, Agency: agency, Number: "云市监〔2023〕1号", Title: e.Title(agency, e.From+1),
		Preface: "本报告按照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为全年。如有疑问，请与本局办公室联系（地址：云岭县新桥路8号；电话：0000-1234567）。",
		Figures: report.Figures{}, Signature: report.Signature{Agency: agency, Date: "2023-01-17"}, Closing: "联系电话：0000-1234567"}
	aspects := []string{"主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"}
	numbers := []string{"一", "二", "三", "四", "五"}
	for _, part := range e.Outline {
		if part.Attachment {
			continue
		}
		s := report.Section{Key: part.Key, Heading: part.Heading}
		if part.Means == "overview" {
			for i, aspect := range aspects {
				s.Blocks = append(s.Blocks, report.Block{Text: fmt.Sprintf("（%s）%s。本局把%s列入全年工作要点，由办公室牵头，各科室分工落实，每季度对照清单自查一次，"+
					"发现的“缺项”“错项”当月补正。全年共办理有关事项%d件，平均用时%d.5个工作日，群众来电询问的都在当天答复。对涉及面广、专业性强的内容，同步编写问答和图解，"+
					"放在网站首页和办事大厅，方便不熟悉网络的人查阅。", numbers[i], aspect, aspect, 12*i+7, i+2)})
			}
			s.Blocks = append(s.Blocks, report.Block{Text: "1．完善目录"}, report.Block{Text: "重新梳理了公开目录，删去停用栏目4个，新设栏目2个，每个栏目写明责任科室和更新时限。"},
				report.Block{Text: "（1）责任到人：每个栏目一名编辑、一名审核。"})
		}
		for _, table := range part.Tables {
			s.Blocks = append(s.Blocks, report.Block{Table: table})
		}
		if len(part.Tables) == 0 && part.Means != "overview" {
			for range 3 {
				s.Blocks = append(s.Blocks, report.Block{Text: "从全年情况看，栏目更新还不够均衡，有的科室报送材料偏晚，政策问答的篇幅偏长、例子偏少。下一年将按月通报更新情况，" +
					"把问答压缩到一页以内，每篇至少配一个本地的例子，并请两位企业经办人试读以后再发布。"})
			}
		}
		r.Sections = append(r.Sections, s)
	}
	for _, part := range e.Outline {
		if part.Attachment {
			a := report.Attachment{Key: part.Key, Title: fmt.Sprintf("%d年度%s", r.Year, part.Heading), Heading: part.Heading}
			for _, table := range part.Tables {
				a.Blocks = append(a.Blocks, report.Block{Table: table})
			}
			r.Attachments = append(r.Attachments, a)
		}
	}
	for _, table := range e.Tables {
		for i, c := range table.Cells {
			switch {
			case c.Computed:
				r.Figures[c.ID] = ""
			case c.Kind == report.KindAmount:
				r.Figures[c.ID] = "288.829"
			default:
				r.Figures[c.ID] = fmt.Sprint(i * 7 % 13)
			}
		}
	}
	return e, r
}
