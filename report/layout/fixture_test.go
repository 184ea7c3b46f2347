package layout

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/report"
	"nianbao/report/compose"
	"nianbao/report/document"
)

// agency does not exist.
const agency = "云岭县市场监督管理局"

func edition(t testing.TB, id string) *report.Edition {
	t.Helper()
	editions, err := report.Standard()
	if err != nil {
		t.Fatal(err)
	}
	e := editions.Get(id)
	if e == nil {
		t.Fatalf("no edition %s", id)
	}
	return e
}

// official composes a report that has nothing but the tables of an edition, with their figures.
func official(t testing.TB, id string) *document.Document {
	t.Helper()
	e := edition(t, id)
	r := &report.Report{Edition: id, Figures: report.Figures{}}
	for _, part := range e.Outline {
		if len(part.Tables) == 0 {
			continue
		}
		var blocks []report.Block
		for _, key := range part.Tables {
			blocks = append(blocks, report.Block{Table: key})
		}
		if part.Attachment {
			r.Attachments = append(r.Attachments, report.Attachment{Key: part.Key, Title: part.Heading, Heading: part.Heading, Blocks: blocks})
		} else {
			r.Sections = append(r.Sections, report.Section{Key: part.Key, Heading: part.Heading, Blocks: blocks})
		}
	}
	for _, table := range e.Tables {
		for i, c := range table.Cells {
			r.Figures[c.ID] = fmt.Sprint(i * 7 % 13)
		}
	}
	return compose.Compose(e, r)
}

// long is a full report with so many paragraphs in its first section.
func long(t testing.TB, paragraphs int) *document.Document {
	t.Helper()
	d := official(t, "gb-2021")
	d.Number, d.Title, d.Agency = "云市监〔2023〕1号", agency+"2022年政府信息公开工作年度报告", agency
	d.Signature = document.Signature{Agency: agency, Date: "2023年1月17日", ISO: "2023-01-17"}
	s := document.Section{Key: "overview", Heading: "一、总体情况"}
	for i := range paragraphs {
		s.Blocks = append(s.Blocks, body2(fmt.Sprintf("（%d）栏目维护。", i+1), fmt.Sprintf("全年更新栏目%d个，发布信息%d条，其中图解%d件，平均每月%d.5件。办公室每季度对照清单查看一遍，"+
			"发现的“缺项”“错项”都在当月补齐；群众来电问到的，当天答复。涉及面广的内容另外写成问答，放在网站首页和办事大厅，"+
			"方便不熟悉网络的人查阅。", i%9+3, 40*i+126, i+12, i%7+2)))
	}
	d.Sections = append([]document.Section{s}, d.Sections...)
	return d
}

// para is a paragraph of body text, body2 one that begins with a heading of level 2.
func para(text string) *document.Paragraph { return &document.Paragraph{Text: text} }

func body2(heading, text string) *document.Paragraph {
	return &document.Paragraph{Text: heading + text, Level: 2, HeadingEnd: len(heading)}
}

// doc is a document of blocks only.
func doc(blocks ...document.Block) *document.Document {
	return &document.Document{Sections: []document.Section{{Blocks: blocks}}}
}

// tableOf is a table of texts, cells by |.
func tableOf(rows ...string) *document.Table {
	t := &document.Table{}
	for _, row := range rows {
		r := document.Row{}
		for i, text := range strings.Split(row, "|") {
			r.Cells = append(r.Cells, document.Cell{Text: text, Column: i, ColumnSpan: 1, RowSpan: 1})
			t.Columns = max(t.Columns, i+1)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}
