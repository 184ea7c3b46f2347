package layout

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"nianbao/report/document"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// golden compares a dump with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; go test ./report/layout -update writes it anew, git diff shows how:\n%s", path, got)
	}
}

// TestGolden holds the pages of a document with one of everything, and of all official tables.
func TestGolden(t *testing.T) {
	t.Run("everything", func(t *testing.T) {
		p := laid(t, everything(), document.Options{Draft: true})
		golden(t, "everything", dump(p))
		golden(t, "everything_structure", dumpNodes(p))
	})
	for _, id := range []string{"gb-2014", "gb-2019", "gb-2021"} {
		t.Run(id, func(t *testing.T) { golden(t, id, dump(laid(t, official(t, id), document.Options{}))) })
	}
}

// everything is a document with one of everything.
func everything() *document.Document {
	return &document.Document{Number: "云市监〔2023〕1号", Title: agency + "2022年政府信息公开工作年度报告", Agency: agency,
		Sections: []document.Section{
			{Key: "preface", Blocks: []document.Block{para("本报告所列数据的统计期限自2022年1月1日起至12月31日止。电子版可在https://www.example.gov.cn/zwgk/2022/nianbao/index.html下载，" +
				"意见请寄zwgk@example.gov.cn。")}},
			{Key: "overview", Heading: "一、总体情况", Blocks: []document.Block{
				&document.Paragraph{Text: "（一）主动公开", Level: 2, HeadingEnd: len("（一）主动公开")},
				para("全年在门户网站公开信息1,126条，比上年增加12.5%，其中政策解读38件……公开目录——含“双随机”清单——重编了一遍，共90类，每类写明责任科室和更新时限，保证随时可查。"),
				body2("（二）依申请公开。", "全年收到申请7件，都在20个工作日之内答复。"),
				&document.Paragraph{Text: "1．登记", Level: 3, HeadingEnd: len("1．登记")},
				&document.Paragraph{Text: "（1）责任到人：每件一名经办人、一名审核人。", Level: 4, HeadingEnd: len("（1）责任到人：")},
			}},
			{Key: "other", Heading: "二、其他", Blocks: []document.Block{tableOf("栏目|条数|说明", "通知|12|按月汇总", "图解|3|"), tableOf("甲|乙"), para("表后再写一句。"),
				&document.Picture{Width: 300_000, Height: 60_000, Alt: "2021年3件，2022年7件", Boxes: []document.Box{{X: 40_000, Y: 20_000, Width: 30_000, Height: 30_000, Gray: 160}},
					Labels: []document.Label{{X: 0, Y: 12_000, Size: 9_000, Text: "收到申请"}, {X: 55_000, Y: 16_000, Size: 9_000, Anchor: document.AnchorMiddle, Text: "7"},
						{X: 300_000, Y: 58_000, Size: 9_000, Anchor: document.AnchorEnd, Text: "2022年"}}}}},
		},
		Signature: document.Signature{Agency: agency, Date: "2023年1月17日"},
		Closing:   []document.Block{para("联系电话：0000-1234567")},
		Attachments: []document.Attachment{{Label: "附件1", Heading: "统计表", Title: "2022年度统计表", Blocks: []document.Block{tableOf("一|二", "三|四")}},
			{Label: "附件2", Title: "问答", Blocks: []document.Block{para("问：公开栏在哪里？")}}}}
}
