package intake

import (
	"fmt"
	"testing"
	"time"

	"nianbao/report"
	"nianbao/report/document"
)

// tenPages are the blocks of a report of ten pages with its three tables.
func tenPages(e *report.Edition) []document.Block {
	var blocks []document.Block
	for i, table := range e.Tables {
		for k := range 20 {
			blocks = append(blocks, para(fmt.Sprintf("（%d）第%d段。本年围绕群众关心的事情，把该公开的信息按时公开，并逐条核对栏目里的内容和日期，发现错漏当天改正，年底汇总后报送。", k, i))...)
		}
		blocks = append(blocks, printed(table, sample(table), false).grid())
	}
	return blocks
}

func BenchmarkFindTables(b *testing.B) {
	editions := standard(b)
	blocks := tenPages(editions.Get("gb-2021"))
	b.ReportAllocs()
	for b.Loop() {
		findTables(editions, blocks, "")
	}
}

// A document that is no report must not keep the machine busy, however large it is.
func TestFindTablesLarge(t *testing.T) {
	editions := standard(t)
	requests := printed(editions.Get("gb-2021").Table("requests"), nil, false)
	for name, blocks := range map[string][]document.Block{
		"paragraphs": func() (out []document.Block) {
			for i := range document.MaxBlocks {
				out = append(out, para(fmt.Sprintf("第%d行 行政许可数量", i))...)
			}
			return out
		}(),
		"cells": func() (out []document.Block) {
			for range 40 {
				m := matrix{}
				for i := range document.MaxCells / 40 / 8 {
					row := []document.Cell{}
					for k := range 8 {
						row = append(row, document.Cell{Text: fmt.Sprintf("本年第%d%d项申请", i, k), Column: k, ColumnSpan: 1, RowSpan: 1})
					}
					m = append(m, row)
				}
				out = append(out, m.grid())
			}
			return out
		}(),
		"labels": func() (out []document.Block) {
			m := matrix{}
			for i := range document.MaxRows {
				m = append(m, requests[i%len(requests)])
			}
			for range 4 {
				out = append(out, m.grid(), m.ragged())
			}
			return out
		}(),
		"labels alone": func() (out []document.Block) {
			for i := range document.MaxBlocks {
				out = append(out, para(requests[i%len(requests)][0].Text)...)
			}
			return out
		}(),
		"a row that spans all": func() (out []document.Block) {
			m := matrix{}
			for i := range document.MaxRows {
				m = append(m, []document.Cell{{Text: "行政许可", Column: i % 30, ColumnSpan: 1, RowSpan: document.MaxRows}})
			}
			return []document.Block{m.grid()}
		}(),
	} {
		start := time.Now()
		findTables(editions, blocks, "")
		// A tenth of it alone; other programs may keep the machine busy.
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s: %v", name, d)
		}
	}
}
