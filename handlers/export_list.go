package handlers

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"nianbao/report"
	"nianbao/report/document"
	"nianbao/report/export"
)

// batchList is the list in a ZIP of many reports: what is in, in which version, and what is not, and why. It is CSV with a mark by
// which Excel knows that it is UTF-8.
type batchList struct {
	b bytes.Buffer
	w *csv.Writer
}

func newBatchList() *batchList {
	l := &batchList{}
	l.b.WriteString("\ufeff")
	l.w = csv.NewWriter(&l.b)
	l.w.UseCRLF = true
	l.row("单位", "年度", "状态", "导出", "版本", "文件名", "说明")
	return l
}

// row writes a line; a buffer takes everything.
func (l *batchList) row(cells ...string) {
	for i, cell := range cells {
		cells[i] = unformula(cell)
	}
	_ = l.w.Write(cells)
}

// unformula keeps a program for tables from calculating what somebody has called an agency. It looks past quotes and blanks.
func unformula(cell string) string {
	if strings.IndexAny(strings.TrimLeft(cell, " \u3000\t\r\n\"'"), "=+-@＝＋－＠") == 0 {
		return "'" + cell
	}
	return cell
}

// listEntry is a report that was exported, at least in part.
type listEntry struct {
	item    batchItem
	name    string
	files   int
	remarks []string
}

// note takes up what a writer had to say about this report.
func (e *listEntry) note(format export.Format, notes []document.Note) {
	for _, n := range notes {
		remark := format.Label + "：" + strings.TrimSuffix(n.Message, "。")
		if n.Near != "" {
			remark += "（" + n.Near + "）"
		}
		e.remarks = append(e.remarks, remark)
	}
}

func (l *batchList) add(e listEntry) {
	remarks := strings.Join(e.remarks, "；")
	if e.files == 0 {
		l.failed(e.item, remarks)
		return
	}
	l.row(e.item.AgencyName, strconv.Itoa(e.item.Year), stateWords(e.item), "已导出", versionWords(e.item), e.name, remarks)
}

func (l *batchList) missing(item batchItem) { l.failed(item, item.missing) }

func (l *batchList) failed(item batchItem, why string) {
	l.row(item.AgencyName, strconv.Itoa(item.Year), stateWords(item), "没有导出", "", "", why)
}

func (l *batchList) bytes() []byte {
	l.w.Flush()
	return l.b.Bytes()
}

func stateWords(item batchItem) string {
	if item.ID == 0 {
		return "未开始"
	}
	return report.StateNames[item.State]
}

func versionWords(item batchItem) string {
	if item.version == 0 {
		return "草稿"
	}
	words := fmt.Sprintf("第 %d 版", item.version)
	if item.version == item.Official {
		words += "（已公布）"
	}
	return words
}
